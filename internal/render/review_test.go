package render

import (
	"maps"
	"testing"
)

// Every page says by when to check again: its own date, that of the entry on it
// that comes first, or that of the whole package.
func TestReviews(t *testing.T) {
	files := maps.Clone(tiny)
	files["content/index.md"] = "---\ntitle: T\nsummary: S.\nlanguage: en-GB\ncontact: help@example.org\n---\n"
	files["content/lessons/a.md"] = "---\ntitle: A\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Do it.\nreviewed: 2026-01-05\nreview_by: 2027-03-01\n---\n"
	files["content/lessons/b.md"] = "---\ntitle: B\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Do it.\n---\n"
	files["content/myths/m.md"] = "---\nfact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\nreview_by: 2027-02-01\n---\n"
	files["content/glossary/x.md"] = "---\ntitle: X\nmeaning: M.\nreview_by: 2027-05-01\n---\n"
	files["content/glossary/y.md"] = "---\ntitle: Y\nmeaning: M.\nreview_by: 2027-04-01\n---\n"
	files["content/stories/s.md"] = "---\ntitle: S\nsummary: S.\nfrom: staff\nconsent: given\nreviewed: 2026-02-05\n---\n"
	s := siteOf(t, files)
	for path, want := range map[string]Review{
		"lessons/a.html":      {By: Day{"1 March 2027", "2027-03-01"}},
		"myths/m.html":        {By: Day{"1 February 2027", "2027-02-01"}},
		"glossary/index.html": {By: Day{"1 April 2027", "2027-04-01"}, Parts: true},
		"lessons/b.html":      {By: Day{"1 February 2027", "2027-02-01"}, Parts: true},
		"index.html":          {By: Day{"1 February 2027", "2027-02-01"}, Parts: true},
		"stories/s.html":      {By: Day{"1 February 2027", "2027-02-01"}, Parts: true},
	} {
		want.Checked, want.Contact = "2026-02-05", Link{Href: "mailto:help@example.org", Text: "help@example.org"}
		if got := s.frame(path, "", "", "", "").Review; got == nil || *got != want {
			t.Errorf("%s: %+v, want %+v", path, got, want)
		}
	}
	if got := siteOf(t, tiny).frame("index.html", "", "", "", "").Review; got != nil {
		t.Errorf("a package without dates says %+v", got)
	}
}

func siteOf(t *testing.T, files map[string]string) *site {
	t.Helper()
	in, _ := prepare(t, mapFS(files))
	s := &site{pkg: in.Package, graph: in.Graph, layouts: bareLayouts(t)}
	if f := s.prepare(); f != nil {
		t.Fatal(f)
	}
	return s
}
