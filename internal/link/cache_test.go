package link

import (
	"reflect"
	"testing"
	"testing/fstest"

	"commonground/internal/load"
)

// TestCache edits a package step by step: the graph with what is remembered of the step
// before is the graph without.
func TestCache(t *testing.T) {
	const lesson = "---\ntitle: A\nsummary: About proxy access.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n---\n"
	files := fstest.MapFS{}
	put := func(name, text string) func() {
		return func() { files[name] = &fstest.MapFile{Data: []byte(text)} }
	}
	term := func(slug, title, more string) func() {
		return put("content/glossary/"+slug+".md", "---\ntitle: "+title+"\nmeaning: Said in other words.\n"+more+"---\n")
	}
	settings := func(more string) func() {
		return put("content/index.md", "---\ntitle: P\nsummary: S.\nlanguage: en-GB\n"+more+"---\n")
	}
	settings("")()
	put("themes/care.md", "---\ntitle: Care\nsummary: S.\norder: 1\n---\n")()
	put("content/lessons/a.md", lesson+"An app, a GP and proxy access; ask the app.\n\n## More apps\n\n::: facilitator The app\nAn app, [linked](../glossary/app.md).\n:::\n")()
	put("content/lessons/b.md", lesson+"Apps, gp and [an app](../glossary/app.md) with an app.\n")()
	remembered, cache := new(load.Cache), new(Cache)
	graphs := 0
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"no terms", func() {}},
		{"a term", term("app", "app", "")},
		{"nothing", func() {}},
		{"another", term("gp", "GP", "case: exact\n")},
		{"which is not exact", term("gp", "GP", "")},
		{"with another meaning", term("gp", "GP", "say: doctor\n")},
		{"with another name", term("gp", "GP", "also: [proxy access]\n")},
		{"that comes first", term("aaa", "ask", "")},
		{"circular", put("content/glossary/app.md", "---\ntitle: app\nmeaning: An app.\n---\n")},
		{"a lesson", put("content/lessons/b.md", lesson+"Ask no GP.\n")},
		{"linked everywhere", settings("glossary: all\n")},
		{"in another language", put("content/index.md", "---\ntitle: P\nsummary: S.\nlanguage: cy\n---\n")},
		{"a term less", func() { delete(files, "content/glossary/aaa.md") }},
		{"none left", func() { delete(files, "content/glossary/app.md"); delete(files, "content/glossary/gp.md") }},
	} {
		step.do()
		loaded, err := load.Package(load.Options{Package: files, Cache: remembered})
		if err != nil {
			t.Fatal(err)
		}
		got, gotFound := ResolveWith(loaded.Package, cache)
		want, wantFound := Resolve(loaded.Package)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(gotFound, wantFound) {
			t.Errorf("%s: with the cache it is another graph", step.name)
		}
		if len(got.usedIn) > 0 {
			graphs++
		}
	}
	if graphs < 10 {
		t.Errorf("only %d graphs have terms in use", graphs)
	}
}
