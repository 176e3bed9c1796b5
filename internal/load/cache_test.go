package load

import (
	"reflect"
	"testing"
	"testing/fstest"

	"commonground/internal/markdown"
)

// TestCache edits a package step by step: what a run with the cache of the step
// before gives is what a run without one gives, and what did not change is not
// parsed again.
func TestCache(t *testing.T) {
	const head = "---\ntitle: A\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n---\n"
	files := fstest.MapFS{}
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	put("content/index.md", "---\ntitle: P\nsummary: S.\nlanguage: en-GB\n---\n")
	put("themes/care.md", "---\ntitle: Care\nsummary: S.\norder: 1\n---\n")
	put("content/lessons/same.md", head+"Always the same. TODO\n")
	cache := new(Cache)
	var same *markdown.Doc
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"first", func() {}},
		{"nothing", func() {}},
		{"another lesson", func() { put("content/lessons/other.md", head+"One.\n") }},
		{"edited", func() { put("content/lessons/other.md", head+"Two.\n") }},
		{"as long as before", func() { put("content/lessons/other.md", head+"Ten.\n") }},
		{"with a mistake", func() { put("content/lessons/other.md", head+"::: nope\n") }},
		{"with two", func() { put("content/lessons/other.md", "---\ntitel: A\n---\n# B\n") }},
		{"broken", func() { put("content/lessons/other.md", "---\n") }},
		{"mended, of Windows", func() { put("content/lessons/other.md", "\xef\xbb\xbf---\r\ntitle: B\r\n---\r\n\r\nText.\r\n") }},
		{"a draft", func() { put("content/lessons/other.md", "---\ndraft: true\n"+head[4:]) }},
		{"under another name", func() {
			files["content/lessons/third.md"] = files["content/lessons/other.md"]
			delete(files, "content/lessons/other.md")
		}},
		{"of another kind", func() {
			files["content/third.md"] = files["content/lessons/third.md"]
			delete(files, "content/lessons/third.md")
		}},
		{"gone", func() { delete(files, "content/third.md") }},
	} {
		step.do()
		got, err := Package(Options{Package: files, Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		want, err := Package(Options{Package: files})
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: with the cache it is another package", step.name)
		}
		for _, l := range got.Package.Lessons {
			if l.Slug == "same" && same != nil && l.Doc != same {
				t.Errorf("%s: the lesson that is the same was parsed again", step.name)
			}
			if l.Slug == "same" {
				same = l.Doc
			}
		}
	}
}
