package render

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/output"
)

// tiny is a package with a page of nearly every layout.
var tiny = map[string]string{
	"content/index.md":       "---\ntitle: Common Ground\nsummary: S.\nlanguage: en-GB\n---\n",
	"content/about.md":       "---\ntitle: About\n---\n",
	"content/lessons/a.md":   "---\ntitle: A\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Do it.\n---\n## One\n\nX.\n",
	"content/glossary/x.md":  "---\ntitle: X\nmeaning: M.\n---\n",
	"content/roles/gp.md":    "---\ntitle: GP\nsummary: S.\n---\n",
	"content/stories/s.md":   "---\ntitle: S\nsummary: S.\nfrom: staff\nconsent: given\n---\n",
	"content/myths/m.md":     "---\nfact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n---\n",
	"content/pathways/p.md":  "---\ntitle: P\nsummary: S.\nlessons: [a]\n---\n",
	"content/insights/i.md":  "---\nkind: interview\nfrom: staff\nthemes: [care]\n---\nSo.\n",
	"themes/care.md":         "---\ntitle: Care\nsummary: S.\norder: 1\n---\n",
	"themes/empty.md":        "---\ntitle: Empty\nsummary: S.\norder: 2\n---\n",
	"content/lessons/d.md":   "---\ntitle: D\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Do it.\ndraft: true\n---\n",
	"content/glossary/dr.md": "---\ntitle: D\nmeaning: M.\ndraft: true\n---\n",
}

func mapFS(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// A mistake in a layout is a finding at its line in its own file, whether it
// cannot be read or cannot be filled.
func TestLayoutMistakes(t *testing.T) {
	for _, test := range []struct {
		name, text string
		path       string
		line       int // 0: about the file as a whole
		words      string
	}{
		{"lesson", "{{define \"main\"}}\n{{.Title}\n{{end}}\n", "layouts/lesson.html", 2, "not closed by }}"},
		{"lesson", "a\n\n{{range .Themes}}x\n", "layouts/lesson.html", 4, "never closed"},
		{"lesson", "{{define \"main\"}}\n{{.Headline}}{{end}}", "layouts/lesson.html", 2, "Headline is no field of LessonPage"},
		{"lesson", "{{define \"main\"}}{{nothing .}}{{end}}", "layouts/lesson.html", 1, "no function nothing"},
		{"lesson", "{{define \"main\"}}\n\n{{template \"gone\" .}}{{end}}", "layouts/lesson.html", 3, "no part called gone"},
		{"lesson", "{{define \"main\"}}\n<a href='{{if .Title}}'>{{end}}</a>{{end}}", "layouts/lesson.html", 2, "context"},
		{"lesson", "", "layouts/lesson.html", 0, "empty"},
		{"lesson", "{{define \"mian\"}}x{{end}}", "layouts/lesson.html", 0, "no part called main"},
		{"lesson", "caf\xe9", "layouts/lesson.html", 0, "UTF-8"},
		{"lesson", "{{end}}", "layouts/lesson.html", 1, "closes nothing"},
		{"glossary", "{{define \"main\"}}{{range .Letters}}\n{{range .Entries}}\n{{.Wrong}}{{end}}{{end}}{{end}}", "layouts/glossary.html", 3, "Wrong is no field of Entry"},
		{"parts", "\n{{define \"links\"}}{{range .}}{{end}}\n", "layouts/parts.html", 3, "never closed"},
		{"base", "<html>\n{{.Nothing}}{{template \"main\" .}}", "layouts/base.html", 2, "Nothing"},
		{"base", "<html>{{if}}", "layouts/base.html", 1, "after if something"},
		{"menu", "\n\n{{.Wrong}}", "layouts/menu.html", 3, "Wrong"},
		{"head", "{{.Wrong}}", "layouts/head.html", 1, "Wrong"},
		{"trail", "{{.Wrong}}", "layouts/trail.html", 1, "Wrong"},
		{"foot", "{{.Wrong}}", "layouts/foot.html", 1, "Wrong"},
		{"lesson-card", "{{.Wrong}}", "layouts/lesson-card.html", 1, "Wrong"},
		{"word", "{{.Wrong}}", "layouts/word.html", 1, "Wrong"},
		{"word", "\n{{slice .Href 0 15}}", "layouts/word.html", 2, "out of range"}, // in the handbook only
		{"404-bare", "\n{{.Wrong}}", "layouts/404-bare.html", 2, "Wrong"},
	} {
		layouts := bareFiles()
		layouts[test.name+".html"] = &fstest.MapFile{Data: []byte(test.text)}
		findings := layoutFindings(t, layouts)
		if len(findings) == 0 {
			t.Errorf("%s %q: no finding", test.name, test.text)
			continue
		}
		f := findings[0]
		p, _ := f.Position()
		if f.Path != test.path || p.Line != test.line || f.Rule != "layout" || f.Severity != diag.Error || f.Hint == "" || !strings.Contains(f.Message, test.words) {
			t.Errorf("%s %q: want %s line %d with %q, found %s line %d: %s", test.name, test.text, test.path, test.line, test.words, f.Path, p.Line, f.Message)
		}
	}
}

// layoutFindings builds a small site with some layouts and returns what is found.
func layoutFindings(t *testing.T, fsys fs.FS) []diag.Finding {
	t.Helper()
	layouts, findings, err := ReadLayouts(fsys, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) > 0 {
		return findings
	}
	in, _ := prepare(t, mapFS(tiny))
	in.Layouts, in.Try = layouts, true
	files, findings, err := Pages(in)
	if err != nil || len(findings) > 0 && files != nil {
		t.Fatal("files in spite of findings", err)
	}
	return findings
}

// A field that is not there is told with the one that was meant.
func TestFieldHints(t *testing.T) {
	for text, want := range map[string]string{
		"{{.Titel}}":                        "did you mean Title?",
		"{{.Sumary}}":                       "did you mean Summary?",
		"{{range .Entries}}{{.Hrf}}{{end}}": "did you mean Href?",
		"{{.Zzzzzzzz}}":                     "its fields are ",
		"{{range .Entries}}{{.A.B}}{{end}}": "its fields are ",
	} {
		layouts := bareFiles()
		name, text := "page.html", "{{define \"main\"}}"+text+"{{end}}"
		if strings.Contains(text, "Entries") {
			name, text = "menu.html", strings.TrimSuffix(strings.TrimPrefix(text, "{{define \"main\"}}"), "{{end}}")
		}
		layouts[name] = &fstest.MapFile{Data: []byte(text)}
		if findings := layoutFindings(t, layouts); len(findings) != 1 || !strings.HasPrefix(findings[0].Hint, want) {
			t.Errorf("%s: %+v, want %q", text, findings, want)
		}
	}
}

// All mistakes are told in one run, one for each layout.
func TestSeveralLayoutMistakes(t *testing.T) {
	layouts := bareFiles()
	for _, name := range []string{"lesson", "glossary", "role"} {
		layouts[name+".html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}{{.Wrong}}{{end}}")}
	}
	if findings := layoutFindings(t, layouts); len(findings) != 3 {
		t.Errorf("found %v", findings)
	}
	for _, name := range []string{"lesson", "glossary", "role"} {
		layouts[name+".html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}{{.Wrong}")}
	}
	if findings := layoutFindings(t, layouts); len(findings) != 3 {
		t.Errorf("found %v", findings)
	}
}

