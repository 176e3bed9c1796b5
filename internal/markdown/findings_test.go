package markdown

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"commonground/internal/diag"
)

// What is found in a text, as line:column code. Each rule is raised here or by a
// fixture in testdata/blocks, see TestEveryRuleIsRaised.
var findingTests = []struct{ name, text, want string }{
	{"nothing", "## A\n\n### B\n\n[a](b.md) ![c](d.png) <https://nhs.uk>", ""},
	{"raw html", "a <dose>\n\n<div>\nb\n</div>\n\n<patient@ward>", "1:3 raw-html, 3:1 raw-html, 7:1 raw-html"},
	{"raw html is no comment", "a <!-- x --> b\n\n<!-- y -->", ""},
	{"raw html and a comment", "<div><!-- ignore raw-html --></div>", "1:1 ignore-form, 1:1 raw-html"},
	{"open comment", "a\n\n<!-- b\n\nc", "3:1 comment-open"},
	{"open comment in a line", "a <!-- b\n\nc -->", "1:3 comment-open"},
	{"open comment in html", "<div>\n<!-- b\n\nc", "1:1 comment-open, 1:1 raw-html"},
	{"ignore without rule", "<!-- ignore -->\n<!-- ignore: why -->\n<!-- ignore a b: why -->\n<!-- ignored: no -->", "1:1 ignore-form, 2:1 ignore-form, 3:1 ignore-form"},
	{"ignore without reason", "<!-- ignore alt-long -->\n<!-- ignore alt-long: -->", "1:1 ignore-form, 2:1 ignore-form"},

	{"unknown block", "::: nope\na\n:::", "1:5 block-unknown"},
	{"block in wrong case", "::: Note\na\n:::", "1:5 block-unknown"},
	{"open block", "::: note\na", "1:1 block-open"},
	{"open block in a list", "- a\n  ::: note\n  b\n:::", "2:3 block-open, 4:1 block-stray"},
	{"two open blocks", "::: note\na\n::: more b\nc", "1:1 block-open, 3:1 block-open"},
	{"open block in an open comment", "::: note\n<!--\n:::", "1:1 block-open, 2:1 comment-open"},
	{"stray fence", "a\n\n:::", "3:1 block-stray"},
	{"stray fence after a block", "::: note\na\n:::\n:::::", "4:1 block-stray"},
	{"unknown attribute", "::: note {minutes=5}\na\n:::\n::: try-it {colour=red}\nb\n:::", "1:10 block-attribute, 4:12 block-attribute"},
	{"bad minutes", "::: try-it {minutes=soon}\na\n:::\n::: try-it {minutes}\na\n:::\n::: try-it {minutes=0}\na\n:::", "1:12 block-attribute, 4:12 block-attribute, 7:12 block-attribute"},
	{"good minutes", "::: try-it Ring {a} friend {minutes=\"5\"}\na\n:::", ""},
	{"two colons", "a\n:: facilitator\nb\n\n- ::note\n\n:: :-) ::\n\na\n: note b", "2:1 block-colons, 5:1 block-colons"},
	{"empty block", "::: note\n:::\n::: note\n<!-- a -->\n\n:::", "1:1 block-empty, 3:1 block-empty"},

	{"heading of level 1", "# A\n\nB\n===", "1:1 heading-h1, 3:1 heading-h1"},
	{"first heading too deep", "### A", "1:1 heading-level"},
	{"heading skips", "## A\n\n#### B\n\n#### C", "3:1 heading-level"},
	{"heading after a deep one", "## A\n\n### B\n\n## C", ""},
	{"heading in a block", "## A\n\n::: note B\n#### C\n:::\n\n### D", ""},
	{"heading in a more block", "## A\n\n::: more B\n### C\n::: note\n#### D\n:::\n#### E\n:::\n::: more F\n#### G\n:::", "11:1 heading-level"},
	{"heading skips in a block", "::: note B\n#### C\n:::", "2:1 heading-level"},
	{"heading after a block", "## A\n\n::: note B\n#### C\n:::\n\n#### D", "7:1 heading-level"},
	{"heading without a space", "##Heading\n\na\n#Next\n\n#1 in a list\n\n- ###C", "1:1 heading-space, 4:1 heading-space, 8:3 heading-space"},
	{"deep heading", "## A\n### B\n#### C\n##### D\n###### E", "4:1 heading-deep, 5:1 heading-deep"},
	{"empty heading", "##\n\n## ##\n\n## <!-- a -->", "1:1 heading-empty, 3:1 heading-empty, 5:1 heading-empty"},
	{"heading of a picture", "## ![a](b.png)", ""},

	{"link scheme", "[a](javascript:x) [b](//nhs.uk) [c](c:\\d) [d](data:,x) [e](https:x)", "1:1 link-scheme, 1:19 link-scheme, 1:33 link-scheme, 1:43 link-scheme, 1:56 link-scheme"},
	{"address of nobody", "[a](mailto:) [b](mailto:me) [c](mailto:@nhs.net) [d](mailto:?subject=a) [e](mailto:a%40nhs.net)", "1:1 link-scheme, 1:14 link-scheme, 1:29 link-scheme"},
	{"no phone number", "[a](tel:) [b](tel:the-surgery) [c](tel:+44-1632-960123;ext=a) [d](tel:01632%20960123) [e](tel:*21#)", "1:1 link-scheme, 1:11 link-scheme"},
	{"address with a password", "[a](https://me:secret@nhs.uk/) <http://me:x@nhs.uk> [b](https://me@nhs.uk/) [c](https://nhs.uk/@a:b)", "1:1 link-scheme, 1:32 link-scheme"},
	{"autolink scheme", "<javascript:x>", "1:1 link-scheme"},
	{"allowed links", "[a](b.md#c) [d](HTTPS://nhs.uk) [e](mailto:a@nhs.net) [f](tel:111) [g](#h) [i](../j.md?k:l) [m](./n:o.md)", ""},
	{"link to nowhere", "[a]() [b](<>)", "1:1 link-empty, 1:7 link-empty"},
	{"link without words", "[](a.md) [ ](a.md) [![](a.png)](a.md)", "1:1 link-text, 1:10 link-text, 1:20 link-text, 1:21 alt-missing"},
	{"nearly a link", "see [a](my file.md) or [b] (c.md), not [d] (e) nor [f](g h)\n![i](j k.png)", "1:5 link-form, 1:24 link-form, 2:1 image-form"},
	{"reference without address", "[a][b] and [c] and `[d][e]`", "1:4 link-reference"},
	{"footnote without text", "a[^b] `[^c]` \\[^d] [^]", "1:2 footnote-missing"},
	{"footnote that nothing uses", "a[^b]\n\n[^b]: c\n[^d]: e\n\n> [^f]: g\n", "4:1 footnote-unused, 6:3 footnote-unused"},
	{"footnote with two texts", "a[^b]\n\n[^b]: c\n\n[^b]: d\n[^e]: f\n[^e]: g", "5:1 footnote-twice, 6:1 footnote-unused, 7:1 footnote-twice"},
	{"footnote used in a footnote", "a[^b]\n\n[^b]: c[^d]\n[^d]: e", ""},
	{"footnote in a facilitator block", "::: facilitator\na[^b]\n:::\n\n[^b]: c", "2:2 footnote-place"},
	{"footnote text in a facilitator block", "::: facilitator\na\n\n[^b]: c\n:::\n\nd[^b]", "4:1 footnote-place"},

	{"footnote in a link", "[a[^b]](c.md)\n\n[^b]: d", "1:3 footnote-place"},
	{"footnote in a picture", "![a[^b]](c.png)\n\n[^b]: d", "1:1 footnote-place"},

	{"picture without words", "![](a.png)", "1:1 alt-missing"},
	{"long description", "![" + strings.Repeat("é", 126) + "](a.png) ![" + strings.Repeat("é", 125) + "](a.png)", "1:1 alt-long"},
	{"description of a picture", "![Image of a](b.png) ![picture of a](b.png)", "1:1 alt-words, 1:22 alt-words"},
	{"picture elsewhere", "![a](https://nhs.uk/b.png) ![a](javascript:b) ![a]()", "1:1 image-scheme, 1:28 image-scheme, 1:47 image-scheme"},

	{"quiz without choices", "::: quiz A\nb\n:::\n::: quiz A\n- b\n- c\n:::", "1:1 quiz-shape, 4:1 quiz-shape"},
	{"quiz without a question", "::: quiz\n- [x] a\n  > b\n- [ ] c\n  > d\n:::", "1:1 quiz-shape"},
	{"quiz with one choice", "::: quiz A\n- [x] b\n  > c\n:::", "2:1 quiz-shape"},
	{"quiz with a bare choice", "::: quiz A\n- [x] b\n  > c\n- d\n  > e\n- [ ]\n  > f\n:::", "4:1 quiz-shape, 6:1 quiz-shape"},
	{"quiz with two lists", "::: quiz A\n- [x] b\n  > c\n- [ ] d\n  > e\n\n* [x] b\n* [ ] d\n:::", "7:1 quiz-shape"},
	{"quiz without an answer", "::: quiz A\n- [ ] b\n  > c\n- [ ] d\n  > e\n:::\n::: quiz A\n- [x] b\n  > c\n- [x] d\n  > e\n:::", "2:1 quiz-answer, 8:1 quiz-answer"},
	{"quiz with the same choices", "::: quiz A\n- [x] Ring, 111!\n  > c\n- [ ] ring *111*\n  > e\n:::", "4:1 quiz-same"},
	{"quiz with choices that differ", "::: quiz A\n- [x] 1.5 mg\n  > c\n- [ ] 15 mg\n  > e\n- [ ] 15 %\n  > e\n- [ ] < 15 mg\n  > e\n:::", ""},
	{"quiz without reasons", "::: quiz A\n- [x] b\n- [ ] c\n:::", "2:1 quiz-reason, 3:1 quiz-reason"},

	{"limit of empty lines", "a" + strings.Repeat("\n", 53) + "b", "52:1 limit-blank"},
	{"limit of footnotes", strings.Repeat("[^a]: b\n\n", maxNotes+1), "2001:1 limit-notes"},
	{"limit of comments", strings.Repeat("<!-- a -->\n", maxNotes+1), "1:1 limit-notes"},
	{"limit of a line", strings.Repeat("a", maxParagraph+1), "1:1 limit-paragraph"},
	{"limit of a paragraph", "b\n\n" + strings.Repeat("abcdefg\n", maxParagraph/8+1), "3:1 limit-paragraph"},
	{"signs of a paragraph", "b\n\n" + strings.Repeat("*a_\n", maxSigns/2+1), "3:1 limit-paragraph"},
	{"signs of a heading", "# " + strings.Repeat("[a](b", maxSigns+1), "1:1 limit-paragraph"},
	{"signs of an underlined heading", strings.Repeat("*a_ ", maxSigns/2+1) + "\n---\n", "1:1 limit-paragraph"},
	{"signs of a list item", "- " + strings.Repeat("*a_ ", maxSigns/2+1), "1:3 limit-paragraph"},
	{"signs of a row", "|a|\n|-|\n|" + strings.Repeat("*a_ ", maxSigns/2+1) + "|\n", "1:1 limit-paragraph"},
	{"signs of a table do not add up", "|a|b|\n|-|-|\n" + strings.Repeat("|*a*|*b*|\n", maxSigns/4+1), ""},
	{"signs of code do not count", "```\n" + strings.Repeat("*a_\n", maxSigns) + "```", ""},
	{"limit of a paragraph is not that of code", "```\n" + strings.Repeat("abcdefg\n", maxParagraph/4) + "```", ""},
	{"limit of quotes", strings.Repeat(">", 40) + " a", "1:33 limit-depth"},
	{"limit of lists", nested(33), "33:65 limit-depth"},
	{"limit of lists, just below", nested(32), ""},
	{"limit of blocks", strings.Repeat("::: note\n", 33), "33:1 limit-depth"},
	{"limit of marks", strings.Repeat("*a ", 101) + strings.Repeat("a* ", 101), "1:301 limit-depth"},
	{"limit of a table", strings.Repeat("|a", 200) + "\n" + strings.Repeat("|-", 200) + "\n" + strings.Repeat("b\n", 100), "1:1 limit-table"},
	{"limit of output by a reference", strings.Repeat(strings.Repeat("[a] ", 1000)+"\n\n", 10) + "[a]: " + strings.Repeat("b", 9000), "1:1 limit-output"},
}

