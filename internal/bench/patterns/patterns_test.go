package patterns

import (
	"slices"
	"strings"
	"testing"
)

// TestLinear shows that what is made four times as large is so: what grows faster
// would be called slow though it is only large.
func TestLinear(t *testing.T) {
	for _, p := range slices.Concat(Texts(), Nearly()) {
		if n := len(p.Make(60 << 10)); n < 60<<10 || n > 70<<10 {
			t.Errorf("%s: %d bytes instead of %d", p.Name, n, 60<<10)
		}
	}
	for _, p := range Packages() {
		if small, large := size(p.Make(p.Least)), size(p.Make(4*p.Least)); large > 5*small {
			t.Errorf("%s: %d bytes and %d", p.Name, small, large)
		}
	}
}

func size(files map[string]string) (n int) {
	for _, text := range files {
		n += len(text)
	}
	return n
}

// TestNames shows that no two patterns have one name, by which they are asked for.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range slices.Concat(Texts(), Nearly()) {
		seen[p.Name] = true
	}
	for _, p := range Packages() {
		seen[p.Name] = true
	}
	if want := len(Texts()) + len(Nearly()) + len(Packages()); len(seen) != want {
		t.Errorf("%d patterns have %d names", want, len(seen))
	}
}

// TestInLines shows that a long text stays within what a paragraph may have, and
// loses no word.
func TestInLines(t *testing.T) {
	text := strings.Repeat("a b ", 10_000)
	lines := inLines(text)
	for part := range strings.SplitSeq(lines, "\n\n") {
		if len(part) > 16<<10 {
			t.Errorf("a paragraph of %d bytes", len(part))
		}
	}
	if !slices.Equal(strings.Fields(lines), strings.Fields(text)) {
		t.Error("words are lost")
	}
}
