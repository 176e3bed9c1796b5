package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"commonground/internal/source"
)

const canary = "c4n4ry"

// FuzzParse holds Parse to what its callers rely on, for any text.
func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 || !utf8.ValidString(text) {
			return
		}
		checkText(t, strings.ReplaceAll(text, canary, ""))
	})
}

// addSeeds adds the texts that other tests have.
func addSeeds(f *testing.F) {
	for _, test := range htmlTests {
		f.Add(test.text)
	}
	for _, test := range findingTests {
		if len(test.text) < 1000 {
			f.Add(test.text)
		}
	}
	for _, test := range nearTests {
		f.Add(test.text)
	}
	names, _ := filepath.Glob("testdata/blocks/*.md")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
}

// checkText parses a text in all the ways that must agree.
func checkText(t *testing.T, text string) {
	t.Helper()
	d := Parse(fileOf(text))
	checkDoc(t, text, d)
	if again := Parse(fileOf(text)); !reflect.DeepEqual(shapeOf(d), shapeOf(again)) {
		t.Error("the same text gave another Doc")
	}
	checkShift(t, text, d)
	checkCanary(t, text)
}

// checkDoc holds a Doc to its promises.
func checkDoc(t *testing.T, text string, d *Doc) {
	t.Helper()
	if len(d.HTML) > maxGrowth*len(text)+maxExtra+maxParagraph*8 {
		t.Errorf("%d bytes became %d", len(text), len(d.HTML))
	}
	if !utf8.Valid(d.HTML) {
		t.Error("the HTML is not UTF-8")
	}
	for _, s := range spansOf(d) {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("the place %v lies outside the file of %d bytes", s, len(text))
		}
	}
	checkHoles(t, d)
	checkRuns(t, d)
	ids := map[string]bool{}
	for _, h := range d.Headings {
		if ids[h.ID] || h.ID == "" || h.Level < 2 || h.Level > 6 {
			t.Errorf("the heading %+v has no id of its own, or no good level", h)
		}
		ids[h.ID] = true
	}
	for _, l := range d.Links {
		if clean, problem, _ := checkAddress(l.Dest); l.Dest != "" && (problem != "" || clean != l.Dest) {
			t.Errorf("the address %q is kept", l.Dest)
		}
	}
	checkHTML(t, fillPage(d, d.Body))
}

func spansOf(d *Doc) (spans []source.Span) {
	for _, x := range d.Headings {
		spans = append(spans, x.Span)
	}
	for _, x := range d.Links {
		spans = append(spans, x.Span)
	}
	for _, x := range d.Images {
		spans = append(spans, x.Span)
	}
	for _, x := range d.Blocks {
		spans = append(spans, x.Span)
	}
	for _, x := range d.Quizzes {
		spans = append(spans, x.Span)
		for _, c := range x.Choices {
			spans = append(spans, c.Span)
		}
	}
	for _, x := range d.Ignores {
		spans = append(spans, x.Span, x.Covers)
	}
	for _, x := range d.Findings {
		spans = append(spans, x.Span)
	}
	return spans
}

func checkHoles(t *testing.T, d *Doc) {
	t.Helper()
	most := [...]int{len(d.Links), len(d.Links), len(d.Images), len(d.Headings), len(d.Headings), len(d.IDs), len(d.Blocks), len(d.Blocks), len(d.Quizzes), len(d.Notes), len(d.Backs), int(PhraseToDo) + 1}
	at, ends := 0, map[int]bool{d.Body.End: true}
	for _, q := range d.Quizzes {
		for _, c := range q.Choices {
			ends[c.Text.End], ends[c.Why.End] = true, true
		}
	}
	for _, h := range d.Holes {
		if h.At < at || h.At > len(d.HTML) || h.N < 0 || h.N >= most[h.Kind] {
			t.Fatalf("the hole %+v is out of order or out of range", h)
		}
		if ends[h.At] {
			t.Fatalf("the hole %+v stands at the end of a range", h)
		}
		at = h.At
	}
}

// ownTags are all that a text can become.
var ownTags = strings.Fields("a aside blockquote br code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section span strong summary sup table tbody td th thead tr ul")

