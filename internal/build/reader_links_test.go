package build

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// addressAttrs are the attributes whose value is an address.
var addressAttrs = []string{"href", "src", "srcset", "poster", "data", "action", "formaction", "background", "cite", "ping", "manifest", "longdesc"}

// address is an address in a page, and the element that has it.
type address struct {
	element *html.Node
	value   string
}

func (p *builtPage) addresses() []address {
	var all []address
	for n := range p.all("") {
		for _, a := range n.Attr {
			if slices.Contains(addressAttrs, a.Key) {
				all = append(all, address{n, a.Val})
			}
		}
	}
	return all
}

// scheme returns what an address begins with as a browser reads it, in lower
// case: "https", "//" for an address that takes the scheme of the page, or "".
func scheme(value string) string {
	value = strings.ToLower(strings.TrimLeft(strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(value), "\x00 "))
	if strings.HasPrefix(strings.ReplaceAll(value, `\`, "/"), "//") {
		return "//"
	}
	before, _, found := strings.Cut(value, ":")
	if !found || strings.ContainsAny(before, "/?#.") {
		return ""
	}
	return before
}

// lead returns the file and the element that an address on a page leads to, or
// why it leads nowhere.
func (b *built) lead(p *builtPage, value string) (file, fragment, why string) {
	if rest, ok := strings.CutPrefix(value, b.url); ok && b.url != "" {
		return b.lead(b.page("index.html"), cmp.Or(rest, "index.html"))
	}
	u, err := url.Parse(value)
	switch {
	case err != nil:
		return "", "", err.Error()
	case value == "":
		return "", "", "is empty"
	case strings.HasPrefix(value, "/") || strings.Contains(value, `\`):
		return "", "", "is not relative"
	case u.RawQuery != "" || u.ForceQuery:
		return "", "", "has a query, which no file name has"
	case u.Path == "":
		return p.path, u.Fragment, b.hasID(p.path, u.Fragment)
	}
	file = path.Join(path.Dir(p.path), u.Path)
	if base := path.Base(u.Path); strings.HasSuffix(u.Path, "/") || base == "." || base == ".." {
		return "", "", "does not end in the name of a file"
	}
	if _, ok := b.files[file]; !ok {
		return "", "", "leads to " + file + ", which is not there"
	}
	if strings.HasSuffix(value, "#") {
		return "", "", "ends in an empty fragment"
	}
	return file, u.Fragment, b.hasID(file, u.Fragment)
}

// whole says whether a page writes whole addresses: a server shows it at any
// depth, and it knows where the site stands.
func (b *built) whole(p *builtPage) bool { return p.path == "404.html" && b.url != "" }

// hasID says why a page has no element for a fragment, or "".
func (b *built) hasID(file, fragment string) string {
	if fragment == "" {
		return ""
	}
	if p := b.page(file); p == nil || p.ids[fragment] == 0 {
		return "leads to #" + fragment + ", which " + file + " does not have"
	}
	return ""
}

func addressesLead(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for _, a := range p.addresses() {
			if scheme(a.value) != "" && !b.own(p, a) {
				continue // outsideLinked looks at it
			}
			if _, _, why := b.lead(p, a.value); why != "" {
				broken(p.path, "%s: the address %s", show(a.element), why)
			}
		}
	}
}

// own says whether a whole address is one of this site, where it may be written
// so: on the page for a wrong address, and to say where a page really stands.
func (b *built) own(p *builtPage, a address) bool {
	rel, _ := attr(a.element, "rel")
	return b.url != "" && (b.whole(p) || rel == "canonical") && strings.HasPrefix(a.value, b.url)
}

func outsideLinked(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		for _, a := range p.addresses() {
			s := scheme(a.value)
			switch {
			case s == "" || b.own(p, a):
			case !slices.Contains([]string{"https", "http", "mailto", "tel"}, s):
				broken(p.path, "%s: an address of this kind is not allowed", show(a.element))
			case a.element.Data != "a":
				broken(p.path, "%s: only a link may lead elsewhere", show(a.element))
			}
		}
	}
}

func lostPageBare(b *built, broken func(path, format string, args ...any)) {
	p := b.page("404.html")
	if p == nil {
		broken("404.html", "is not there")
		return
	}
	for _, a := range p.addresses() {
		if b.whole(p) && (b.own(p, a) || strings.HasPrefix(a.value, "#") || scheme(a.value) != "") {
			continue
		}
		broken(p.path, "%s: it can be shown at any depth, so this may lead nowhere", show(a.element))
	}
}

func pagesReached(b *built, broken func(path, format string, args ...any)) {
	reached := map[string]bool{}
	b.walk("index.html", reached)
	lessons := 0
	for _, p := range b.pages {
		switch {
		case p.path == "404.html", b.moved[p.path] != "":
		case !reached[p.path]:
			broken(p.path, "no way leads here from index.html")
		case p.isLesson():
			lessons++
		}
	}
	if lessons != b.lessons {
		broken("index.html", "leads to %d lessons of %d", lessons, b.lessons)
	}
}

// isLesson says whether a page is that of a lesson, and not one of their list.
func (p *builtPage) isLesson() bool {
	return strings.HasPrefix(p.path, "lessons/") && p.path != "lessons/index.html" && !strings.HasPrefix(p.path, "lessons/index_")
}

// walk follows every link from a page.
func (b *built) walk(from string, reached map[string]bool) {
	p := b.page(from)
	if p == nil || reached[from] {
		return
	}
	reached[from] = true
	for n := range p.all("a") {
		if href, ok := attr(n, "href"); ok && scheme(href) == "" {
			if file, _, why := b.lead(p, href); why == "" {
				b.walk(file, reached)
			}
		}
	}
}

// menuAlive holds the menu to exactly the indexes that have something to list.
func menuAlive(b *built, broken func(path, format string, args ...any)) {
	var indexes []string
	for _, p := range b.pages {
		if strings.HasSuffix(p.path, "/index.html") {
			indexes = append(indexes, p.path)
			if len(b.listed(p)) == 0 {
				broken(p.path, "lists nothing")
			}
		}
	}
	for _, p := range b.framed() {
		var entries []string
		for n := range within(firstOf(p.banner(), "nav"), "a") {
			href, _ := attr(n, "href")
			file, _, _ := b.lead(p, href)
			entries = append(entries, file)
			if current, ok := attr(n, "aria-current"); ok && (current == "page") != (file == p.path) {
				broken(p.path, "%s: the entry is not that of this page", show(n))
			}
		}
		slices.Sort(entries)
		if !slices.Equal(entries, indexes) {
			broken(p.path, "the menu leads to %v, the indexes are %v", entries, indexes)
		}
	}
}

// listed returns what an index has in its text besides ways within itself.
func (b *built) listed(p *builtPage) []string {
	var all []string
	main := p.first("main")
	for n := range within(main, "article") {
		all = append(all, words(n))
	}
	for n := range within(main, "a") {
		if href, _ := attr(n, "href"); !strings.HasPrefix(href, "#") && !inside(n, "nav") {
			all = append(all, href)
		}
	}
	return all
}
