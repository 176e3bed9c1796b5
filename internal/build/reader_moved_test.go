package build

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// movedLeadsOn wants a page that has moved to lead on at once, to give a link to
// whoever stays, and to tell search engines where to look instead.
func movedLeadsOn(b *built, broken func(path, format string, args ...any)) {
	for from, to := range b.moved {
		p := b.page(from)
		if p == nil {
			broken(from, "is not there")
			continue
		}
		for what, value := range map[string]string{"refresh": p.refresh(), "canonical": p.canonical(), "link": p.onlyLink()} {
			if file, _, why := b.lead(p, value); file != to {
				broken(from, "the %s leads to %q, not to %s: %s", what, value, to, why)
			}
		}
		if !slices.ContainsFunc(slices.Collect(p.all("meta")), isNoindex) {
			broken(from, "does not keep search engines away")
		}
		if !strings.HasSuffix(words(p.first("h1")), " has moved") {
			broken(from, "does not say that it has moved")
		}
	}
}

func isNoindex(n *html.Node) bool {
	name, _ := attr(n, "name")
	content, _ := attr(n, "content")
	return name == "robots" && content == "noindex"
}

// refresh returns the address to which a page leads on at once, or "".
func (p *builtPage) refresh() string {
	for n := range p.all("meta") {
		if equiv, _ := attr(n, "http-equiv"); equiv == "refresh" {
			content, _ := attr(n, "content")
			to, atOnce := strings.CutPrefix(content, "0; url=")
			if atOnce {
				return to
			}
		}
	}
	return ""
}

func (p *builtPage) canonical() string {
	for n := range p.all("link") {
		if rel, _ := attr(n, "rel"); rel == "canonical" {
			href, _ := attr(n, "href")
			return href
		}
	}
	return ""
}

// onlyLink returns the address of the one link in the text of a page, outside
// its navigation, or "".
func (p *builtPage) onlyLink() string {
	var all []string
	for n := range within(p.first("main"), "a") {
		if href, _ := attr(n, "href"); !inside(n, "nav", "template") {
			all = append(all, href)
		}
	}
	if len(all) != 1 {
		return ""
	}
	return all[0]
}
