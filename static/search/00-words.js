// The words of the search.
const said = {
  count: count => count === 1 ? '1 result' : `${count} results`,
  none: text => `Nothing found for “${text}”. Try another word.`,
  all: count => `See all ${count} results`,
  more: 'Show more',
  atoz: 'Look through the A to Z',
  minutes: minutes => minutes === 1 ? '1 minute' : `${minutes} minutes`,
  myth: 'Myth: ',
  kinds: { lesson: 'Lesson', term: 'Word', myth: 'Myth and fact', story: 'Story', pathway: 'Pathway', theme: 'Theme', role: 'Role', page: 'Page', list: 'List' },
};
