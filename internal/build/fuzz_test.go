package build

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"commonground/internal/bench/synthetic"
)

// FuzzBuild puts one text into every place of front matter that takes words, and
// another into the body of a lesson, and holds that the package is
// refused in words, at places of its files, or becomes a site that keeps every
// promise and is not much larger than what was written.
func FuzzBuild(f *testing.F) {
	for _, said := range []string{
		"Plain words", `"Quoted" & <b>bold</b>`, "</script><script>alert(1)</script>", "<!-- { --> ${a} `b`", "javascript:alert(1)", "\u2028\u202f\u00e9\U0001F600", "[a](b.md) **c** `d`", "]]>&amp;&#60;", "--> <![CDATA[", "=1+1", "a\\\"b\\", "%00 %2e%2e/", "NHS App app apps",
	} {
		f.Add(said, said)
		f.Add(said, "## "+said+"\n\n"+said+" [x](only.md) ![y](y.png)\n\n::: quiz "+said+"\n- [x] "+said+"\n  > "+said+"\n- [ ] No\n  > No.\n:::\n")
	}
	f.Add("Words", "```"+`"><script>`+"\na\n```\n\n| Say | Instead of |\n|---|---|\n| a | b |\n\n::: steps\n1. a\n2. b\n:::\n\na[^1]\n\n[^1]: b\n\n::: more c\n## d\n:::\n")
	shared := fstest.MapFS{}
	for _, folder := range []string{"layouts", "static", "themes"} {
		copyFiles(f, shared, folder)
	}
	cache := new(Cache)
	f.Fuzz(func(t *testing.T, said, body string) {
		looks := func(mistake string) bool { return strings.Contains(said+body, mistake) }
		if len(said) > 60 || len(body) > 2<<10 || !utf8.ValidString(said) || slices.ContainsFunc(unfilled, looks) || looks("\ufffd") {
			return // too long for anything but a finding, or what only a mistake of ours should write
		}
		pkg := everyKind(said, body)
		r, err := Run(Options{Package: pkg, Program: shared, Today: today, Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range r.Findings {
			if found.Message == "" || found.Hint == "" || !utf8.ValidString(found.Message+found.Hint) || found.File != nil && found.Span.End > len(found.File.Text) {
				t.Errorf("the finding says too little: %+v", found)
			}
		}
		if r.Site != nil {
			checkSite(t, pkg, readFiles(t, r.Site))
		}
	})
}

const (
	unsaid    = "nobodymayreadthis" // stands where no reader may find it
	somewhere = "https://training.example.org/"
)

// asWritten are the promises that such a package breaks by what it says itself.
var asWritten = []string{"titles are unique", "no section is empty", "lists have entries"}

// everyKind is a package with a page of each kind.
func everyKind(said, body string) fstest.MapFS {
	source := synthetic.YAML(fmt.Sprintf("[{title: %q, reference: %q, date: \"2026-01\"}]", said, said))
	hidden := "\n\n<!-- " + unsaid + " -->\n\n::: facilitator\n" + unsaid + "\n:::\n"
	one := synthetic.YAML(fmt.Sprintf("[%q]", said))
	files := map[string]string{
		"content/index.md": synthetic.Front("title", said, "summary", said, "language", synthetic.YAML("en-GB"), "organisation", said, "licence", said, "url", synthetic.YAML(somewhere)) + said,
		"content/lessons/only.md": synthetic.Front("title", said, "summary", said, "themes", []string{"care"}, "roles", []string{"nurse"}, "minutes", 5, "outcome", said,
			"needs", said, "takeaway", said, "authors", one, "owner", said, "sources", source, "myths", []string{"m"}) + body + hidden,
		"content/lessons/second.md": synthetic.Front("title", "Another", "summary", "S.", "themes", []string{"care"}, "minutes", 5, "outcome", "Do it.") + "See [it](only.md).\n",
		"content/glossary/app.md":   synthetic.Front("title", "app", "meaning", said, "also", []string{"NHS App"}, "say", said) + said,
		"content/myths/m.md":        synthetic.Front("fact", said, "myth", said, "why", said, "say", said, "sources", source, "evidence", synthetic.YAML("guidance")) + said,
		"content/roles/nurse.md":    synthetic.Front("title", said, "summary", said) + said,
		"content/pathways/p.md":     synthetic.Front("title", said, "summary", said, "lessons", []string{"only"}) + said,
		"content/insights/i.md":     synthetic.Front("kind", synthetic.YAML("interview"), "from", synthetic.YAML("staff"), "themes", []string{"care"}) + said,
		"content/stories/s.md":      synthetic.Front("title", said, "summary", said, "from", synthetic.YAML("staff"), "consent", synthetic.YAML("given")) + said,
		"content/about.md":          synthetic.Front("title", said, "summary", said) + said,
		"themes/care.md":            synthetic.Front("title", said, "summary", said, "order", 1) + said,
		"content/lessons/y.png":     string(synthetic.Picture()),
	}
	pkg := fstest.MapFS{}
	for name, text := range files {
		pkg[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return pkg
}

// copyFiles takes a folder of the program into memory. Style and script are left
// empty: no text of a package is in them, and they cost most.
func copyFiles(f *testing.F, to fstest.MapFS, folder string) {
	f.Helper()
	err := fs.WalkDir(program(), folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(program(), name)
		if ext := path.Ext(name); ext == ".css" || ext == ".js" {
			text = nil
		}
		to[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
}

func checkSite(t *testing.T, pkg fstest.MapFS, files map[string][]byte) {
	t.Helper()
	b, err := openSite(files)
	if err != nil {
		t.Fatal(err)
	}
	b.lessons, b.url, b.secrets = 2, somewhere, []string{unsaid}
	for _, line := range b.broken() {
		if promise, _, _ := strings.Cut(line, ": "); !slices.Contains(asWritten, promise) {
			t.Error(line)
		}
	}
	written := 0
	for _, file := range pkg {
		written += len(file.Data)
	}
	for name, raw := range files {
		if path.Ext(name) == ".html" && len(raw) > 20*written+1<<20 {
			t.Errorf("%s has %d bytes, of %d written", name, len(raw), written)
		}
		if strings.Contains(string(raw), "ZgotmplZ") {
			t.Errorf("%s has what a template would not take", name)
		}
	}
}
