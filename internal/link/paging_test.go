package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"commonground/internal/markdown"
	"commonground/internal/source"
	"commonground/internal/training"
)

// Each case is groups as "entries×room", of several rooms with a + between, and the pages that they are laid on: the
// stretches of each, as "group:first-end".
func TestLay(t *testing.T) {
	for groups, want := range map[string]string{
		"":                  "",
		"0×2":               "",
		"1×2":               "0:0-1",
		"450×2":             "0:0-450",
		"451×2":             "0:0-450 | 0:450-451",
		"1000×2":            "0:0-450 | 0:450-900 | 0:900-1000",
		"300×2 300×1":       "0:0-300 1:0-300",
		"301×2 301×1":       "0:0-301 1:0-298 | 1:298-301",
		"450×2 1×2":         "0:0-450 | 1:0-1",
		"449×2 0×2 2×2 1×1": "0:0-449 2:0-1 | 2:1-2 3:0-1",
		"899×1 1×2":         "0:0-899 | 1:0-1", // one line is no room for a card
		"100×9 1×9":         "0:0-100 | 1:0-1",
		"80×10+9×11 1×1":    "0:0-89 1:0-1",
		"80×10+10×11":       "0:0-89 | 0:89-90",
		"1×2000+1×1":        "0:0-1 | 0:1-2", // more than a page has one to itself
		"1×1 1×2000 1×1":    "0:0-1 | 1:0-1 | 2:0-1",
	} {
		var all []Group
		for text := range strings.FieldsSeq(groups) {
			var g Group
			for part := range strings.SplitSeq(text, "+") {
				var entries, room int
				if _, err := fmt.Sscanf(part, "%d×%d", &entries, &room); err != nil {
					t.Fatal(err)
				}
				g = append(g, Even(entries, room)...)
			}
			all = append(all, g)
		}
		pages := Lay(all...)
		var got []string
		for _, on := range pages {
			var stretches []string
			for _, s := range on {
				stretches = append(stretches, fmt.Sprintf("%d:%d-%d", s.Group, s.First, s.End))
			}
			got = append(got, strings.Join(stretches, " "))
		}
		if text := strings.Join(got, " | "); text != want {
			t.Errorf("%q is laid as %q, want %q", groups, text, want)
		}
		for n, g := range all {
			begin := pages.Begin(n)
			if len(g) > 0 && !slices.ContainsFunc(pages[begin], func(s Stretch) bool { return s.Group == n && s.First == 0 }) {
				t.Errorf("%q: group %d does not begin on page %d", groups, n, begin)
			}
		}
	}
}

func TestPageOf(t *testing.T) {
	for n, want := range map[int]string{0: "themes/care.html", 1: "themes/care_2.html", 11: "themes/care_12.html"} {
		if got := PageOf("themes/care.html", n); got != want {
			t.Errorf("page %d is %s, want %s", n, got, want)
		}
	}
}

// Terms and insights have the address of the page on which they stand, and links
// to them lead there.
func TestSharedPages(t *testing.T) {
	own := files{"themes/more.md": front("order: 2\n", ""), "content/lessons/a.md": lesson("", "See [one](../glossary/t090.md).\n")}
	for n := range 91 {
		own[fmt.Sprintf("content/glossary/t%03d.md", n)] = fmt.Sprintf("---\ntitle: word%03d\nmeaning: M.\n---\n", n)
	}
	for n := range 301 {
		own[fmt.Sprintf("content/insights/i%03d.md", n)] = "---\nkind: interview\nfrom: staff\nthemes: [" + []string{"more, care", "care"}[n%2] + "]\n---\nSaid.\n"
	}
	pkg, g, _ := resolve(t, own)
	for name, want := range map[string]Address{
		"content/glossary/t089.md": {"glossary/index.html", "term-t089"},
		"content/glossary/t090.md": {"glossary/index_2.html", "term-t090"},
		"content/insights/i001.md": {"insights/index.html", "insight-i001"},
		"content/insights/i298.md": {"insights/index.html", "insight-i298"},
		"content/insights/i300.md": {"insights/index_2.html", "insight-i300"},
	} {
		if got := g.Address(item(t, pkg, name)); got != want {
			t.Errorf("%s stands at %v, want %v", name, got, want)
		}
	}
	if got := g.Links(item(t, pkg, "content/lessons/a.md"))[0].Address.Path; got != "glossary/index_2.html" {
		t.Errorf("the link leads to %s", got)
	}
	if first, more := len(g.Theme(pkg.Themes[0]).Evidence), len(g.Theme(pkg.Themes[1]).Evidence); first != 150 || more != 151 {
		t.Errorf("the themes have %d and %d insights of their own", first, more)
	}
	if at := g.Handbook().Find(Address{"glossary/index_2.html", "term-t090"}); at != (Address{"print.html", "term-t090"}) {
		t.Errorf("the handbook has it at %v", at)
	}
}

// A long text takes more room, and one that grows a little the same.
func TestRoomOfText(t *testing.T) {
	entry := func(of int) *training.Item {
		return &training.Item{File: &source.File{Body: 60}, Doc: &markdown.Doc{HTML: make([]byte, of-60)}}
	}
	for _, test := range []struct{ text, term, insight, myth int }{
		{60, 10, 3, 3}, {255, 10, 3, 3}, {300, 11, 3, 3}, {500, 11, 3, 3}, {767, 12, 3, 3}, {768, 13, 4, 3}, {2560, 20, 11, 3},
	} {
		i := entry(test.text)
		if got := termRoom(&training.Term{Item: *i}); got != test.term {
			t.Errorf("a term of %d bytes takes %d, want %d", test.text, got, test.term)
		}
		if got := insightRoom(&training.Insight{Item: *i}); got != test.insight {
			t.Errorf("an insight of %d bytes takes %d, want %d", test.text, got, test.insight)
		}
		if got := MythRoom(&training.Myth{Item: *i}); got != test.myth {
			t.Errorf("a myth with %d bytes below it takes %d, want %d", test.text, got, test.myth)
		}
	}
	if got := MythRoom(&training.Myth{Item: training.Item{File: &source.File{Body: 1000}}}); got != 4 {
		t.Errorf("a myth of 1,000 bytes takes %d", got)
	}
}