func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

func TestFindings(t *testing.T) {
	for _, test := range findingTests {
		t.Run(test.name, func(t *testing.T) {
			d := Parse(fileOf(test.text))
			if got := codes(d.Findings); got != test.want {
				t.Errorf("of %.200q\n got %s\nwant %s", test.text, got, test.want)
			}
			for _, f := range d.Findings {
				checkWords(t, f)
			}
			if strings.Contains(test.want, "limit-") && len(d.HTML) > 0 {
				t.Errorf("a refused file has HTML")
			}
		})
	}
}

func codes(findings []diag.Finding) string {
	var list []string
	for _, f := range findings {
		at, _ := f.Position()
		list = append(list, fmt.Sprintf("%d:%d %s", at.Line, at.Column, f.Rule))
	}
	return strings.Join(list, ", ")
}

// checkWords holds a finding to how all of them are written.
func checkWords(t *testing.T, f diag.Finding) {
	t.Helper()
	first := []rune(f.Message)[0]
	if unicode.IsUpper(first) || strings.HasSuffix(f.Message, ".") || strings.Contains(f.Message, "\n") {
		t.Errorf("the message of %s is not lower case without a full stop: %s", f.Rule, f.Message)
	}
	if f.Hint == "" || strings.HasSuffix(f.Hint, ".") {
		t.Errorf("the hint of %s is missing or ends with a full stop: %s", f.Rule, f.Hint)
	}
}

func TestHints(t *testing.T) {
	for _, test := range []struct{ text, hint string }{
		{"::: nots\na\n:::", "did you mean ::: note?"},
		{":::note[Title]\na\n:::", "did you mean ::: note?"},
		{"::: {.warning}\na\n:::", "did you mean ::: warning?"},
		{"::: tip\na\n:::", "did you mean ::: peer-tip?"},
		{"::: Peer-Tip\na\n:::", "write the name in small letters: ::: peer-tip"},
		{"::: dotn\na\n:::", "did you mean ::: dont?"},
		{"::: zebra\na\n:::", "the blocks are: " + strings.Join(kindNames(), ", ")},
		{"## A\n\n#### B", "begin it with ###"},
		{"a\n:::", "delete this line, or open a block above it, such as ::: note"},
		{"- ::: note\n  a\n:::", "write a line with only ::: where it ends"},
	} {
		d := Parse(fileOf(test.text))
		if len(d.Findings) == 0 || d.Findings[0].Hint != test.hint {
			t.Errorf("of %q: got %+v, want the hint %q", test.text, d.Findings, test.hint)
		}
	}
}
