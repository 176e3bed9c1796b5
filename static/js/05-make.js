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

// load loads another script, which lies beside this one, and then calls then, or
// otherwise if that cannot be done.
{
  const { src } = document.currentScript;
  CG.load = (name, then, otherwise) => {
    const script = CG.make('script', { src: src.replace('site.js', name + '.js') });
    script.onload = then;
    script.onerror = otherwise;
    document.head.append(script);
  };
}

// later calls a function of the script for later.
CG.later = (name, given, otherwise) => {
  const call = () => CG[name](given);
  if (CG[name]) call(); else CG.load('later', call, otherwise);
};
