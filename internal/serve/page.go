package serve

import (
	"bytes"
	"html"
	"strings"

	parser "golang.org/x/net/html"
)

// page is what the preview must know of an HTML page.
type page struct {
	body   []byte
	policy [2]int   // where the element with the content policy begins and ends
	end    int      // where the body ends
	loads  []string // addresses that are loaded with it, as written
}

// readPage goes through a page once. Places are kept as offsets, so that what
// is not changed stays as it is to the byte.
func readPage(body []byte) *page {
	p := &page{body: body, end: len(body)}
	at := 0
	z := parser.NewTokenizer(bytes.NewReader(body))
	for kind := z.Next(); kind != parser.ErrorToken; kind = z.Next() {
		next := at + len(z.Raw())
		switch kind {
		case parser.EndTagToken:
			if name, _ := z.TagName(); string(name) == "body" {
				p.end = at
			}
		case parser.StartTagToken, parser.SelfClosingTagToken:
			p.element(z.Token(), at, next)
		}
		at = next
	}
	if p.end < p.policy[1] {
		p.end = len(body)
	}
	return p
}

func (p *page) element(t parser.Token, begin, end int) {
	for _, a := range t.Attr {
		switch {
		case a.Key == "src" || a.Key == "poster" || a.Key == "href" && t.Data == "link":
			p.loads = append(p.loads, a.Val)
		case a.Key == "srcset":
			for one := range strings.SplitSeq(a.Val, ",") {
				address, _, _ := strings.Cut(strings.TrimSpace(one), " ")
				p.loads = append(p.loads, address)
			}
		case t.Data == "meta" && a.Key == "http-equiv" && strings.EqualFold(a.Val, "Content-Security-Policy"):
			p.policy = [2]int{begin, end}
		}
	}
}

// dress returns the page with another content policy, and with more HTML at the
// end of its body. Without a policy of its own it gets none: the header of the
// answer has it.
func (p *page) dress(policy, last string) []byte {
	var b bytes.Buffer
	b.Grow(len(p.body) + len(policy) + len(last))
	b.Write(p.body[:p.policy[0]])
	if p.policy[1] > 0 {
		b.WriteString(`<meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(policy) + `">`)
	}
	b.Write(p.body[p.policy[1]:p.end])
	b.WriteString(last)
	b.Write(p.body[p.end:])
	return b.Bytes()
}

// script is the element that makes a page follow what happens. It carries what
// the page was made from, so that a tab finds out that it is old whenever it
// asks, even of another run of the program.
func (s *Server) script(name string, v version) string {
	return `<script src="` + html.EscapeString(s.base) + `_/serve.js" data-page="` + html.EscapeString(name) +
		`" data-version="` + v.page + `" data-style="` + v.style + `" defer></script>`
}
