package load

import (
	"reflect"
	"testing"
	"testing/fstest"

	"commonground/internal/markdown"
)

// TestCache edits a package step by step: what a run with the cache of the step
// before gives is what a run without one gives, and what did not change is not
// parsed again. It makes no difference whether the cache is told what changes.
func TestCache(t *testing.T) {
	for _, told := range []bool{false, true} {
		testCache(t, told)
	}
}

func testCache(t *testing.T, told bool) {
	const head = "---\ntitle: A\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n---\n"
	files := fstest.MapFS{}
	var changed []string
	put := func(name, text string) {
		files[name] = &fstest.MapFile{Data: []byte(text)}
		changed = append(changed, name)
	}
	move := func(from, to string) {
		files[to] = files[from]
		delete(files, from)
		changed = append(changed, from, to)
	}
	put("content/index.md", "---\ntitle: P\nsummary: S.\nlanguage: en-GB\n---\n")
	put("themes/care.md", "---\ntitle: Care\nsummary: S.\norder: 1\n---\n")
	put("content/lessons/same.md", head+"Always the same. TODO\n")
	themes := fstest.MapFS{"themes/care.md": {Data: []byte("---\ntitle: Ours\nsummary: S.\norder: 1\n---\n")}}
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
		{"under another name", func() { move("content/lessons/other.md", "content/lessons/third.md") }},
		{"of another kind", func() { move("content/lessons/third.md", "content/third.md") }},
		{"gone", func() {
			delete(files, "content/third.md")
			changed = append(changed, "content/third.md")
		}},
		{"in a folder of which only that is said", func() {
			put("content/myths/of/a.md", "---\ntitle: A\n---\n")
			changed = []string{"content/myths"}
		}},
		{"with themes of the program", func() { move("themes/care.md", "content/lessons/care.md") }},
		{"with its own again", func() { put("themes/care.md", "---\ntitle: Own\nsummary: S.\norder: 1\n---\n") }},
	} {
		step.do()
		if told {
			cache.Forget(changed)
			changed = nil
		}
		got, err := Package(Options{Package: files, Themes: themes, Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		want, err := Package(Options{Package: files, Themes: themes})
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
