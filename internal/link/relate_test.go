package link

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/training"
)

// slugs joins the names of items.
func slugs[T any](items []T, slug func(T) string) string {
	var all []string
	for _, x := range items {
		all = append(all, slug(x))
	}
	return strings.Join(all, " ")
}

func lessonSlugs(all []*training.Lesson) string {
	return slugs(all, func(l *training.Lesson) string { return l.Slug })
}
func themeSlugs(all []*training.Theme) string {
	return slugs(all, func(t *training.Theme) string { return t.Slug })
}
func roleSlugs(all []*training.Role) string {
	return slugs(all, func(r *training.Role) string { return r.Slug })
}
func mythSlugs(all []*training.Myth) string {
	return slugs(all, func(m *training.Myth) string { return m.Slug })
}

func find[T any](t testing.TB, items []T, slug string, of func(T) string) T {
	t.Helper()
	n := slices.IndexFunc(items, func(x T) bool { return of(x) == slug })
	if n < 0 {
		t.Fatalf("no %s", slug)
	}
	return items[n]
}

func findLesson(t testing.TB, p *training.Package, slug string) *training.Lesson {
	t.Helper()
	return find(t, p.Lessons, slug, func(l *training.Lesson) string { return l.Slug })
}

func findRole(t testing.TB, p *training.Package, slug string) *training.Role {
	t.Helper()
	return find(t, p.Roles, slug, func(r *training.Role) string { return r.Slug })
}

// village is a package in which everything hangs together.
var village = files{
	"themes/talk.md":              front("order: 2\n", ""),
	"themes/bare.md":              front("order: 3\n", ""),
	"content/roles/gp.md":         front("start: d\n", ""),
	"content/roles/nurse.md":      front("", ""),
	"content/lessons/a.md":        lesson("order: 1\nroles: [gp]\nbefore: [c]\n", ""),
	"content/lessons/b.md":        lesson("order: 2\nroles: [gp, nurse]\nmyths: [phone]\n", ""),
	"content/lessons/c.md":        lesson("order: 3\nroles: [gp]\n", ""),
	"content/lessons/d.md":        lesson("order: 4\nroles: [gp]\n", ""),
	"content/lessons/all-two.md":  lesson("order: 5\nbefore: [all-one]\n", ""),
	"content/lessons/all-one.md":  lesson("order: 6\n", ""),
	"content/myths/phone.md":      "---\nfact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nthemes: [talk]\nroles: [nurse]\nsources: [{title: A, reference: B}]\n---\n",
	"content/pathways/first.md":   front("lessons: [b, a, all-one]\nroles: [gp]\n", ""),
	"content/pathways/second.md":  front("lessons: [b]\n", ""),
	"content/insights/said.md":    "---\nkind: interview\nfrom: staff\nthemes: [talk, care]\nrole: nurse\n---\nIt is hard.\n",
	"content/stories/call.md":     front("from: staff\nconsent: fictional\nthemes: [talk]\nroles: [gp]\n", ""),
	"content/glossary/app.md":     "---\ntitle: App\nmeaning: A tool.\nsee: [link, browser]\n---\n",
	"content/glossary/link.md":    "---\ntitle: Link\nmeaning: A way.\n---\n",
	"content/glossary/browser.md": "---\ntitle: Browser\nmeaning: A tool.\n---\n",
}

func TestRelations(t *testing.T) {
	pkg, g, findings := resolve(t, village)
	if found := lines(findings); found != "" {
		t.Fatal(found)
	}
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	care, talk, bare := pkg.Themes[0], pkg.Themes[1], pkg.Themes[2]
	check("lessons of care", lessonSlugs(g.Theme(care).Lessons), "a b c d all-two all-one")
	check("myths of talk", mythSlugs(g.Theme(talk).Myths), "phone")
	check("myths of care", mythSlugs(g.Theme(care).Myths), "")
	check("story of talk", g.Theme(talk).Stories[0].Slug, "call")
	check("insight of talk", g.Theme(talk).Insights[0].Slug, "said")
	check("insight of care", g.Theme(care).Insights[0].Slug, "said")
	for i, want := range map[*training.Theme]bool{care: true, talk: true, bare: false} {
		if g.Shown(&i.Item) != want || g.Theme(i).Empty() == want {
			t.Errorf("the theme %s: shown %v, want %v", i.Slug, g.Shown(&i.Item), want)
		}
	}

	b := g.Lesson(findLesson(t, pkg, "b"))
	check("themes of b", themeSlugs(b.Themes), "care")
	check("roles of b", roleSlugs(b.Roles), "gp nurse")
	check("myths of b", mythSlugs(b.Myths), "phone")
	check("before a", lessonSlugs(g.Lesson(findLesson(t, pkg, "a")).Before), "c")
	check("after c", lessonSlugs(g.Lesson(findLesson(t, pkg, "c")).After), "a")
	myth := g.Myth(pkg.Myths[0])
	check("lessons of the myth", lessonSlugs(myth.Lessons), "b")
	check("roles of the myth", roleSlugs(myth.Roles), "nurse")

	app := g.See(find(t, pkg.Terms, "app", func(x *training.Term) string { return x.Slug }))
	check("see", slugs(app, func(x *training.Term) string { return x.Slug }), "link browser")
	insight := g.Insight(pkg.Insights[0])
	check("themes of the insight", themeSlugs(insight.Themes), "talk care")
	check("role of the insight", insight.Role.Slug, "nurse")
	check("roles of the story", roleSlugs(g.Story(pkg.Stories[0]).Roles), "gp")
}

