package markdown

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

var (
	kindLetters = map[PassageKind]string{InParagraph: "text", InItem: "item", InHeading: "heading", InTitle: "title", InHead: "head",
		InCell: "cell", InName: "name", InChoice: "choice", InReason: "reason", InNote: "note"}
	markLetters = map[MarkKind]string{Emphasis: "em", Strong: "strong", Struck: "struck", Linked: "link", Code: "code", Picture: "picture",
		Address: "address", Quotation: "quote"}
)

// told describes the passages of a body, a line each.
func told(text string) string {
	var b strings.Builder
	doc := ReadProse(fileOf(text))
	for i := range doc.Passages {
		p := &doc.Passages[i]
		b.WriteString(kindLetters[p.Kind])
		if len(p.Blocks) > 0 {
			b.WriteString(" in " + strings.Join(p.Blocks, "/"))
		}
		if p.Quoted {
			b.WriteString(" quoted")
		}
		if p.List >= 0 {
			l := doc.Lists[p.List]
			fmt.Fprintf(&b, " %d/%d below %d", p.Item+1, l.Items, l.Lead)
		}
		fmt.Fprintf(&b, ": %s", strings.ReplaceAll(string(p.Text), string(Gap), "#"))
		for _, m := range p.Marks {
			fmt.Fprintf(&b, " [%s %s]", markLetters[m.Kind], strings.ReplaceAll(string(p.Text[m.Start:m.End]), string(Gap), "#"))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestPassages(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{"One\ntwo *three* **four** ~~five~~.\n", "text: One two three four five. [em three] [strong four] [struck five]\n"},
		{"A `b` <https://c.uk> ![d](e.png) <f>\n", "text: A # # # # [code #] [address #] [picture #] [code #]\n"},
		{"a\\*b &amp; c[^1]<!-- x -->.\n\n[^1]: Note.\n", "text: a*b & c.\nnote: Note.\n"},
		{"## H *i*\n\n### J\n", "heading: H i [em i]\nheading: J\n"},
		{"Bring:\n\n- a\n- b\n\n  c\n", "text: Bring:\nitem 1/2 below 0: a\nitem 2/2 below 0: b\ntext 2/2 below 0: c\n"},
		{"1. a\n   - b\n", "item 1/1 below -1: a\nitem 1/1 below 0: b\n"},
		{"> Said\n> so.\n", "text quoted: Said so.\n"},
		{"::: note Mind *this*\nA\n\n::: say\n| Say | Instead of |\n|-|-|\n| b | \"c\" |\n:::\n:::\n",
			"title in note: Mind *this*\ntext in note: A\nhead in note/say: Say\nhead in note/say: Instead of\ncell in note/say: b\ncell in note/say: \"c\" [quote \"c\"]\n"},
		{"::: quiz Who?\n- [ ] a\n  > b\n- [x] c\n  > d\n:::\n",
			"title in quiz: Who?\nchoice in quiz 1/2 below -1: a\nreason in quiz 1/2 below -1: b\nchoice in quiz 2/2 below -1: c\nreason in quiz 2/2 below -1: d\n"},
		{"Word\n: what it is\n", "name: Word\ntext: what it is\n"},
		{"See [the *list*](a.md).\n", "text: See the list. [link the list] [em list]\n"},
		{"It's 5\" and “so” and 'no' and ‘it’s’ «x»\n", "text: It's 5\" and “so” and 'no' and ‘it’s’ «x» [quote “so”] [quote 'no'] [quote ‘it’s’] [quote «x»]\n"},
		{"'You can't log in' and ('no').\n", "text: 'You can't log in' and ('no'). [quote 'You can't log in'] [quote 'no']\n"},
		{"'The patients' list isn't long,' and the nurses' too\n", "text: 'The patients' list isn't long,' and the nurses' too [quote 'The patients' list isn't long,']\n"},
		{"'Our apps' or 'yours'; the GPs' list, it's the '90s ' so 'tis.\n", "text: 'Our apps' or 'yours'; the GPs' list, it's the '90s ' so 'tis. [quote 'Our apps'] [quote 'yours']\n"},
		{"‘The patients’ list isn’t long’ in ‘apps’ or ‘more’\n", "text: ‘The patients’ list isn’t long’ in ‘apps’ or ‘more’ [quote ‘The patients’ list isn’t long’] [quote ‘apps’] [quote ‘more’]\n"},
		{"\"One.\n\n\"Two.\n\nThree,\" he said. Four.\n\nFive\n", "text: \"One. [quote \"One.]\ntext: \"Two. [quote \"Two.]\ntext: Three,\" he said. Four. [quote Three,\"]\ntext: Five\n"},
		{"So: “One.\n\nTwo.\n\nThree.” Four.\n", "text: So: “One. [quote “One.]\ntext: Two. [quote Two.]\ntext: Three.” Four. [quote Three.”]\n"},
		{"\"One.\n\nTwo \"three\".\n\nFour 5\".\n", "text: \"One. [quote \"One.]\ntext: Two \"three\". [quote \"three\"]\ntext: Four 5\".\n"},
		{"A 5\" one.\n\n## B\n\n\"C\n\n## D\n\nE\"\n", "text: A 5\" one.\nheading: B\ntext: \"C [quote \"C]\nheading: D\ntext: E\"\n"},
		{"```\ncode\n```\n\n    code\n\n<div>\n\n---\n", ""},
	} {
		if got := told(test.body); got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.body, got, test.want)
		}
	}
}

