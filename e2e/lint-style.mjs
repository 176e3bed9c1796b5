// What style sheets are held to: that the oldest browsers we promise know what
// they say, and the habits of the house.
import stylelint from 'stylelint';
import * as floor from './floor.mjs';

const { createPlugin, utils: { report, ruleMessages, validateOptions } } = stylelint;

// What some of the oldest browsers pass over, and what a reader has there instead.
const enhancements = {
  ':has': 'what it would change stays as it is',
  '@bottom-right': 'a sheet has no number but that which the browser adds',
  '@page': 'the margins that the browser gives',
  '(forced-colors)': 'there are none to adapt to',
  'box-decoration-break: clone': 'a block that goes on overleaf has no edge there',
  'break-after: avoid': 'a heading may stand last on a sheet',
  'break-before: avoid': 'a note may stand first on a sheet',
  'content-visibility': 'what is folded away is not printed',
  'cursor: pointer': 'a finger has no pointer',
  'forced-color-adjust': 'there are no forced colours to keep out',
  orphans: 'a line may stand alone on a sheet',
  outline: 'its corners are square',
  'print-color-adjust': 'grounds and fills are not printed',
  'text-decoration: dotted': 'a word with a note is underlined as a link is',
  'text-wrap': 'the lines of a heading break where they are full',
  widows: 'a line may stand alone on a sheet',
};

// What takes the focus only to be read from there, and has nothing to press.
const quiet = ['[tabindex="-1"]:focus'];

// rule makes a rule of the house: walk is given the sheet and complains of nodes.
function rule(name, message, walk) {
  const ruleName = `house/${name}`;
  const messages = ruleMessages(ruleName, { rejected: found => `${found}: ${message}` });
  const made = on => (root, result) => {
    if (!validateOptions(result, ruleName, { actual: on, possible: [true] })) return;
    walk(root, (node, found) => report({ result, ruleName, node, message: messages.rejected(found) }));
  };
  return createPlugin(ruleName, Object.assign(made, { ruleName, messages }));
}

// within says whether a node stands inside such a rule whose words match.
const within = (node, name, words) => Boolean(node) && (node.type === 'atrule' && node.name === name && words.test(node.params) || within(node.parent, name, words));

// bare is a value without strings, addresses and names of our own.
const bare = value => value.replace(/url\([^)]*\)|"[^"]*"|--[\w-]+/g, '');

const colour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|\b(?:black|white|gr[ae]y|silver|red|green|blue|yellow|orange|purple|navy|teal|maroon|olive|lime|aqua|fuchsia|pink|brown|beige)\b/i;

const motion = /^(?:animation|transition|view-transition)(?:-|$)|^scroll-behavior$/;

