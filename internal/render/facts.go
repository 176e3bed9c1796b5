package render

import (
	"commonground/internal/link"
	"commonground/internal/training"
)

// What the catalogue says of each kind. The keys are those of front matter where
// there is one, and docs/catalogue.md explains every one of them. A key with
// nothing to say is left out, unless every item of the kind has it.

type packageFacts struct {
	Title        string `json:"title"`
	Summary      string `json:"summary"`
	Language     string `json:"language"`
	ID           string `json:"id"`
	Address      string `json:"address"`
	Organisation string `json:"organisation,omitempty"`
	Contact      string `json:"contact,omitempty"`
	Licence      string `json:"licence,omitempty"`
	URL          string `json:"url,omitempty"`
	Version      string `json:"version,omitempty"`
}

type themeFacts struct {
	Slug    string `json:"slug"`
	Title   string `json:"title"`
	Summary string `json:"summary"`
	Address string `json:"address"`
	Colour  string `json:"colour,omitempty"`
}

type roleFacts struct {
	Slug    string `json:"slug"`
	Title   string `json:"title"`
	Summary string `json:"summary"`
	Address string `json:"address"`
	Start   string `json:"start,omitempty"`
}

type lessonFacts struct {
	Slug     string        `json:"slug"`
	Title    string        `json:"title"`
	Summary  string        `json:"summary"`
	Address  string        `json:"address"`
	Themes   []string      `json:"themes"`
	Minutes  int           `json:"minutes"`
	Outcome  string        `json:"outcome"`
	Roles    []string      `json:"roles,omitempty"`
	Level    string        `json:"level,omitempty"`
	Before   []string      `json:"before,omitempty"`
	Needs    []string      `json:"needs,omitempty"`
	Takeaway string        `json:"takeaway,omitempty"`
	Myths    []string      `json:"myths,omitempty"`
	Nation   string        `json:"nation,omitempty"`
	Authors  []string      `json:"authors,omitempty"`
	Owner    string        `json:"owner,omitempty"`
	Reviewed string        `json:"reviewed,omitempty"`
	ReviewBy string        `json:"review_by,omitempty"`
	Formerly []string      `json:"formerly,omitempty"`
	Sources  []sourceFacts `json:"sources,omitempty"`
}

type pathwayFacts struct {
	Slug    string   `json:"slug"`
	Title   string   `json:"title"`
	Summary string   `json:"summary"`
	Address string   `json:"address"`
	Lessons []string `json:"lessons"`
	Minutes int      `json:"minutes"`
	Roles   []string `json:"roles,omitempty"`
}

type termFacts struct {
	Slug     string        `json:"slug"`
	Title    string        `json:"title"`
	Address  string        `json:"address"`
	Meaning  string        `json:"meaning"`
	Audience string        `json:"audience"`
	Also     []string      `json:"also,omitempty"`
	Say      string        `json:"say,omitempty"`
	Case     string        `json:"case,omitempty"`
	See      []string      `json:"see,omitempty"`
	Reviewed string        `json:"reviewed,omitempty"`
	ReviewBy string        `json:"review_by,omitempty"`
	Sources  []sourceFacts `json:"sources,omitempty"`
}

type mythFacts struct {
	Slug     string        `json:"slug"`
	Fact     string        `json:"fact"`
	Address  string        `json:"address"`
	Myth     string        `json:"myth"`
	Why      string        `json:"why"`
	Say      string        `json:"say"`
	Evidence string        `json:"evidence"`
	Sources  []sourceFacts `json:"sources"`
	Themes   []string      `json:"themes,omitempty"`
	Roles    []string      `json:"roles,omitempty"`
	Nation   string        `json:"nation,omitempty"`
	Reviewed string        `json:"reviewed,omitempty"`
	ReviewBy string        `json:"review_by,omitempty"`
}

type insightFacts struct {
	Slug    string   `json:"slug"`
	Address string   `json:"address"`
	Kind    string   `json:"kind"`
	From    string   `json:"from"`
	Themes  []string `json:"themes"`
	Role    string   `json:"role,omitempty"`
}

type storyFacts struct {
	Slug     string   `json:"slug"`
	Title    string   `json:"title"`
	Summary  string   `json:"summary"`
	Address  string   `json:"address"`
	From     string   `json:"from"`
	Consent  string   `json:"consent"`
	Themes   []string `json:"themes,omitempty"`
	Roles    []string `json:"roles,omitempty"`
	Reviewed string   `json:"reviewed,omitempty"`
}

