package build

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"commonground/internal/render"
)

// goodPage is a page of a small site that keeps every promise.
func goodPage(title, up, menu, text string) string {
	policy := strings.ReplaceAll(render.Policy, "'", "&#39;")
	return `<!doctype html>
<html lang="en-GB" dir="ltr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="` + policy + `">
<title>` + title + `</title><link rel="stylesheet" href="` + up + `assets/site.css"><script defer src="` + up + `assets/site.js"></script></head>
<body><a class="skip" href="#CG-main">Skip</a>
<header><p><a href="` + up + `index.html">Site</a></p><nav aria-label="Main"><ul><li><a href="` + up + `lessons/index.html"` + menu + `>Lessons</a></li></ul></nav></header>
<main id="CG-main"><h1>` + title + `</h1>` + text + `</main>
<footer><p>Help: <a href="mailto:help@example.org">help@example.org</a></p></footer></body></html>
`
}

// goodFiles are the files of that site.
func goodFiles() map[string]string {
	bare := strings.NewReplacer(`<link rel="stylesheet" href="assets/site.css"><script defer src="assets/site.js"></script>`, "").Replace(goodPage("Not here", "", "", "<p>Go back.</p>"))
	before, rest, _ := strings.Cut(bare, `<a class="skip"`)
	_, rest, _ = strings.Cut(rest, "<main")
	main, _, _ := strings.Cut(rest, "<footer")
	return map[string]string{
		"index.html": goodPage("Site", "", "", `<p>Words.</p>`),
		"lessons/index.html": goodPage("Lessons", "../", ` aria-current="page"`,
			`<nav aria-label="Jump"><ul><li><a href="#all">All</a></li></ul></nav><section id="all"><h2>All</h2><ul><li><a href="a.html">A</a></li></ul></section>`),
		"lessons/a.html": withData(goodPage("A lesson", "../", ` aria-current="true"`,
			`<div class="text"><p>See <a href="https://example.org/">a site</a>, <a href="#down">below</a> and <a href="index.html#all">all</a>.</p>
<h2 id="down">Down</h2><p>Text.</p><h3>Further</h3><p><img src="../assets/a.svg" alt="A box"></p><details><summary>More</summary><p>Text.</p></details>
<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></div>`)),
		"404.html": before + "<main" + main + "</body></html>\n",
		"lessons/was.html": strings.Replace(goodPage("A lesson has moved", "../", ` aria-current="true"`, `<p>It is <a href="a.html">here</a>.</p>`), "</head>",
			`<meta name="robots" content="noindex"><link rel="canonical" href="a.html"><meta http-equiv="refresh" content="0; url=a.html"></head>`, 1),
		"catalogue.json": `{"format": 1, "package": {"address": "index.html"}, "lessons": [{"slug": "a", "address": "lessons/a.html"}]}`,
		"assets/site.js": `document.title="ready"`,
		"assets/search/index.js": "(self.CGsearch=self.CGsearch||[]).push({\"kinds\":[[\"lesson\",\"lessons/\",\".html\"]],\"words\":\"#import!$!(t!%!#hut!$!\"," +
			"\"items\":[[0,\"a\",\"A lesson\",\"\",5,[],\"Down\",\"down\"]]});\n",
		"assets/site.css": "body{margin:0;background:url(a.svg)}",
		"assets/a.svg":    `<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>`,
	}
}

func openGood(t *testing.T, files map[string]string) *built {
	t.Helper()
	raw := map[string][]byte{}
	for name, text := range files {
		raw[name] = []byte(text)
	}
	b, err := openSite(raw)
	if err != nil {
		t.Fatal(err)
	}
	b.lessons, b.contact, b.secrets = 1, "mailto:help@example.org", []string{"hush"}
	b.moved = map[string]string{"lessons/was.html": "lessons/a.html"}
	return b
}

// TestReaderGood shows that the reader has nothing to say about a good site.
func TestReaderGood(t *testing.T) {
	for _, line := range openGood(t, goodFiles()).broken() {
		t.Error(line)
	}
}

// TestReaderBroken breaks one thing at a time in the good site: the reader must
// say that the promise is broken, at that file. Every promise is broken once.
func TestReaderBroken(t *testing.T) {
	tested := map[string]bool{}
	for _, test := range breakages() {
		files := maps.Clone(goodFiles())
		files[test.file] = test.change(t, files[test.file])
		prefix := test.promise + ": " + test.at + ": "
		lines := openGood(t, files).broken()
		if !slices.ContainsFunc(lines, func(line string) bool {
			return strings.HasPrefix(line, prefix) && strings.Contains(line[len(prefix):], test.says)
		}) {
			t.Errorf("%s, %.60q for %q: want %q to say %q, got %.300q", test.file, test.to, test.from, prefix, test.says, lines)
		}
		tested[test.promise] = true
	}
	for _, p := range promises() {
		if !tested[p.name] {
			t.Errorf("nothing shows that the promise can be broken: %s", p.name)
		}
	}
	if len(tested) != len(promises()) {
		t.Error("a breakage names a promise that is not there")
	}
}

// TestReaderLocated breaks the page for a wrong address of a site that knows
// where it stands.
func TestReaderLocated(t *testing.T) {
	const site = "https://t.example.org/x/"
	for href, want := range map[string]string{
		site + "index.html":   "",
		site + "nowhere.html": "addresses lead to a file that is there: 404.html",
		"index.html":          "the page for a wrong address needs nothing: 404.html",
	} {
		files := goodFiles()
		locate(files, site)
		page := strings.NewReplacer(`href="assets`, `href="`+site+`assets`, `src="assets`, `src="`+site+`assets`, `href="lessons`, `href="`+site+`lessons`, `href="index.html"`, `href="`+href+`"`)
		files["404.html"] = page.Replace(goodPage("Not here", "", "", "<p>Go back.</p>"))
		b := openGood(t, files)
		b.url = site
		got := strings.Join(b.broken(), "\n")
		if !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: want %q, got %q", href, want, got)
		}
	}
}

// breakage is one thing that is wrong with a site: from becomes to in a file.
// An empty from stands for the whole file.
type breakage struct {
	promise, file, from, to, says string
	at                            string // where it is reported; "" for the file
}

func (c breakage) change(t *testing.T, text string) string {
	t.Helper()
	if c.from == "" {
		return c.to
	}
	if !strings.Contains(text, c.from) {
		t.Fatalf("%s does not have %q", c.file, c.from)
	}
	return strings.Replace(text, c.from, c.to, 1)
}

// broke lists ways to break a promise: file, from, to and what is said, in turn.
func broke(promise string, ways ...string) []breakage {
	var all []breakage
	for i := 0; i < len(ways); i += 4 {
		at, _, _ := strings.Cut(ways[i], "→")
		if _, other, ok := strings.Cut(ways[i], "→"); ok {
			all = append(all, breakage{promise, at, ways[i+1], ways[i+2], ways[i+3], other})
			continue
		}
		all = append(all, breakage{promise, at, ways[i+1], ways[i+2], ways[i+3], at})
	}
	return all
}

func TestHiddenLines(t *testing.T) {
	got := hiddenLines("Shown to all of the learners.\n\n:::: facilitator Before you all sit down\n\nAsk everybody to bring a phone.\n\n::: note\n- Lay out the cards for the game\n:::\n\nPut the chairs in a circle.\n::::\n\nShown again to the learners.\n<!-- ask Sam -->\n")
	want := "Before you all sit down|Ask everybody to bring a phone|Lay out the cards for the game|Put the chairs in a circle|ask Sam"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}
