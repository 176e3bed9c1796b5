package check

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
)

// TestCorpora prints what each rule of advice finds in the folders that CORPORA
// names, up to 20 places of each, evenly spread, to be judged one by one:
//
//	CORPORA=content:texts go test ./internal/check -run 'Corpora/sentence' -v
//
// A folder with an index.md is a package; of any other, each Markdown file becomes a
// page. What is judged goes into testdata/counts.txt.
func TestCorpora(t *testing.T) {
	folders := os.Getenv("CORPORA")
	if folders == "" {
		t.Skip("CORPORA names no folders")
	}
	var inputs []Input
	for folder := range strings.SplitSeq(folders, ":") {
		inputs = append(inputs, corpus(t, folder))
	}
	for _, c := range All() {
		if !c.Rule.Advice {
			continue
		}
		t.Run(c.Rule.Code, func(t *testing.T) {
			var findings []diag.Finding
			for _, in := range inputs {
				findings = append(findings, advice(in, c)...)
			}
			fmt.Printf("%s: found %d\n", c.Rule.Code, len(findings))
			shown := min(len(findings), 20)
			for n := range shown {
				f := findings[n*len(findings)/shown]
				at, _ := f.Position()
				line := string(f.File.Bytes(f.File.LineAt(f.Span.Start)))
				fmt.Printf("  %s:%d: %s\n    >%.150s<\n    %s\n", f.Path, at.Line, f.Message, f.File.Bytes(f.Span), around(line, at.Column))
			}
		})
	}
}

// around cuts a long line to what stands near a column.
func around(line string, column int) string {
	runes := []rune(line)
	return string(runes[max(0, min(column-60, len(runes))):min(column+140, len(runes))])
}

var ownFront = regexp.MustCompile(`(?s)^\s*---\n.*?\n---\n`)

// corpus loads a folder as a package.
func corpus(t *testing.T, folder string) Input {
	t.Helper()
	disk := os.DirFS(folder)
	fsys := fstest.MapFS{"content/index.md": settings(""), "themes/care.md": page("title: Care\nsummary: S.\norder: 1\n", "")}
	_, err := fs.Stat(disk, "index.md")
	whole := err == nil
	err = fs.WalkDir(disk, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(disk, name)
		switch {
		case whole:
			fsys["content/"+name] = &fstest.MapFile{Data: text}
		case path.Ext(name) == ".md":
			slug := strings.Trim(regexp.MustCompile(`[^a-z0-9]+`).ReplaceAllString(strings.ToLower(strings.TrimSuffix(name, ".md")), "-"), "-")
			fsys["content/"+slug+".md"] = page("title: A page\n", ownFront.ReplaceAllString(string(text), ""))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := load.Package(load.Options{Package: fsys, Prose: true})
	if err != nil {
		t.Fatal(err)
	}
	graph, _ := link.Resolve(r.Package)
	return Input{Package: r.Package, Graph: graph}
}
