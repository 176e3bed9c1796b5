package markdown

import (
	"strings"
	"testing"
	"time"
)

// nearly are patterns for what looks for things that were meant otherwise.
var nearly = []struct {
	name string
	make func(n int) string
}{
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
	{"rows with too much", func(n int) string { return "|a|b|\n|-|-|\n" + times("|1|2|3|\n")(n/8) }},
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

// TestGrowth parses four times as much: what looks at everything before it, or
// behind it, would take sixteen times as long. Where it seems to, other work on
// the machine may be why, so it is tried again; what takes no time cannot be
// measured.
func TestGrowth(t *testing.T) {
	for _, p := range nearly {
		for try := 1; ; try++ {
			small, large := parseTime(p.make, 64<<10), parseTime(p.make, 256<<10)
			t.Logf("%-32s %8.1f ms, %8.1f ms", p.name, small.Seconds()*1000, large.Seconds()*1000)
			if large < 10*small || large < 100*time.Millisecond {
				break
			}
			if try == 5 {
				t.Errorf("%s: %v for 64 KiB, %v for 256 KiB", p.name, small, large)
				break
			}
		}
	}
}

func parseTime(pattern func(n int) string, n int) time.Duration {
	part := pattern(maxParagraph * 3 / 4)
	f := fileOf(strings.Repeat(part+"\n\n", n/len(part)+1))
	start := time.Now()
	Parse(f)
	return time.Since(start)
}
