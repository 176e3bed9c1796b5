package scaffold_test

import (
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

// TestSlugs holds which name a page gets, or why it gets none.
func TestSlugs(t *testing.T) {
	pkg := starter(t, today)
	pkg["content/lessons/taken.md"] = &fstest.MapFile{Data: []byte("---\ntitle: T\n---\n")}
	pkg["content/lessons/taken-2/index.md"] = &fstest.MapFile{Data: []byte("---\ntitle: T\n---\n")}
	pkg["content/lessons/Capital.MD"] = &fstest.MapFile{Data: []byte("x")}
	p := read(t, pkg)
	sixty := strings.Repeat("a", 60)
	for _, test := range []struct {
		kind              *schema.Kind
		title, slug, want string
	}{
		{&schema.Lesson, "Show, don't tell", "", "show-dont-tell"},
		{&schema.Lesson, "Größe & Łódź, œuvre", "", "grosse-and-lodz-oeuvre"},
		{&schema.Lesson, "NHS App 应用", "", "nhs-app"},
		{&schema.Lesson, "111", "", "111"},
		{&schema.Lesson, "Привет", "", `no name for a file can be made from the title "Привет"; give the file a name with --slug, such as --slug my-lesson; the title stays as it is`},
		{&schema.Term, "Шаг 2", "", `no name for a file can be made from the title "Шаг 2"; give the file a name with --slug, such as --slug my-term; the title stays as it is`},
		{&schema.Lesson, "?!", "", `no name for a file can be made from the title "?!"; give the file a name with --slug, such as --slug my-lesson; the title stays as it is`},
		{&schema.Lesson, "Привет", "hello", "hello"},
		{&schema.Lesson, "x", "Hello There", `"Hello There" cannot be the name of a page; use lower-case letters, digits and hyphens: --slug hello-there`},
		{&schema.Lesson, "x", "../x", `"../x" cannot be the name of a page; use lower-case letters, digits and hyphens: --slug x`},
		{&schema.Lesson, "x", sixty + "a", `the name "` + sixty + `a" has 61 letters; it may have 60; choose a shorter one; the title can stay as it is`},
		{&schema.Lesson, sixty, "", sixty},
		{&schema.Lesson, sixty + "a", "", sixty},
		{&schema.Lesson, "word " + sixty, "", "word"},
		{&schema.Lesson, strings.Repeat("nine five ", 7), "", "nine-five-nine-five-nine-five-nine-five-nine-five-nine-five"},
		{&schema.Term, "CON", "", "con-term"},
		{&schema.Page, "Com1", "", "com1-page"},
		{&schema.Page, "Index", "", "index-page"},
		{&schema.Page, "404", "", "404-page"},
		{&schema.Page, "Search", "", "search-page"},
		{&schema.Page, "Print", "", "print-page"},
		{&schema.Myth, "Cards", "", "cards-myth"},
		{&schema.Lesson, "Cards", "", "cards"},
		{&schema.Lesson, "Index", "", "index-lesson"},
		{&schema.Role, "x", "nul", `"nul" cannot be the name of a page: the site or Windows needs it; choose another, such as --slug nul-role`},
		{&schema.Lesson, "Taken", "", "content/lessons/taken.md is there already; change that page, or make another with --slug taken-3"},
		{&schema.Lesson, "x", "taken-2", "content/lessons/taken-2 is there already; change that page, or make another with --slug taken-2-2"},
		{&schema.Lesson, "Capital", "", "content/lessons/Capital.MD is there already; change that page, or make another with --slug capital-2"},
		{&schema.Page, "Lessons", "", "content/lessons is there already; change that page, or make another with --slug lessons-2"},
	} {
		r := request(test.kind, test.title)
		r.Slug = test.slug
		page, err := p.Draft(r)
		got := strings.TrimSuffix(path.Base(page.Path), ".md")
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s %q %q:\n got %s\nwant %s", test.kind.Name, test.title, test.slug, got, test.want)
		}
	}
}

// A free name is suggested however long the one that is taken is.
func TestFreeSlug(t *testing.T) {
	pkg := starter(t, today)
	title := strings.Repeat("a", 58) + " b"
	for n := range 12 {
		page := draft(t, read(t, pkg), request(&schema.Term, title))
		pkg = with(pkg, page)
		_, err := read(t, pkg).Draft(request(&schema.Term, title))
		_, title, _ = strings.Cut(err.Error(), "--slug ")
		if len(title) > 60 {
			t.Fatalf("number %d would be %s", n, title)
		}
	}
}

// TestReserved holds that the names that are avoided are those that cannot be
// built, so that the list stays true to the site.
func TestReserved(t *testing.T) {
	pkg := folder( // small, for it is built with each name as each kind
		output.Text{Path: "content/index.md", Text: "---\ntitle: T\nsummary: S\nlanguage: en-GB\n---\n"},
		output.Text{Path: "content/lessons/l.md", Text: "---\ntitle: L\nsummary: S\nthemes: [language]\nminutes: 5\noutcome: Show it.\n---\nText\n"})
	names := []string{"index", "404", "search", "print", "cards", "con", "sitemap", "feed", "catalogue", "lessons"}
	for _, k := range scaffold.Kinds() {
		page := draft(t, read(t, pkg), request(k, "Plain"))
		for _, name := range names {
			as := output.Text{Path: k.Folder + "/" + name + ".md", Text: page.Text}
			if _, there := pkg[as.Path]; there {
				continue
			}
			broken := slices.ContainsFunc(findings(t, with(pkg, as), today), func(f diag.Finding) bool { return f.Severity == diag.Error })
			r := request(k, "x")
			r.Slug = name
			_, err := read(t, pkg).Draft(r)
			avoided := err != nil && strings.Contains(err.Error(), "needs it")
			entry := k == &schema.Term || k == &schema.Insight // has no page in the site, but a file
			if avoided != broken && !(entry && name == "con") {
				t.Errorf("%s %s: avoided is %v, and an error %v (%v)", k.Name, name, avoided, broken, err)
			}
		}
	}
}
