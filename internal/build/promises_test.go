package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/bench/synthetic"
	"commonground/internal/output"
	"commonground/internal/schema"
)

// today is the day on which test packages are right.
var today = schema.Date{Year: 2026, Month: 11, Day: 23}

// program is what comes with the program, and the shipped package beside it.
func program() fs.FS { return os.DirFS("../..") }

// syntheticPackage makes a package of n lessons by chance.
func syntheticPackage(seed uint64, n int) fstest.MapFS {
	return madeOf(synthetic.Options{Seed: seed, Lessons: n})
}

func madeOf(o synthetic.Options) fstest.MapFS {
	pkg := fstest.MapFS{}
	if err := synthetic.New(o).Write(func(name string, data []byte) error {
		pkg[name] = &fstest.MapFile{Data: data}
		return nil
	}); err != nil {
		panic(err) // nothing above fails
	}
	return pkg
}

// tinyPackage is the least that a package can be.
func tinyPackage() fstest.MapFS {
	return fstest.MapFS{
		"content/index.md":        {Data: []byte("---\ntitle: Tiny\nsummary: One lesson.\nlanguage: en-GB\n---\n")},
		"content/lessons/only.md": {Data: []byte("---\ntitle: The only lesson\nsummary: All there is.\nthemes: [language]\nminutes: 2\noutcome: Say one thing\n---\n\nSome text.\n")},
	}
}

