// The words of what a page asks for later.
Object.assign(CG.words, {
  close: 'Close',
  entry: 'More in the glossary',

  kept: 'This device remembers which lessons you marked as done, and where you were last. It is sent to nobody. ',
  apart: 'In Firefox, when opened from a folder, each page keeps a copy, which learns and forgets when you go there by a link.',
  forget: 'Forget everything',
  forgotten: 'This device has forgotten everything.',

  leave: 'Leave',
  statement: (number, all) => `Statement ${number} of ${all}`,
  yes: 'True',
  no: 'False',
  right: 'Right. ',
  wrong: 'Not right. ',
  isFact: 'This is true.',
  isMyth: 'This is a myth.',
  fact: 'Fact: ',
  why: 'Why people think otherwise: ',
  say: 'What you can say: ',
  card: 'Open the whole card',
  next: 'Next',
  score: (right, all) => `You were right ${right} times out of ${all}.`,
  restart: 'Guess again',
});
