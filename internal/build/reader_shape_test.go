package build

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// sections are the elements to which a header, a footer or a heading belongs.
var sections = []string{"article", "aside", "main", "nav", "section"}

// banner returns the header of the page as a whole, or nil.
func (p *builtPage) banner() *html.Node { return p.outer("header") }

// foot returns the footer of the page as a whole, or nil.
func (p *builtPage) foot() *html.Node { return p.outer("footer") }

func (p *builtPage) outer(name string) *html.Node {
	for n := range p.all(name) {
		if !inside(n, sections...) {
			return n
		}
	}
	return nil
}

// level returns the level of a heading, or 0 for anything else.
func level(n *html.Node) int {
	if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 0
}

func headingsOutline(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		last, tops := 0, 0
		for n := range p.all("") {
			l := level(n)
			if l == 0 {
				continue
			}
			if l == 1 {
				tops++
			}
			if l > last+1 {
				broken(p.path, "h%d %q follows h%d", l, words(n), last)
			}
			if words(n) == "" {
				broken(p.path, "%s is empty", show(n))
			}
			last = l
		}
		if tops != 1 {
			broken(p.path, "has %d headings of level 1", tops)
		}
	}
}

// sectionsFilled wants something below every heading before the next of its
// level or the end of its section.
func sectionsFilled(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for n := range p.all("") {
			if level(n) > 0 && !followed(n) {
				broken(p.path, "nothing follows %s %q", show(n), words(n))
			}
			if slices.Contains(sections, n.Data) && words(n) == "" {
				broken(p.path, "%s is empty", show(n))
			}
		}
	}
}

// followed says whether a heading has something to be the heading of.
func followed(heading *html.Node) bool {
	section := heading.Parent
	for section.Parent != nil && !slices.Contains(sections, section.Data) {
		section = section.Parent
	}
	below := false
	for n := range section.Descendants() {
		switch {
		case n == heading:
			below = true
		case !below || inHeading(n):
		case level(n) > 0 && level(n) <= level(heading):
			return false
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" || n.Data == "img":
			return true
		}
	}
	return false
}

func inHeading(n *html.Node) bool { return inside(n, "h1", "h2", "h3", "h4", "h5", "h6") }

// belongs says what the children of a list must be.
var belongs = map[string][]string{"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "table": {"caption", "thead", "tbody", "tfoot", "tr"},
	"tr": {"th", "td"}, "details": nil, "menu": {"li"}}

func listsFilled(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for n := range p.all("") {
			allowed, ok := belongs[n.Data]
			count := 0
			for c := range n.ChildNodes() {
				if ok && allowed != nil && (c.Type == html.ElementNode && !slices.Contains(allowed, c.Data) || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "") {
					broken(p.path, "%s holds %q, which is no entry", show(n), c.Data)
				}
				count++
			}
			switch {
			case ok && (count == 0 || words(n) == ""):
				broken(p.path, "%s is empty", show(n))
			case (n.Data == "li" || n.Data == "dt" || n.Data == "dd" || n.Data == "p" || n.Data == "summary") && words(n) == "" && firstOf(n, "img") == nil:
				broken(p.path, "%s is empty", show(n))
			case n.Data == "details" && (firstElement(n) == nil || firstElement(n).Data != "summary"):
				broken(p.path, "%s has no summary", show(n))
			}
		}
	}
}

func firstElement(n *html.Node) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			return c
		}
	}
	return nil
}

func idsUnique(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for id, n := range p.ids {
			if n > 1 || id == "" || strings.ContainsAny(id, " \t\n") {
				broken(p.path, "the id %q is there %d times", id, n)
			}
		}
		for n := range p.all("") {
			for _, a := range n.Attr {
				if !slices.Contains([]string{"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers"}, a.Key) {
					continue
				}
				for _, id := range strings.Fields(a.Val) {
					if p.ids[id] == 0 {
						broken(p.path, "%s names the id %q, which is not there", show(n), id)
					}
				}
			}
		}
	}
}

func languageSaid(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		root := p.first("html")
		lang, _ := attr(root, "lang")
		if _, err := language.Parse(lang); lang == "" || err != nil {
			broken(p.path, "the language is %q", lang)
		}
		if dir, _ := attr(root, "dir"); dir != "ltr" && dir != "rtl" {
			broken(p.path, "the direction is %q", dir)
		}
	}
}

func landmarksOnce(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		count := map[string]int{}
		for n := range p.all("") {
			switch {
			case n.Data == "main", (n.Data == "header" || n.Data == "footer") && !inside(n, sections...):
				count[n.Data]++
			}
			if role, _ := attr(n, "role"); slices.Contains([]string{"main", "banner", "contentinfo"}, role) {
				broken(p.path, "%s: the element says that already", show(n))
			}
		}
		for _, name := range []string{"main", "header", "footer"} {
			if count[name] != 1 && !(b.lost(p) && name != "main") {
				broken(p.path, "has %d of %s", count[name], name)
			}
		}
	}
}

// skipLinkFirst wants the first thing that takes the focus to lead to the text.
func skipLinkFirst(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.framed() {
		n := firstElement(p.first("body"))
		if n == nil || n.Data != "a" {
			broken(p.path, "does not begin with a link")
			continue
		}
		href, _ := attr(n, "href")
		id, ok := attr(p.first("main"), "id")
		if !ok || href != "#"+id {
			broken(p.path, "%s does not lead to the text", show(n))
		}
	}
}
