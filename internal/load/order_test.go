package load

import (
	"fmt"
	"strings"
	"testing"

	"commonground/internal/training"
)

// order loads lessons with these titles and orders and returns them in the
// order that people see.
func order(t *testing.T, language string, lessons ...string) string {
	t.Helper()
	own := files{"content/index.md": strings.Replace(settingsText, "en-GB", language, 1)}
	for n, l := range lessons {
		title, number, _ := strings.Cut(l, "|")
		keys := ""
		if number != "" {
			keys = "order: " + number + "\n"
		}
		own[fmt.Sprintf("content/lessons/l%d.md", len(lessons)-n)] = strings.Replace(lessonText(keys), "title: T", fmt.Sprintf("title: %q", title), 1)
	}
	r := load(t, Options{Package: mapFS(own)})
	if len(r.Findings) > 0 {
		t.Fatal(short(r.Findings))
	}
	var names []string
	for _, l := range r.Package.Lessons {
		names = append(names, l.Name)
	}
	return strings.Join(names, ", ")
}

func TestOrderOfLessons(t *testing.T) {
	for _, test := range []struct {
		language string
		lessons  []string
		want     string
	}{
		{"en-GB", []string{"c", "a", "b"}, "a, b, c"},
		{"en-GB", []string{"c|1", "b|2", "a|10"}, "c, b, a"},
		{"en-GB", []string{"a", "b|2", "c|1"}, "c, b, a"}, // those without an order come last
		{"en-GB", []string{"a", "b|1", "c|0"}, "c, b, a"}, // 0 is a place like any other
		{"en-GB", []string{"b|1", "a|1"}, "a, b"},
		{"en-GB", []string{"banana", "Cherry", "apple", "Apricot"}, "apple, Apricot, banana, Cherry"},
		{"en-GB", []string{"zebra", "éclair", "eagle", "Émile", "fox"}, "eagle, éclair, Émile, fox, zebra"},
		{"en-GB", []string{"Step 10", "Step 9", "Step 1"}, "Step 1, Step 9, Step 10"},
		{"en-GB", []string{"a", "2 b", "10 b"}, "2 b, 10 b, a"},
		{"en-GB", []string{"ö", "z", "o"}, "o, ö, z"},
		{"sv", []string{"ö", "z", "o"}, "o, z, ö"},
		{"da", []string{"øre", "zebra", "oak"}, "oak, zebra, øre"},
		{"no such language", []string{"b", "a"}, "a, b"},
		{"en-GB", []string{"same", "same"}, "same, same"},
	} {
		if got := order(t, test.language, test.lessons...); got != test.want {
			t.Errorf("%s %q: %s, want %s", test.language, test.lessons, got, test.want)
		}
	}
}

func TestOrderOfOtherLists(t *testing.T) {
	own := files{"content/index.md": settingsText, "content/lessons/a.md": lessonText("")}
	for n, title := range []string{"Zeta", "alpha", "Éta"} {
		number := fmt.Sprintf("order: %d\n", 3-n)
		own[fmt.Sprintf("themes/t%d.md", n)] = titled(title, number)
		own[fmt.Sprintf("content/roles/r%d.md", n)] = titled(title, number)
		own[fmt.Sprintf("content/p%d.md", n)] = "---\ntitle: " + title + "\n" + number + "---\n"
		own[fmt.Sprintf("content/glossary/g%d.md", n)] = "---\ntitle: " + title + "\nmeaning: M.\n---\n"
		own[fmt.Sprintf("content/pathways/p%d.md", n)] = titled(title, "lessons: [a]\n")
		own[fmt.Sprintf("content/stories/s%d.md", n)] = titled(title, "from: staff\nconsent: given\n")
		own[fmt.Sprintf("content/myths/m%d.md", n)] = "---\nfact: " + title + "\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n---\n"
	}
	p := load(t, Options{Package: mapFS(own)}).Package
	got := map[string]string{
		"themes": join(p.Themes, func(x *training.Theme) string { return x.Name }), "roles": join(p.Roles, func(x *training.Role) string { return x.Name }),
		"pages": join(p.Pages, func(x *training.Page) string { return x.Name }), "terms": join(p.Terms, func(x *training.Term) string { return x.Name }),
		"pathways": join(p.Pathways, func(x *training.Pathway) string { return x.Name }), "stories": join(p.Stories, func(x *training.Story) string { return x.Name }),
		"myths": join(p.Myths, func(x *training.Myth) string { return x.Name }),
	}
	for what, want := range map[string]string{
		"themes": "Éta alpha Zeta", "roles": "Éta alpha Zeta", "pages": "Éta alpha Zeta",
		"terms": "alpha Éta Zeta", "pathways": "alpha Éta Zeta", "stories": "alpha Éta Zeta", "myths": "alpha Éta Zeta",
	} {
		if got[what] != want {
			t.Errorf("the %s are %q, want %q", what, got[what], want)
		}
	}
}

func join[T any](items []T, name func(T) string) string {
	var all []string
	for _, x := range items {
		all = append(all, name(x))
	}
	return strings.Join(all, " ")
}

func TestSlug(t *testing.T) {
	for title, want := range map[string]string{
		"Book online": "book-online", "  A  b ": "a-b", "What's new?": "whats-new", "Überdosis": "uberdosis", "naïve café": "naive-cafe",
		"50 % off": "50-off", "a_b.c": "a-b-c", "健康": "page", "": "page", "---": "page", "ﬁne": "fine", "it’s": "its",
	} {
		if got := Slug(title); got != want || Slug(got) != got {
			t.Errorf("the slug of %q is %q, want %q", title, got, want)
		}
	}
}
