// What scripts are held to: that the oldest browsers we promise know what they
// say, that they work from disk, and that they make no elements out of text.
import { Linter } from 'eslint';
import esx from 'eslint-plugin-es-x';
import * as floor from './floor.mjs';

// What some of the oldest browsers lack, and what a reader has there instead. A
// script asks for it before it uses it.
const enhancements = {
  showPopover: 'a word leads to its entry', hidePopover: 'a word leads to its entry', navigate: 'the preview waits to be loaded again',
};

const barred = {
  innerHTML: 'put text in by textContent', outerHTML: 'put text in by textContent', insertAdjacentHTML: 'put text in by textContent',
  createContextualFragment: 'put text in by textContent', pushState: 'it fails on a page from disk', title: 'few see a tooltip; say it in the page',
};

const barredNames = ['fetch', 'XMLHttpRequest', 'Worker', 'SharedWorker', 'WebSocket', 'EventSource', 'indexedDB', 'event', 'name', 'status', 'open', 'close', 'stop', 'find', 'length', 'top', 'parent', 'self', 'origin', 'alert', 'confirm', 'prompt'];

const named = names => Object.fromEntries(names.map(name => [name, 'readonly']));

// Names of the browser, but those of what does not work from disk, and those that
// are easily taken for one's own.
export const ofPages = named(floor.globals.filter(name => !barredNames.includes(name)));

// The preview is no page from disk: it is on a server, and hears from it.
export const ofPreview = { ...ofPages, ...named(['EventSource', 'self']) };

const house = { rules: { 'old-browsers-know': { create: context => ({
  'CallExpression > MemberExpression.callee[computed=false]'({ property }) {
    const lacking = floor.method(property.name);
    if (lacking.length === 0 || property.name in enhancements) return;
    context.report({ node: property, message: `${property.name} is not known to ${lacking.join(', ')}: leave it out, or list what happens without it` });
  },
}) } } };

// Iterators have since learnt these; our scripts ask them of arrays.
const ofArrays = ['every', 'filter', 'find', 'flatmap', 'foreach', 'map', 'reduce', 'some'];

const rules = {
  ...Object.fromEntries(['constructor-super', 'for-direction', 'getter-return', 'no-class-assign', 'no-compare-neg-zero', 'no-cond-assign', 'no-const-assign',
    'no-constant-binary-expression', 'no-constant-condition', 'no-control-regex', 'no-debugger', 'no-dupe-args', 'no-dupe-else-if', 'no-dupe-keys', 'no-duplicate-case',
    'no-empty-character-class', 'no-empty-pattern', 'no-eval', 'no-ex-assign', 'no-fallthrough', 'no-func-assign', 'no-global-assign', 'no-implicit-globals', 'no-implied-eval',
    'no-invalid-regexp', 'no-irregular-whitespace', 'no-loss-of-precision', 'no-misleading-character-class', 'no-new-func', 'no-new-wrappers', 'no-obj-calls',
    'no-redeclare', 'no-regex-spaces', 'no-script-url', 'no-self-assign', 'no-self-compare', 'no-setter-return', 'no-sparse-arrays', 'no-throw-literal',
    'no-undef', 'no-unmodified-loop-condition', 'no-unreachable', 'no-unsafe-finally', 'no-unsafe-negation', 'no-unsafe-optional-chaining', 'no-unused-labels',
    'no-unused-private-class-members', 'no-useless-backreference', 'no-useless-assignment', 'no-useless-catch', 'no-useless-escape', 'no-var', 'no-with',
    'require-yield', 'use-isnan', 'valid-typeof'].map(name => [name, 'error'])),
  'no-implicit-globals': ['error', { lexicalBindings: false }],
  'no-unused-vars': ['error', { args: 'after-used', caughtErrors: 'all' }],
  'prefer-const': ['error', { destructuring: 'all' }],
  eqeqeq: 'error',
  'no-restricted-properties': ['error', ...Object.entries(barred).map(([property, message]) => ({ property, message })),
    { object: 'document', property: 'write', message: 'it writes over the page' }],
  'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'browsers load no modules from disk' },
    { selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(title|style|on.*)$/]', message: 'the policy of the pages, or their readers, do not take it' }],
  // ES2022 but what Safari 15.4 lacks of it, and of what is older.
  ...esx.configs['flat/restrict-to-es2022'].rules,
  ...Object.fromEntries(ofArrays.map(name => [`es-x/no-iterator-prototype-${name}`, 'off'])),
  'es-x/no-class-static-block': 'error',
  'es-x/no-regexp-lookbehind-assertions': 'error',
  'house/old-browsers-know': 'error',
};

// lintScript gives the complaints about scripts that share their names, as one text
// of several files: [file, text] in their order.
export function lintScript(files, names = ofPages) {
  const starts = [];
  let text = '', line = 0;
  for (const [file, part] of files) {
    starts.push({ file, line });
    text += part.endsWith('\n') ? part : part + '\n';
    line = text.split('\n').length - 1;
  }
  const config = {
    plugins: { house, 'es-x': esx }, rules,
    languageOptions: { ecmaVersion: 'latest', sourceType: 'script', globals: names },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    settings: { 'es-x': { aggressive: true } },
  };
  return new Linter().verify(text, config).map(m => {
    const place = starts.findLast(s => s.line < m.line);
    return `${place.file}:${m.line - place.line}: ${m.message} (${m.ruleId})`;
  });
}
