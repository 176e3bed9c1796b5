package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestMoved(t *testing.T) {
	pkg, _, findings := resolve(t, files{
		"content/lessons/a.md":       lesson("formerly: [first, one]\n", ""),
		"content/lessons/b/index.md": lesson("formerly: bee\n", ""),
		"content/lessons/c.md":       lesson("", ""),
	})
	if len(findings) > 0 {
		t.Errorf("found %s", lines(findings))
	}
	var got []string
	for _, m := range Moved(pkg) {
		got = append(got, fmt.Sprintf("%s → %s %s", m.From, m.To.Path, m.Lesson.Slug))
	}
	want := []string{"lessons/first.html → lessons/a.html a", "handouts/first.html → handouts/a.html a", "lessons/one.html → lessons/a.html a",
		"handouts/one.html → handouts/a.html a", "lessons/bee.html → lessons/b.html b", "handouts/bee.html → handouts/b.html b"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A former name that something has now is refused at its place, for its page
// could not be both.
func TestFormerNameTaken(t *testing.T) {
	other := files{"content/lessons/b.md": lesson("", "")}
	for _, test := range []struct {
		former string
		more   files
		want   string // in the message; "" when it is free
	}{
		{"gone", other, ""},
		{"b", other, "the name that content/lessons/b.md has now"},
		{"a", other, "the name that this lesson has now"},
		{"index", other, "a page that the program makes, lessons/index.html"},
		{"con", other, "no name that a page can have"},
		{"old", files{"content/lessons/b.md": lesson("formerly: [old]\n", "")}, "a former name of content/lessons/a.md as well"},
		{"draft", files{"content/lessons/draft.md": lesson("draft: true\n", "")}, ""},
		{"role", files{"content/roles/role.md": front("", "")}, ""},
		{"pics", files{"content/lessons/b.md": lesson("", "![a](pics.html/a.svg)\n"), "content/lessons/pics.html/a.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`}, "a folder of the site, lessons/pics.html"},
	} {
		own := files{"content/lessons/a.md": lesson("formerly: ["+test.former+"]\n", "")}
		maps.Copy(own, test.more)
		_, _, findings := resolve(t, own)
		got := lines(findings)
		if test.want == "" && got != "" || test.want != "" && !has(got, "[formerly-taken] at "+test.former+":", test.want) || strings.Contains(got, "\n") {
			t.Errorf("%s: found %q, want %q", test.former, got, test.want)
		}
	}
}

// Whoever still uses a former name is told the one of today.
func TestFormerNameUsed(t *testing.T) {
	moved := files{
		"content/lessons/new.md":          lesson("formerly: [old]\n", ""),
		"content/lessons/folder/index.md": lesson("formerly: [file]\n", ""),
		"content/lessons/olds.md":         lesson("", ""), // looks more like it
	}
	for _, test := range []struct{ path, text, want string }{
		{"content/lessons/x.md", lesson("", "[a](old.md)\n"), "it is now new.md"},
		{"content/lessons/x.md", lesson("", "[a](old/index.md)\n"), "it is now new.md"},
		{"content/lessons/x.md", lesson("", "[a](old.html)\n"), "it is now new.md"},
		{"content/lessons/x.md", lesson("", "[a](file.md)\n"), "it is now folder/index.md"},
		{"content/about.md", front("", "[a](lessons/old.md#part)\n"), "it is now lessons/new.md"},
		{"content/about.md", front("", "[a](old.md)\n"), "did you mean"},
		{"content/lessons/x.md", lesson("", "![a](old.png)\n"), "put a file of that name there"},
		{"content/lessons/x.md", lesson("before: [old]\n", ""), `it is now called "new"`},
		{"content/pathways/x.md", front("lessons: [old, file]\n", ""), `it is now called "folder"`},
		{"content/roles/x.md", front("start: old\n", ""), `it is now called "new"`},
		{"content/lessons/x.md", lesson("roles: [old]\n", ""), "the package has no roles yet"},
	} {
		_, _, findings := resolve(t, moved.with(files{test.path: test.text}))
		if got := lines(findings); !has(got, "("+test.want) {
			t.Errorf("%s: found %q, want %q", test.text, got, test.want)
		}
	}
}