// checkHTML is strict: every tag is one of ours, all are closed in order, every
// id is there once and every link within the page leads to one; and a browser
// builds from it the tree that it seems to be.
func checkHTML(t *testing.T, page string) {
	t.Helper()
	var open, starts []string
	ids, links := map[string]bool{}, map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		switch tok := z.Token(); tok.Type {
		case html.StartTagToken:
			starts = append(starts, tok.Data)
			if !slices.Contains(ownTags, tok.Data) {
				t.Errorf("the element %s", tok)
			}
			if !strings.Contains(" br hr img ", " "+tok.Data+" ") {
				open = append(open, tok.Data)
			}
			for _, a := range tok.Attr {
				if !strings.Contains(" href src alt id class start scope role tabindex aria-label aria-hidden ", " "+a.Key+" ") {
					t.Errorf("the attribute %s in %s", a.Key, tok)
				}
				if a.Key == "id" && ids[a.Val] {
					t.Errorf("the id %q is there twice", a.Val)
				}
				ids[a.Val] = ids[a.Val] || a.Key == "id"
				if a.Key == "href" && strings.HasPrefix(a.Val, "#CG-") {
					links[a.Val[1:]] = true
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("%s closes %v in %q", tok, open, page)
			}
			open = open[:len(open)-1]
		case html.TextToken:
		default:
			t.Errorf("%s is neither text nor a tag", tok)
		}
	}
	if len(open) > 0 {
		t.Errorf("never closed: %v", open)
	}
	for id := range links {
		if !ids[id] {
			t.Errorf("a link leads to %q, which is not there", id)
		}
	}
	checkTree(t, page, starts)
}

func checkTree(t *testing.T, page string, starts []string) {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(page), &html.Node{Type: html.ElementNode, Data: "main", DataAtom: atom.Main})
	if err != nil {
		if !strings.Contains(err.Error(), "exceed") {
			t.Error(err)
		}
		return
	}
	var tree []string
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			tree = append(tree, n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	for _, n := range nodes {
		walk(n)
	}
	if got, want := strings.Join(tree, " "), strings.Join(starts, " "); got != want {
		t.Errorf("a browser reads other elements\n got %s\nwant %s\nin %q", got, want, page)
	}
}

// shapeOf is a Doc without the pointers to its file.
func shapeOf(d *Doc) *Doc {
	c := *d
	c.Findings = nil
	for _, f := range d.Findings {
		f.File = nil
		c.Findings = append(c.Findings, f)
	}
	return &c
}

// checkShift parses the same body behind a front matter: nothing but the places
// changes, by as much.
func checkShift(t *testing.T, text string, d *Doc) {
	t.Helper()
	const front = "---\ntitle: é\n---\n"
	f := fileOf(front + text)
	f.Body = len(front)
	shifted := Parse(f)
	if string(shifted.HTML) != string(d.HTML) || !reflect.DeepEqual(shifted.Holes, d.Holes) {
		t.Error("the front matter changes what becomes of the body")
	}
	a, b := spansOf(d), spansOf(shifted)
	if len(a) != len(b) {
		t.Fatal("the front matter changes what is found")
	}
	for i := range a {
		if a[i].Start+len(front) != b[i].Start || a[i].End+len(front) != b[i].End {
			t.Errorf("the place %v became %v", a[i], b[i])
		}
	}
}

// checkCanary puts comments before a text, in all sorts of places, and looks
// for their words in all that comes out.
func checkCanary(t *testing.T, text string) {
	t.Helper()
	c := "<!-- " + canary + " -->"
	long := "<!-- " + canary + "\n\n" + canary + "\n:::\n" + canary + " -->"
	for _, before := range []string{
		long + "\n", "a " + c, "- " + c + "\n\n", "> " + c + "\n\n", "## a " + c + "\n", "::: note\n" + long + "\n:::\n",
		"| a " + c + " | b |\n|---|---|\n\n", "[a " + c + "](b.md) ", "![a " + c + "](b.png) ", "<div>" + c + "</div>\n\n", c + " " + c + c + " a\n\n", "a[^1]\n\n[^1]: " + c + "\n\n",
	} {
		d := Parse(fileOf(before + text))
		words := fmt.Sprint(string(d.HTML), d.Headings, d.Links, d.Images, d.Blocks)
		if strings.Contains(words, canary) {
			t.Errorf("a comment shows, of %q:\n%s", before, words)
		}
	}
}
