// The words that scripts say: a package in another language brings a file of this
// name with words of its own. What is loaded later has its words in
// js/later/00-words.js and search/00-words.js.
const words = {
  check: 'Check my answer',
  choose: 'Choose an answer first.',
  again: 'Choose again, then check.',
  missing: 'Right so far. There is more to find.',
  all: 'You found them all.',

  copy: 'Copy: ',
  copied: 'Copied',

  done: 'I have done this',
  doneMark: 'Done',
  doneKept: 'Kept on this device only.',
  doneOf: (done, all) => `${done} of ${all} done. `,
  carryOn: 'Carry on with ',
  allDone: 'Well done.',
  lastTime: 'Last time you were at ',
  remembered: 'What this device remembers',

  guess: 'Guess: true or false?',

  search: 'Search',
  noSearch: 'Search cannot be loaded from this copy. Look through the A to Z instead.',

  fit: (left, all) => `${left} of ${all} fit`,
  fitNone: 'Nothing fits all of these. Take one choice away, or clear them.',
  clear: 'Clear choices',
};
