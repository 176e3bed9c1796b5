// What several scripts need: to find elements, to make them, and to load the
// script for later. Text stays text, whatever is in it.
CG.all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

CG.make = (name, attributes, ...inside) => {
  const element = document.createElement(name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  element.append(...inside);
  return element;
};

CG.button = (text, press, attributes) => {
  const button = CG.make('button', { type: 'button', ...attributes }, text);
  button.onclick = press;
  return button;
};

// later calls a function of the script for later, or otherwise if that cannot be
// loaded. The script lies beside this one.
{
  const { src } = document.currentScript;
  CG.later = (name, given, otherwise) => {
    if (CG[name]) {
      CG[name](given);
      return;
    }
    const script = CG.make('script', { src: src.replace('site.js', 'later.js') });
    script.onload = () => CG[name](given);
    script.onerror = otherwise;
    document.head.append(script);
  };
}
