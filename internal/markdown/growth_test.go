//go:build !race

package markdown

import (
	"strings"
	"testing"
	"time"

	"commonground/internal/bench/patterns"
)

// TestGrowth parses four times as much: what looks at everything before it, or
// behind it, would take sixteen times as long. Where it seems to, other work on
// the machine may be why, so it is tried again; what takes no time cannot be
// measured.
func TestGrowth(t *testing.T) {
	for _, p := range patterns.Nearly() {
		for try := 1; ; try++ {
			small, large := parseTime(p.Make, 64<<10), parseTime(p.Make, 256<<10)
			t.Logf("%-32s %8.1f ms, %8.1f ms", p.Name, small.Seconds()*1000, large.Seconds()*1000)
			if large < 10*small || large < 100*time.Millisecond {
				break
			}
			if try == 5 {
				t.Errorf("%s: %v for 64 KiB, %v for 256 KiB", p.Name, small, large)
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
