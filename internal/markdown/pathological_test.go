//go:build !race

package markdown

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"commonground/internal/bench/patterns"
)

// TestPathological parses each pattern whole, which the limits refuse when it
// would be slow, and again in paragraphs that are just within the limits. The
// bound allows for a busy machine: none takes 2 s on a quiet one, and what is
// wrong takes minutes. LONG=1 tries the largest file there can be, in paragraphs.
func TestPathological(t *testing.T) {
	size := 32 << 10
	if os.Getenv("LONG") != "" {
		size = 256 << 10
	}
	for _, p := range patterns.Texts() {
		t.Run(p.Name, func(t *testing.T) {
			finish(t, "64 KiB", p.Make(64<<10))
			finish(t, "256 KiB", p.Make(256<<10))
			part := p.Make(maxParagraph * 3 / 4)
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
