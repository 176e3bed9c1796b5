package search

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// prose writes text that is to an index what English is: four words in ten are
// little ones, and the n-th most common of the others is used about 1/n as often
// as the first. Real prose has fewer different words than the 12,000 here.
type prose struct {
	*rand.Rand
	words []string
}

func newProse() *prose {
	p := &prose{Rand: rand.New(rand.NewPCG(1, 2))}
	for n := range 12_000 {
		var b strings.Builder
		for range 2 + p.IntN(2) + n/4000 {
			b.WriteByte("bcdfghlmnprstvw"[p.IntN(15)])
			b.WriteByte("aeiou"[p.IntN(5)])
		}
		p.words = append(p.words, b.String())
	}
	return p
}

func (p *prose) sentence(words int) string {
	all := make([]string, words)
	for i := range all {
		if all[i] = little[p.IntN(len(little))]; p.IntN(10) >= 4 {
			all[i] = p.words[int(math.Pow(float64(len(p.words)), p.Float64()))-1]
		}
	}
	return strings.Join(all, " ")
}

// lessons makes a package of lessons, each of 720 words below six headings.
func (p *prose) lessons(n int) map[string]string {
	files := map[string]string{"content/index.md": small["content/index.md"], "themes/care.md": small["themes/care.md"]}
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %q\nsummary: %q\nthemes: [care]\nminutes: 9\noutcome: Do it.\n---\n\n", p.sentence(6), p.sentence(14))
		for range 6 {
			fmt.Fprintf(&b, "## %s\n\n", p.sentence(5))
			for range 10 {
				b.WriteString(p.sentence(12) + ".\n\n")
			}
		}
		files[fmt.Sprintf("content/lessons/l-%d.md", i)] = b.String()
	}
	return files
}

// TestSize holds the index of 300 lessons to 600 KB and any file of it to 1 MB:
// the whole of it just below the size from which it comes in several, and each of
// those.
func TestSize(t *testing.T) {
	for _, test := range []struct {
		lessons, most int
		whole         bool
	}{{300, 600_000, true}, {690, 1_000_000, true}, {800, 1_000_000, false}} {
		files := filesOf(t, newProse().lessons(test.lessons))
		sum, largest := 0, 0
		for _, text := range files {
			sum, largest = sum+len(text), max(largest, len(text))
		}
		t.Logf("%d lessons: %d bytes in %d files", test.lessons, sum, len(files))
		if largest > test.most || len(files) == 1 != test.whole {
			t.Errorf("the largest of %d files has %d bytes", len(files), largest)
		}
		if sum < 600*test.lessons {
			t.Errorf("%d bytes for %d lessons: there is no prose in this", sum, test.lessons)
		}
	}
}
