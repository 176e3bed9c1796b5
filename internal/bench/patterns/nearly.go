package patterns

import "strings"

// Nearly are patterns for what looks for things that were meant otherwise.
func Nearly() []Text {
	return []Text{
		{"blocks that do not open", times("\\::: note\na\n:::\n\n")},
		{"colons", times(": ")},
		{"colons in lines", times("**::::::::\n\n")},
		{"angles before a block", times("<a><b> ")},
		{"code never closed", times("- ```\n")},
		{"code that opens again", times("```a\n\n")},
		{"comments with dashes", times("<!— a ")},
		{"arrows", times("<-- a > ")},
		{"rows without a table", times("|a|\n\n")},
		{"rows and dashes", times("|a|b|\n|—|\n")},
		{"rows with too much", func(n int) string { return "|a|b|\n|-|-|\n" + times("|1|2|3|\n")(n) }},
		{"bullets", times("• a\n")},
		{"bullets in paragraphs", times("– a\n\n")},
		{"hyphens", times("-a\n\n")},
		{"numbers", times("a\n2. b\n\n")},
		{"boxes", times("- [x ] a\n")},
		{"boxes in quizzes", func(n int) string { return "::: quiz a\n" + times("-[x] a\n\n")(n) }},
		{"explanations", func(n int) string { return "::: quiz a\n" + times("- [x] a\n> b\n")(n) }},
		{"links with spaces", times("[a](b c.md) ")},
		{"links that have no end", times("](c.md")},
		{"links in links with spaces", func(n int) string { return times("](a .md")(n/2) + strings.Repeat(")", n/2) }},
		{"links with gaps", times("] (a.md")},
		{"turned links", times("(a)[b.md]")},
		{"headings without spaces", times("##a\n\n")},
		{"escaped headings", times(`\#\#`)},
		{"lines under text", times("a\n---\n")},
		{"braces", times("[a](b){c")},
		{"lost letters", times("\uFFFD")},
		{"tags that open", times("<b>a")},
		{"titles with marks", times("::: note *a* __b\nc\n:::\n")},
		{"attributes", times("::: try-it {a:b c = d}\ne\n:::\n")},
	}
}
