package scaffold_test

import (
	"errors"
	"io/fs"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/scaffold"
	"commonground/internal/schema"
	"commonground/internal/source"
)

var today = schema.Date{Year: 2026, Month: 11, Day: 23}

// read reads a package, which must be readable.
func read(t testing.TB, pkg fs.FS) *scaffold.Package {
	t.Helper()
	p, err := scaffold.Read(pkg, program())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// request asks for a page of a kind, with a theme where there must be one.
func request(kind *schema.Kind, title string) scaffold.Request {
	r := scaffold.Request{Kind: kind, Title: title, Today: today}
	for _, k := range kind.Keys {
		if k.Of == schema.Theme.Name && k.Required {
			r.Themes = []string{"language"}
		}
	}
	return r
}

func draft(t testing.TB, p *scaffold.Package, r scaffold.Request) output.Text {
	t.Helper()
	page, err := p.Draft(r)
	if err != nil {
		t.Fatalf("%s %q: %v", r.Kind.Name, r.Title, err)
	}
	return page
}

// with is a package with one more page.
func with(pkg fstest.MapFS, page output.Text) fstest.MapFS {
	pkg = maps.Clone(pkg)
	pkg[page.Path] = &fstest.MapFile{Data: []byte(page.Text)}
	return pkg
}

// Every kind of draft builds as it is, stays out of builds without drafts, and
// says what is still to be written.
func TestDraftsBuild(t *testing.T) {
	pkg := starter(t, today)
	for _, k := range scaffold.Kinds() {
		page := draft(t, read(t, pkg), request(k, `Say "it": #1 – Æther & Café 🙂`))
		if want := k.Folder + "/say-it-1-aether-and-cafe.md"; page.Path != want {
			t.Errorf("%s: the path is %s, want %s", k.Name, page.Path, want)
		}
		if !strings.Contains(page.Text, "\ndraft: true\n") {
			t.Errorf("%s is no draft", k.Name)
		}
		prompts := 0
		for _, f := range findings(t, with(pkg, page), today) {
			switch f.Rule {
			case "prompt-text":
				prompts++
			case "term-unused": // no page can use it yet
			default:
				t.Errorf("%s: %s: %s [%s]", k.Name, f.Path, f.Message, f.Rule)
			}
		}
		if prompts == 0 {
			t.Errorf("%s: nothing says what is to be written", k.Name)
		}
	}
}

// Every key is shown, explained by what the schema says, required ones first.
func TestDraftKeys(t *testing.T) {
	pkg := starter(t, today)
	for _, k := range scaffold.Kinds() {
		page := draft(t, read(t, pkg), request(k, "A title"))
		lastRequired, firstOther := 0, len(page.Text)
		for _, key := range k.Keys {
			at := strings.Index(page.Text, "\n# "+key.Help)
			if at < 0 {
				t.Errorf("%s: %s is not explained", k.Name, key.Name)
			}
			if isTitle := key.Name == k.Keys[0].Name; key.Required && key.Type == schema.Text && !isTitle && !strings.Contains(page.Text, "\n"+key.Name+`: "Replace this with `) {
				t.Errorf("%s: nothing asks for %s", k.Name, key.Name)
			}
			if key.Required {
				lastRequired = max(lastRequired, at)
			} else {
				firstOther = min(firstOther, at)
			}
			for _, value := range key.Values {
				if len(key.Values) > 1 && !strings.Contains(page.Text, value) {
					t.Errorf("%s: nothing says that %s may be %s", k.Name, key.Name, value)
				}
			}
		}
		if lastRequired > firstOther {
			t.Errorf("%s: a required key stands below others", k.Name)
		}
		checkSpareKeys(t, k, page.Path, page.Text)
	}
}

func TestDraftValues(t *testing.T) {
	pkg := starter(t, today)
	pkg["content/roles/gp.md"] = &fstest.MapFile{Data: []byte("---\ntitle: GP\nsummary: Few minutes, many questions.\n---\n")}
	p := read(t, pkg)
	for _, test := range []struct {
		r    scaffold.Request
		want string
	}{
		{scaffold.Request{Kind: &schema.Lesson, Themes: []string{"language", "barriers"}, Roles: []string{"gp"}, Minutes: 5}, "themes: [language, barriers]|minutes: 5|roles: [gp]|reviewed: 2026-11-23|review_by: 2027-05-23"},
		{scaffold.Request{Kind: &schema.Lesson, Themes: []string{"language"}}, "minutes: 8|# roles: [gp]|# before: [make-text-larger]"},
		{scaffold.Request{Kind: &schema.Insight, Themes: []string{"language"}, Roles: []string{"gp"}}, "kind: interview|from: staff|role: gp"},
		{scaffold.Request{Kind: &schema.Pathway}, "lessons: [make-text-larger]|# roles: [gp]"},
		{scaffold.Request{Kind: &schema.Myth}, `fact: "A title"|sources:|# themes: [language]`},
		{scaffold.Request{Kind: &schema.Story}, "consent: fictional|reviewed: 2026-11-23"},
		{scaffold.Request{Kind: &schema.Term}, "# see: [app]|# case: exact"},
	} {
		test.r.Title, test.r.Today = "A title", today
		page := draft(t, p, test.r)
		for want := range strings.SplitSeq(test.want, "|") {
			if !strings.Contains(page.Text, "\n"+want+"\n") {
				t.Errorf("%s: there is no line %q in\n%s", test.r.Kind.Name, want, page.Text)
			}
		}
	}
}

// A draft refers to what is finished, if there is such a thing.
func TestDraftRefersToFinished(t *testing.T) {
	pkg := starter(t, today)
	p := read(t, pkg)
	for _, title := range []string{"A first lesson", "Z last lesson"} {
		pkg = with(pkg, draft(t, p, request(&schema.Lesson, title)))
	}
	if page := draft(t, read(t, pkg), request(&schema.Pathway, "Way")); !strings.Contains(page.Text, "\nlessons: [make-text-larger]\n") {
		t.Errorf("the pathway is\n%s", page.Text)
	}
	delete(pkg, "content/lessons/make-text-larger.md")
	if page := draft(t, read(t, pkg), request(&schema.Pathway, "Way")); !strings.Contains(page.Text, "\nlessons: [a-first-lesson]\n") {
		t.Errorf("the pathway is\n%s", page.Text)
	}
}

func TestDraftMistakes(t *testing.T) {
	p := read(t, starter(t, today))
	for _, test := range []struct {
		r    scaffold.Request
		want string
	}{
		{scaffold.Request{Kind: &schema.Lesson}, `a lesson needs a title; write it behind the kind: commonground new lesson "Say it so they can do it"`},
		{scaffold.Request{Kind: &schema.Insight, Title: " \t"}, `an insight needs a title; write it behind the kind: commonground new insight "Words put people off"`},
		{scaffold.Request{Kind: &schema.Term, Title: strings.Repeat("é", 201)}, "the title has 201 characters; it may have 200; choose a shorter one, and put the rest into the text"},
		{scaffold.Request{Kind: &schema.Lesson, Title: "x"}, "a lesson needs a theme; give it with --theme; the themes are language, peer-support, show-dont-tell, personal-touch, myth-busting, barriers"},
		{scaffold.Request{Kind: &schema.Lesson, Title: "x", Themes: []string{"langauge"}}, `there is no theme "langauge"; did you mean language?`},
		{scaffold.Request{Kind: &schema.Myth, Title: "x", Themes: []string{"money"}}, `there is no theme "money"; the themes are language, peer-support, show-dont-tell, personal-touch, myth-busting, barriers`},
		{scaffold.Request{Kind: &schema.Myth, Title: "x", Themes: []string{"language", "language"}}, `the theme "language" is given twice; name it once`},
		{scaffold.Request{Kind: &schema.Myth, Title: "x", Roles: []string{"gp"}}, `there is no role "gp"; the package has none; make one first: commonground new role TITLE`},
		{scaffold.Request{Kind: &schema.Term, Title: "x", Themes: []string{"language"}}, "a term has no theme; leave out --theme"},
		{scaffold.Request{Kind: &schema.Page, Title: "x", Roles: []string{"gp"}}, "a page has no role; leave out --role"},
		{scaffold.Request{Kind: &schema.Insight, Title: "x", Themes: []string{"language"}, Roles: []string{"gp", "nurse"}}, "an insight has one role; choose one: --role gp"},
		{scaffold.Request{Kind: &schema.Term, Title: "x", Minutes: 5}, "a term does not say how long it takes; leave out --minutes"},
		{scaffold.Request{Kind: &schema.Term, Title: "x\u202ey"}, `the title "x\u202ey" cannot be used; type it again, without characters that cannot be shown`},
		{scaffold.Request{Kind: &schema.Term, Title: "x\x00y"}, `the title "x\x00y" cannot be used; type it again, without characters that cannot be shown`},
		{scaffold.Request{Kind: &schema.Term, Title: "x\xffy"}, `the title "x\xffy" cannot be used; type it again, without characters that cannot be shown`},
		{scaffold.Request{Kind: &schema.Lesson, Title: "x", Themes: []string{"language"}, Minutes: 601}, `"minutes" must lie between 1 and 600; for example: minutes: 8`},
	} {
		_, err := p.Draft(test.r)
		if _, ok := errors.AsType[*scaffold.Mistake](err); !ok || err.Error() != test.want {
			t.Errorf("%s %q:\n got %v\nwant %s", test.r.Kind.Name, test.r.Title, err, test.want)
		}
	}
	bare := fstest.MapFS{"content/index.md": &fstest.MapFile{Data: []byte("---\ntitle: T\nsummary: S\nlanguage: en-GB\n---\n")}}
	_, err := read(t, bare).Draft(request(&schema.Pathway, "x"))
	if want := "a pathway needs a lesson, and the package has none; make one first: commonground new lesson TITLE"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// FuzzTitle holds that a draft has any title as it was given, but for spaces, in a
// file whose name every system can store, or that the title is refused in words.
func FuzzTitle(f *testing.F) {
	for _, title := range []string{"Plain", `Say "it": plainly`, "Step #1", "- a\nb", "null", "no", "[a", "{a: b}", "&a *b", "'x'", `\n \x`, "---", "%", "@", "`", "🙂", "ß æ ø",
		"Привет", "عربي", "a\u200bb", "a\u00a0b", "\ufeffa", "x\u2028y", "con", "“Quoted”", "**bold**", "é", strings.Repeat("a ", 99), "|", "> x", "? x", "a\\", "\u0085"} {
		for kind := range scaffold.Kinds() {
			f.Add(kind, title)
		}
	}
	p := read(f, starter(f, today))
	f.Fuzz(func(t *testing.T, kind int, title string) {
		k := scaffold.Kinds()[uint(kind)%uint(len(scaffold.Kinds()))]
		page, err := p.Draft(request(k, title))
		if again, more := p.Draft(request(k, title)); again != page || (err == nil) != (more == nil) {
			t.Fatalf("%q: %v, %v, and then %v, %v", title, page, err, again, more)
		}
		if err != nil {
			if m, ok := errors.AsType[*scaffold.Mistake](err); !ok || m.Message == "" || m.Hint == "" {
				t.Fatalf("%q: %v", title, err)
			}
			return
		}
		if !utf8.ValidString(page.Text) || len(page.Text) > 20*len(title)+16<<10 {
			t.Fatalf("%q: the draft is no text, or too long: %d bytes", title, len(page.Text))
		}
		if reason, ok := output.CheckName(page.Path); !ok || len(page.Path) > len(k.Folder)+len("/.md")+60+len(k.Name) {
			t.Fatalf("%q: the path %s %s", title, page.Path, reason)
		}
		file, fault := source.Parse(page.Path, []byte(page.Text))
		if fault != nil {
			t.Fatalf("%q: %s", title, fault.Message)
		}
		front, found := schema.Decode(k, file)
		for _, finding := range found {
			if finding.Severity == diag.Error {
				t.Fatalf("%q: %s", title, finding.Message)
			}
		}
		if key := k.Keys[0]; key.Type == schema.Text && front.Text(key.Name) != strings.Join(strings.Fields(title), " ") {
			t.Fatalf("%q became %q", title, front.Text(key.Name))
		}
	})
}