// The place of words is where they stand in the file, across what is not read.
func TestPassagePlaces(t *testing.T) {
	text := "> Say *this*\n> now\\! A&amp;B [so](b.md) `c` end.\n"
	doc := ReadProse(fileOf(text))
	p := &doc.Passages[0]
	for _, test := range [][2]string{
		{"Say", "Say"}, {"Say this", "Say *this"}, {"now!", "now\\!"}, {"A&B so", "A&amp;B [so"}, {"end.", "end."}, {"this now", "this*\n> now"},
	} {
		at := strings.Index(string(p.Text), test[0])
		span := p.Place(at, at+len(test[0]))
		if got := text[span.Start:span.End]; got != test[1] {
			t.Errorf("the place of %q is %q, want %q", test[0], got, test[1])
		}
	}
	if got := text[p.Span.Start:p.Span.End]; got != text[2:len(text)-1] {
		t.Errorf("the passage stands at %q", got)
	}
}

func TestWithout(t *testing.T) {
	doc := ReadProse(fileOf("Open **Messages** and say \"no\".\n"))
	p := &doc.Passages[0]
	if got := string(p.Without(Strong | Quotation)); got != "Open |||||||| and say ||||." {
		t.Error(got)
	}
	if string(p.Text) != `Open Messages and say "no".` {
		t.Errorf("the passage was changed: %s", p.Text)
	}
}

// FuzzReadProse holds that the passages of any text lie in it, are the same twice,
// and that reading them changes nothing of the Doc.
func FuzzReadProse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 || !utf8.ValidString(text) {
			return
		}
		file := fileOf(text)
		doc := ReadProse(file)
		if again := ReadProse(file); !reflect.DeepEqual(doc, again) {
			t.Fatal("two runs differ")
		}
		for i := range doc.Passages {
			p := &doc.Passages[i]
			if p.Span.Start < file.Body || p.Span.Start > p.Span.End || p.Span.End > len(file.Text) || !utf8.Valid(p.Text) {
				t.Fatalf("passage %d, %q, stands at %v", i, p.Text, p.Span)
			}
			for at := range p.Text {
				if s := p.Place(at, at+1); s.Start < file.Body || s.Start > s.End || s.End > len(file.Text) {
					t.Fatalf("byte %d of passage %d stands at %v", at, i, s)
				}
			}
			for _, m := range p.Marks {
				if m.Start > m.End || m.End > len(p.Text) {
					t.Fatalf("passage %d: mark %v of %q", i, m, p.Text)
				}
			}
			if p.List >= len(doc.Lists) || p.List >= 0 && (p.Item >= doc.Lists[p.List].Items || doc.Lists[p.List].Lead >= i) {
				t.Fatalf("passage %d: item %d of list %d", i, p.Item, p.List)
			}
		}
		doc.Passages, doc.Lists = nil, nil
		if plain := Parse(file); !reflect.DeepEqual(doc, plain) {
			t.Fatalf("with passages\n%+v\nwithout\n%+v", doc, plain)
		}
	})
}
