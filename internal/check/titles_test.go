package check

import (
	"strings"
	"testing"
)

func TestTitleTwice(t *testing.T) {
	myth := func(fact string) string {
		return "fact: " + fact + "\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n"
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		want  string // the page that is reported
	}{
		{"two lessons", map[string]string{"content/lessons/b.md": "title: A\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n"}, "content/lessons/b.md"},
		{"other capitals", map[string]string{"content/b.md": "title: a\n"}, "content/b.md"},
		{"two facts", map[string]string{"content/myths/b.md": myth("Yes"), "content/myths/c.md": myth("Yes")}, "content/myths/c.md"},
		{"a lesson and the package", map[string]string{"content/b.md": "title: Common Ground\n"}, "content/b.md"},
		{"different titles", map[string]string{"content/b.md": "title: B\n"}, ""},
		{"a term and a lesson", map[string]string{"content/glossary/a.md": "title: A\nmeaning: M.\n"}, ""},
		{"a role without a page", map[string]string{"content/lessons/a.md": "title: Care\nsummary: S.\nthemes: [care]\nroles: [b]\nminutes: 5\noutcome: Show it.\n", "content/roles/b.md": "title: B\nsummary: S.\n", "content/roles/c.md": "title: B\nsummary: S.\n"}, "content/lessons/a.md"},
	} {
		var found []string
		in := input(t, test.files)
		for _, f := range Run(in) {
			if f.Rule == ruleTitleTwice.Code {
				found = append(found, f.Path)
			}
		}
		if got := strings.Join(found, " "); got != test.want {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}
