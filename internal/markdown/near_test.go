package markdown

import (
	"testing"
)

// nearTests are what people write when they mean something that Markdown reads as
// something else; and, where nothing is wanted, what they write and mean.
var nearTests = []struct{ text, want string }{

	// Lines that were meant to open a block, and code that swallows them.
	{"    ::: facilitator\n    The answer is B.\n    :::", "1:5 block-colons"},
	{"\t::: facilitator\n\tB\n\t:::", "1:2 block-colons"},
	{"\u00a0::: facilitator\nB\n:::", "1:1 block-colons"},
	{"\\::: facilitator\nB\n:::", "1:1 block-colons"},
	{"\\:\\:\\: facilitator\nB\n\\:\\:\\:", "1:1 block-colons"},
	{"```\ncode\n\n::: facilitator\nB\n:::\n", "1:1 code-open"},
	{"::: note\n```\ncode\n:::\n", "2:1 code-open"},
	{"**::: facilitator**\nB\n", "1:1 block-colons"},
	{"：：： facilitator\nB\n：：：", "1:1 block-colons"},
	{": : : facilitator\nB\n: : :", "1:1 block-colons"},
	{"<div>\n::: facilitator\nB\n:::\n</div>", "1:1 raw-html, 2:1 block-colons"},
	{"a\n\n```\n::: facilitator\n```\n", ""},
	{"<!--\n  **::: facilitator\n-->", ""},
	{"a ::: note b", "1:1 block-colons"},
	{"a `::: note` b", ""},
	{"| a |\n|---|\n| b |\n\\::: note\n", "4:1 block-colons, 4:1 table-form"},
	{"```\na\n\n::: facilitator\nx\n:::\n\n```text\nb\n```", "1:1 code-open"},
	{"- ```\n  a\n- b\n```\nc\n```", "1:3 code-open"},
	{"- ```\n  a\n\nb\n", "1:3 code-open"},
	{"\u200b::: facilitator\nB\n:::", "1:1 block-colons"},
	{"&nbsp;::: facilitator\nB\n:::", "1:1 block-colons"},
	{"1. \\::: facilitater\n", "1:1 block-colons"},
	{"std::note x", ""},
	{"12:30:: note", ""},

	// Comments.
	{"<!— note —> a", "1:1 comment-open"},
	{"<!– x –>", "1:1 comment-open"},
	{"<! -- x -->", "1:1 comment-open"},
	{"<!- x ->", "1:1 comment-open"},
	{"<-- x -->", "1:1 comment-open"},
	{"a <-- b", ""},
	{"a <- b", ""},
	{"<!—- x -->", "1:1 comment-open"},

	// Tables.
	{"| a | b |\n|---|---|\n| 1 | 2 | 3 lost |\n| 1 | 2 | |\n| x \\| y | `a|b` |\ntext under", "3:1 table-cells, 5:1 table-cells, 6:1 table-form"},
	{"::: say\n| Say | Instead of |\n|---|---|\n| a | |\n| b |\n| c | d |\n:::", "4:1 say-table, 5:1 say-table"},
	{"| A | B |\n| 1 | 2 |", "1:1 table-form"},
	{"| A | B |\n| — | — |\n| 1 | 2 |", "1:1 table-form"},
	{"| A | B |\n|---|\n| 1 | 2 |", "1:1 table-form"},
	{"| A | B |\n\n| --- | --- |\n\n| 1 | 2 |", "1:1 table-form"},
	{"| A | B |\n| --- | --- |\n\n| 1 | 2 |", "4:1 table-form"},
	{"A | B\n— | —\n1 | 2", "1:1 table-form"},
	{"::: say\n| Say | Instead of |\n| 1 | 2 |\n:::", "2:1 say-table"},

	// Lists.
	{"•\tA pen\n•\tA pad", "1:1 list-form"},
	{"·  A\n", "1:1 list-form"},
	{"\uf0b7 A", "1:1 list-form"},
	{"o  A\no  B", "1:1 list-form"},
	{"o  A", ""},
	{"– A\n– B", "1:1 list-form"},
	{"– A\n\n– B", "1:1 list-form"},
	{"– A", ""},
	{"-A pen\n-A pad", "1:1 list-form"},
	{"-A pen", ""},
	{"::: do\n-A pen\n:::", "2:1 do-list"},
	{"-\u00a0A", "1:1 list-form"},
	{"1.one\n2.two", "1:1 list-form"},
	{"1.\u00a0one", "1:1 list-form"},
	{"Take this:\n2. A pen", "2:1 list-form"},
	{"::: steps\n1.Open\n2.Close\n:::", "2:1 steps-list"},
	{"::: quiz Q?\n-[x] A\n-[ ] B\n:::", "2:1 quiz-shape, 3:1 quiz-shape"},
	{"::: quiz Q?\n•\t[x] A\n•\t[ ] B\n:::", "2:1 quiz-shape, 3:1 quiz-shape"},
	{"::: quiz Q?\n• A\n• B\n:::", "2:1 quiz-shape"},
	{"— Jane\n— Joe", ""},
	{"Text\n• A\n• B", "2:1 list-form"},

	{"*one\n*two", "1:1 list-form"},
	{"*one\n\n*two", "1:1 list-form"},
	{"*one", ""},
	{"*One* a\n*Two* b", ""},
	{"**One** a\n**Two** b", ""},
	{"::: do\n*A pen\n:::", "2:1 do-list"},

	// Bold.
	{"a **bold ** b", "1:3 bold-form"},
	{"** bold ** b **more**", "1:1 bold-form"},
	{"** bold** b\n** c d **", "1:1 bold-form, 2:1 bold-form"},
	{"## a **bold **\n\n| a **bold ** | b |\n|---|---|\n| ** b | cd ** |", "1:6 bold-form, 3:5 bold-form"},
	{"::: quiz Q?\n- [x] **a b **\n  > c\n- [ ] d\n  > e\n:::", "2:7 bold-form"},
	{"**bold** a **more** `** code **` \\** a **", ""},
	{"2 ** n ** 3, a** and b**, **** and ** c", ""},
	{"a ** b\nc ** d", ""},

	// Links and pictures.
	{"[call](tel:01632 960123)", "1:1 link-form"},
	{"[C](#why it matters)", "1:1 link-form"},
	{"[NHS]\u00a0(https://nhs.uk)", "1:1 link-form"},
	{"[A](https://nhs.uk and so on", "1:1 link-form"},
	{"(NHS)[https://nhs.uk]", "1:1 link-form"},
	{"<www.nhs.uk>", "1:1 link-form"},
	{"<https://nhs uk>", "1:1 link-form"},
	{"![Alt](screen (1).png)", "1:1 image-form"},
	{"[a](https://nhs uk)", "1:1 link-form"},
	{"[a](mailto: x)", "1:1 link-form"},
	{"![a](x.png “Caption”)", "1:1 image-form"},
	{"![a](x.png =300x)", "1:1 image-form"},
	{"![a](C:\\Users\\Jo Bloggs\\my screen.png)", "1:1 image-form"},
	{"![a](my screen.png \"Cap\")", "1:1 image-form"},
	{"[x [a](b.md) y](c.md)", "1:4 link-form"},
	{"[NHS](https://nhs.uk\u00a0)", ""},
	{"[NHS](https://nhs.uk\u200b)", ""},
	{"[a](<https://nhs uk>)", "1:1 link-scheme"},
	{"[a](<mailto: me@nhs.net>)", "1:1 link-scheme"},
	{"[a](<mailto:me at nhs>)", "1:1 link-scheme"},
	{"[a](<tel:01632 960123>)", "1:1 link-scheme"},

	// Headings, titles and the rest.
	{"##1. Why", "1:1 heading-space"},
	{"##“Why”", "1:1 heading-space"},
	{"##🩺 Care", "1:1 heading-space"},
	{"##\u00a0Why", "1:1 heading-space"},
	{"\\## Why", "1:1 heading-space"},
	{"\\# Why", ""},
	{"#1 a", ""},
	{"Text here\n---\nMore", "2:1 heading-underline"},
	{"> Text\n> ---\n> More", "2:1 heading-underline"},
	{"## Why {#why}", "1:1 braces-text"},
	{"::: note **Bold** [link](a.md)\na\n:::", "1:5 block-title"},
	{"<!-- Ignore raw-html: x -->\n<b>", "2:1 raw-html"},
	{"![A cat](x.png){width=300}", "1:16 braces-text"},
	{"a � b �", "1:3 char-lost"},
	{"![x.png](x.png) ![IMG_2034](x.png) ![image](x.png)", "1:1 alt-words, 1:17 alt-words, 1:36 alt-words"},
	{"- [x ] A\n- [ ] B", "1:3 list-form"},

	// Names and closing lines.
	{"::: tryit {minutes=3}\na\n:::", "1:5 block-unknown"},
	{"::: try it\na\n:::", "1:5 block-unknown"},
	{"::: peer tip Jo\na\n:::", "1:5 block-unknown"},
	{"::: try–it\na\n:::", "1:5 block-unknown"},
	{"::: don’t\n- never a\n- never b\n:::", "1:5 block-unknown"},
	{":::\u00a0note\na\n:::\u00a0", ""},

	// Boxes and explanations of quizzes.
	{"::: quiz Q?\n- [ ] a\n> no\n- [x] b\n> yes\n:::", "3:1 quiz-shape"},
	{"::: quiz Q?\n- [x ] a\n  > no\n- [*] b\n  > no\n- [✓] c\n  > no\n- [ x] d\n  > no\n- [ ] e\n  > no\n:::", "2:3 quiz-shape, 4:3 quiz-shape, 6:3 quiz-shape, 8:3 quiz-shape"},
	{"::: quiz Q?\n- [x ] a\n- [ x] b\n:::", "2:3 quiz-shape, 3:3 quiz-shape"},

	// Closing lines, minutes and HTML.
	{"::: note\na\n::: end\nb", "3:1 block-unknown"},
	{"::: note\na\n:::/note\nb", "3:1 block-unknown"},
	{"::: try-it {minutes: 3}\na\n:::\n::: try-it {minutes = 3}\na\n:::\n::: try-it {minutes=“3”}\na\n:::\n::: try-it {minutes 3}\na\n:::", "10:12 block-attribute"},
	{"a<br>b <u>c</u> <b>d</b> </i>", "1:2 raw-html, 1:8 raw-html, 1:17 raw-html, 1:26 raw-html"},
	{"<a href='x'>y</a>", "1:1 raw-html"},
}