func TestRoles(t *testing.T) {
	pkg, g, _ := resolve(t, village)
	gp := g.Role(findRole(t, pkg, "gp"))
	if got := lessonSlugs(gp.Lessons); got != "d c a b" { // d is the start, c comes before a
		t.Errorf("the lessons of the gp are %q", got)
	}
	if got := lessonSlugs(gp.Everyone); got != "all-one all-two" {
		t.Errorf("the lessons for everyone are %q", got)
	}
	if gp.Minutes != 6*5 {
		t.Errorf("the gp's lessons take %d minutes, want 30", gp.Minutes)
	}
	if gp.Start == nil || gp.Start.Slug != "d" || len(gp.Pathways) != 1 || len(gp.Stories) != 1 || len(gp.Myths) != 0 {
		t.Errorf("the gp has %+v", gp)
	}
	nurse := g.Role(findRole(t, pkg, "nurse"))
	if got := lessonSlugs(nurse.Lessons); got != "b" || nurse.Minutes != 15 || nurse.Start != nil || len(nurse.Myths) != 1 {
		t.Errorf("the nurse has %q and %+v", got, nurse)
	}
}

// A lesson stands behind every one that it builds on, also when those between
// them are for somebody else.
func TestRoleOrder(t *testing.T) {
	for _, test := range []struct {
		name  string
		start string
		keys  map[string]string
		want  string
	}{
		{"no wishes", "", map[string]string{"a": "", "b": "", "c": ""}, "a b c"},
		{"one before", "", map[string]string{"a": "before: [c]\n", "b": "", "c": ""}, "c a b"},
		{"a chain", "", map[string]string{"a": "before: [b]\n", "b": "before: [c]\n", "c": ""}, "c b a"},
		{"two before, in their order", "", map[string]string{"a": "before: [c, b]\n", "b": "", "c": ""}, "c b a"},
		{"a start", "start: c\n", map[string]string{"a": "", "b": "", "c": ""}, "c a b"},
		{"a start that builds on another", "start: c\n", map[string]string{"a": "", "b": "", "c": "before: [b]\n"}, "b c a"},
		{"a start for others", "start: other\n", map[string]string{"a": "", "b": "", "other": "roles: [nurse]\n"}, "a b"},
		{"by way of another's lesson", "", map[string]string{"a": "before: [other]\n", "b": "", "c": "", "other": "roles: [nurse]\nbefore: [c]\n"}, "c a b"},
		{"a circle still ends", "", map[string]string{"a": "before: [b]\n", "b": "before: [a]\n", "c": ""}, "b a c"},
	} {
		own := files{"content/roles/gp.md": front(test.start, ""), "content/roles/nurse.md": front("", "")}
		for slug, keys := range test.keys {
			if !strings.Contains(keys, "roles:") {
				keys += "roles: [gp]\n"
			}
			own["content/lessons/"+slug+".md"] = lesson(keys, "")
		}
		pkg, g, _ := resolve(t, own)
		if got := lessonSlugs(g.Role(findRole(t, pkg, "gp")).Lessons); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestPathways(t *testing.T) {
	pkg, g, _ := resolve(t, village)
	first := g.Pathway(pkg.Pathways[0])
	if got := lessonSlugs(first.Lessons); got != "b a all-one" || first.Minutes != 15 || roleSlugs(first.Roles) != "gp" {
		t.Errorf("the pathway is %q, %+v", got, first)
	}
	steps := func(slug string) string {
		var all []string
		for _, s := range g.Lesson(findLesson(t, pkg, slug)).Pathways {
			line := s.Pathway.Slug + " " + string(rune('0'+s.Number))
			if s.Previous != nil {
				line += " after " + s.Previous.Slug
			}
			if s.Next != nil {
				line += " then " + s.Next.Slug
			}
			all = append(all, line)
		}
		return strings.Join(all, ", ")
	}
	for slug, want := range map[string]string{
		"b": "first 1 then a, second 1", "a": "first 2 after b then all-one", "all-one": "first 3 after a", "d": "",
	} {
		if got := steps(slug); got != want {
			t.Errorf("the steps of %s: %q, want %q", slug, got, want)
		}
	}
}

// A role that nobody's lessons, pathways, myths or stories name has no page.
func TestHiddenRoles(t *testing.T) {
	for _, test := range []struct {
		name  string
		files files
		shown bool
	}{
		{"nothing", files{"content/lessons/a.md": lesson("roles: [gp]\n", "")}, false},
		{"a lesson", files{"content/lessons/a.md": lesson("roles: [nurse]\n", "")}, true},
		{"a lesson for everyone", files{"content/lessons/a.md": lesson("", "")}, true},
		{"a pathway", files{"content/lessons/a.md": lesson("roles: [gp]\n", ""), "content/pathways/p.md": front("lessons: [a]\nroles: [nurse]\n", "")}, true},
		{"a myth", files{"content/myths/phone.md": village["content/myths/phone.md"], "themes/talk.md": village["themes/talk.md"]}, true},
		{"a story", files{"content/stories/s.md": front("from: staff\nconsent: fictional\nroles: [nurse]\n", "")}, true},
		{"only an insight", files{"content/insights/i.md": "---\nkind: interview\nfrom: staff\nthemes: [care]\nrole: nurse\n---\nSo.\n"}, false},
	} {
		pkg, g, findings := resolve(t, test.files.with(files{"content/roles/gp.md": front("", ""), "content/roles/nurse.md": front("", "")}))
		if got := g.Shown(&findRole(t, pkg, "nurse").Item); got != test.shown {
			t.Errorf("%s: shown %v, want %v", test.name, got, test.shown)
		}
		if found := lines(findings); found != "" {
			t.Errorf("%s: %s", test.name, found)
		}
	}
}
