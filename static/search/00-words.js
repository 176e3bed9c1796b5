// The words of the search.
const said = {
  count: count => count === 1 ? '1 result' : `${count} results`,
  none: text => `Nothing found for “${text}”. Try fewer words, or another word for it.`,
  all: count => `See all ${count} results`,
  more: 'Show more',
  minutes: time => [[Math.floor(time / 60), 'hour'], [time % 60, 'minute']].filter(([count]) => count)
    .map(([count, unit]) => `${count} ${unit}${count > 1 ? 's' : ''}`).join(' '),
  myth: 'Myth: ',
  kinds: { lesson: 'Lesson', term: 'Word', myth: 'Myth and fact', story: 'Story', pathway: 'Pathway', theme: 'Theme', role: 'Role', page: 'Page' },
};
