package serve

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// hostileTexts are what a file or a mistake may hold.
func hostileTexts() []string {
	return []string{
		"<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", `"><img src=x>`, `' onmouseover='alert(1)`,
		"</p></li></ul><h1>x", "</title><base href=//example.org>", "<!--", "-->", "]]>", "<![CDATA[x", "<style>*{display:none}</style>", "<iframe srcdoc=x>",
		"<a href=javascript:alert(1)>x</a>", "javascript:alert(1)", "{{.Base}}", "{{template \"head\"}}", "${alert(1)}", "`x`", "&lt;b&gt;", "&#60;b&#62;", "&", "\\u003cb\\u003e",
		"data: {\"page\":\"x\"}", "\n\ndata: x\n\n", "\r\nevent: x", "\u2028x\u2029", "\u202eevil", "\x00\x1b[31m", "\xff\xfe", "</textarea>", "<plaintext>", strings.Repeat("<", 500), "\ufeff<?xml?>",
	}
}

// TestHostileTexts puts hostile texts wherever a finding has room.
func TestHostileTexts(t *testing.T) {
	if n := len(hostileTexts()); n < 30 {
		t.Fatalf("only %d texts", n)
	}
	for _, text := range hostileTexts() {
		f := diag.Finding{Severity: diag.Error, Rule: text, Path: text, Message: text, Hint: text,
			File: &source.File{Name: text, Text: []byte("x" + text + "y")}, Span: source.Span{Start: 1, End: 1 + len(text)}}
		s := showing(t, testFiles())
		s.Show(Edition{Title: text, Site: siteOf(t, testFiles()), PageOf: func(string) []string { return []string{"index.html"} }})
		s.Fail([]diag.Finding{f}, errors.New(text))

		line := string(s.now.Load().status("index.html"))
		if strings.ContainsAny(line, "<>&\n\r\u2028\u2029") || !utf8.ValidString(line) {
			t.Errorf("%q is sent as %q", text, line)
		}
		if got := decode(t, line).Problems[0]; got.Lines[0] != "error: "+diag.Visible(text) {
			t.Errorf("%q is told as %q", text, got.Lines)
		}
		plain, elements := read(t, get(s, "/_/problems").Body.String())
		if !slices.Equal(elements, plainElements(t)) {
			t.Errorf("%q makes other elements: %q", text, elements)
		}
		if n := strings.Count(plain, "error: "+diag.Visible(text)); n != 2 {
			t.Errorf("%q stands on the page %d times", text, n)
		}
	}
}

// plainElements are the elements of a page with the same problems in harmless
// words.
func plainElements(t *testing.T) []string {
	s := showing(t, testFiles())
	f := diag.Finding{Severity: diag.Error, Path: "a", Message: "a", Hint: "a", File: &source.File{Text: []byte("xay")}, Span: source.Span{Start: 1, End: 2}}
	s.Show(Edition{Title: "a", Site: siteOf(t, testFiles()), PageOf: func(string) []string { return []string{"index.html"} }})
	s.Fail([]diag.Finding{f}, errors.New("a"))
	_, elements := read(t, get(s, "/_/problems").Body.String())
	return elements
}

// read parses a page into its text and its elements with the names of their
// attributes.
func read(t *testing.T, page string) (text string, elements []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data)
		case html.ElementNode:
			name := n.Data
			for _, a := range n.Attr {
				name += " " + a.Key
			}
			elements = append(elements, name)
		}
	}
	return b.String(), elements
}

func TestProblemsPage(t *testing.T) {
	s := newServer(Options{SubPath: "/x/"})
	text := []byte("one\ntwo wrong word\nthree")
	file := func(name string) *source.File { return &source.File{Name: name, Text: text} }
	findings := []diag.Finding{
		{Severity: diag.Note, Path: "content/a.md", Message: "a note"},
		{Severity: diag.Warning, Path: "content/a.md", Message: "a warning"},
		{Severity: diag.Warning, Path: "content/b.md", Message: "b warning", File: file("content/b.md"), Span: source.Span{Start: 8, End: 13}, Hint: "write right"},
		{Severity: diag.Error, Path: "content/c.md", Message: "c error", File: file("content/c.md")},
		{Severity: diag.Note, Message: "of nothing"},
	}
	s.Show(Edition{Title: "Package", Site: siteOf(t, testFiles()), PageOf: func(path string) []string {
		return map[string][]string{"content/a.md": {"lessons/a.html"}, "content/b.md": {"lessons/gone.html"}}[path]
	}})
	s.Fail(findings, nil)
	body := get(s, "/x/_/problems").Body.String()
	at := 0
	for _, want := range []string{"Package", "last version without mistakes: 1 error to fix", `href="/x/"`,
		"<h2>content/c.md</h2>", "error: c error",
		"<h2>content/a.md</h2>", `href="/x/lessons/a.html"`, "warning: a warning", "note: a note",
		"<h2>content/b.md</h2>", "warning: b warning", "<p>line 2</p>", "try this: write right", "two <mark>wrong</mark> word",
		"<h2>The package as a whole</h2>", "note: of nothing"} {
		i := strings.Index(body[at:], want)
		if i < 0 {
			t.Fatalf("there is no %q in its place in %s", want, body)
		}
		at += i
	}
	if now := decode(t, string(s.now.Load().status("lessons/a.html"))); !slices.Equal(now.Problems[0].Lines, []string{"warning: a warning", "content/a.md"}) {
		t.Errorf("the page is told %q", now.Problems)
	}
	if strings.Contains(body, "gone.html") {
		t.Error("it links to a page that is not there")
	}
}

func TestProblemsAreCapped(t *testing.T) {
	s := showing(t, testFiles())
	var findings []diag.Finding
	for i := range maxAll + 7 {
		findings = append(findings, diag.Finding{Severity: diag.Note, Path: "content/a.md", Message: fmt.Sprint("number ", i)})
	}
	findings = append(findings, diag.Finding{Severity: diag.Warning, Path: "content/b.md", Message: "the worst"})
	s.Show(Edition{Site: siteOf(t, testFiles()), Findings: findings, PageOf: func(string) []string { return []string{"index.html"} }})
	w := get(s, "/_/problems")
	if body := w.Body.String(); w.Code != http.StatusOK || strings.Count(body, "<li class") != maxAll || !strings.Contains(body, "There are 8 more") || !strings.Contains(body, "the worst") {
		t.Errorf("%d problems are shown", strings.Count(body, "<li class"))
	}
	if now := statusOf(t, s, "index.html"); len(now.Problems) != maxPanel || now.Summary != "1008 pieces of advice on this page" {
		t.Errorf("%d are told, %q", len(now.Problems), now.Summary)
	}
}
