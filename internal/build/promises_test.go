package build

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/output"
	"commonground/internal/schema"
)

// today is the day on which test packages are right.
var today = schema.Date{Year: 2026, Month: 11, Day: 23}

// program is what comes with the program, and the shipped package beside it.
func program() fs.FS { return os.DirFS("../..") }

// tinyPackage is the least that a package can be.
func tinyPackage() fstest.MapFS {
	return fstest.MapFS{
		"content/index.md":        {Data: []byte("---\ntitle: Tiny\nsummary: One lesson.\nlanguage: en-GB\n---\n")},
		"content/lessons/only.md": {Data: []byte("---\ntitle: The only lesson\nsummary: All there is.\nthemes: [language]\nminutes: 2\noutcome: Say one thing\n---\n\nSome text.\n")},
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

// TestPromises reads every file of four sites and holds it to every promise.
func TestPromises(t *testing.T) {
	located := tinyPackage()
	located["content/index.md"] = &fstest.MapFile{Data: bytes.Replace(located["content/index.md"].Data, []byte("language:"), []byte("url: https://training.example.org/digital/\nlanguage:"), 1)}
	tests := []struct {
		name string
		pkg  fs.FS
		site built
	}{
		{"shipped", program(), built{lessons: 7, contact: "mailto:digital-skills@example.org", secrets: hidden(t, program())}},
		{"synthetic", syntheticPackage(1, 60).files, built{lessons: 60, contact: "mailto:help@example.org", secrets: []string{canary}}},
		{"tiny", tinyPackage(), built{lessons: 1}},
		{"located", located, built{lessons: 1, url: "https://training.example.org/digital/"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b, err := openSite(buildSite(t, test.pkg))
			if err != nil {
				t.Fatal(err)
			}
			b.lessons, b.contact, b.url, b.secrets = test.site.lessons, test.site.contact, test.site.url, test.site.secrets
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
