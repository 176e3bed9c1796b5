package render

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"commonground/internal/output"
)

var isDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// addressesIn reads a sitemap and returns its addresses with their days.
func addressesIn(t *testing.T, raw string) (addresses []string, days map[string]string) {
	t.Helper()
	root := readXML(t, raw)
	if root.name != "urlset" || root.attrs["xmlns"] != "http://www.sitemaps.org/schemas/sitemap/0.9" {
		t.Fatalf("the root is %v", root)
	}
	days = map[string]string{}
	for _, e := range root.all("url") {
		at := e.only(t, "loc")
		if u, err := url.Parse(at); err != nil || !u.IsAbs() || u.Host == "" || u.String() != at || len(at) > 2048 {
			t.Errorf("%q is no whole address: %v", at, err)
		}
		if len(e.all("lastmod")) > 0 {
			if days[at] = e.only(t, "lastmod"); !isDay.MatchString(days[at]) {
				t.Errorf("%s: %q is no day", at, days[at])
			}
		}
		addresses = append(addresses, at)
	}
	return addresses, days
}

func TestSitemap(t *testing.T) {
	site := dataSite(t, whereabouts)
	got, days := addressesIn(t, text(t, site, "sitemap.xml"))
	want := []string{whereabouts}
	for _, f := range site.Files() {
		name, dir := f.Path, strings.Split(f.Path, "/")[0]
		if strings.HasSuffix(name, ".html") && !slices.Contains([]string{"index.html", "404.html", "print.html", "lessons/old-book.html", "myths/cards.html"}, name) && dir != "handouts" {
			want = append(want, whereabouts+name)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for path, want := range map[string]string{"lessons/book.html": "2026-11-20", "lessons/plain.html": "", "stories/call.html": "2026-11-22",
		"glossary/index.html": "2026-11-21", "": ""} {
		if got := days[whereabouts+path]; got != want {
			t.Errorf("%s: got the day %q, want %q", path, got, want)
		}
	}
	if site := dataSite(t, ""); has(site, "sitemap.xml") || has(site, "feed.xml") {
		t.Error("a site that does not know where it stands has a sitemap or a feed")
	}
}

// A sitemap may hold only so many addresses: then there is an index of several.
func TestSitemapSplit(t *testing.T) {
	s := &site{base: whereabouts}
	s.pkg, s.graph = emptyPackage(t)
	var pages []page
	for n := range 7 {
		pages = append(pages, page{path: fmt.Sprintf("p%d.html", n)})
	}
	if files := s.sitemapFiles(pages, 7); len(files) != 1 || files[0].Path != "sitemap.xml" {
		t.Fatalf("7 addresses of 7: %v", files)
	}
	files, err := output.NewSite(s.sitemapFiles(pages, 3))
	if err != nil {
		t.Fatal(err)
	}
	index := readXML(t, text(t, files, "sitemap.xml"))
	if index.name != "sitemapindex" || index.attrs["xmlns"] != "http://www.sitemaps.org/schemas/sitemap/0.9" {
		t.Errorf("the root is %v", index)
	}
	var all []string
	for _, e := range index.all("sitemap") {
		path, ok := strings.CutPrefix(e.only(t, "loc"), whereabouts)
		if !ok {
			t.Fatalf("%s stands elsewhere", e.only(t, "loc"))
		}
		part, _ := addressesIn(t, text(t, files, path))
		if len(part) == 0 || len(part) > 3 {
			t.Errorf("%s has %d addresses", path, len(part))
		}
		all = append(all, part...)
	}
	for n, p := range pages {
		if n >= len(all) || all[n] != whereabouts+p.path {
			t.Fatalf("got %v", all)
		}
	}
}

func TestWebAddress(t *testing.T) {
	for from, want := range map[string]string{
		"":                                   "",
		"https://example.org/":               "https://example.org/",
		"https://example.org:8080/a/b/":      "https://example.org:8080/a/b/",
		"https://example.org/größe/":         "https://example.org/gr%C3%B6%C3%9Fe/",
		"https://example.org/a%20b/":         "https://example.org/a%20b/",
		"https://example.org/a%2Fb/":         "https://example.org/a%2Fb/",
		"https://example.org/100%25/":        "https://example.org/100%25/",
		"https://example.org/it's&co/":       "https://example.org/it's&co/",
		"https://größe.example.org/":         "https://xn--gre-6ka8i.example.org/",
		"https://größe.example.org:8080/x/":  "https://xn--gre-6ka8i.example.org:8080/x/",
		"https://EXAMPLE.org/X/":             "https://example.org/X/",
		"http://127.0.0.1:8000/":             "http://127.0.0.1:8000/",
		"http://[::1]:8000/":                 "http://[::1]:8000/",
		"http://[::1]/":                      "http://[::1]/",
		"https://under_score.example.org/x/": "https://under_score.example.org/x/",
	} {
		if got := webAddress(from); got != want {
			t.Errorf("%s: got %s, want %s", from, got, want)
		}
	}
}

// An address with other letters reaches every page as machines write it.
func TestAddressesEncoded(t *testing.T) {
	const base = "https://xn--gre-6ka8i.example.org/gr%C3%B6%C3%9Fe&co/"
	site := dataSite(t, "https://größe.example.org/größe&co/")
	addresses, _ := addressesIn(t, text(t, site, "sitemap.xml"))
	if addresses[0] != base {
		t.Errorf("the sitemap begins with %s", addresses[0])
	}
	if got := readXML(t, text(t, site, "feed.xml")).only(t, "id"); got != base {
		t.Errorf("the feed has the id %s", got)
	}
	if page := text(t, site, "lessons/book.html"); !strings.Contains(page, "Canonical: "+strings.ReplaceAll(base, "&", "&amp;")+"lessons/book.html\n") {
		t.Errorf("the canonical address is not there: %.600s", page)
	}
}