func TestNear(t *testing.T) {
	for _, test := range nearTests {
		d := Parse(fileOf(test.text))
		if got := codes(d.Findings); got != test.want {
			t.Errorf("of %q\n got %s\nwant %s", test.text, got, test.want)
		}
		for _, f := range d.Findings {
			checkWords(t, f)
		}
	}
}

// The words of a finding lead to what mends it.
func TestNearWords(t *testing.T) {
	for _, test := range []struct{ text, message, hint string }{
		{"\u00a0::: facilitator\nB\n:::", "this line does not open a block", "begin it at the start of the line, with nothing before the colons: ::: facilitator"},
		{":: note\nB", "this line does not open a block", "write three colons: ::: note"},
		{"~~~~\na", "the code that opens here is never closed", "write a line with only ~~~~ where it ends"},
		{"| a | b |\n|---|---|\n|1|2|3|4|", "this row has 4 cells but the table has 2 columns, so the last 2 would be lost", `write \| for a | inside a cell`},
		{"| A | B |\n| 1 | 2 |", "these lines are not read as a table", "write | --- | --- | under the first row"},
		{"| A |\n| --- |\n\n| 1 |", "these lines are not read as a table", "delete the empty lines between the rows"},
		{"• A", "this line is not read as part of a list", "begin it with a hyphen and a space: - A pen"},
		{"a\n2. b", "this line is not read as part of a list", "put an empty line above the list"},
		{"1.\u00a0b", "this line is not read as part of a list", "begin it with a number, a full stop and a space: 1. Open the app"},
		{"[a](tel:01632 960123)", "this is not read as a link: its address holds a space", "delete it: tel:01632960123"},
		{"[a](#Why it matters)", "this is not read as a link: its address holds a space", "write small letters, and hyphens for the spaces: (#why-it-matters)"},
		{"(a)[https://nhs.uk]", "this is not read as a link: its brackets are the wrong way round", "write [a](https://nhs.uk)"},
		{"<www.nhs.uk>", "this is not read as a link", "write it in full: <https://www.nhs.uk>"},
		{"![a](screen (1).png)", "this is not read as a picture: its address holds a space", "put the address between < and >: (<screen (1).png>)"},
		{`![a](my screen.png "B c")`, "this is not read as a picture: its address holds a space", `put the address between < and >: (<my screen.png> "B c")`},
		{"![a](x.png “B c”)", "this is not read as a picture: its caption stands in curly quotes", `write plain quotes: (x.png "B c")`},
		{"![a](x.png =300x)", "this is not read as a picture: it has a size", "leave the size out: (x.png)"},
		{`![a](C:\Users\Jo Bloggs\my screen.png)`, "this is not read as a picture: its file is on one computer only", "the file must lie beside this page: copy it there and write ![…](my-screen.png)"},
		{"[a](<mailto:b at nhs>)", `the address "mailto:b at nhs" holds a space, or a sign that cannot be seen`, "write the whole address: mailto:name@nhs.net"},
		{"a **bold words **", "this is not read as bold, so its stars are shown", "leave no space within the stars: **bold words**"},
		{`\## a`, "this line is not read as a heading", `delete the \ before the #`},
		{"- [✓] a", "the box [✓] is not written as - [x] or - [ ]", boxHint},
		{"::: note\na\n::: end", "a block is closed by a line of only :::", `delete "end"`},
		{"::: try it\na\n:::", `there is no block called "try"`, "did you mean ::: try-it?"},
		{"::: try-it {minutes 3}\na\n:::", `"{minutes 3}" does not say how many minutes`, "write {minutes=5}"},
		{"a<br>b", `"<br>" is shown as text`, "for a new paragraph, leave a line empty; HTML does nothing here"},
		{"\uFFFD b \uFFFD", "letters were lost at 2 places, the first is here", "type it again; the file was saved in another encoding, save it as UTF-8"},
	} {
		d := Parse(fileOf(test.text))
		if len(d.Findings) != 1 || d.Findings[0].Message != test.message || d.Findings[0].Hint != test.hint {
			t.Errorf("of %q\n got %+v\nwant %q, %q", test.text, d.Findings, test.message, test.hint)
		}
	}
}

// An ignore is obeyed however it is written, and an address is kept without what
// cannot be seen at its end.
func TestForgiven(t *testing.T) {
	d := Parse(fileOf("<!-- IGNORE Raw-HTML: x -->\n<b>\n\n[a](https://nhs.uk\u00a0) [b](c.md\u200b)\n\n:::\u00a0try-it {minutes: 3}\na\n:::\u00a0\n"))
	if len(d.Ignores) != 1 || d.Ignores[0].Rule != "raw-html" {
		t.Errorf("the ignores are %+v", d.Ignores)
	}
	if len(d.Links) != 2 || d.Links[0].Dest != "https://nhs.uk" || d.Links[1].Dest != "c.md" {
		t.Errorf("the links are %+v", d.Links)
	}
	if len(d.Blocks) != 1 || d.Blocks[0].Kind != "try-it" || d.Blocks[0].Minutes != 3 {
		t.Errorf("the blocks are %+v", d.Blocks)
	}
}
