package build

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// What files may weigh, in bytes.
const (
	mostChrome = 8 << 10
	mostStyle  = 28 << 10
	mostScript = 8 << 10   // on a page, until search is used
	mostCode   = 18 << 10  // all scripts; what search reads is data, in a folder of its own
	mostLesson = 100 << 10 // with its style and script, without pictures
)

func pagesLight(b *built, broken func(path, format string, args ...any)) {
	loads := assetsLight(b, broken)
	for _, p := range b.pages {
		data := len(p.data())
		if n := len(p.raw) - p.weight("main", "") - data; n > mostChrome {
			broken(p.path, "what surrounds the text has %d bytes", n)
		}
		if !p.isLesson() {
			continue
		}
		// The words on the page, with their meanings, are as many as its text has.
		if n := len(p.raw) - p.weight("div", "text") - p.weight("dl", "words") - data; n > mostChrome {
			broken(p.path, "the page without its text and words has %d bytes", n)
		}
		if data > mostData {
			broken(p.path, "the data has %d bytes", data)
		}
		if n := len(p.raw) + loads; n > mostLesson {
			broken(p.path, "the lesson and what it loads have %d bytes", n)
		}
	}
}

// assetsLight weighs style and script, and returns what each page loads of them.
func assetsLight(b *built, broken func(path, format string, args ...any)) int {
	style, code, script := 0, 0, len(b.files["assets/site.js"])
	for name, raw := range b.files {
		switch {
		case path.Ext(name) == ".css":
			style += len(raw)
		case path.Ext(name) == ".js" && path.Dir(name) == "assets":
			code += len(raw)
		}
	}
	if style > mostStyle {
		broken("assets", "the style has %d bytes", style)
	}
	if script > mostScript {
		broken("assets", "the script has %d bytes", script)
	}
	if code > mostCode {
		broken("assets", "all scripts have %d bytes", code)
	}
	return style + script
}

// weight returns how many bytes the first element of that name and class takes.
func (p *builtPage) weight(name, class string) int {
	depth, bytesIn := 0, 0
	for z := html.NewTokenizer(bytes.NewReader(p.raw)); z.Next() != html.ErrorToken; {
		t := z.Token()
		if t.Data == name && t.Type == html.StartTagToken && (depth > 0 || hasClass(t, class)) {
			depth++
		}
		if depth > 0 {
			bytesIn += len(z.Raw())
		}
		if t.Data == name && t.Type == html.EndTagToken && depth > 0 {
			if depth--; depth == 0 {
				return bytesIn
			}
		}
	}
	return bytesIn
}

func hasClass(t html.Token, class string) bool {
	return class == "" || slices.ContainsFunc(t.Attr, func(a html.Attribute) bool {
		return a.Key == "class" && slices.Contains(strings.Fields(a.Val), class)
	})
}

// voids are the elements that have no end tag.
var voids = []string{"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// tagsBalanced reads the tags of a page as they are written. Each must be closed
// in order, and a browser must make of them exactly what they say: it moves,
// closes and adds elements where the nesting is not allowed.
func tagsBalanced(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		if !bytes.HasPrefix(p.raw, []byte("<!doctype html>")) {
			broken(p.path, "does not begin with <!doctype html>")
		}
		written, why := tagsWritten(p.raw)
		if why != "" {
			broken(p.path, "%s", why)
			continue
		}
		understood := tagsUnderstood(p.root, nil)
		for i := range max(len(written), len(understood)) {
			if i >= len(written) || i >= len(understood) || written[i] != understood[i] {
				broken(p.path, "a browser reads %q where %q is written, after %q", at(understood, i), at(written, i), at(written, i-1))
				break
			}
		}
	}
}

func at(list []string, i int) string {
	if i < 0 || i >= len(list) {
		return ""
	}
	return list[i]
}

// tagsWritten returns the tags and texts of a page in their order, or what is
// wrong with them.
func tagsWritten(raw []byte) (all []string, why string) {
	var open []string
	z := html.NewTokenizer(bytes.NewReader(raw))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		switch t.Type {
		case html.TextToken:
			all = addText(all, t.Data)
		case html.SelfClosingTagToken:
			return nil, "<" + t.Data + "/> is written as in XML"
		case html.StartTagToken:
			if twice := attrTwice(z.Raw()); twice != "" {
				return nil, "<" + t.Data + "> has the attribute " + twice + " twice"
			}
			all = append(all, "<"+t.Data)
			if !slices.Contains(voids, t.Data) {
				open = append(open, t.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != t.Data {
				return nil, "</" + t.Data + "> closes nothing, open are " + strings.Join(open, " ")
			}
			open = open[:len(open)-1]
			all = append(all, "</"+t.Data)
		}
	}
	if len(open) > 0 {
		return nil, "never closed: " + strings.Join(open, " ")
	}
	return all, ""
}

var quoted = regexp.MustCompile(`"[^"]*"`)

// attrTwice returns an attribute that a start tag has twice. The tokenizer keeps
// only the first, so this looks at the bytes without their values.
func attrTwice(raw []byte) string {
	seen := map[string]bool{}
	tag := strings.TrimRight(string(quoted.ReplaceAll(raw, nil)), "/>")
	for field := range strings.FieldsSeq(tag) {
		if seen[field] {
			return strings.TrimSuffix(field, "=")
		}
		seen[field] = true
	}
	return ""
}

// tagsUnderstood returns the same of the tree that a browser makes.
func tagsUnderstood(n *html.Node, all []string) []string {
	if n.Type == html.TextNode {
		return addText(all, n.Data)
	}
	if n.Type == html.ElementNode {
		all = append(all, "<"+n.Data)
	}
	for c := range n.ChildNodes() {
		all = tagsUnderstood(c, all)
	}
	if n.Type == html.ElementNode && !slices.Contains(voids, n.Data) {
		all = append(all, "</"+n.Data)
	}
	return all
}

// addText adds a text without the spaces around it, which a browser may move.
func addText(all []string, text string) []string {
	if text = strings.TrimSpace(text); text == "" {
		return all
	}
	return append(all, text)
}
