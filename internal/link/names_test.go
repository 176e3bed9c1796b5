package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"commonground/internal/diag"
)

// Every key that names something is followed, and says so when it cannot be.
func TestUnknownNames(t *testing.T) {
	myth := func(keys string) string {
		return "---\nfact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n" + keys + "---\n"
	}
	for _, test := range []struct{ path, text, at, words string }{
		{"content/lessons/x.md", "---\ntitle: T\nsummary: S.\nminutes: 5\noutcome: Show it.\nthemes: [kare]\n---\n", "kare", `no theme "kare" (did you mean "care"?)`},
		{"content/lessons/x.md", lesson("roles: [gpp]\n", ""), "gpp", "no role"},
		{"content/lessons/x.md", lesson("before: [zzzzzz]\n", ""), "zzzzzz", "no lesson"},
		{"content/lessons/x.md", lesson("myths: [fone]\n", ""), "fone", "no myth"},
		{"content/roles/x.md", front("start: bok\n", ""), "bok", `(did you mean "book"?)`},
		{"content/pathways/x.md", front("lessons: [book, bok]\n", ""), "bok", "no lesson"},
		{"content/pathways/x.md", front("lessons: [book]\nroles: [nobody]\n", ""), "nobody", "no role"},
		{"content/myths/x.md", myth("themes: [nothing]\n"), "nothing", "no theme"},
		{"content/myths/x.md", myth("roles: [nobody]\n"), "nobody", "no role"},
		{"content/insights/x.md", "---\nkind: interview\nfrom: staff\nthemes: [nothing]\n---\nSo.\n", "nothing", "no theme"},
		{"content/insights/x.md", "---\nkind: interview\nfrom: staff\nthemes: [care]\nrole: nobody\n---\nSo.\n", "nobody", "no role"},
		{"content/stories/x.md", front("from: staff\nconsent: given\nthemes: [nothing]\n", ""), "nothing", "no theme"},
		{"content/stories/x.md", front("from: staff\nconsent: given\nroles: [nobody]\n", ""), "nobody", "no role"},
		{"content/glossary/x.md", "---\ntitle: X\nmeaning: M.\nsee: [ap]\n---\n", "ap", `(did you mean "app"?)`},
	} {
		_, _, findings := resolve(t, town.with(files{test.path: test.text}))
		var found []diag.Finding
		for _, f := range findings {
			if f.Path == test.path && f.Rule != "asset-unused" {
				found = append(found, f)
			}
		}
		if len(found) != 1 || found[0].Rule != "name-unknown" || string(found[0].File.Bytes(found[0].Span)) != test.at || !has(lines(found), test.words) {
			t.Errorf("%s: want name-unknown at %q with %q, found %q", test.path, test.at, test.words, lines(found))
		}
	}
}

func TestNameOfDraft(t *testing.T) {
	_, _, findings := resolve(t, town.with(files{"content/lessons/x.md": lesson("before: [draft]\n", ""), "content/lessons/d/index.md": lesson("draft: true\n", ""),
		"content/pathways/p.md": front("lessons: [d, book]\n", "")}))
	got := lines(findings, "asset-unused")
	if strings.Count(got, "[link-draft]") != 2 || strings.Count(got, "\n") != 1 || !has(got, "at draft:", "at d:", "--drafts") {
		t.Errorf("found %s", got)
	}
}

func TestCycles(t *testing.T) {
	ring := func(n int) string {
		var way []string
		for i := range n {
			way = append(way, fmt.Sprintf("l%02d", i))
		}
		return strings.Join(append(way, way[0]), " → ")
	}
	for _, test := range []struct {
		name   string
		before map[string]string
		want   []string // path and words of each finding
	}{
		{"none", map[string]string{"a": "b", "b": "c", "c": ""}, nil},
		{"a diamond is none", map[string]string{"a": "b, c", "b": "d", "c": "d", "d": ""}, nil},
		{"of one", map[string]string{"a": "a", "b": ""}, []string{"content/lessons/a.md|asks for itself"}},
		{"of two", map[string]string{"a": "b", "b": "a"}, []string{"content/lessons/a.md|a → b → a"}},
		{"begun elsewhere", map[string]string{"a": "c", "b": "c", "c": "b"}, []string{"content/lessons/b.md|b → c → b"}},
		{"two apart", map[string]string{"a": "b", "b": "a", "c": "d", "d": "c"}, []string{"content/lessons/a.md|a → b → a", "content/lessons/c.md|c → d → c"}},
		{"two with one lesson in both", map[string]string{"a": "b, c", "b": "a", "c": "a"}, []string{"content/lessons/a.md|a → b → a", "content/lessons/a.md|a → c → a"}},
	} {
		checkCycles(t, test.name, test.before, test.want)
	}
	for _, n := range []int{2, 50} {
		before := map[string]string{}
		for i := range n {
			before[fmt.Sprintf("l%02d", i)] = fmt.Sprintf("l%02d", (i+1)%n)
		}
		checkCycles(t, fmt.Sprint("a ring of ", n), before, []string{"content/lessons/l00.md|: " + ring(n) + " ("})
	}
}

