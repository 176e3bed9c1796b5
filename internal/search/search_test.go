package search

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/output"
)

// filesOf makes the index of a package, which must have no finding, and reads it.
func filesOf(t testing.TB, files map[string]string) map[string]string {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := load.Package(load.Options{Package: fs.FS(fsys)})
	if err != nil {
		t.Fatal(err)
	}
	graph, findings := link.Resolve(r.Package)
	for _, f := range append(r.Findings, findings...) {
		t.Logf("%s: %s", f.Path, f.Message)
	}
	return read(t, Files(r.Package, graph))
}

func read(t testing.TB, files []output.File) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, f := range files {
		var b strings.Builder
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		all[strings.TrimPrefix(f.Path, link.SearchIndex)] = b.String()
	}
	return all
}

// part reads the value that a file hands over.
func part[T any](t testing.TB, text string) T {
	t.Helper()
	text, begins := strings.CutPrefix(text, "(self.CGsearch=self.CGsearch||[]).push(")
	text, ends := strings.CutSuffix(text, ");\n")
	if !begins || !ends {
		t.Fatalf("this hands nothing over: %.80q", text)
	}
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// small is a package with something of everything that can be found.
var small = map[string]string{
	"content/index.md": "---\ntitle: Small\nsummary: S.\nlanguage: en-GB\n---\n",
	"content/lessons/a.md": "---\ntitle: Order tablets\nsummary: A short way.\nthemes: [care]\nminutes: 5\noutcome: Order it.\n---\n\nOpening words.\n\n" +
		"## First part\n\nZebra &amp; *zeb*ra, `code` twice.\n\n### Further\n\n#### Too deep\n\nGiraffe.\n\n::: facilitator\n## Secret part\n\nCanary.\n:::\n\nGoes on.\n\n" +
		"::: more Folded title\nInside.\n:::\n\n## Last part\n\n::: quiz What now?\n- [x] Wombat\n  > Because.\n- [ ] Quokka\n  > Never.\n:::\n",
	"content/glossary/x.md": "---\ntitle: Proxy access\nmeaning: A key for a friend.\nalso: [linked profile]\nsay: your carer has a way in\n---\n\n## Deep end\n\nExample.\n",
	"content/insights/i.md": "---\nkind: interview\nfrom: staff\nthemes: [care]\n---\n\nPlatypus.\n",
	"themes/care.md":        "---\ntitle: Care\nsummary: S.\norder: 1\ncolour: plum\n---\n",
	"themes/empty.md":       "---\ntitle: Nothing\nsummary: S.\norder: 2\n---\n",
}

// found says where a key of an index is found: the title of the item, the
// heading, if any, and the level.
func found(t *testing.T, o opening, key string) []string {
	t.Helper()
	var owners []string
	for n, count := range numbers(o.Counts) {
		owners = append(owners, o.Items[n][2].(string))
		for h := range count - 1 {
			owners = append(owners, fmt.Sprintf("%s > %s #%s", o.Items[n][2], o.Items[n][6+2*h], o.Items[n][7+2*h]))
		}
	}
	var places []string
	at := 0
	for _, code := range decode(*o.Words)[key] {
		at += code / int(levels)
		places = append(places, fmt.Sprintf("%s: %d", owners[at], code%int(levels)))
		at++
	}
	return places
}

func TestPlaces(t *testing.T) {
	o := part[opening](t, filesOf(t, small)["index.js"])
	for key, want := range map[string][]string{
		"tablet":       {"Order tablets: 3"},
		"short":        {"Order tablets: 1"},
		"word":         {"Order tablets: 0"},
		"first":        {"Order tablets > First part #first-part: 2"},
		"zebra":        {"Order tablets > First part #first-part: 1"},
		"cod":          nil,
		"giraff":       {"Order tablets > Further #further: 0"},
		"goe":          {"Order tablets > Further #further: 0"},
		"fold":         {"Order tablets > Further #further: 2"},
		"insid":        {"Order tablets > Further #further: 0"},
		"wombat":       {"Order tablets > Last part #last-part: 0"},
		"becaus":       nil,
		"never":        {"Order tablets > Last part #last-part: 0"},
		"secret":       nil,
		"canari":       nil,
		"proxi":        {"Proxy access: 3"},
		"profil":       {"Proxy access: 2"},
		"carer":        {"Proxy access: 2"},
		"friend":       {"Proxy access: 1"},
		"exampl":       {"Proxy access > Deep end #deep-end: 0"},
		"platypu":      nil,
		"platypus":     {"Care: 0"},
		"noth":         nil,
		"linkedprofil": nil,
	} {
		if got := found(t, o, key); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
	if text := fmt.Sprint(o.Items, o.Groups, o.Kinds, o.Themes); strings.Contains(text, "Secret") {
		t.Errorf("a heading of a facilitator block is there: %s", text)
	}
	want := `[[lesson lessons/ .html] [term glossary/index.html#term- ] [theme themes/ .html]] [[Care colour-plum] [Nothing colour-slate]] [[Proxy access linked profile your carer has a way in]]`
	if got := fmt.Sprint(o.Kinds, o.Themes, o.Groups); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestNothing holds that what has nothing to find still hands over whole lists.
func TestNothing(t *testing.T) {
	one := map[string]string{"content/index.md": small["content/index.md"]}
	if o := part[opening](t, filesOf(t, one)["index.js"]); o.Kinds == nil || o.Words == nil || *o.Words != "" || o.Counts != "" || len(o.Items) > 0 {
		t.Errorf("an empty package has %+v, and the script waits for kinds and words", o)
	}
	one["content/about.md"] = "---\ntitle: Über uns\n---\n"
	one["content/index.md"] = strings.Replace(one["content/index.md"], "en-GB", "de", 1)
	got := filesOf(t, one)["index.js"]
	for _, want := range []string{`"groups":[]`, `"themes":[]`, `"little":[]`, `"english":false`, `[0,"about","Über uns","",0,[]]`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// TestParts holds that the files of a large index say together what one would,
// each key in the file of its letter.
func TestParts(t *testing.T) {
	many := map[string]string{"content/index.md": small["content/index.md"], "themes/care.md": small["themes/care.md"]}
	long := strings.Repeat("Some words of a long text, over and over again.\n\n", 900)
	for n := range 90 {
		many[fmt.Sprintf("content/lessons/l-%d.md", n)] = fmt.Sprintf("---\ntitle: Lesson %d\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Do it.\n---\n\n## Part\n\nÜber word%d. %s", n, n, long)
	}
	for n := range 30 {
		many[fmt.Sprintf("content/page-%d.md", n)] = fmt.Sprintf("---\ntitle: Page %d\n---\n", n)
	}
	files := filesOf(t, many)
	if o := part[opening](t, files["index.js"]); o.PerFile != perFile || o.Words != nil || o.Items != nil || len(numbers(o.Counts)) != 121 {
		t.Errorf("the opening is %+v", o)
	}
	keys, items := map[string][]int{}, 0
	for n := range letters {
		w := part[wordsPart](t, files[fmt.Sprintf("words-%d.js", n)])
		for key, list := range decode(w.Words) {
			if letter(key) != n || w.Letter != n {
				t.Errorf("%q is in file %d, which says %d", key, n, w.Letter)
			}
			keys[key] = list
		}
	}
	if len(keys["text"]) != 90 || keys["word7"] == nil || keys["uber"] == nil {
		t.Errorf("%d keys, text in %d places", len(keys), len(keys["text"]))
	}
	for n := range 2 {
		items += len(part[itemsPart](t, files[fmt.Sprintf("items-%d.js", n)]).Items)
	}
	if items != 121 || len(files) != 1+letters+2 {
		t.Errorf("%d items in %d files", items, len(files))
	}
}