const plugins = [
  rule('old-browsers-know', 'leave it out, or list what happens without it', (root, complain) => {
    const look = (node, name, lacking, shown = name) => {
      const tried = within(node, 'supports', new RegExp(`(?:^|[^-\\w])${name}(?![-\\w])`));
      if (lacking.length > 0 && !(shown in enhancements) && !tried) complain(node, `${shown} is not known to ${lacking.join(', ')}`);
    };
    root.walkDecls(/^[a-z]/, d => {
      const { prop, parent } = d;
      const prefixed = parent.nodes.some(other => other.prop === `-webkit-${prop}`);
      if (!prefixed && parent.type === 'rule') look(d, prop, floor.property(prop));
      for (const [, name] of bare(d.value).matchAll(/([a-z-]+)\(/g)) look(d, name, floor.callable(name), `${name}()`);
      if (prefixed || prop in enhancements) return;
      for (const [word] of bare(d.value).matchAll(/[a-z-]+(?![\w(-])/g)) look(d, word, floor.keyword(prop, word), `${prop}: ${word}`);
    });
    root.walkRules(r => { for (const [, name] of r.selector.matchAll(/::?(?!-)([a-z-]+)/g)) look(r, name, floor.selector(name), `:${name}`); });
    root.walkAtRules(a => {
      look(a, a.name, floor.atRule(a.name), `@${a.name}`);
      if (a.name === 'media') for (const [, name] of a.params.matchAll(/\(\s*([a-z-]+)/g)) look(a, name, floor.mediaFeature(name), `(${name})`);
    });
  }),
  rule('has-stands-alone', 'a browser that does not know :has() drops what stands beside it too', (root, complain) => {
    root.walkRules(r => { if (new Set(r.selectors.map(s => s.includes(':has('))).size > 1) complain(r, r.selector); });
  }),
  rule('colours-are-tokens', 'colours stand in 00-tokens.css; on paper they may stand in @media print', (root, complain) => {
    const { file } = root.source.input;
    if (file.endsWith('00-tokens.css')) return;
    root.walkDecls(d => {
      if (file.endsWith('serve.css') && d.prop.startsWith('--')) return; // it has tokens of its own
      const found = colour.exec(bare(d.value));
      if (found && !within(d, 'media', /\bprint\b/)) complain(d, found[0]);
    });
  }),
  rule('motion-is-welcome', 'things move only inside @media (prefers-reduced-motion: no-preference)', (root, complain) => {
    root.walkDecls(motion, d => {
      if (!/^(?:none|auto)$/.test(d.value) && !within(d, 'media', /prefers-reduced-motion:\s*no-preference/)) complain(d, d.prop);
    });
  }),
  rule('focus-is-seen', 'the focus is never hidden where there is something to press', (root, complain) => {
    root.walkDecls(/^outline(?:-style|-width)?$/, d => {
      if (/^(?:none|0)/.test(d.value) && !quiet.includes(d.parent.selector)) complain(d, d.parent.selector);
    });
  }),
  rule('left-and-right-are-not-said', 'say start and end, so that the page can be turned round', (root, complain) => {
    root.walkDecls(d => {
      const side = /(?:^|-)(?:left|right)(?:-|$)/.test(d.prop);
      const turned = /^(?:text-align|float|clear)/.test(d.prop) && /^(?:left|right)$/.test(d.value);
      if (side || turned) complain(d, `${d.prop}: ${d.value}`);
    });
  }),
];

// Rules of stylelint that find mistakes. What a sheet looks like is not their matter.
const mistakes = ['annotation-no-unknown', 'at-rule-no-unknown', 'at-rule-descriptor-no-unknown', 'at-rule-descriptor-value-no-unknown', 'at-rule-prelude-no-invalid',
  'block-no-empty', 'color-no-invalid-hex', 'custom-property-no-missing-var-function', 'declaration-block-no-duplicate-custom-properties',
  'declaration-block-no-shorthand-property-overrides', 'declaration-property-value-no-unknown', 'font-family-no-duplicate-names',
  'font-family-no-missing-generic-family-keyword', 'function-calc-no-unspaced-operator', 'function-no-unknown', 'keyframe-block-no-duplicate-selectors',
  'keyframe-declaration-no-important', 'media-feature-name-no-unknown', 'media-feature-name-value-no-unknown', 'media-query-no-invalid',
  'named-grid-areas-no-invalid', 'no-invalid-double-slash-comments', 'no-invalid-position-at-import-rule', 'no-irregular-whitespace', 'property-no-unknown',
  'selector-anb-no-unmatchable', 'selector-pseudo-class-no-unknown', 'selector-pseudo-element-no-unknown', 'selector-type-no-unknown', 'string-no-newline',
  'syntax-string-no-invalid', 'unit-no-unknown'];

const config = {
  plugins,
  reportUnscopedDisables: true, reportDescriptionlessDisables: true, reportNeedlessDisables: true, reportInvalidScopeDisables: true,
  rules: {
    ...Object.fromEntries([...mistakes, ...plugins.map(p => p.ruleName)].map(name => [name, true])),
    // Twice in one rule is how an older browser is given another value.
    'declaration-block-no-duplicate-properties': [true, { ignore: ['consecutive-duplicates-with-different-syntaxes', 'consecutive-duplicates-with-different-values'] }],
    'media-feature-range-notation': 'prefix',
    'unit-disallowed-list': ['dvh', 'dvw', 'dvb', 'dvi', 'dvmin', 'dvmax', 'lvh', 'lvw', 'svh', 'svw', 'cqw', 'cqh', 'cqi', 'cqb', 'cqmin', 'cqmax', 'lh', 'rlh'],
    'max-nesting-depth': [0, { ignoreAtRules: ['media', 'supports', 'page'] }],
  },
};

// lintStyle gives the complaints about the text of a style sheet.
export async function lintStyle(file, code) {
  const { results: [{ warnings, parseErrors, invalidOptionWarnings }] } = await stylelint.lint({ code, codeFilename: file, config });
  if (invalidOptionWarnings.length > 0) throw new Error(invalidOptionWarnings.map(w => w.text).join('\n'));
  return [...parseErrors, ...warnings].map(w => `${file}:${w.line}: ${w.text}`);
}
