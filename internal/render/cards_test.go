package render

import (
	"fmt"
	"strings"
	"testing"

	"commonground/internal/schema"
)

// What the rule lets pass is on its card in full, and not in small type unless it
// is in capitals; what is far too long is nowhere cut.
func TestCardType(t *testing.T) {
	for _, test := range []struct{ name, text, class string }{
		{"short", strings.Repeat("a", 75), "large"},
		{"at the limit", strings.Repeat("a", schema.CardFront), ""},
		{"with some capitals", "The NHS App " + strings.Repeat("a", 78), ""},
		{"a little over", strings.Repeat("a", 96), "tight"},
		{"capitals at the limit", strings.Repeat("W", schema.CardFront), "tight"},
		{"Chinese", strings.Repeat("漢", 60), "tight"},
		{"accents of their own", strings.Repeat("e\u0301", 75), "large"},
	} {
		if got := onCard(test.text, schema.CardFront, "myths/m.html"); got != test.text {
			t.Errorf("%s: it says %q", test.name, got)
		}
		if got := cardType(schema.CardFront, "short", test.text); got != test.class {
			t.Errorf("%s: the class is %q, want %q", test.name, got, test.class)
		}
	}
	for _, long := range []string{strings.Repeat("a", 136), strings.Repeat("漢", 68), strings.Repeat("W", 91)} {
		if got, want := onCard(long, schema.CardFront, "myths/m.html"), "Too long for a card. It is on the page myths/m.html."; got != want {
			t.Errorf("%d characters: it says %q", len(long), got)
		}
	}
}

func TestShortened(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"A guide", "A guide"},
		{"exactly 20 letters !", "exactly 20 letters !"},
		{"Manage health, services", "Manage health…"},
		{"Manage health services for others", "Manage health…"},
		{strings.Repeat("x", 30), strings.Repeat("x", 19) + "…"},
		{strings.Repeat("漢", 30), strings.Repeat("漢", 9) + "…"},
		{"", ""},
	} {
		got := shortened(test.text, 20)
		if got != test.want || breadth(got) > 20 {
			t.Errorf("%q became %q, want %q", test.text, got, test.want)
		}
	}
}

// Eight cards to a sheet, numbered through in the order of the list of myths.
func TestCardSheets(t *testing.T) {
	for n, want := range map[int]string{1: "1", 8: "8", 9: "8 1", 20: "8 8 4"} {
		files := map[string]string{"content/index.md": "---\ntitle: T\nsummary: S.\nlanguage: en\n---\n"}
		for i := range n {
			files[fmt.Sprintf("content/myths/m%02d.md", i)] = fmt.Sprintf("---\nfact: Fact %d\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n---\n", i)
		}
		in, _ := prepare(t, mapFS(files))
		s := &site{pkg: in.Package, graph: in.Graph}
		var sizes []string
		number := 0
		for i, sheet := range s.cardsToCut(s.sheetIndex(), 0).Sheets {
			sizes = append(sizes, fmt.Sprint(len(sheet.Cards)))
			if sheet.Number != i+1 || sheet.Of != len(strings.Fields(want)) {
				t.Errorf("%d cards: sheet %d says that it is %d of %d", n, i+1, sheet.Number, sheet.Of)
			}
			for _, c := range sheet.Cards {
				if number++; c.Number != number || c.Of != n || c.Fact != fmt.Sprintf("Fact %d", number-1) {
					t.Errorf("%d cards: the %dth is %d of %d, %s", n, number, c.Number, c.Of, c.Fact)
				}
			}
		}
		if got := strings.Join(sizes, " "); got != want {
			t.Errorf("%d cards: the sheets have %s, want %s", n, got, want)
		}
	}
}
