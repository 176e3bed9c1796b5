package render

import (
	"encoding/json"
	"fmt"
	"html/template"

	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// thing is something in the words of schema.org, as JSON-LD. It claims no more
// than the page says: no author, for nobody said whether it is a person or a
// team, and no review of a claim that somebody is said to have made. Addresses
// are whole, and left out when nobody said where the site will stand.
type thing struct {
	Context   string   `json:"@context,omitempty"`
	Type      string   `json:"@type"`
	ID        string   `json:"@id,omitempty"`
	URL       string   `json:"url,omitempty"`
	Name      string   `json:"name,omitempty"`
	Other     []string `json:"alternateName,omitempty"`
	Summary   string   `json:"description,omitempty"`
	Text      string   `json:"text,omitempty"`
	Language  string   `json:"inLanguage,omitempty"`
	Code      string   `json:"termCode,omitempty"`
	Sort      string   `json:"learningResourceType,omitempty"`
	Teaches   string   `json:"teaches,omitempty"`
	Time      string   `json:"timeRequired,omitempty"` // ISO 8601
	Level     string   `json:"educationalLevel,omitempty"`
	Target    string   `json:"audienceType,omitempty"`
	Keywords  []string `json:"keywords,omitempty"`
	Audience  []thing  `json:"audience,omitempty"`
	Place     *thing   `json:"spatialCoverage,omitempty"`
	Version   string   `json:"version,omitempty"`
	Licence   any      `json:"license,omitempty"` // an address, or a thing
	Provider  *thing   `json:"provider,omitempty"`
	Answer    *thing   `json:"acceptedAnswer,omitempty"`
	Why       *thing   `json:"answerExplanation,omitempty"`
	Citations []any    `json:"citation,omitempty"` // things, or texts
	Expires   string   `json:"expires,omitempty"`
	Reviewed  string   `json:"lastReviewed,omitempty"`
	Terms     []thing  `json:"hasDefinedTerm,omitempty"`
	Page      *thing   `json:"mainEntityOfPage,omitempty"`
	Whole     *thing   `json:"isPartOf,omitempty"`
}

// listThings remembers, by path, how the pages that are about something say it.
func (s *site) listThings() map[string]func() thing {
	all := make(map[string]func() thing, len(s.pkg.Lessons)+len(s.pkg.Myths)+2)
	all[link.Home] = s.packageThing
	for _, l := range s.pkg.Lessons {
		all[s.graph.Address(&l.Item).Path] = func() thing { return s.lessonThing(l) }
	}
	for _, m := range s.pkg.Myths {
		all[s.graph.Address(&m.Item).Path] = func() thing { return s.mythThing(m) }
	}
	for n, on := range s.graph.GlossaryPages() {
		for _, stretch := range on {
			all[link.PageOf(link.Glossary, n)] = func() thing { return s.glossaryThing(s.pkg.Terms[stretch.First:stretch.End]) }
		}
	}
	return all
}

// structured returns what the page at path is about as JSON-LD, or "". Whatever
// texts hold, nothing in it ends the element that it stands in: <, > and & are
// written as escapes.
func (s *site) structured(path string) template.JS {
	about, ok := s.things[path]
	if !ok {
		return ""
	}
	t := about()
	t.Context, t.ID, t.URL = "https://schema.org", s.absolute(path), s.absolute(path)
	text, err := json.Marshal(t)
	if err != nil {
		panic(fmt.Sprintf("write %s as JSON: %v", path, err)) // texts and lists always can be
	}
	return template.JS(text)
}

func (s *site) packageThing() thing {
	set := &s.pkg.Settings
	t := thing{Type: "Course", Name: set.Name, Summary: set.Summary, Language: set.Language, Version: set.Version, Licence: licenceThing(set.Licence)}
	if set.Organisation != "" {
		t.Provider = &thing{Type: "Organization", Name: set.Organisation}
	}
	return t
}

// whole is the package, of which everything is a part.
func (s *site) whole() *thing {
	return &thing{Type: "Course", ID: s.absolute(link.Home), Name: s.pkg.Settings.Name}
}

func (s *site) lessonThing(l *training.Lesson) thing {
	links := s.graph.Lesson(l)
	return thing{
		Type: "LearningResource", Name: l.Name, Summary: l.Summary, Language: s.pkg.Settings.Language,
		Sort: "lesson", Teaches: l.Outcome, Time: fmt.Sprintf("PT%dM", l.Minutes), Level: levelNames[l.Level],
		Keywords: namesOf(links.Themes), Audience: audience(links.Roles), Place: placeThing(l.Nation),
		Citations: citations(l.Sources), Expires: l.ReviewBy.String(), Page: reviewedPage(l.Reviewed),
		Licence: licenceThing(s.pkg.Settings.Licence), Whole: s.whole(),
	}
}

// mythThing asks whether the myth is so, and answers with the fact.
func (s *site) mythThing(m *training.Myth) thing {
	links := s.graph.Myth(m)
	return thing{
		Type: "Question", Text: m.Myth, Language: s.pkg.Settings.Language,
		Keywords: namesOf(links.Themes), Audience: audience(links.Roles), Place: placeThing(m.Nation),
		Answer:  &thing{Type: "Answer", Text: m.Name, Why: &thing{Type: "Comment", Text: m.Why}, Citations: citations(m.Sources)},
		Expires: m.ReviewBy.String(), Page: reviewedPage(m.Reviewed),
		Licence: licenceThing(s.pkg.Settings.Licence), Whole: s.whole(),
	}
}

// glossaryThing is what a page of the glossary explains.
func (s *site) glossaryThing(terms []*training.Term) thing {
	t := thing{Type: "DefinedTermSet", Name: s.indexTitle(link.Glossary), Language: s.pkg.Settings.Language,
		Licence: licenceThing(s.pkg.Settings.Licence), Whole: s.whole()}
	for _, x := range terms {
		t.Terms = append(t.Terms, thing{Type: "DefinedTerm", ID: s.absolute(s.address(&x.Item)), Name: x.Name, Other: x.Also, Summary: x.Meaning, Code: x.Slug})
	}
	return t
}

func namesOf(themes []*training.Theme) []string {
	var all []string
	for _, t := range themes {
		all = append(all, t.Name)
	}
	return all
}

func audience(roles []*training.Role) []thing {
	var all []thing
	for _, r := range roles {
		all = append(all, thing{Type: "EducationalAudience", Target: r.Name})
	}
	return all
}

func placeThing(nation string) *thing {
	if nation == "" {
		return nil
	}
	return &thing{Type: "Place", Name: nation}
}

// licenceThing is an address as it is; schema.org takes no bare text.
func licenceThing(licence string) any {
	switch {
	case licence == "":
		return nil
	case schema.WebAddress(licence):
		return licence
	}
	return thing{Type: "CreativeWork", Name: licence}
}

// reviewedPage is the page with the day on which it was last checked, which only
// a page can have.
func reviewedPage(d schema.Date) *thing {
	if d.IsZero() {
		return nil
	}
	return &thing{Type: "WebPage", Reviewed: d.String()}
}

// citations are sources on the web as things, and those in print as text. Their
// dates are left out: nobody said whether they are of publishing or of reading.
func citations(sources []schema.Source) []any {
	var all []any
	for _, x := range sources {
		if x.URL == "" {
			all = append(all, x.Title+". "+x.Reference)
			continue
		}
		all = append(all, thing{Type: "CreativeWork", Name: x.Title, URL: x.URL})
	}
	return all
}
