package load

import (
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/training"
)

type files map[string]string

// mapFS makes a folder in memory.
func mapFS(all files) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

const settingsText = "---\ntitle: Common Ground\nsummary: S.\nlanguage: en-GB\n---\n"

func lessonText(keys string) string {
	return "---\ntitle: T\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n" + keys + "---\nText.\n"
}

func titled(title, keys string) string {
	return "---\ntitle: " + title + "\nsummary: S.\n" + keys + "---\n"
}

func load(t testing.TB, o Options) *Result {
	t.Helper()
	r, err := Package(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Findings = diag.Sort(r.Findings)
	return r
}

// short writes findings as rule and path, a line each.
func short(findings []diag.Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Rule+" "+f.Path)
	}
	return strings.Join(out, "\n")
}

// Every kind is found in its folder.
func TestPlaces(t *testing.T) {
	r := load(t, Options{Package: mapFS(files{
		"content/index.md":               settingsText,
		"content/about.md":               "---\ntitle: About\n---\n",
		"content/lessons/a.md":           lessonText(""),
		"content/lessons/b/index.md":     lessonText(""),
		"content/lessons/b/shot.pdf":     "%PDF",
		"content/roles/gp.md":            titled("GP", ""),
		"content/glossary/app.md":        "---\ntitle: App\nmeaning: A tool.\n---\n",
		"content/myths/m.md":             "---\nfact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n---\n",
		"content/pathways/p.md":          titled("P", "lessons: [a]\n"),
		"content/insights/i.md":          "---\nkind: interview\nfrom: staff\nthemes: [care]\n---\nSo.\n",
		"content/stories/s.md":           titled("S", "from: staff\nconsent: given\n"),
		"themes/care.md":                 titled("Care", "order: 1\n"),
		"README.md":                      "not part of the package",
		"layouts/base.html":              "not content",
		"content/.git/config":            "ignored",
		"content/lessons/a.md.swp":       "ignored",
		"content/lessons/.obsidian/x.md": "ignored",
	})})
	if got := short(r.Findings); got != "" {
		t.Error(got)
	}
	var got []string
	for n, i := range r.Package.Items {
		if i.ID != n {
			t.Errorf("item %d has the number %d", n, i.ID)
		}
		got = append(got, i.Kind.Name+" "+i.Slug)
	}
	want := []string{"settings index", "theme care", "role gp", "lesson a", "lesson b", "pathway p", "term app", "myth m", "insight i", "story s", "page about"}
	if !slices.Equal(got, want) {
		t.Errorf("the items are %q, want %q", got, want)
	}
	if len(r.Package.Assets) != 1 || r.Package.Assets[0].Name != "content/lessons/b/shot.pdf" || r.Package.Assets[0].Size != 4 {
		t.Errorf("the files are %v", r.Package.Assets)
	}
	if r.Package.Settings.Key != "common-ground" || r.Package.Myths[0].Name != "F" {
		t.Errorf("%q, %q", r.Package.Settings.Key, r.Package.Myths[0].Name)
	}
}

func TestMisplacedAndUnfitNames(t *testing.T) {
	long := strings.Repeat("a", 71)
	for _, test := range []struct{ path, rule, hint string }{
		{"content/lesson/a.md", "file-place", "did you mean content/lessons?"},
		{"content/lessons/a/b.md", "file-place", "index.md"},
		{"content/lessons/a/b/index.md", "file-place", "content/lessons"},
		{"content/lessons/index.md", "file-place", "content/index.md"},
		{"content/glossary/index.md", "file-place", "content/index.md"},
		{"content/roles/gp/index.md", "file-place", ""},
		{"content/quite/elsewhere.md", "file-place", "content/glossary"},
		{"content/words/a.md", "file-place", "pages lie in"},
		{"content/pictures/index.md", "file-place", "pages lie in"},
		{"content/themes/a.md", "file-place", "beside content"},
		{"content/Lessons/a.md", "file-place", "did you mean content/lessons?"},
		{"themes/more/a.md", "file-place", ""},
		{"content/lessons/Two Words.md", "file-name", "two-words.md"},
		{"content/lessons/Über.md", "file-name", "uber.md"},
		{"content/lessons/a_b.md", "file-name", "a-b.md"},
		{"content/lessons/a--b.md", "file-name", "a-b.md"},
		{"content/lessons/-a.md", "file-name", "a.md"},
		{"content/lessons/a.b.md", "file-name", "a-b.md"},
		{"content/lessons/a.MD", "file-name", "a.md"},
		{"content/lessons/健康.md", "file-name", "page.md"},
		{"content/lessons/My Walk/index.md", "file-name", "my-walk"},
		{"content/About.md", "file-name", "about.md"},
		{"themes/Care.md", "file-name", "care.md"},
		{"content/lessons/" + long + ".md", "file-name", "shorter"},
		{"content/lessons/" + long[:70] + ".md", "", ""},
		{"content/lessons/7-days.md", "", ""},
	} {
		text := lessonText("")
		r := load(t, Options{Package: mapFS(files{"content/index.md": settingsText, "content/lessons/ok.md": text, test.path: text})})
		if test.rule == "" {
			if got := short(r.Findings); got != "" || len(r.Package.Lessons) != 2 {
				t.Errorf("%s: found %s", test.path, got)
			}
			continue
		}
		want := test.rule + " " + test.path
		if f := r.Findings[0]; f.File == nil { // about the folder
			want = test.rule + " " + path.Dir(test.path)
		}
		if got := short(r.Findings); got != want {
			t.Errorf("%s: want %s, found %s", test.path, test.rule, got)
			continue
		}
		if f := r.Findings[0]; !strings.Contains(f.Hint, test.hint) || f.Hint == "" || f.Severity != diag.Error {
			t.Errorf("%s: want %q in the hint %q", test.path, test.hint, f.Hint)
		}
		if r.Package.Left[test.path] != training.LeftBroken {
			t.Errorf("%s is not said to be left out", test.path)
		}
	}
}