// longPackage is too long for one volume of the handbook: its lessons, of which
// each leads to the next, the last to the first, fill two.
func longPackage() fstest.MapFS {
	pkg := tinyPackage()
	delete(pkg, "content/lessons/only.md")
	pkg["content/glossary/form.md"] = &fstest.MapFile{Data: []byte("---\ntitle: form\nmeaning: Boxes to fill in.\n---\n\nSee [the first](../lessons/long-0.md#part).\n")}
	for i := range 40 {
		text := fmt.Sprintf("---\ntitle: Long lesson %d\nsummary: Much to read.\nthemes: [language]\nminutes: 20\noutcome: Read it all\n---\n\n## Part\n\n", i) +
			strings.Repeat("Many words about a form, and nothing else. ", 200) + "\n\n" + strings.Repeat("And more words that say nothing at all.\n\n", 600) +
			fmt.Sprintf("[Go on](long-%d.md#part)[^1], see [all forms](../glossary/) and [one form](../glossary/form.md).\n\n[^1]: Or stop.\n\n", (i+1)%40) +
			"::: quiz Was it long?\n- [x] Yes\n  > It was.\n- [ ] No\n  > It was.\n:::\n"
		pkg[fmt.Sprintf("content/lessons/long-%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return pkg
}

// TestVolumes shows that the long package has two volumes, and that no part of
// it is lost between them.
func TestVolumes(t *testing.T) {
	files := buildSite(t, longPackage())
	first, second := string(files["print.html"]), string(files["print-2.html"])
	if second == "" || files["print-3.html"] != nil {
		t.Fatal("there are not two volumes")
	}
	for i := range 40 {
		id := fmt.Sprintf(`id="lesson-long-%d"`, i)
		if strings.Count(first, id)+strings.Count(second, id) != 1 {
			t.Errorf("lesson %d is not in one volume", i)
		}
	}
	for _, want := range []string{`id="CG-on-lesson"`, `<h2>Lessons, continued</h2>`, `href="print.html#lesson-long-0.part"`, `id="term-form"`, `href="print.html">Volume 1</a>`} {
		if !strings.Contains(second, want) {
			t.Errorf("the second volume has no %s", want)
		}
	}
	if !strings.Contains(first, `href="print-2.html#lesson-long-`) || !strings.Contains(first, `href="print-2.html#term-form"`) {
		t.Error("the first volume does not lead to the second")
	}
}

// buildSite builds a package, which must have no finding, and reads its files.
func buildSite(t testing.TB, pkg fs.FS) map[string][]byte {
	t.Helper()
	r, err := Run(Options{Package: pkg, Program: program(), Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Errorf("%s: %s: %s [%s]", f.Path, f.Severity, f.Message, f.Rule)
	}
	if r.Site == nil {
		t.Fatal("there is no site")
	}
	return readFiles(t, r.Site)
}

// readFiles asks every file of a site for its bytes.
func readFiles(t testing.TB, site *output.Site) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, f := range site.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		files[f.Path] = b.Bytes()
		if kind, ok := output.TypeOf(f.Path); !ok || kind != f.Type {
			t.Errorf("%s has the type %q, its name says %q", f.Path, f.Type, kind)
		}
	}
	return files
}

// TestPromises reads every file of six sites and holds it to every promise.
func TestPromises(t *testing.T) {
	located := tinyPackage()
	located["content/index.md"] = &fstest.MapFile{Data: bytes.Replace(located["content/index.md"].Data, []byte("language:"), []byte("url: https://training.example.org/digital/\nlanguage:"), 1)}
	located["content/lessons/only.md"] = &fstest.MapFile{Data: bytes.Replace(located["content/lessons/only.md"].Data, []byte("themes:"), []byte("formerly: [first, one]\nthemes:"), 1)}
	nowhere := maps.Clone(located)
	nowhere["content/index.md"] = tinyPackage()["content/index.md"]
	moved := map[string]string{"lessons/first.html": "lessons/only.html", "lessons/one.html": "lessons/only.html",
		"handouts/first.html": "handouts/only.html", "handouts/one.html": "handouts/only.html"}
	full := syntheticPackage(2, 8)
	full["content/index.md"] = &fstest.MapFile{Data: bytes.Replace(full["content/index.md"].Data, []byte("language:"), []byte("url: https://training.example.org/größe&co/\nlanguage:"), 1)}
	tests := []struct {
		name string
		pkg  fs.FS
		site built
	}{
		{"shipped", program(), built{lessons: len(shipped(t).Lessons), contact: "mailto:digital-skills@example.org", secrets: hidden(t, program())}},
		{"synthetic", syntheticPackage(1, 60), built{lessons: 60, contact: "mailto:help@example.org", secrets: []string{synthetic.Canary}}},
		{"tiny", tinyPackage(), built{lessons: 1}},
		{"located", located, built{lessons: 1, url: "https://training.example.org/digital/", moved: moved}},
		{"full and located", full, built{lessons: 8, url: "https://training.example.org/gr%C3%B6%C3%9Fe&co/", contact: "mailto:help@example.org", secrets: []string{synthetic.Canary}}},
		{"nowhere", nowhere, built{lessons: 1, moved: moved}},
		{"in volumes", longPackage(), built{lessons: 40}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, err := openSite(buildSite(t, test.pkg))
			if err != nil {
				t.Fatal(err)
			}
			b.lessons, b.contact, b.url, b.secrets = test.site.lessons, test.site.contact, test.site.url, test.site.secrets
			b.moved = test.site.moved
			for _, line := range b.broken() {
				t.Error(line)
			}
		})
	}
}

// TestFacilitatorHeading holds that a heading that learners do not have cannot be
// linked to: the link would be dead.
func TestFacilitatorHeading(t *testing.T) {
	pkg := tinyPackage()
	lesson := pkg["content/lessons/only.md"]
	lesson.Data = append(lesson.Data, "\nGo [down](#chairs).\n\n::: facilitator\n\n### Chairs\n\nIn a circle.\n\n:::\n"...)
	r, err := Run(Options{Package: pkg, Program: program(), Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Rule == "link-heading" {
			return
		}
	}
	t.Errorf("want a finding of link-heading, got %v", r.Findings)
}

// hidden returns the texts of a package that are not for learners: lines of
// facilitator blocks and of comments that are long enough to be told apart.
func hidden(t *testing.T, pkg fs.FS) []string {
	t.Helper()
	var lines []string
	err := fs.WalkDir(pkg, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(pkg, name)
		lines = append(lines, hiddenLines(string(text))...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) == 0 {
		t.Error("the package has no facilitator block and no comment, so nothing is tested")
	}
	return lines
}

func hiddenLines(text string) []string {
	var lines []string
	open := 0 // blocks that are open, from the facilitator block on
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		marked, isFence := strings.CutPrefix(line, ":::")
		name := strings.TrimSpace(strings.TrimLeft(marked, ":"))
		switch {
		case isFence && name == "" && open > 0:
			open--
		case isFence && (open > 0 || strings.HasPrefix(name, "facilitator")):
			open++
			line = strings.TrimPrefix(name, "facilitator ")
		}
		if comment, ok := strings.CutPrefix(line, "<!--"); ok {
			lines = append(lines, strings.TrimSpace(strings.TrimSuffix(comment, "-->")))
		}
		if plain := strings.Trim(line, " *-:0123456789."); open > 0 && len(plain) > 20 && !strings.ContainsAny(plain, "[]*`\"'&") {
			lines = append(lines, plain)
		}
	}
	return lines
}
