//go:build !race

package build

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"commonground/internal/bench/synthetic"
)

// mostPage is how many bytes a page may have, but for the volumes of the handbook.
const mostPage = 330 << 10

// Sizes of a package that no list of which fits on one page.
const (
	wideLessons  = 950
	wideTerms    = 700
	wideMyths    = 310
	wideInsights = 310
	wideOthers   = 460 // stories and pathways
	widePages    = 40
)

// widePackage has as little text as it can in as many files, but for what shares a
// page with others: of that, some have much. The first of each kind is named by all
// that can name it: a lesson to do first, a myth, a term.
func widePackage() fstest.MapFS {
	pkg := fstest.MapFS{}
	add := func(name string, pairs []any, body string) {
		pkg["content/"+name+".md"] = &fstest.MapFile{Data: []byte(synthetic.Front(pairs...) + body)}
	}
	about := func(sort string, n int, more ...any) []any {
		return append([]any{"title", fmt.Sprintf("%s it, %s %d", wideVerbs[n%len(wideVerbs)], sort, n), "summary", fmt.Sprintf("What %d is about.", n)}, more...)
	}
	add("index", about("package", 0, "language", synthetic.YAML("en-GB"), "url", synthetic.YAML("https://training.example.org/")), "")
	for n := range 4 {
		add(fmt.Sprintf("roles/role-%d", n), []any{"title", fmt.Sprintf("Role %d", n), "summary", "Somebody who works here."}, "")
	}
	for n := range wideLessons {
		keys := []any{"themes", synthetic.YAML([]string{"[language]", "[barriers, language]"}[n%2]), "minutes", []int{5, 10, 15, 25}[n%4], "outcome", "Say one thing",
			"myths", synthetic.YAML(fmt.Sprintf("[myth-0, myth-%d]", 1+n%(wideMyths-1)))}
		if n > 0 {
			keys = append(keys, "before", synthetic.YAML("[lesson-0]"))
		}
		if n%3 > 0 {
			keys = append(keys, "roles", synthetic.YAML("[role-0, role-1]"))
		}
		add(fmt.Sprintf("lessons/lesson-%d", n), about("lesson", n, keys...), "\nThe "+wideTerm(0)+" and the "+wideTerm(n%wideTerms)+".\n")
	}
	for n := range wideTerms {
		add(fmt.Sprintf("glossary/term-%d", n), []any{"title", wideTerm(n), "meaning", "What people say at the desk."}, wideText(n%20 >= 15, 900))
	}
	for n := range wideMyths {
		add(fmt.Sprintf("myths/myth-%d", n), []any{"fact", fmt.Sprintf("Fact %d is so", n), "myth", "It is not so", "why", "People say it." + wideText(n > 0, 190), "say", "It is so.",
			"evidence", synthetic.YAML("law"), "themes", synthetic.YAML([]string{"[language]", "[]"}[n%2]), "sources", synthetic.YAML("[{title: A guide, reference: Shelf 1}]")}, "")
	}
	for n := range wideInsights {
		add(fmt.Sprintf("insights/said-%d", n), []any{"kind", synthetic.YAML("interview"), "from", synthetic.YAML("staff"), "themes", synthetic.YAML([]string{"[language]", "[barriers]"}[n%2])}, "\nThey said so.\n"+wideText(n%2 == 1, 800))
	}
	for n := range wideOthers {
		add(fmt.Sprintf("stories/story-%d", n), about("story", n, "from", synthetic.YAML("staff"), "consent", synthetic.YAML("given"), "themes", synthetic.YAML("[language]"), "roles", synthetic.YAML("[role-0]")), "\nIt was so.\n")
		add(fmt.Sprintf("pathways/way-%d", n), about("pathway", n, "lessons", synthetic.YAML(fmt.Sprintf("[lesson-0, lesson-%d]", n+1)), "roles", synthetic.YAML("[role-0]")), "")
	}
	for n := range widePages {
		add(fmt.Sprintf("page-%d", n), about("page", n), "\nMore to know.\n")
	}
	return pkg
}

