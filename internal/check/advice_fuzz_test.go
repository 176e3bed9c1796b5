package check

import (
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/schema"
	"commonground/internal/source"
	"commonground/internal/training"
)

// FuzzAdvise holds all rules of advice to what a finding promises, whatever a page
// says: they end, the same text gives the same findings, and each has a hint and
// stands, with its edits, at a place of its file.
func FuzzAdvise(f *testing.F) {
	for _, text := range exampleLessons(f) {
		f.Add(text)
	}
	f.Add(lessonOf("WARNING\u00a0ALWAYS\u00a0REMEMBER\u00a0NEVER\u00a0ATTENTION\u00a0PLEASE.\n"))
	f.Add(lessonOf("NEVER" + strings.Repeat("É", 40) + " MUST.\n"))
	rules := settings("rules: {" + strings.Join(everyRule(), ", ") + "}\n")
	ready := Input{Today: schema.Date{Year: 2026, Month: 11, Day: 22}}
	ready.Package, ready.Graph = oneLesson(f, rules, lessonOf("Text.\n"))
	ready = ready.prepared() // the word lists and the glossary are the same for all
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 || !utf8.ValidString(text) {
			return
		}
		in := ready
		in.Package, in.Graph = oneLesson(t, rules, text)
		found := diag.Sort(advise(t.Context(), in, 2))
		for _, one := range found {
			holdFinding(t, one)
		}
		if again := diag.Sort(advise(t.Context(), in, 2)); !reflect.DeepEqual(found, again) {
			t.Errorf("the same text gave other findings:\n%v\n%v", found, again)
		}
	})
}

// exampleLessons are the lessons in the examples of all rules, without comments.
func exampleLessons(f *testing.F) (all []string) {
	names, _ := filepath.Glob("testdata/rules/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			text := fineComment.ReplaceAllString(wantComment.ReplaceAllString(string(file.Data), ""), "")
			if !strings.HasPrefix(text, "---\n") {
				text = lessonOf(text)
			}
			all = append(all, text)
		}
	}
	return all
}

// lessonOf is a lesson with what it must have, and a text.
func lessonOf(body string) string {
	return text(lesson("outcome: Show it.\n", body))
}

// everyRule turns on all rules of advice, as the settings write it.
func everyRule() []string {
	levels := map[string]bool{}
	for _, c := range All() {
		if c.Rule.Advice {
			levels[c.Rule.Code+": warning"] = true
		}
	}
	return slices.Sorted(maps.Keys(levels))
}

// oneLesson loads a package whose lesson has a text, and a term that it may use.
func oneLesson(t testing.TB, settings *fstest.MapFile, text string) (*training.Package, *link.Graph) {
	t.Helper()
	r, err := load.Package(load.Options{Prose: true, Package: fstest.MapFS{
		"themes/care.md":             page("title: Care\nsummary: S.\norder: 1\n", ""),
		"content/index.md":           settings,
		"content/glossary/portal.md": page("title: Portal\nmeaning: A website to sign in to.\nalso: [PHR]\nstaff_only: true\nsay: website\n", ""),
		"content/lessons/example.md": &fstest.MapFile{Data: []byte(text)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	graph, _ := link.Resolve(r.Package)
	return r.Package, graph
}

// holdFinding holds one finding, and the edits it offers.
func holdFinding(t *testing.T, f diag.Finding) {
	t.Helper()
	what := fmt.Sprintf("%s: %q at %v", f.Rule, f.Message, f.Span)
	whole := f.Span == source.Span{} // of a page that lacks a key that it must have
	if f.Hint == "" || f.File == nil || f.Span.Start < 0 || f.Span.End <= f.Span.Start && !whole || f.Span.End > len(f.File.Text) {
		t.Fatalf("%s has no hint or no place", what)
	}
	if !utf8.ValidString(f.Message) || !utf8.ValidString(f.Hint) || !utf8.Valid(f.File.Bytes(f.Span)) {
		t.Errorf("%s cuts a character in two", what)
	}
	for n, e := range f.Edits {
		if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > len(f.File.Text) || !utf8.Valid(f.File.Bytes(e.Span)) || !utf8.ValidString(e.Text) {
			t.Errorf("%s has an edit at no place: %v", what, e)
		}
		for _, other := range f.Edits[:n] {
			if e.Span.Start < other.Span.End && other.Span.Start < e.Span.End {
				t.Errorf("%s has edits that overlap: %v, %v", what, e, other)
			}
		}
	}
}