// A layout that is not there at all is trouble of the program, not of an author.
func TestMissingLayout(t *testing.T) {
	for _, name := range []string{"base", "parts", "lesson", "menu"} {
		layouts := bareFiles()
		delete(layouts, name+".html")
		if _, findings, err := ReadLayouts(layouts, nil); err == nil || !strings.Contains(err.Error(), name+".html") {
			t.Errorf("without %s: %v, %v", name, findings, err)
		}
	}
}

// What has nothing in it, or is a draft, has no page, no entry and no menu.
func TestNoEmptyPages(t *testing.T) {
	paths := func(remove ...string) map[string]bool {
		files := map[string]string{}
		for name, text := range tiny {
			files[name] = text
		}
		for _, name := range remove {
			delete(files, name)
		}
		all := map[string]bool{}
		for _, f := range render(t, mapFS(files)).Files() {
			all[f.Path] = true
		}
		return all
	}
	all := paths()
	for _, path := range []string{"themes/empty.html", "lessons/d.html"} {
		if all[path] {
			t.Errorf("%s is there", path)
		}
	}
	for _, test := range []struct{ file, list, page string }{
		{"content/glossary/x.md", link.Glossary, ""},
		{"content/roles/gp.md", link.Roles, "roles/gp.html"},
		{"content/stories/s.md", link.Stories, "stories/s.html"},
		{"content/myths/m.md", link.Myths, "myths/m.html"},
		{"content/pathways/p.md", link.Pathways, "pathways/p.html"},
		{"content/insights/i.md", link.Insights, ""},
	} {
		without := paths(test.file)
		for _, page := range []string{test.list, test.page} {
			if page != "" && (!all[page] || without[page]) {
				t.Errorf("with and without %s: %s is there %v and %v", test.file, page, all[page], without[page])
			}
		}
	}
	none := paths("content/lessons/a.md", "content/pathways/p.md", "content/insights/i.md")
	for _, page := range []string{link.Lessons, link.Themes, link.Roles, "themes/care.html", "roles/gp.html"} {
		if none[page] {
			t.Errorf("without a lesson: %s is there", page)
		}
	}
}

// Every page carries the one policy, and the same bytes come out each time.
func TestPolicyAndRepeat(t *testing.T) {
	layouts := bareFiles()
	layouts["base.html"] = &fstest.MapFile{Data: []byte("{{.Head}}")}
	layouts["head.html"] = &fstest.MapFile{Data: []byte("{{.Policy}}")}
	layouts["404-bare.html"] = layouts["head.html"]
	in, _ := prepare(t, mapFS(tiny))
	in.Layouts, _, _ = ReadLayouts(layouts, nil)
	files, _, err := Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.Type != "text/html; charset=utf-8" {
			continue
		}
		if got := write(t, f); got != strings.ReplaceAll(Policy, "'", "&#39;") || got != write(t, f) {
			t.Errorf("%s: the policy is %q", f.Path, got)
		}
	}
}

func write(t *testing.T, f output.File) string {
	t.Helper()
	var b strings.Builder
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