func TestIgnored(t *testing.T) {
	for _, name := range []string{".DS_Store", "._a.md", ".git", ".a.md.swp", "Thumbs.db", "THUMBS.DB", "ehthumbs.db", "desktop.ini", "Desktop.ini",
		"~$letter.docx", "a.md~", "#a.md#", "#a.md", "4913", "a.md.swp", "a.swo", "a.swx", "a.tmp", "a.TMP", "a.temp", "a.bak", "a.orig", "a.part", "a.crdownload", "Icon\r"} {
		if !Ignored(name) {
			t.Errorf("%q is not ignored", name)
		}
	}
	for _, name := range []string{"a.md", "a.png", "thumbs.md", "desktop.md", "icon", "icon.svg", "a~b.md", "a#b.pdf", "$a.md", "temp", "tmp.md", "backup.md", "4913.md", "a.docx"} {
		if Ignored(name) {
			t.Errorf("%q is ignored", name)
		}
	}
}

func TestWhatAPackageNeeds(t *testing.T) {
	for _, test := range []struct {
		name  string
		files files
		want  string
	}{
		{"nothing at all", files{}, "settings-missing content/index.md\npackage-empty content/lessons"},
		{"no settings", files{"content/lessons/a.md": lessonText("")}, "settings-missing content/index.md"},
		{"no lesson", files{"content/index.md": settingsText}, "package-empty content/lessons"},
		{"only a draft", files{"content/index.md": settingsText, "content/lessons/a.md": lessonText("draft: true\n")}, ""},
		{"all it needs", files{"content/index.md": settingsText, "content/lessons/a.md": lessonText("")}, ""},
		{"a file and a folder", files{"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), "content/lessons/a/index.md": lessonText("")}, "file-twice content/lessons/a.md"},
	} {
		if got := short(load(t, Options{Package: mapFS(test.files)}).Findings); got != test.want {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}

// A package's own themes replace those of the program, all of them.
func TestThemes(t *testing.T) {
	program := mapFS(files{"themes/one.md": titled("One", "order: 1\n"), "themes/two.md": titled("Two", "order: 2\n")})
	themes := func(own files) string {
		own["content/index.md"], own["content/lessons/a.md"] = settingsText, lessonText("")
		var slugs []string
		for _, x := range load(t, Options{Package: mapFS(own), Themes: program}).Package.Themes {
			slugs = append(slugs, x.Slug)
		}
		return strings.Join(slugs, " ")
	}
	if got := themes(files{}); got != "one two" {
		t.Errorf("without its own it has %q", got)
	}
	if got := themes(files{"themes/mine.md": titled("Mine", "order: 1\n")}); got != "mine" {
		t.Errorf("with its own it has %q", got)
	}
	if got := themes(files{"themes/icon.pdf": "x", "themes/.hidden.md": "x"}); got != "one two" {
		t.Errorf("with only a picture it has %q", got)
	}
}

func TestDrafts(t *testing.T) {
	fsys := mapFS(files{
		"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), "content/lessons/b.md": lessonText("draft: true\n"),
		"content/lessons/c/index.md": lessonText("draft: yes\n"), "content/lessons/d.md": lessonText("draft: no\n"), "content/about.md": "---\ntitle: A\ndraft: true\n---\n",
	})
	without, with := load(t, Options{Package: fsys}), load(t, Options{Package: fsys, Drafts: true})
	if without.Drafts != 3 || len(without.Package.Lessons) != 2 || len(without.Package.Pages) != 0 || len(without.Package.Left) != 3 ||
		without.Package.Left["content/lessons/c/index.md"] != training.LeftDraft {
		t.Errorf("%d drafts, %d lessons, left out: %v", without.Drafts, len(without.Package.Lessons), without.Package.Left)
	}
	if with.Drafts != 0 || len(with.Package.Lessons) != 4 || len(with.Package.Pages) != 1 || len(with.Package.Left) != 0 {
		t.Errorf("with drafts: %d left out, %d lessons", with.Drafts, len(with.Package.Lessons))
	}
}

// A broken page is left out, with its finding; everything else is there.
func TestBrokenPages(t *testing.T) {
	r := load(t, Options{Package: mapFS(files{
		"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), "content/lessons/none.md": "No front matter.\n",
		"content/lessons/utf.md": "\xff\xfe-\x00", "content/lessons/open.md": "---\ntitle: T\n",
	})})
	want := "front-matter-missing content/lessons/none.md\nfront-matter-open content/lessons/open.md\nfile-encoding content/lessons/utf.md"
	if got := short(r.Findings); got != want || len(r.Package.Lessons) != 1 || len(r.Package.Left) != 3 {
		t.Errorf("found %s\nleft out %v", got, r.Package.Left)
	}
}

// The result does not depend on which file is ready first.
func TestSameOnAnyCores(t *testing.T) {
	own := files{"content/index.md": settingsText}
	for i := range 60 {
		own[fmt.Sprintf("content/lessons/l%d.md", i)] = lessonText(fmt.Sprintf("order: %d\nbefore: [nothing]\n", i%7)) + "<x>\n"
	}
	show := func(cores int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		r, err := Package(Options{Package: mapFS(own)})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, i := range r.Package.Items {
			fmt.Fprintln(&b, i.ID, i.File.Name, string(i.Doc.HTML))
		}
		return b.String() + short(r.Findings)
	}
	if one, four := show(1), show(4); one != four {
		t.Errorf("one core: %s\nfour cores: %s", one, four)
	}
}
