package build

import (
	"path"
	"strings"
	"testing"
)

// withData puts a data block at the end of a good page.
func withData(page string) string {
	return strings.Replace(page, "</body>", `<script type="application/ld+json">{"@context":"https://schema.org","name":"A lesson","isPartOf":{"name":"Site"}}</script></body>`, 1)
}

func brokenData() []breakage {
	all := broke("nothing runs and nothing is inline",
		lesson, "application/ld+json", "text/javascript", "not allowed",
		lesson, `type="application/ld+json"`, `type="application/ld+json" src="x"`, "not allowed")
	all = append(all, broke("data is inert",
		lesson, `"name":"A lesson"`, `"name":"A lesson`, "no JSON-LD",
		lesson, "https://schema.org", "https://example.org", "no JSON-LD",
		lesson, `"name":"A lesson"`, `"name":"A <b>"`, "a < or a >",
		lesson, `"name":"A lesson"`, `"name":"%!d(string=1)"`, "has the text",
		lesson, `"name":"A lesson"`, `"@id":"https://example.org/a"`, "speaks of")...)
	all = append(all, broke("pages are light", lesson, `"name":"A lesson"`, `"name":"`+strings.Repeat("x", mostData)+`"`, "the data has")...)
	all = append(all, broke("pages say where they stand",
		lesson, "</head>", `<link rel="canonical" href="a.html"></head>`, `"a.html", not ""`,
		was, "</head>", `<link rel="canonical" href="a.html"></head>`, "2 canonical")...)
	all = append(all, broke("the catalogue leads to what is there",
		"catalogue.json", "lessons/a.html", "lessons/b.html", "elsewhere",
		"catalogue.json", `"slug": "a"`, `"slug": "x"`, "elsewhere",
		"catalogue.json", `{"slug": "a", "address": "lessons/a.html"}`, "", "0 lessons of 1",
		"catalogue.json", "]", "", "no JSON")...)
	return append(all, broke("the sitemap lists every page",
		"sitemap.xml", "", "<urlset/>", "nobody said",
		"feed.xml", "", "<feed/>", "nobody said")...)
}

// locate makes the good site one that knows where it stands, with the page for a
// wrong address left out.
func locate(files map[string]string, site string) {
	list := ""
	for name, text := range files {
		if at := site + strings.TrimPrefix(name, "index.html"); path.Ext(name) == ".html" && name != "404.html" && name != "lessons/was.html" {
			files[name] = strings.Replace(text, "</head>", `<link rel="canonical" href="`+at+`"></head>`, 1)
			list += "<url><loc>" + at + "</loc></url>"
		}
	}
	files["sitemap.xml"] = "<urlset>" + list + "</urlset>"
	files["feed.xml"] = "<feed><entry><id>" + site + "lessons/a.html</id></entry></feed>"
}

// TestReaderLocatedData breaks what only a site has that knows where it stands.
func TestReaderLocatedData(t *testing.T) {
	const site = "https://t.example.org/x/"
	for _, c := range []struct{ file, from, to, want string }{
		{"index.html", site + `"`, site + `index.html"`, "pages say where they stand: index.html"},
		{lesson, `<link rel="canonical" href="` + site + lesson + `">`, "", "pages say where they stand: lessons/a.html"},
		{lesson, "canonical\" href=\"" + site, "canonical\" href=\"https://example.org/", "pages say where they stand: lessons/a.html"},
		{lesson, `"name":"A lesson"`, `"@id":"` + site + `lessons/b.html"`, "data is inert: lessons/a.html"},
		{"sitemap.xml", "<url><loc>" + site + lesson + "</loc></url>", "", "the sitemap lists every page: sitemap.xml"},
		{"sitemap.xml", "</urlset>", "<url><loc>" + site + "404.html</loc></url></urlset>", "the sitemap lists every page: sitemap.xml"},
		{"sitemap.xml", "</urlset>", "", "the sitemap lists every page: sitemap.xml"},
		{"feed.xml", "lessons/a.html", "lessons/b.html", "the sitemap lists every page: feed.xml"},
		{"feed.xml", "</feed>", "", "the sitemap lists every page: feed.xml"},
	} {
		files := goodFiles()
		locate(files, site)
		files[c.file] = breakage{file: c.file, from: c.from, to: c.to}.change(t, files[c.file])
		b := openGood(t, files)
		b.url = site
		if got := strings.Join(b.broken(), "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s, %s for %s: want %q, got %q", c.file, c.to, c.from, c.want, got)
		}
	}
}
