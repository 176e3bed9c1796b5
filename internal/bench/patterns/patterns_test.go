package patterns

import (
	"maps"
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

// TestTexts shows that texts stay text: a page ends where its pattern ends, so no
// paragraph is longer than what can be within the limits.
func TestTexts(t *testing.T) {
	for name, text := range terms(3, word, strings.Repeat("a b ", 10_000)) {
		for part := range strings.SplitSeq(text, "\n\n") {
			if len(part) > 16<<10 {
				t.Errorf("%s has a paragraph of %d bytes", name, len(part))
			}
		}
	}
	if names := slices.Sorted(maps.Keys(terms(2, word, "a"))); !slices.Equal(names, []string{"content/glossary/term-0.md", "content/glossary/term-1.md", "content/lessons/lesson.md"}) {
		t.Error(names)
	}
}
