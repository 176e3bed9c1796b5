package link

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/load"
	"commonground/internal/training"
)

// files is a package in memory: path → text.
type files map[string]string

// minimal is what every package of these tests has besides its own files.
var minimal = files{
	"content/index.md": front("language: en-GB\n", "Welcome to the app, and to X.\n"),
	"themes/care.md":   front("order: 1\n", ""),
}

// front makes a page with the keys that most kinds ask for, and others.
func front(keys, body string) string {
	return "---\ntitle: T\nsummary: S.\n" + keys + "---\n" + body
}

func lesson(keys, body string) string {
	return front("themes: [care]\nminutes: 5\noutcome: Show it.\n"+keys, body)
}

// resolve loads a package and resolves it. What loading finds does not count,
// unless a text cannot be read at all.
func resolve(t testing.TB, own files) (*training.Package, *Graph, []diag.Finding) {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, all := range []files{minimal, own} {
		for name, text := range all {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	r, err := load.Package(load.Options{Package: fsys})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, "front-matter") && f.Path != "content/lessons/broken.md" {
			t.Fatalf("the test's own text is wrong: %s: %s", f.Path, f.Message)
		}
	}
	g, findings := Resolve(r.Package)
	return r.Package, g, diag.Sort(findings)
}

// item finds a page of a package by the path of its file.
func item(t testing.TB, pkg *training.Package, name string) *training.Item {
	t.Helper()
	for _, i := range pkg.Items {
		if i.File.Name == name {
			return i
		}
	}
	t.Fatalf("no item %s", name)
	return nil
}

// lines writes findings as people read them, with the hint, one a line; those
// of the rules named in skip are left out.
func lines(findings []diag.Finding, skip ...string) string {
	var out []string
	for _, f := range findings {
		if slices.Contains(skip, f.Rule) {
			continue
		}
		place := ""
		if f.File != nil && f.Span.End > f.Span.Start {
			place = " at " + string(f.File.Bytes(f.Span))
		}
		out = append(out, f.Path+" ["+f.Rule+"]"+place+": "+f.Message+" ("+f.Hint+")")
	}
	return strings.Join(out, "\n")
}

// with returns the files with others laid over them.
func (f files) with(others files) files {
	all := maps.Clone(f)
	maps.Copy(all, others)
	return all
}

// show writes a target in one word or two.
func show(t Target) string {
	switch {
	case t.URL != "":
		return "away " + t.URL
	case t.Copy != nil:
		return "file " + t.Copy.Path
	case t.Address.Fragment != "":
		return t.Address.Path + "#" + t.Address.Fragment
	case t.Address.Path != "":
		return t.Address.Path
	}
	return "nowhere"
}

// targets returns what the links and then the pictures of an item lead to.
func targets(g *Graph, i *training.Item) []string {
	var all []string
	for _, t := range slices.Concat(g.Links(i), g.Images(i)) {
		all = append(all, show(t))
	}
	return all
}

// has says whether a text holds each of the words.
func has(text string, words ...string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}
