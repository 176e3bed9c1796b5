package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// showRuns writes each run on a line: its section, then its pieces, with what is
// said of each before it.
func showRuns(d *Doc) string {
	var b strings.Builder
	for _, r := range d.Runs {
		fmt.Fprint(&b, r.Section)
		if r.Aside {
			b.WriteString(" aside")
		}
		for _, p := range d.Pieces[r.First:r.End] {
			b.WriteString(" ")
			if p.Apart {
				b.WriteString("|")
			}
			if p.Quiet {
				b.WriteString("~")
			}
			if p.Element > 0 {
				fmt.Fprintf(&b, "e%d", p.Element)
			}
			fmt.Fprintf(&b, "(%s)", d.HTML[p.Start:p.End])
		}
		b.WriteString("\n")
	}
	return strings.ReplaceAll(b.String(), "\n", ";") // a line end in a text as well
}

func TestRuns(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"paragraph", "a b\nc", "0 (a b;c);"},
		{"escapes", `a \* &amp; "b" <`, `0 (a * &amp; &quot;b&quot; &lt;);`},
		{"emphasis", "a *b **c** d* e", "0 (a ) e1(b ) e2(c) e1( d) ( e);"},
		{"code", "a `b` c", "0 (a ) |( c);"},
		{"picture", "a ![b](c.png) d", "0 (a ) |( d);"},
		{"hard line break", "a  \nb", "0 (a) |(b);"},
		{"link", "a [b *c*](d.md) e", "0 (a ) |~(b ) ~e1(c) |( e);"},
		{"address", "a <https://b.c> d", "0 (a ) |( d);"},
		{"footnote", "a[^1] b\n\n[^1]: c", "0 (a) |( b);1 (c);"},
		{"comment", "a <!-- b --> c", "0 (a ) |( c);"},
		{"HTML", "a <b>c</b>", "0 (a ) |(c);"},
		{"heading starts a section", "a\n\n## b\n\nc\n\n### d\n\ne", "0 (a);1 ~(b);1 (c);1 ~(d);1 (e);"},
		{"list", "- a\n- b\n\n  c", "0 (a);0 (b);0 (c);"},
		{"task", "- [x] a", "0 |(a);"},
		{"table", "| a | b |\n|---|---|\n| c | d |", "0 ~(a);0 ~(b);0 (c);0 (d);"},
		{"definitions", "a\n: b", "0 ~(a);0 (b);"},
		{"caption", `![a](b.png "c")`, ""},
		{"code block", "    a", ""},
		{"block with a heading of level 2", "a\n\n::: note\nb\n:::\n\nc", "0 (a);1 (b);1 (c);"},
		{"block under a heading", "## a\n\n::: note\nb\n:::", "1 ~(a);1 (b);"},
		{"block that unfolds", "::: more\nb\n:::", "0 (b);"},
		{"facilitator", "a\n\n::: facilitator\nb\n\n## c\n\nd\n:::\n\ne", "0 (a);0 aside (b);0 aside ~(c);0 aside (d);0 (e);"},
		{"quiz", "::: quiz a\nb\n- [x] c\n  > d\n- [ ] e\n  > f\n\n  g\n:::\n\n## h", "1 (b);2 ~(h);1 ~(c);1 ~(d);1 ~(e);1 ~(g);1 ~(f);"},
	} {
		if got := showRuns(Parse(fileOf(test.text))); got != test.want {
			t.Errorf("%s: %q\n got %s\nwant %s", test.name, test.text, got, test.want)
		}
	}
}

// checkRuns holds that pieces are text and nothing else, in their order, each in
// one run, and that what can be linked lies in the body.
func checkRuns(t *testing.T, d *Doc) {
	t.Helper()
	next, at := int32(0), int32(0)
	for _, r := range d.Runs {
		if r.First != next || r.End <= r.First || int(r.End) > len(d.Pieces) {
			t.Fatalf("run %+v follows piece %d of %d", r, next, len(d.Pieces))
		}
		next = r.End
	}
	if int(next) != len(d.Pieces) {
		t.Fatalf("runs hold %d of %d pieces", next, len(d.Pieces))
	}
	for _, p := range d.Pieces {
		if p.Start < at || p.End <= p.Start || int(p.End) > len(d.HTML) {
			t.Fatalf("piece %+v after %d in %d bytes", p, at, len(d.HTML))
		}
		at = p.End
		if text := d.HTML[p.Start:p.End]; bytes.ContainsAny(text, `<>"`) {
			t.Errorf("piece %q is more than text", text)
		}
		if !p.Quiet && int(p.End) > d.Body.End {
			t.Errorf("piece %+v can be linked behind the body", p)
		}
		for _, h := range d.Holes {
			if h.At > int(p.Start) && h.At < int(p.End) {
				t.Errorf("hole %+v in piece %+v", h, p)
			}
		}
	}
}
