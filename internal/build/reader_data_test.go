package build

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// isData recognises the one block of data that a page may have, which no browser
// runs: at the end of the body, so that nobody waits for it.
func isData(n *html.Node) bool {
	kind, _ := attr(n, "type")
	return n.Data == "script" && n.Parent.Data == "body" && len(n.Attr) == 1 && kind == "application/ld+json"
}

var dataElement = regexp.MustCompile(`(?s)<script type="application/ld\+json">.*?</script>`)

// data returns the data block of a page as it is written, or nothing.
func (p *builtPage) data() []byte { return dataElement.Find(p.raw) }

// mostData is how many bytes of data a lesson may have.
const mostData = 4 << 10

// dataInert wants a data block to be JSON that says what is on the page, in which
// nothing could end it, and whole addresses of this site or none.
func dataInert(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for n := range p.all("script") {
			if !isData(n) {
				continue
			}
			var v map[string]any
			if n.FirstChild == nil || json.Unmarshal([]byte(n.FirstChild.Data), &v) != nil || v["@context"] != "https://schema.org" {
				broken(p.path, "the data is no JSON-LD")
				continue
			}
			if strings.ContainsAny(n.FirstChild.Data, "<>") {
				broken(p.path, "the data has a < or a >")
			}
			b.dataTexts(p, "", v, broken)
		}
	}
}

// dataTexts looks at every text in a data block.
func (b *built) dataTexts(p *builtPage, key string, v any, broken func(path, format string, args ...any)) {
	switch v := v.(type) {
	case map[string]any:
		for k, x := range v {
			b.dataTexts(p, k, x, broken)
		}
	case []any:
		for _, x := range v {
			b.dataTexts(p, key, x, broken)
		}
	case string:
		if slices.ContainsFunc(unfilled, func(text string) bool { return strings.Contains(v, text) }) {
			broken(p.path, "the data has the text %q", v)
		}
		if key != "@id" {
			return
		}
		if rest, ok := strings.CutPrefix(v, b.url); b.url == "" || !ok {
			broken(p.path, "the data speaks of %q", v)
		} else if _, _, why := b.lead(b.page("index.html"), b.url+rest); why != "" {
			broken(p.path, "in the data the address %s", why)
		}
	}
}

// canonicalHere wants every page of a site that knows where it stands to say
// where the page stands, and no page of another site to say so.
func canonicalHere(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		want := b.url + strings.TrimSuffix(p.path, "index.html")
		if p.path != "index.html" {
			want = b.url + p.path
		}
		if b.url == "" || p.path == "404.html" {
			want = ""
		}
		if got := p.canonical(); got != want && b.moved[p.path] == "" {
			broken(p.path, "the canonical address is %q, not %q", got, want)
		}
		count := 0
		for n := range p.all("link") {
			if rel, _ := attr(n, "rel"); rel == "canonical" {
				count++
			}
		}
		if count > 1 {
			broken(p.path, "there are %d canonical addresses", count)
		}
	}
}

// catalogueLeads wants the catalogue to have every lesson, and each address in it
// to lead to something.
func catalogueLeads(b *built, broken func(path, format string, args ...any)) {
	const name = "catalogue.json"
	var all map[string]json.RawMessage
	if err := json.Unmarshal(b.files[name], &all); err != nil {
		broken(name, "is no JSON: %v", err)
		return
	}
	for key, raw := range all {
		var items []struct{ Slug, Address string }
		if key == "package" || key == "format" || json.Unmarshal(raw, &items) != nil {
			continue
		}
		if key == "lessons" && len(items) != b.lessons {
			broken(name, "has %d lessons of %d", len(items), b.lessons)
		}
		for _, item := range items {
			if file, fragment, why := b.lead(b.page("index.html"), item.Address); why != "" || !strings.HasSuffix(file+fragment, item.Slug) && !strings.HasSuffix(file, "/"+item.Slug+".html") && file != item.Slug+".html" {
				broken(name, "%s of %s: the address %q leads elsewhere: %s", item.Slug, key, item.Address, why)
			}
		}
	}
}

// sitemapWhole wants the sitemap to list exactly the pages that should be found,
// and the feed to lead to some of them; a site that does not know where it stands
// has neither.
func sitemapWhole(b *built, broken func(path, format string, args ...any)) {
	if b.url == "" {
		for _, name := range []string{"sitemap.xml", "feed.xml"} {
			if b.files[name] != nil {
				broken(name, "is there, and nobody said where the site stands")
			}
		}
		return
	}
	var want []string
	for _, p := range b.pages {
		copied := strings.HasPrefix(p.path, "handouts/") || strings.HasPrefix(p.path, "print") || strings.HasPrefix(p.path, "myths/cards")
		if p.path != "404.html" && b.moved[p.path] == "" && !copied {
			want = append(want, p.canonical())
		}
	}
	var sitemap struct {
		Addresses []string `xml:"url>loc"`
	}
	if err := xml.Unmarshal(b.files["sitemap.xml"], &sitemap); err != nil {
		broken("sitemap.xml", "is no XML: %v", err)
	}
	slices.Sort(want)
	slices.Sort(sitemap.Addresses)
	if !slices.Equal(want, sitemap.Addresses) {
		broken("sitemap.xml", "lists %v, not %v", sitemap.Addresses, want)
	}
	var feed struct {
		Entries []struct {
			ID string `xml:"id"`
		} `xml:"entry"`
	}
	if raw := b.files["feed.xml"]; raw != nil {
		if err := xml.Unmarshal(raw, &feed); err != nil {
			broken("feed.xml", "is no XML: %v", err)
		}
		for _, e := range feed.Entries {
			if !slices.Contains(want, e.ID) {
				broken("feed.xml", "leads to %s, which is not there", e.ID)
			}
		}
	}
}
