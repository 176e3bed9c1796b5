package link

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"commonground/internal/load"
)

// TestShippedUses compares what is found in three lessons that come with the
// program with what a reader marked in them by hand, use by use. A line is a
// paragraph; * stands for what is no text.
func TestShippedUses(t *testing.T) {
	r, err := load.Package(load.Options{Package: os.DirFS("../.."), Themes: os.DirFS("../..")})
	if err != nil {
		t.Fatal(err)
	}
	res := newResolver(r.Package)
	res.place()
	rd := newReader(res.shelf())
	names, _ := filepath.Glob("testdata/uses/*.txt")
	if len(names) < 3 {
		t.Fatalf("only %d marked lessons", len(names))
	}
	found, marked, both := 0, 0, 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		slug := strings.TrimSuffix(filepath.Base(name), ".txt")
		got := rd.markAll(t, r, slug)
		want := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
		if len(got) != len(want) {
			t.Fatalf("%s has %d paragraphs, and %d are marked: mark it anew", slug, len(got), len(want))
		}
		for n := range got {
			found += strings.Count(got[n], "{")
			marked += strings.Count(want[n], "{")
			if got[n] == want[n] {
				both += strings.Count(got[n], "{")
				continue
			}
			t.Errorf("%s, paragraph %d\n got %s\nwant %s", slug, n+1, got[n], want[n])
		}
	}
	if marked < 40 {
		t.Errorf("only %d uses are marked", marked)
	}
	t.Logf("found %d, marked %d, the same %d", found, marked, both)
}

// markAll returns the paragraphs of a lesson with all uses marked.
func (r *reader) markAll(t *testing.T, loaded *load.Result, slug string) []string {
	t.Helper()
	var lines []string
	for _, l := range loaded.Package.Lessons {
		if l.Slug != slug {
			continue
		}
		for _, run := range l.Doc.Runs {
			r.spell(l.Doc, run)
			r.text.Read(r.plain)
			var b strings.Builder
			at := 0
			for _, u := range r.finder.Find(&r.text) {
				fmt.Fprintf(&b, "%s{%s|%s}", r.plain[at:u.Start], r.terms[u.Term].Slug, r.plain[u.Start:u.End])
				at = u.End
			}
			b.Write(r.plain[at:])
			lines = append(lines, strings.NewReplacer("\n", " ", "\uFFFC", "*").Replace(b.String()))
		}
	}
	return lines
}
