package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// pathological are the patterns that have made Markdown parsers slow: cmark's
// own list, and some for our blocks. Each gives about n bytes.
var pathological = []struct {
	name string
	make func(n int) string
}{
	{"nested strong", wrap("*a **a ", "b** b*")},
	{"emphasis closers without openers", times("a_ ")},
	{"emphasis openers without closers", times("_a ")},
	{"link closers without openers", times("a]")},
	{"link openers without closers", times("[a")},
	{"mismatched openers and closers", times("*a_ ")},
	{"commonmark.js 172", func(n int) string { return times("*~~__a")(n) }},
	{"openers and closers, multiple of 3", func(n int) string { return "a**b" + times("c* ")(n) }},
	{"link openers and emphasis closers", times("[ a_")},
	{"pattern [ (]( repeated", times("[ (](")},
	{"pattern ![[]() repeated", times("![[]()")},
	{"nested brackets", wrap("[", "]")},
	{"nested pictures", wrap("![", "](a)")},
	{"unclosed links A", times("[a](<b")},
	{"unclosed links B", times("[a](b")},
	{"unclosed link titles", times(`[a](b "`)},
	{"back-ticks in every count", backticks},
	{"unclosed comments", times("<!-- a ")},
	{"unclosed comments, one letter each", times("<!--")},
	{"unclosed declarations", times("<!A ")},
	{"unclosed instructions", times("<?")},
	{"unclosed cdata", times("<![CDATA[ ")},
	{"unclosed tags", times("<a b='")},
	{"many tags", times("<a>")},
	{"many attributes", func(n int) string { return "<a " + times("x=y ")(n) }},
	{"entities", times("&#a;&amp")},
	{"footnotes without text", times("[^a]")},
	{"nested quotes", times("> ")},
	{"quotes with emphasis", func(n int) string { return strings.Repeat("> ", 31) + times("a* *a ")(n) }},
	{"lists in lists", times("- ")},
	{"deep lists line by line", deepLists},
	{"deep lists with empty lines", func(n int) string { return nested(31) + times("\n\n - a\n")(n) }},
	{"list items", times("- a\n")},
	{"empty items", times("-\n")},
	{"quoted lines", times("> a\n")},
	{"headings", times("## a\n")},
	{"underlined", times("a\n-\n\n")},
	{"blocks", times("::: note\na\n:::\n")},
	{"empty blocks", times(":::note\n:::\n")},
	{"blocks never closed", times(":::note\n")},
	{"stray fences", times(":::\n")},
	{"quizzes", times("::: quiz a\n- [ ] b\n:::\n")},
	{"tasks", times("- [ ] a\n")},
	{"choices", func(n int) string { return "::: quiz a\n" + times("- [ ] b\n")(n) }},
	{"definitions", times("a\n: b\n\n")},
	{"footnotes", numbered("[^%d]\n\n[^%[1]d]: a\n\n")},
	{"one footnote often", func(n int) string { return times("[^a] \n\n")(n/2) + "\n\n[^a]: b" }},
	{"one way back often", func(n int) string { return "[^a]: b\n\n" + times("[^a]\n\n")(n) }},
	{"references", numbered("[a%d]: b\n\n[a%[1]d]\n\n")},
	{"one reference often", func(n int) string { return times("[a]\n\n")(n/2) + "\n\n[a]: " + strings.Repeat("b", 9000) }},
	{"ignores", times("<!-- ignore a: b -->\n\n")},
	{"ignores before footnotes", numbered("<!-- ignore a: b -->\n[^%d]: a\n\n[^%[1]d]\n\n")},
	{"tables", times("|a|b|\n|-|-|\n|c|\n\n")},
	{"wide tables with short rows", func(n int) string {
		return strings.Repeat("|a", 100) + "\n" + strings.Repeat("|-", 100) + "\n" + strings.Repeat("|b\n", 190) + "\n"
	}},
	{"table of bars", times("|")},
	{"delimiter rows", times("-|-\n")},
	{"fences of code", times("```\n")},
	{"indented code", times("    a\n\n")},
	{"html blocks", times("<div>\n\n")},
	{"escapes", times("\\*")},
	{"hard breaks", times("a\\\n")},
	{"pictures", times("![a](b)\n\n")},
	{"links", times("[a](b) ")},
	{"addresses", times("<a@b.c>")},
	{"strikes", times("~~a~")},
}

func times(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1) }
}

func wrap(open, closing string) func(int) string {
	return func(n int) string {
		times := n/(len(open)+len(closing)) + 1
		return strings.Repeat(open, times) + strings.Repeat(closing, times)
	}
}

func numbered(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

func backticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

func deepLists(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("  ", i) + "* a\n")
	}
	return b.String()
}

// TestPathological parses each pattern whole, which the limits refuse when it
// would be slow, and again in paragraphs that are just within the limits. The
// bound allows for a busy machine: none takes 2 s on a quiet one, and what is
// wrong takes minutes. LONG=1 tries the largest file there can be, in paragraphs.
func TestPathological(t *testing.T) {
	size := 32 << 10
	if os.Getenv("LONG") != "" {
		size = 256 << 10
	}
	for _, p := range pathological {
		t.Run(p.name, func(t *testing.T) {
			finish(t, "64 KiB", p.make(64<<10))
			finish(t, "256 KiB", p.make(256<<10))
			part := p.make(maxParagraph * 3 / 4)
			finish(t, fmt.Sprintf("%d KiB in parts", size>>10), strings.Repeat(part+"\n\n", size/len(part)+1))
		})
	}
}

func finish(t *testing.T, what, text string) {
	t.Helper()
	start := time.Now()
	d := Parse(fileOf(text))
	took := time.Since(start)
	t.Logf("%-16s %8.1f ms, %7d bytes of HTML, %d findings", what, took.Seconds()*1000, len(d.HTML), len(d.Findings))
	if took > time.Minute {
		t.Errorf("%s took %v", what, took)
	}
}