// wideVerbs begin titles, so that they stand under several letters.
var wideVerbs = strings.Fields("Ask Show Read Open Find Choose Write Send Check Call Wait Listen Point Try Tell")

// wideText is a text of so many words, or none.
func wideText(long bool, words int) string {
	if !long {
		return ""
	}
	return strings.Repeat(" word", words)
}

// wideTerm is a word that nothing else has, under one letter or another.
func wideTerm(n int) string { return fmt.Sprintf("%cqword%dz", 'a'+n%20, n) }

// TestWide holds that no page grows with the package without bound: a wide package
// keeps every promise, each index goes on over several pages, and nothing that
// belongs on them is lost or there twice.
func TestWide(t *testing.T) {
	files := buildSite(t, widePackage())
	b, err := openSite(files)
	if err != nil {
		t.Fatal(err)
	}
	b.lessons, b.url = wideLessons, "https://training.example.org/"
	for _, line := range b.broken() {
		t.Error(line)
	}
	for _, p := range b.pages {
		if !strings.HasPrefix(p.path, "print") && len(p.raw) > mostPage {
			t.Errorf("%s has %d bytes", p.path, len(p.raw))
		}
	}
	t.Run("entries", func(t *testing.T) { wideEntries(t, b) })
	t.Run("links", func(t *testing.T) { wideLinks(t, files) })
	t.Run("cuts", func(t *testing.T) { wideCuts(t, files) })
}

// wideCuts holds that a list which goes on comes last on its page: nobody takes it
// for the whole because another list follows.
func wideCuts(t *testing.T, files map[string][]byte) {
	for name, want := range map[string]string{"roles/role-0.html": "Lessons for you, in order", "roles/role-3.html": "Lessons for everyone", "themes/language.html": "Lessons"} {
		page, _, _ := strings.Cut(string(files[name]), `<nav class="next"`)
		_, last, _ := strings.Cut(page[strings.LastIndex(page, "<h2"):], ">")
		if got, _, _ := strings.Cut(last, "</h2>"); got != want {
			t.Errorf("%s ends with %q before it goes on", name, got)
		}
	}
}

func wideEntries(t *testing.T, b *built) {
	for _, list := range []struct {
		first, element string
		most, want     int
	}{
		{"lessons/index.html", ".card", 450, wideLessons},
		{"lessons/index.html", ".lines", 900, wideLessons},
		{"themes/language.html", ".card[data-lesson]", 450, wideLessons},
		{"themes/barriers.html", ".card[data-lesson]", 450, wideLessons / 2},
		{"roles/role-0.html", ".card[data-lesson]", 450, wideLessons},
		{"roles/role-3.html", ".card[data-lesson]", 450, (wideLessons + 2) / 3},
		{"glossary/index.html", ".entry", 90, wideTerms},
		{"myths/index.html", ".card", 300, wideMyths},
		{"myths/cards.html", ".faces", 600, 2 * wideMyths},
		{"insights/index.html", ".insight", 300, wideInsights},
		{"stories/index.html", ".card", 450, wideOthers},
		{"pathways/index.html", ".card", 450, wideOthers},
		{"search.html", ".letter", 900, wideLessons + wideTerms + wideMyths + 2*wideOthers + widePages + 4 + 2 + 10},
	} {
		total := 0
		for _, p := range b.continued(list.first) {
			n := entries(p, list.element)
			if total += n; n > list.most {
				t.Errorf("%s has %d of %s", p.path, n, list.element)
			}
		}
		if total != list.want {
			t.Errorf("%s and what follows it have %d of %s, not %d", list.first, total, list.element, list.want)
		}
	}
}

// continued follows an index from page to page, and back.
func (b *built) continued(first string) []*builtPage {
	var all []*builtPage
	for p := b.page(first); p != nil && !slices.Contains(all, p); p = b.page(p.turned("next")) {
		if len(all) > 0 && p.turned("prev") != all[len(all)-1].path {
			return nil
		}
		all = append(all, p)
	}
	return all
}