type pageFacts struct {
	Slug    string `json:"slug"`
	Title   string `json:"title"`
	Address string `json:"address"`
	Summary string `json:"summary,omitempty"`
}

type sourceFacts struct {
	Title     string `json:"title"`
	URL       string `json:"url,omitempty"`
	Reference string `json:"reference,omitempty"`
	Date      string `json:"date,omitempty"`
}

func (s *site) packageFacts() packageFacts {
	x := &s.pkg.Settings
	return packageFacts{Title: x.Name, Summary: x.Summary, Language: x.Language, ID: x.Key, Address: link.Home,
		Organisation: x.Organisation, Contact: x.Contact, Licence: x.Licence, URL: s.base, Version: x.Version}
}

func (s *site) themeFacts(x *training.Theme) themeFacts {
	return themeFacts{x.Slug, x.Name, x.Summary, s.address(&x.Item), x.Colour}
}

func (s *site) roleFacts(x *training.Role) roleFacts {
	return roleFacts{x.Slug, x.Name, x.Summary, s.address(&x.Item), x.Start.Text}
}

func (s *site) lessonFacts(x *training.Lesson) lessonFacts {
	return lessonFacts{
		Slug: x.Slug, Title: x.Name, Summary: x.Summary, Address: s.address(&x.Item),
		Themes: slugs(x.Themes), Minutes: x.Minutes, Outcome: x.Outcome, Roles: slugs(x.Roles), Level: x.Level,
		Before: slugs(x.Before), Needs: x.Needs, Takeaway: x.Takeaway, Myths: slugs(x.Myths), Nation: x.Nation,
		Authors: x.Authors, Owner: x.Owner, Reviewed: x.Reviewed.String(), ReviewBy: x.ReviewBy.String(),
		Formerly: slugs(x.Formerly), Sources: sourceFactsOf(x.Sources),
	}
}

func (s *site) pathwayFacts(x *training.Pathway) pathwayFacts {
	return pathwayFacts{x.Slug, x.Name, x.Summary, s.address(&x.Item), slugs(x.Lessons), s.graph.Pathway(x).Minutes, slugs(x.Roles)}
}

func (s *site) termFacts(x *training.Term) termFacts {
	facts := termFacts{
		Slug: x.Slug, Title: x.Name, Address: s.address(&x.Item), Meaning: x.Meaning, Audience: "everyone",
		Also: x.Also, Say: x.Say, See: slugs(x.See),
		Reviewed: x.Reviewed.String(), ReviewBy: x.ReviewBy.String(), Sources: sourceFactsOf(x.Sources),
	}
	if x.StaffOnly {
		facts.Audience = "staff"
	}
	if x.Exact {
		facts.Case = "exact"
	}
	return facts
}

func (s *site) mythFacts(x *training.Myth) mythFacts {
	return mythFacts{
		Slug: x.Slug, Fact: x.Name, Address: s.address(&x.Item), Myth: x.Myth, Why: x.Why, Say: x.Say,
		Evidence: x.Evidence, Sources: sourceFactsOf(x.Sources), Themes: slugs(x.Themes), Roles: slugs(x.Roles),
		Nation: x.Nation, Reviewed: x.Reviewed.String(), ReviewBy: x.ReviewBy.String(),
	}
}

func (s *site) insightFacts(x *training.Insight) insightFacts {
	facts := insightFacts{x.Slug, s.address(&x.Item), x.Method, x.From, slugs(x.Themes), ""}
	if role := s.graph.Insight(x).Role; role != nil && s.graph.Shown(&role.Item) {
		facts.Role = role.Slug
	}
	return facts
}

func (s *site) storyFacts(x *training.Story) storyFacts {
	consent := "given"
	if x.Fictional {
		consent = "fictional"
	}
	return storyFacts{x.Slug, x.Name, x.Summary, s.address(&x.Item), x.From, consent, slugs(x.Themes), slugs(x.Roles), x.Reviewed.String()}
}

func (s *site) pageFacts(x *training.Page) pageFacts {
	return pageFacts{x.Slug, x.Name, s.address(&x.Item), x.Summary}
}
