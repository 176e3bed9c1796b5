package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"commonground/internal/link"
)

// letters shows where an alphabet of names leads to from its first page.
func letters(names []string) (*alphabet[string], string) {
	x := index{"search.html", link.Lay(link.Even(len(names), link.RoomLine))}
	a := newAlphabet(x, names, func(name string) string { return name })
	var jump []string
	for _, l := range a.jump(place{page: "search.html"}) {
		jump = append(jump, l.Text+" "+l.Href)
	}
	return a, strings.Join(jump, ", ")
}

func TestAlphabet(t *testing.T) {
	_, jump := letters([]string{"1st", "apple", "Årø", "øl", "open", "zoo"})
	if want := "0–9 #letter-0, A #letter-a, Ø #letter-ø, O #letter-o, Z #letter-z"; jump != want {
		t.Errorf("one page leads to %s", jump)
	}
	a, jump := letters(slices.Concat(slices.Repeat([]string{"a"}, 899), []string{"b", "b", "a", "c"}))
	if want := "A #letter-a, B #letter-b, C search_2.html#letter-c"; jump != want {
		t.Errorf("two pages lead to %s", jump)
	}
	var second []string
	for _, s := range a.sections(1) {
		second = append(second, fmt.Sprint(s.name, " ", len(s.entries)))
	}
	if got := strings.Join(second, ", "); got != "B, continued 1, A, continued 1, C 1" {
		t.Errorf("the second page has %s", got)
	}
}

// A script with a sign for each word has too many to lead to all of them.
func TestAlphabetOfSigns(t *testing.T) {
	var names []string
	for n := range 1000 {
		names = append(names, string(rune(0x4e00+n)))
	}
	want := names[0] + " #letter-" + names[0] + ", " + names[link.MaxPage] + " search_2.html#letter-" + names[link.MaxPage]
	if _, jump := letters(names); jump != want {
		t.Errorf("two pages lead to %s, want %s", jump, want)
	}
	if _, jump := letters(names[:900]); strings.Count(jump, ",") != 899 {
		t.Error("one page does not lead to all its letters")
	}
}

// Every page leads to every other, and in a very long list to those around it.
func TestPageNumbers(t *testing.T) {
	for _, test := range []struct {
		pages, at int
		want      string
	}{
		{3, 1, "1 [2] 3"},
		{30, 29, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 [30]"},
		{31, 0, "[1] 2 3 4 5 6 31"},
		{99, 49, "1 45 46 47 48 49 [50] 51 52 53 54 55 99"},
	} {
		x := index{"lessons/index.html", make(link.Pages, test.pages)}
		var said []string
		for _, l := range x.paging(test.at).Pages {
			if n, _ := strconv.Atoi(l.Text); l.Href != "../"+x.path(n-1) {
				t.Errorf("%s of %d leads to %s", l.Text, test.pages, l.Href)
			}
			if l.Current != "" {
				l.Text = "[" + l.Text + "]"
			}
			said = append(said, l.Text)
		}
		if got := strings.Join(said, " "); got != test.want {
			t.Errorf("page %d of %d leads to %s", test.at+1, test.pages, got)
		}
	}
}

// What grows with the package and has no pages of its own stops at a number.
func TestNamed(t *testing.T) {
	files := map[string]string{}
	for name, text := range tiny {
		files[name] = text
	}
	for n := range mostNamed + 1 {
		files[fmt.Sprintf("content/roles/r%d.md", n)] = fmt.Sprintf("---\ntitle: Role %d\nsummary: S.\n---\n", n)
		files[fmt.Sprintf("content/page-%d.md", n)] = fmt.Sprintf("---\ntitle: Page %d\n---\n", n)
	}
	in, _ := prepare(t, mapFS(files))
	s := &site{pkg: in.Package, graph: in.Graph, layouts: bareLayouts(t)}
	if finding := s.prepare(); finding != nil {
		t.Fatal(finding.Message)
	}
	home := s.home()
	if len(home.Roles) != mostNamed || home.AllRoles == nil || home.AllRoles.Href != link.Roles || home.AllThemes != nil {
		t.Errorf("the home page has %d roles and leads to %v", len(home.Roles), home.AllRoles)
	}
	if n := len(s.footView("").Pages); n != mostNamed+2 {
		t.Errorf("the foot has %d entries", n)
	}
	lessons := s.lessons(s.lessonIndex(), 0)
	if strings.Contains(lessons.Refs[0].Is, "role-") {
		t.Errorf("a lesson for everyone says that it is %s", lessons.Refs[0].Is)
	}
	for _, f := range lessons.Filters {
		if f.ID == "CG-by-role" {
			t.Errorf("there is a filter with %d roles", len(f.Choices))
		}
	}
	for _, test := range []struct{ all, named, more int }{{0, 0, 0}, {30, 30, 0}, {31, 30, 1}} {
		if first, more := named(make([]int, test.all)); len(first) != test.named || more != test.more {
			t.Errorf("of %d things %d are named and %d more", test.all, len(first), more)
		}
	}
}
