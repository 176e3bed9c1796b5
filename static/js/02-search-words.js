// The words of the search and the filters.
CG.words.search = {
  label: 'Search',
  count: count => count === 1 ? '1 result' : `${count} results`,
  none: text => `Nothing found for “${text}”. Try fewer words, or another word for it.`,
  all: count => `See all ${count} results`,
  more: 'Show more',
  minutes: minutes => minutes === 1 ? '1 minute' : `${minutes} minutes`,
  kinds: { lesson: 'Lesson', term: 'Word', myth: 'Myth and fact', story: 'Story', pathway: 'Pathway', theme: 'Theme', role: 'Role', page: 'Page' },
  broken: 'Search cannot be loaded from this copy. Look through the A to Z instead.',
};

CG.words.filters = {
  left: (left, all) => `${left} of ${all} fit`,
  none: 'Nothing fits all of these. Take one choice away, or clear them.',
  clear: 'Clear choices',
};
