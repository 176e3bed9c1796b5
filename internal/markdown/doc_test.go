package markdown

import (
	"reflect"
	"strings"
	"sync"
	"testing"

	"commonground/internal/source"
)

func TestFacts(t *testing.T) {
	text := "---\ntitle: x\n---\n## A *b*\n\n[c &amp; *d*](e%20f.md#g) ![h](i.png)\n\n::: try-it J k {minutes=5}\n::: note\nl\n:::\n:::\n\n## A b\n"
	f := fileOf(text)
	f.Body = strings.Index(text, "## A")
	d := Parse(f)
	if len(d.Findings) > 0 {
		t.Fatalf("findings: %s", codes(d.Findings))
	}
	at := func(s string) source.Span {
		n := strings.Index(text, s)
		return source.Span{Start: n, End: n + len(s)}
	}
	check := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got %+v\nwant %+v", what, got, want)
		}
	}
	check("headings", d.Headings, []Heading{
		{Level: 2, Text: "A b", ID: "a-b", Span: at("## A *b*")},
		{Level: 2, Text: "A b", ID: "a-b-1", Span: at("## A b")},
	})
	check("links", d.Links, []Link{{Dest: "e%20f.md#g", Text: "c & d", Section: 1, Span: at("[c &amp; *d*](e%20f.md#g)")}})
	check("images", d.Images, []Image{{Dest: "i.png", Alt: "h", Span: at("![h](i.png)")}})
	check("blocks", d.Blocks, []Block{
		{Kind: "try-it", Title: "J k", Minutes: 5, Level: 3, Parent: -1, Span: at("::: try-it J k {minutes=5}\n::: note\nl\n:::\n:::")},
		{Kind: "note", Level: 4, Parent: 0, Span: at("::: note\nl\n:::")},
	})
}

// The place of a link or picture ends where its Markdown ends.
func TestLinkPlaces(t *testing.T) {
	for _, link := range []string{
		"[a](b)", "[a](<b c> \"d)\")", "[a](b(c)d)", "[a](b\n'c')", "[*a* `b]`](c)", "[a][r]", "[r][]", "[r]",
		"[![x](y)](z)", "![a](b)", "![[a](b) c](d)", "![r]", "[](b)", "[a\\]b](c)", "[a <https://b>](c)", "[a](b\\)c)", "<https://b.c>",
	} {
		text := "Say " + link + " or (so).\n\n[r]: s\n"
		d := Parse(fileOf(text))
		var span source.Span
		if len(d.Links) > 0 {
			span = d.Links[0].Span
		} else {
			span = d.Images[0].Span
		}
		if got := text[span.Start:span.End]; got != link {
			t.Errorf("the place of %q is %q", link, got)
		}
	}
}

func TestIgnores(t *testing.T) {
	for _, test := range []struct{ text, covers string }{
		{"# [a]\n\nb\nc\n\nd", "b\nc"},
		{"# [a]\n\n- b\n- c\n\n  d\n\ne", "- b\n- c\n\n  d"},
		{"# [a]\n\n## b\nc", "## b"},
		{"# [a]\n\n::: note\nb\n\nc\n:::\nd", "::: note\nb\n\nc\n:::"},
		{"::: note\n# [a]\nb\n:::\nc", "b"},
		{"::: note\nb\n\n# [a]\n:::\nc", ""},
		{"- b\n\n  # [a]\n\n  c\n- d", "  c"},
		{"> # [a]\n> b\n\nc", "> b"},
		{"# [a]\n# [a]\nb", "b|b"},
		{"# [a]\n\n| b |\n|---|\n| c |\n\nd", "| b |\n|---|\n| c |"},
		{"# [a]\n```\nb\n```\nc", "```\nb\n```"},
		{"# [a]\n\n[^1]: b\n\nc[^1]", "[^1]: b"},
		{"# [a] b\nc\n\nd", "# [a] b\nc"},
		{"b # [a]\n\nc", "b # [a]"},
		{"# [a]", ""},
		{"b\n\n# [a]\n\n::: quiz b\n- [ ] c\n  > d\n:::", "::: quiz b\n- [ ] c\n  > d\n:::"},
		{"::: quiz b\n- [ ] c\n  > d\n  # [a]\n- [x] c\n\n  e\n:::", ""},
	} {
		comment := "<!-- ignore alt-long: a chart -->"
		text := strings.ReplaceAll(test.text, "# [a]", comment)
		d := Parse(fileOf(text))
		var got []string
		for _, i := range d.Ignores {
			if i.Rule != "alt-long" || i.Reason != "a chart" || text[i.Span.Start:i.Span.Start+4] != "<!--" {
				t.Errorf("of %q: wrong ignore %+v", text, i)
			}
			got = append(got, strings.ReplaceAll(text[i.Covers.Start:i.Covers.End], comment, "# [a]"))
		}
		if strings.Join(got, "|") != test.covers {
			t.Errorf("of %q: covers %q, want %q", text, strings.Join(got, "|"), test.covers)
		}
	}
}

func TestSlugs(t *testing.T) {
	for text, want := range map[string]string{
		"Step 2":               "step-2",
		"What's next? (a-b_c)": "whats-next-a-b_c",
		"a  b":                 "a--b",
		"Überdosis & Ärzte":    "überdosis--ärzte",
		"Hygiène":              "hygiène",
		"Hygie\u0300ne":        "hygi\u00e8ne", // as some systems compose it; links are compared composed
		"Здоровье":             "здоровье",
		"健康 数据":                "健康-数据",
		"हिन्दी":               "हिन्दी",
		"Ⅷ ½ ²":                "ⅷ--",
		"!?":                   "section",
		"":                     "section",
		"Tab\there":            "tabhere",
	} {
		if got := Slug(text); got != want {
			t.Errorf("the slug of %q is %q, want %q", text, got, want)
		}
	}
	var s Slugs
	for i, text := range []string{"a", "a-1", "a", "a", "a-1", "A!"} {
		want := []string{"a", "a-1", "a-2", "a-3", "a-1-1", "a-4"}[i]
		if got := s.Next(text); got != want {
			t.Errorf("heading %d, %q: %q, want %q", i, text, got, want)
		}
	}
}

// Many files are parsed at once, with the same buffers in turn.
func TestParseAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for _, test := range htmlTests {
		wg.Go(func() {
			for range 20 {
				d := Parse(fileOf(test.text))
				if got := fill(d, d.Body); got != test.html {
					t.Errorf("of %q: got %q", test.text, got)
				}
			}
		})
	}
	wg.Wait()
}

// NUL and bytes that are no UTF-8 are refused before, but must not break anything.
func TestStrangeBytes(t *testing.T) {
	for _, text := range []string{"\x00", "a\xff[b\xfe](c\xfd)", "## \xff", "::: note \xff\x00\n:::", "&\xff;", "`\x00`"} {
		Parse(fileOf(text))
	}
}
