package render

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"commonground/internal/link"
	"commonground/internal/training"
)

// emptyPackage is a package of nothing but settings.
func emptyPackage(t *testing.T) (*training.Package, *link.Graph) {
	t.Helper()
	pkg := &training.Package{}
	graph, _ := link.Resolve(pkg)
	return pkg, graph
}

// readFeed reads a feed and holds it to what RFC 4287 asks for.
func readFeed(t *testing.T, raw string) *element {
	t.Helper()
	root := readXML(t, raw)
	if root.name != "feed" || root.attrs["xmlns"] != "http://www.w3.org/2005/Atom" {
		t.Fatalf("the root is %v", root)
	}
	ids := map[string]bool{}
	for _, e := range append([]*element{root}, root.all("entry")...) {
		id := e.only(t, "id")
		if u, err := url.Parse(id); err != nil || !u.IsAbs() || ids[id] {
			t.Errorf("%q is no id, or one that is there twice: %v", id, err)
		}
		ids[id] = true
		if e.only(t, "title") == "" {
			t.Errorf("%s has no title", id)
		}
		if _, err := time.Parse(time.RFC3339, e.only(t, "updated")); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		ways := map[string]bool{}
		for _, l := range e.all("link") {
			if u, err := url.Parse(l.attrs["href"]); err != nil || !u.IsAbs() || l.attrs["type"] == "" || ways[l.attrs["rel"]] {
				t.Errorf("%s has the link %v", id, l.attrs)
			}
			ways[l.attrs["rel"]] = true
		}
		if !ways["alternate"] || ways["self"] != (e == root) {
			t.Errorf("%s has the links %v", id, ways)
		}
		for _, c := range e.all("category") {
			if c.attrs["term"] == "" {
				t.Errorf("%s has a category without a term", id)
			}
		}
	}
	if authors := root.all("author"); len(authors) != 1 || authors[0].only(t, "name") == "" {
		t.Error("there is no author")
	}
	return root
}

func TestFeed(t *testing.T) {
	root := readFeed(t, text(t, dataSite(t, whereabouts), "feed.xml"))
	for name, want := range map[string]string{"id": whereabouts, "title": "Common <Ground> & more", "subtitle": "Short lessons.",
		"updated": "2026-11-22T00:00:00Z", "rights": "CC BY 4.0"} {
		if got := root.only(t, name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	if lang, self := root.attrs["xml:lang"], root.all("link")[0].attrs["href"]; lang != "en-GB" || self != whereabouts+"feed.xml" {
		t.Errorf("the language is %q, the feed stands at %q", lang, self)
	}
	if name := root.all("author")[0].only(t, "name"); name != "Example Trust" {
		t.Errorf("the author is %q", name)
	}
	got := ""
	for _, e := range root.all("entry") {
		got += strings.TrimPrefix(e.only(t, "id"), whereabouts) + " " + e.only(t, "updated")[:10] + " " + e.only(t, "title") + ": " + e.only(t, "summary") + "\n"
	}
	// The newest first, then by title; terms and what has no date are left out.
	const want = `stories/call.html 2026-11-22 A call: How a call helped.
myths/browser.html 2026-11-20 A browser is enough: Any computer will do.
lessons/book.html 2026-11-20 Book </script><!-- online & "off": How to book.
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestFeedOrder makes more news than a feed takes: the oldest are left out, and
// of one day those whose title or address comes last.
func TestFeedOrder(t *testing.T) {
	var more []txtar.File
	for n := range 60 {
		title := []string{"Same", "Other"}[n%2]
		more = append(more, txtar.File{Name: fmt.Sprintf("content/stories/s%02d.md", n), Data: fmt.Appendf(nil,
			"---\ntitle: %s\nsummary: Text.\nfrom: staff\nconsent: given\nreviewed: 2020-01-%02d\n---\n\nText.\n", title, n/2%2+1)})
	}
	entries := readFeed(t, text(t, dataSite(t, whereabouts, more...), "feed.xml")).all("entry")
	if len(entries) != 50 {
		t.Fatalf("%d entries", len(entries))
	}
	keys := func(e *element) string {
		return strings.Join([]string{e.only(t, "updated"), e.only(t, "title"), e.only(t, "id")}, "|")
	}
	sorted := slices.IsSortedFunc(entries, func(a, b *element) int {
		x, y := strings.SplitN(keys(a), "|", 2), strings.SplitN(keys(b), "|", 2)
		if c := strings.Compare(y[0], x[0]); c != 0 {
			return c
		}
		return strings.Compare(x[1], y[1])
	})
	if !sorted {
		t.Error("the entries are in another order")
	}
	if last := keys(entries[49]); last != "2020-01-01T00:00:00Z|Same|"+whereabouts+"stories/s04.html" {
		t.Errorf("the last entry is %s", last)
	}
}

// Where nothing has a date there is no feed, and no page speaks of one.
func TestNoFeed(t *testing.T) {
	const settings = "---\ntitle: T\nsummary: S.\nlanguage: en-GB\nurl: https://example.org/\n---\n"
	const lesson = "---\ntitle: L\nsummary: S.\nthemes: [x]\nminutes: 1\noutcome: Say it\n%s---\n\nText.\n"
	for dated, want := range map[string]bool{"": false, "reviewed: 2026-11-20\n": true} {
		site := render(t, mapFS(map[string]string{"content/index.md": settings, "themes/x.md": "---\ntitle: X\nsummary: S.\norder: 1\n---\n",
			"content/lessons/l.md": fmt.Sprintf(lesson, dated)}))
		spoken := strings.Contains(text(t, site, "lessons/l.html"), "Feed: ../feed.xml")
		if has(site, "feed.xml") != want || spoken != want {
			t.Errorf("%q: a feed %v, spoken of %v", dated, has(site, "feed.xml"), spoken)
		}
		if !has(site, "sitemap.xml") {
			t.Error("no sitemap")
		}
	}
}
