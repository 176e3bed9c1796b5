package markdown

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// pieces are what Markdown that goes wrong is made of. Random letters seldom
// make a list in a quote in a block; random pieces do all the time.
var pieces = []string{
	"\n", "\n", "\n", "\n\n", "a", "b ", " ", "  ", "    ", "\t", "\\", "&amp;", "&#60;", "\u00e9", "\u200b",
	"::: note\n", "::: quiz q\n", "::: facilitator\n", ":::: more m\n", ":::\n", "::::\n", "::: nope t\n", "::: steps\n", "::: say\n", "::: dont\n", "::: try-it {minutes=5}\n",
	"- ", "- ", "* ", "1. ", "2) ", "> ", "> ", "- [ ] ", "- [x] ", "term\n: ", "\n: ", "## ", "#### ", "# ", "\n---\n", "\n===\n", "***\n",
	"```", "```go\n", "~~~\n", "`", "``", "*", "**", "_", "~~", "\n\n    ",
	"<!--", "-->", "<!-- c -->", "<!-- ignore a-b: c -->", "<!-- ignore -->", "<!-- c\n\nd -->", "<", ">", "<b>", "</b>", "<div>\n", "<script>", "</script>", "<?x", "<![CDATA[", "<a@b>", "<a@b.c>", "<https://a.b>", "<javascript:a>", `<a href="x">`,
	"[", "]", "[a](b)", "[a](", ")", "](c)", "![a](b)", "![a](b \"t\")", "![", "[r]", "[a][r]", "[a][s]", "\n[r]: x\n", "[^1]", "[^2]", "\n[^1]: ", "\n[^2]: ", "[a](javascript:b)", "[a](//b)", "!",
	"\\::: note\n", "\u00a0::: note\n", "：：： note\n", "::: end\n", "    ::: note\n", "• a\n", "– a\n", "-a\n", "2. a\n", "-\u00a0a\n", "- [x ] a\n", "-[x] a\n", "<!— a —>", "<www.a.b>", "[a](b c.md)", "![a](b c.png)", "[a] (b.md)", "(a)[b.md]", "{a}", "##a\n", "\uFFFD", "| 1 | 2 | 3 |\n", "| — |\n",
	"| a | b |\n", "|---|:-:|\n", "|", "|c|\n", "| Say | Instead of |\n|---|---|\n",
}

func fromPieces(picks []byte) string {
	var b strings.Builder
	for _, p := range picks {
		b.WriteString(pieces[int(p)%len(pieces)])
	}
	return b.String()
}

// FuzzPieces is FuzzParse for texts that are made of pieces.
func FuzzPieces(f *testing.F) {
	f.Add([]byte("any bytes are a text"))
	f.Fuzz(func(t *testing.T, picks []byte) {
		if len(picks) < 500 {
			checkText(t, fromPieces(picks))
		}
	})
}

// TestPieces tries some thousand texts, the same each time. LONG=1 tries a million.
func TestPieces(t *testing.T) {
	count := 1500
	if os.Getenv("LONG") != "" {
		count = 1_000_000
	}
	for seed := range count {
		random := rand.New(rand.NewPCG(1, uint64(seed)))
		picks := make([]byte, 1+random.IntN(60))
		for i := range picks {
			picks[i] = byte(random.IntN(len(pieces)))
		}
		text := fromPieces(picks)
		if checkText(t, text); t.Failed() {
			t.Fatalf("seed %d: %q", seed, text)
		}
	}
}
