// The oldest browsers that everything works in, and what they know: Chrome and
// Edge 109 (the last on Windows 7 and 8), Firefox 115, Safari 15.4.
import { createRequire } from 'node:module';

const { api, css, javascript: { builtins } } = createRequire(import.meta.url)('@mdn/browser-compat-data');

const floor = { chrome: 109, edge: 109, firefox: 115, safari: 15.4, safari_ios: 15.4 };

const reached = (added, version) => typeof added === 'string' && Number.parseFloat(added.replace('≤', '')) <= version;

// lacking names the browsers of the floor that do not know a feature, other than
// behind a prefix or a flag.
function lacking(feature) {
  const support = feature?.__compat?.support;
  if (!support) return [];
  return Object.entries(floor).filter(([browser, version]) => ![support[browser] ?? []].flat().some(s =>
    reached(s.version_added, version) && !s.version_removed && !s.flags && !s.prefix && !s.alternative_name)).map(([browser]) => browser);
}

const everyBrowser = Object.keys(floor);
const functions = Object.assign({}, ...Object.values(css.types), css.types);

// Each of these gives the browsers that lack a thing. What there is no data about
// is taken to be new if it is a property or a rule, and is let pass if it is not:
// the data do not list every word that a value can have.
export const property = name => css.properties[name] ? lacking(css.properties[name]) : everyBrowser;
export const keyword = (name, value) => lacking(css.properties[name]?.[value]);
export const atRule = name => css['at-rules'][name] ? lacking(css['at-rules'][name]) : everyBrowser;
export const mediaFeature = name => lacking(css['at-rules'].media[name.replace(/^(?:min|max)-/, '')]);
export const selector = name => lacking(css.selectors[name]);
export const callable = name => lacking(functions[name]);

// globals are the names that a script finds in every one of these browsers.
export const globals = [api, api.Window, api.EventTarget].flatMap(thing => Object.keys(thing).filter(name => lacking(thing[name]).length === 0));

// method names the browsers in which nothing has a method of that name: of what a
// script asks it cannot be seen. One that is in no data is the script's own.
export function method(name) {
  const having = [...Object.values(api), ...Object.values(builtins)].filter(thing => thing[name]?.__compat);
  if (having.length === 0 || having.some(thing => lacking(thing[name]).length === 0)) return [];
  return lacking(having[0][name]);
}
