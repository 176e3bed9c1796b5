package build

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// name returns what an element is called: its label, or the text of what it
// says it is labelled by.
func (p *builtPage) name(n *html.Node) string {
	if label, ok := attr(n, "aria-label"); ok {
		return strings.TrimSpace(label)
	}
	by, _ := attr(n, "aria-labelledby")
	for c := range p.all("") {
		if id, ok := attr(c, "id"); ok && id == by {
			return words(c)
		}
	}
	return ""
}

func navigationsNamed(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		navs := slices.Collect(p.all("nav"))
		seen := map[string]bool{}
		for _, n := range navs {
			name := p.name(n)
			if len(navs) > 1 && (name == "" || seen[name]) {
				broken(p.path, "%s is called %q", show(n), name)
			}
			seen[name] = true
		}
		for n := range p.all("") { // a region without a name is no region
			if role, _ := attr(n, "role"); role == "region" && p.name(n) == "" {
				broken(p.path, "%s has no name", show(n))
			}
		}
	}
}

func linksHaveWords(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for n := range p.all("a") {
			if _, ok := attr(n, "href"); !ok {
				broken(p.path, "%s %q leads nowhere", show(n), words(n))
			}
			if label, ok := attr(n, "aria-label"); words(n) == "" || ok && label == "" {
				broken(p.path, "%s has no words", show(n))
			}
		}
	}
}

func picturesDescribed(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for n := range p.all("img") {
			alt, ok := attr(n, "alt")
			if !ok || alt == "" && inside(n, "figure") {
				broken(p.path, "%s is not described", show(n))
			}
			if src, _ := attr(n, "src"); src == "" {
				broken(p.path, "%s shows nothing", show(n))
			}
		}
	}
}

func tablesHeaded(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for table := range p.all("table") {
			count := 0
			for n := range within(table, "th") {
				count++
				if s, _ := attr(n, "scope"); s != "col" && s != "row" {
					broken(p.path, "the heading %q of a table does not say what it heads", words(n))
				}
			}
			if count == 0 {
				broken(p.path, "a table has no headings")
			}
		}
	}
}

func titlesUnique(b *built, broken func(path, format string, args ...any)) {
	seen := map[string]string{}
	for _, p := range b.pages {
		titles := slices.Collect(within(p.first("head"), "title"))
		if len(titles) != 1 || words(titles[0]) == "" {
			broken(p.path, "has no title, or more than one")
			continue
		}
		title := words(titles[0])
		if other := seen[title]; other != "" && b.moved[p.path] == "" {
			broken(p.path, "has the title %q, as %s has", title, other)
		}
		seen[title] = p.path
	}
}

// unfilled are texts that templates leave when something went wrong.
var unfilled = []string{"ZgotmplZ", "<no value>", "&lt;no value&gt;", "&lt;nil&gt;", "%!", "{{", "}}", "undefined"}

func templatesFilled(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for _, text := range unfilled {
			if strings.Contains(string(dataElement.ReplaceAll(p.raw, nil)), text) { // where }} is JSON
				broken(p.path, "has the text %s", text)
			}
		}
	}
}

func textUTF8(b *built, broken func(path, format string, args ...any)) {
	for name, raw := range b.files {
		if strings.HasSuffix(name, ".png") || strings.HasSuffix(name, ".pdf") || strings.HasSuffix(name, ".jpg") {
			continue
		}
		switch text := string(raw); {
		case !utf8.Valid(raw):
			broken(name, "is not UTF-8")
		case strings.ContainsAny(text, "\x00\ufeff\ufffd\r"):
			broken(name, "has a character that does not belong in text")
		}
	}
}

// secretsKept looks for what learners must not see in the bytes and the names
// of all files, and for comments in pages.
func secretsKept(b *built, broken func(path, format string, args ...any)) {
	for name, raw := range b.files {
		text := strings.ToLower(name + "\n" + html.UnescapeString(string(raw)))
		for _, secret := range b.secrets {
			if strings.Contains(text, strings.ToLower(secret)) {
				broken(name, "has %q", secret)
			}
		}
	}
	for _, p := range b.pages {
		for n := range p.root.Descendants() {
			if n.Type == html.CommentNode {
				broken(p.path, "has the comment %q", n.Data)
			}
		}
	}
}

// contactSamePlace finds the contact in the foot of every page by its address,
// and compares the way to it.
func contactSamePlace(b *built, broken func(path, format string, args ...any)) {
	if b.contact == "" {
		return
	}
	want := ""
	for _, p := range b.framed() {
		var ways []string
		for n := range within(p.foot(), "a") {
			if href, _ := attr(n, "href"); href == b.contact {
				ways = append(ways, way(n))
			}
		}
		switch {
		case len(ways) != 1:
			broken(p.path, "the foot has the contact %d times", len(ways))
		case want == "":
			want = ways[0]
		case ways[0] != want:
			broken(p.path, "the contact stands at %s, elsewhere at %s", ways[0], want)
		}
	}
}

// way returns the place of a node among its siblings, and theirs, up to the page.
func way(n *html.Node) string {
	out := n.Data
	for ; n.Parent != nil && n.Data != "footer"; n = n.Parent {
		count := 0
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if s.Type == html.ElementNode {
				count++
			}
		}
		out = string(rune('0'+count)) + "/" + out
	}
	return out
}
