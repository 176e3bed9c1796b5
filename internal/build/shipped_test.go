package build

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"commonground/internal/load"
	"commonground/internal/source"
	"commonground/internal/training"
)

// shipped is the package that comes with the program.
func shipped(t *testing.T) *training.Package {
	t.Helper()
	r, err := load.Package(load.Options{Package: program(), Themes: program()})
	if err != nil {
		t.Fatal(err)
	}
	return r.Package
}

// TestShippedIsClean holds the package to its own rules, advice and notes included:
// what we hand out must not begin with something to put right.
func TestShippedIsClean(t *testing.T) {
	r, err := Run(Options{Package: program(), Program: program(), Advice: true, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Advise(t.Context(), 2) {
		t.Errorf("%s: %s [%s]", f.Path, f.Message, f.Rule)
	}
}

// TestShippedSize holds what is promised of the package: how much of each kind
// there is.
func TestShippedSize(t *testing.T) {
	p := shipped(t)
	from, fictional := map[string]int{}, 0
	for _, s := range p.Stories {
		from[s.From]++
		if s.Fictional {
			fictional++
		}
	}
	for _, want := range []struct {
		what      string
		has, want int
	}{
		{"lessons", len(p.Lessons), 20}, {"terms", len(p.Terms), 60}, {"myths", len(p.Myths), 20},
		{"roles", len(p.Roles), 6}, {"pathways", len(p.Pathways), 5}, {"insights", len(p.Insights), 24},
		{"stories of staff", from["staff"], 2}, {"stories of patients", from["patient"], 2},
		{"stories that say they are fictional", fictional, len(p.Stories)},
	} {
		if want.has < want.want {
			t.Errorf("%d %s, want %d", want.has, want.what, want.want)
		}
	}
	var pages []string
	for _, page := range p.Pages {
		pages = append(pages, page.Slug)
	}
	for _, slug := range []string{"about", "evaluation", "for-trainers", "accessibility", "licence"} {
		if !slices.Contains(pages, slug) {
			t.Errorf("there is no page %s", slug)
		}
	}
}

// TestShippedCoverage asks for no empty row or column: each theme has 3 lessons,
// each role 4 of its own, and each role something to learn in each theme.
func TestShippedCoverage(t *testing.T) {
	p := shipped(t)
	for _, theme := range p.Themes {
		if n := count(p.Lessons, func(l *training.Lesson) bool { return names(l.Themes, theme.Slug) }); n < 3 {
			t.Errorf("the theme %s has %d lessons, want 3", theme.Slug, n)
		}
		for _, role := range p.Roles {
			if count(p.Lessons, func(l *training.Lesson) bool {
				return names(l.Themes, theme.Slug) && (len(l.Roles) == 0 || names(l.Roles, role.Slug))
			}) == 0 {
				t.Errorf("nothing in the theme %s is for a %s", theme.Slug, role.Slug)
			}
		}
	}
	for _, role := range p.Roles {
		if n := count(p.Lessons, func(l *training.Lesson) bool { return names(l.Roles, role.Slug) }); n < 4 {
			t.Errorf("%d lessons are for a %s, want 4", n, role.Slug)
		}
		if count(p.Myths, func(m *training.Myth) bool { return names(m.Roles, role.Slug) }) == 0 {
			t.Errorf("no myth is for a %s", role.Slug)
		}
		if role.Start.Text == "" {
			t.Errorf("nothing says where a %s begins", role.Slug)
		}
	}
}

// TestShippedEvidence asks that each theme stands on what both staff and
// patients said, and that all three ways of listening are there.
func TestShippedEvidence(t *testing.T) {
	p := shipped(t)
	methods := map[string]bool{}
	for _, theme := range p.Themes {
		from := map[string]int{}
		for _, i := range p.Insights {
			methods[i.Method] = true
			if names(i.Themes, theme.Slug) {
				from[i.From]++
			}
		}
		if from["staff"] == 0 || from["patient"] == 0 || from["staff"]+from["patient"] < 4 {
			t.Errorf("the theme %s has insights of %v, want 4 of staff and patients", theme.Slug, from)
		}
	}
	if len(methods) != 3 {
		t.Errorf("the insights come from %v, want all three ways", methods)
	}
	seen := 0
	for name, page := range buildSite(t, program()) {
		if !strings.Contains(string(page), `class="insight"`) {
			continue
		}
		seen++
		if n := strings.Count(string(page), "none is a quotation."); n != 1 {
			t.Errorf("%s says %d times that what people said is no quotation, not once", name, n)
		}
	}
	if want := len(p.Themes) + 2; seen != want {
		t.Errorf("%d pages have what people said, not %d", seen, want)
	}
}

// maxDrawing is the most that a drawing may weigh.
const maxDrawing = 12 << 10

// TestShippedDrawings holds the drawn screens: small, and said to be drawn.
func TestShippedDrawings(t *testing.T) {
	p := shipped(t)
	if n := count(p.Lessons, func(l *training.Lesson) bool { return len(l.Doc.Images) > 1 }); n < 8 {
		t.Errorf("%d lessons have step-by-step pictures, want 8", n)
	}
	for _, a := range p.Assets {
		if path.Ext(a.Name) != ".svg" {
			continue
		}
		drawing, err := fs.ReadFile(program(), a.Name)
		if err != nil {
			t.Fatal(err)
		}
		if a.Size > maxDrawing {
			t.Errorf("%s has %d bytes, want at most %d", a.Name, a.Size, maxDrawing)
		}
		if !strings.Contains(string(drawing), "Drawing, not ") {
			t.Errorf("%s does not say that it is a drawing", a.Name)
		}
	}
}

// text is what stands below the front matter of a file.
func text(f *source.File) string { return string(f.Text[f.Body:]) }

// names says whether a list of references names slug.
func names(refs []training.Ref, slug string) bool {
	return slices.ContainsFunc(refs, func(r training.Ref) bool { return r.Text == slug })
}

// count returns how many of all are so.
func count[T any](all []T, so func(T) bool) int {
	n := 0
	for _, one := range all {
		if so(one) {
			n++
		}
	}
	return n
}
