package build

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"commonground/internal/render"
)

// policyFirst wants the policy before everything but the encoding, which decides
// how the policy itself is read.
func policyFirst(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		var elements []*html.Node
		for n := range p.first("head").ChildNodes() {
			if n.Type == html.ElementNode {
				elements = append(elements, n)
			}
		}
		if len(elements) > 0 {
			if charset, _ := attr(elements[0], "charset"); charset == "utf-8" {
				elements = elements[1:]
			} else {
				broken(p.path, "does not begin with its encoding")
			}
		}
		if len(elements) == 0 || !isPolicy(elements[0]) {
			broken(p.path, "the first element of the head is not the policy")
			continue
		}
		if got, _ := attr(elements[0], "content"); got != render.Policy {
			broken(p.path, "the policy is %q", got)
		}
		if slices.ContainsFunc(elements[1:], isPolicy) {
			broken(p.path, "there is a second policy")
		}
	}
}

func isPolicy(n *html.Node) bool {
	what, _ := attr(n, "http-equiv")
	return n.Data == "meta" && strings.EqualFold(what, "Content-Security-Policy")
}

// forbidden are elements that run or load something, that change what addresses
// mean, or that do nothing without a script.
var forbidden = []string{"base", "noscript", "style", "iframe", "frame", "object", "embed", "applet", "portal",
	"form", "button", "input", "select", "textarea", "canvas", "marquee", "blink"}

// forbiddenAttrs are attributes of the same sort, and tooltips.
var forbiddenAttrs = []string{"style", "integrity", "crossorigin", "nonce", "title", "target", "autofocus", "accesskey", "contenteditable", "srcdoc"}

func nothingRuns(b *built, broken func(path, format string, args ...any)) {
	for _, p := range b.pages {
		scripts := 0
		for n := range p.all("") {
			if slices.Contains(forbidden, n.Data) || n.Data == "template" && !isWords(n) {
				broken(p.path, "%s: this element is not allowed", show(n))
			}
			if n.Data == "script" && !isScript(n) && !isData(n) {
				broken(p.path, "%s: a script like this is not allowed", show(n))
			}
			if isScript(n) {
				scripts++
			}
			if equiv, ok := attr(n, "http-equiv"); ok && n.Data == "meta" && !isPolicy(n) && (equiv != "refresh" || b.moved[p.path] == "") {
				broken(p.path, "a meta element acts as the header %s", equiv)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || slices.Contains(forbiddenAttrs, a.Key) || a.Key == "type" && a.Val == "module" {
					broken(p.path, "%s: the attribute %s is not allowed", show(n), a.Key)
				}
				if a.Key == "tabindex" && a.Val != "0" && a.Val != "-1" {
					broken(p.path, "%s: the order of focus is changed", show(n))
				}
			}
		}
		if scripts > 1 {
			broken(p.path, "there are %d scripts", scripts)
		}
	}
}

// isScript recognises the one script that a page may have: a file of the site
// that runs when the page is whole.
func isScript(n *html.Node) bool {
	_, deferred := attr(n, "defer")
	src, _ := attr(n, "src")
	return n.Data == "script" && n.Parent.Data == "head" && deferred && len(n.Attr) == 2 && path.Base(src) == "site.js" && n.FirstChild == nil
}

// isWords recognises what a layout says only if the script asks for it.
func isWords(n *html.Node) bool {
	id, _ := attr(n, "id")
	return n.Data == "template" && strings.HasPrefix(id, "CG-")
}

// scriptReach is what does not work from a memory stick, what the policy stops,
// and what makes elements out of text.
var scriptReach = regexp.MustCompile(`\b(?:fetch|import|eval|Function|importScripts)\s*\(|\b(?:import|export)\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bWorker\b|serviceWorker|pushState|document\.write|(?:inner|outer)HTML|insertAdjacentHTML`)

func scriptsStayHere(b *built, broken func(path, format string, args ...any)) {
	for name, text := range b.files {
		if found := scriptReach.Find(text); path.Ext(name) == ".js" && !isIndex(name) && found != nil {
			broken(name, "has %s", found)
		}
	}
}

var (
	styleURL    = regexp.MustCompile(`(?i)url\(\s*["']?([^"')]*)`)
	styleRemote = regexp.MustCompile(`(?i)@import|https?:|expression\(|image-set\(|src\(`)
)

func stylesLoadNothing(b *built, broken func(path, format string, args ...any)) {
	for name, text := range b.files {
		if path.Ext(name) != ".css" {
			continue
		}
		if found := styleRemote.Find(bytes.ReplaceAll(text, svgName, nil)); found != nil {
			broken(name, "has %s", found)
		}
		for _, m := range styleURL.FindAllSubmatch(text, -1) {
			value := string(m[1])
			if strings.HasPrefix(value, "data:image/") || strings.HasPrefix(value, "#") {
				continue
			}
			_, there := b.files[path.Join(path.Dir(name), value)]
			if scheme(value) != "" || strings.HasPrefix(value, "/") || !there {
				broken(name, "loads %q", value)
			}
		}
	}
}

// svgName is the name of the language of drawings. It looks like an address, and
// nothing is ever loaded from it.
var svgName = []byte("xmlns='http://www.w3.org/2000/svg'")

// drawingsLoadNothing reads every SVG: somebody may open it by itself.
func drawingsLoadNothing(b *built, broken func(path, format string, args ...any)) {
	for name, text := range b.files {
		if path.Ext(name) != ".svg" {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				broken(name, "is not well-formed: %v", err)
				break
			}
			if e, ok := token.(xml.StartElement); ok {
				if why := drawingLoads(e); why != "" {
					broken(name, "%s", why)
				}
			}
		}
	}
}

func drawingLoads(e xml.StartElement) string {
	if slices.Contains([]string{"script", "foreignObject", "iframe", "image", "use", "a", "style", "animate", "set"}, e.Name.Local) {
		for _, a := range e.Attr {
			if a.Name.Local == "href" && strings.HasPrefix(a.Value, "#") {
				return ""
			}
		}
		return "has the element " + e.Name.Local
	}
	for _, a := range e.Attr {
		switch {
		case a.Name.Space == "xmlns" || a.Name.Local == "xmlns":
		case strings.HasPrefix(strings.ToLower(a.Name.Local), "on"), strings.Contains(a.Value, "//"), strings.Contains(a.Value, "javascript:"):
			return "has the attribute " + a.Name.Local + "=" + a.Value
		}
	}
	return ""
}
