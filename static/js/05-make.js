// What several scripts need: to find elements, to make and fill them, and to load
// more script. Text stays text, whatever is in it.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const first = (selector, within = document) => within.querySelector(selector);

// fill puts parts into an element in place of what it has. What is empty is no part.
const fill = (element, ...parts) => {
  element.replaceChildren(...parts.filter(part => part));
  return element;
};

const make = (name, attributes, ...parts) => {
  const element = document.createElement(name);
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  return fill(element, ...parts);
};

const button = (text, press, attributes) => {
  const made = make('button', { type: 'button', ...attributes }, text);
  made.onclick = press;
  return made;
};

// load loads a script that lies beside this one, once.
const { src } = document.currentScript;
const loading = {};
const load = name => loading[name] ??= new Promise((onload, onerror) => {
  document.head.append(Object.assign(make('script', { src: new URL(`${name}.js`, src) }), { onload, onerror }));
});

// CG is what scripts that are loaded later find here, and what they leave: later
// calls a function of theirs, or otherwise if they cannot be loaded.
const CG = window.CG = { words, all, first, fill, make, button, load };
const later = (name, given, otherwise) => load('later').then(() => CG[name](given), otherwise);