func checkCycles(t *testing.T, name string, before map[string]string, want []string) {
	t.Helper()
	own := files{}
	for slug, list := range before {
		own["content/lessons/"+slug+".md"] = lesson("before: ["+list+"]\n", "")
	}
	_, _, findings := resolve(t, own)
	if len(findings) != len(want) {
		t.Errorf("%s: want %d findings, found %q", name, len(want), lines(findings))
		return
	}
	for i, f := range findings {
		path, words, _ := strings.Cut(want[i], "|")
		if f.Rule != "before-cycle" || f.Path != path || !has(lines(findings[i:i+1]), words) || f.Span.End == 0 {
			t.Errorf("%s: want %s, found %q", name, want[i], lines(findings[i:i+1]))
		}
	}
}

// A folder is one name as well, on disks that do not tell capitals apart.
func TestFolderClashes(t *testing.T) {
	svg := `<svg xmlns="http://www.w3.org/2000/svg"/>`
	for _, test := range []struct {
		files files
		want  string
	}{
		{files{"content/Pics/a.svg": svg, "content/pics/b.svg": svg, "content/x.md": front("", "![a](Pics/a.svg)\n![b](pics/b.svg)\n")}, "name-clash"},
		{files{"content/x.md": front("", "![a](y.html/a.svg)\n"), "content/y.md": front("", ""), "content/y.html/a.svg": svg}, "name-clash"},
		{files{"content/404.html/a.svg": svg, "content/x.md": front("", "![a](404.html/a.svg)\n")}, "name-clash"},
		{files{"content/pics/a.svg": svg, "content/pics/more/b.svg": svg, "content/x.md": front("", "![a](pics/a.svg)\n![b](pics/more/b.svg)\n")}, ""},
	} {
		_, _, findings := resolve(t, test.files)
		got := lines(findings)
		if test.want == "" && got != "" || strings.Count(got, "["+test.want+"]") != 1 && test.want != "" {
			t.Errorf("%v: want %q, found %s", slices.Sorted(maps.Keys(test.files)), test.want, got)
		}
	}
}

// Looking for similar names is bounded: a moved folder breaks many links at
// once, and each of them is still reported.
func TestManyDeadLinks(t *testing.T) {
	const dead = 3 * maxSuggestions
	var text strings.Builder
	for n := range dead {
		fmt.Fprintf(&text, "[a](gone/lesson-%03d.md) [b](book.md#gone-%03d)\n\n", n, n)
	}
	pkg, _, _ := resolve(t, files{"content/lessons/book.md": lesson("", "## Here\n"), "content/lessons/x.md": lesson("", text.String())})
	r := newResolver(pkg)
	r.place()
	r.relate()
	r.show()
	r.follow()
	if len(r.findings) != 2*dead {
		t.Errorf("%d findings for %d dead links", len(r.findings), 2*dead)
	}
	if len(r.likes) != maxSuggestions || len(r.suggested) != maxSuggestions {
		t.Errorf("looked %d and %d times for a similar name, not %d", len(r.likes), len(r.suggested), maxSuggestions)
	}
}

// TestUseOf holds how a file that no page uses would be used: names with spaces
// and brackets stand between < and >.
func TestUseOf(t *testing.T) {
	_, _, findings := resolve(t, files{"content/lessons/from.md": lesson("", "Words.\n"), "content/lessons/a.png": "x", "content/lessons/screen (1).PNG": "x", "content/lessons/my form.pdf": "x"})
	got := map[string]string{}
	for _, f := range findings {
		got[f.Path] = f.Hint
	}
	for path, want := range map[string]string{
		"content/lessons/a.png":          "show it: ![What it shows](a.png), or remove it",
		"content/lessons/screen (1).PNG": "show it: ![What it shows](<screen (1).PNG>), or remove it",
		"content/lessons/my form.pdf":    "link to it: [text](<my form.pdf>), or remove it",
	} {
		if got[path] != want {
			t.Errorf("%s: %q, want %q", path, got[path], want)
		}
	}
}