// turned returns the page that a link of this relation leads to, or "".
func (p *builtPage) turned(rel string) string {
	for n := range p.all("a") {
		if r, _ := attr(n, "rel"); r == rel {
			href, _ := attr(n, "href")
			return path.Join(path.Dir(p.path), href)
		}
	}
	return ""
}

// entries counts the elements of a class, or the items of the lists of a class.
func entries(p *builtPage, selector string) int {
	class, needed, _ := strings.Cut(strings.Trim(selector, ".]"), "[")
	count := 0
	for n := range within(p.first("main"), "") {
		value, _ := attr(n, "class")
		_, has := attr(n, needed)
		switch {
		case !slices.Contains(strings.Fields(value), class) || needed != "" && !has:
		case slices.Contains([]string{"lines", "faces", "letter"}, class):
			count += len(slices.Collect(items(n)))
		default:
			count++
		}
	}
	return count
}

func items(list *html.Node) func(yield func(*html.Node) bool) { return within(list, "li") }

// wideLinks holds that what leads into an index leads to the page that has it.
func wideLinks(t *testing.T, files map[string][]byte) {
	for name, wants := range map[string][]string{
		"index.html":              {`href="lessons/index.html#up-to-5"`, `href="lessons/index_2.html#up-to-20"`, `href="pathways/index.html">All 460 pathways</a>`},
		"lessons/index.html":      {`href="../lessons/index_3.html#CG-in-order">All lessons, in order</a>`, `<strong aria-current="page">1</strong>`, `<a href="../lessons/index_4.html">4</a>`},
		"lessons/index_4.html":    {`href="../lessons/index_2.html#up-to-20">11 to 20 minutes</a>`, `<h2>All lessons, in order, continued</h2>`, `href="../roles/role-0.html"`, `<strong>Page 4 of 4</strong>`},
		"lessons/lesson-699.html": {`href="../glossary/index_12.html#term-term-699"`},
		"lessons/lesson-0.html":   {"Other pathways with this lesson: 454.", " and 919 more."},
		"myths/myth-0.html":       {"<li>and 920 more</li>"},
		"myths/index_2.html":      {`<h2>Other, continued</h2>`, `id="CG-other"`},
		"insights/index.html":     {`<a href="#insight-said-0">Language</a>`},
		"glossary/index.html":     {`<li>and 920 more</li>`, `href="../glossary/index_11.html#letter-t"`},
		"glossary/index_12.html":  {`<h2>T, continued</h2>`, `<title>Glossary, page 12 of 12 – `, `href="../glossary/index.html#letter-a"`},
		"themes/language.html":    {`href="../myths/index.html">All 155 myths and facts</a>`, `href="../insights/index.html">All 155 insights</a>`, `rel="next" href="../themes/language_2.html"`},
		"themes/language_2.html":  {`<h1>Language, page 2 of 3</h1>`, `<h2>Lessons, continued</h2>`},
		"roles/role-0_3.html":     {`<h2>Lessons for everyone, continued</h2>`},
		"search.html":             {`href="search_3.html#letter-w"`, "on 4 pages"},
		"search_2.html":           {`aria-label="Letters"`, `href="search.html">A to Z</a></li></ol></nav>`},
		"assets/search/index.js":  {`["term","glossary/index_12.html#term-",""]`},
		"catalogue.json":          {`"address":"glossary/index_12.html#term-term-699"`},
		"sitemap.xml":             {`https://training.example.org/glossary/index_12.html<`},
	} {
		for _, want := range wants {
			if !strings.Contains(string(files[name]), want) {
				t.Errorf("%s has no %s", name, want)
			}
		}
	}
	for name, not := range map[string]string{
		"lessons/index_2.html": `class="room fit"`, "lessons/index.html": "No experience needed", "search_2.html": "CG-find",
		"themes/language_2.html": "What people told us</h2>", "lessons/index_5.html": "data-is",
	} {
		if strings.Contains(string(files[name]), not) {
			t.Errorf("%s has %s", name, not)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(name, "sitemap") && strings.Contains(string(files[name]), "cards") {
			t.Errorf("%s lists cards to cut out", name)
		}
	}
}
