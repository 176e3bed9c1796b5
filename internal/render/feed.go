package render

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"commonground/internal/output"
	"commonground/internal/schema"
	"commonground/internal/training"
)

const feedPath = "feed.xml"

// mostNews is how many entries the feed has.
const mostNews = 50

// feed is an Atom feed, RFC 4287.
type feed struct {
	XMLName  xml.Name    `xml:"feed"`
	Space    string      `xml:"xmlns,attr"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Rights   string      `xml:"rights,omitempty"`
	Links    []feedLink  `xml:"link"`
	Entries  []feedEntry `xml:"entry"`
}

type feedLink struct {
	Rel     string `xml:"rel,attr"`
	Type    string `xml:"type,attr"`
	Address string `xml:"href,attr"`
}

type feedEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Updated    string         `xml:"updated"`
	Link       feedLink       `xml:"link"`
	Summary    string         `xml:"summary,omitempty"`
	Categories []feedCategory `xml:"category"`
}

type feedCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// news is something that somebody who follows the package wants to hear of.
type news struct {
	path, title, summary string
	themes               []*training.Theme
	reviewed             schema.Date
}

// listNews lists the lessons, myth cards and stories that have a date, the last
// checked first. Terms are left out: they are checked by the dozen.
func (s *site) listNews() []news {
	if s.base == "" {
		return nil
	}
	var all []news
	add := func(i *training.Item, summary string, themes []*training.Theme, reviewed schema.Date) {
		if !reviewed.IsZero() {
			all = append(all, news{s.graph.Address(i).Path, i.Name, summary, themes, reviewed})
		}
	}
	for _, l := range s.pkg.Lessons {
		add(&l.Item, l.Summary, s.graph.Lesson(l).Themes, l.Reviewed)
	}
	for _, m := range s.pkg.Myths {
		add(&m.Item, m.Say, s.graph.Myth(m).Themes, m.Reviewed)
	}
	for _, x := range s.pkg.Stories {
		add(&x.Item, x.Summary, s.graph.Story(x).Themes, x.Reviewed)
	}
	slices.SortFunc(all, func(a, b news) int {
		switch {
		case b.reviewed.Before(a.reviewed):
			return -1
		case a.reviewed.Before(b.reviewed):
			return 1
		}
		return cmp.Or(strings.Compare(a.title, b.title), strings.Compare(a.path, b.path))
	})
	return all[:min(len(all), mostNews)]
}

// feedFiles is the feed, when there is news.
func (s *site) feedFiles() []output.File {
	if len(s.news) == 0 {
		return nil
	}
	set := &s.pkg.Settings
	f := feed{
		Space: "http://www.w3.org/2005/Atom", Language: set.Language,
		ID: s.base, Title: set.Name, Subtitle: set.Summary, Updated: moment(s.news[0].reviewed),
		Author: cmp.Or(set.Organisation, set.Name), Rights: set.Licence,
		Links: []feedLink{{"self", feedType, s.absolute(feedPath)}, {"alternate", "text/html", s.base}},
	}
	for _, n := range s.news {
		at := s.absolute(n.path)
		e := feedEntry{ID: at, Title: n.title, Updated: moment(n.reviewed), Link: feedLink{"alternate", "text/html", at}, Summary: n.summary}
		for _, t := range n.themes {
			e.Categories = append(e.Categories, feedCategory{t.Slug, t.Name})
		}
		f.Entries = append(f.Entries, e)
	}
	return []output.File{xmlFile(feedPath, f)}
}

const feedType = "application/atom+xml"

// moment is the beginning of a day, as RFC 3339 writes it.
func moment(d schema.Date) string { return d.String() + "T00:00:00Z" }
