package diag

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/source"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("é", 300)
	for _, test := range []struct {
		name, text, mark string
		want             []string
	}{
		{"in the middle", "a bad word", "bad", []string{"a ", "bad", " word"}},
		{"second line", "one\ta\ntwo\tb bad\nthree", "bad", []string{"two b ", "bad", ""}},
		{"over the end", "one\nbad\nthree", "bad\nthree", []string{"", "bad", ""}},
		{"far to the right", long + "bad", "bad", []string{"…" + strings.Repeat("é", 60), "bad", ""}},
		{"far to the left", "bad" + long, "bad", []string{"", "bad", strings.Repeat("é", 117) + "…"}},
		{"all of it", long, long, []string{"", strings.Repeat("é", 120), "…"}},
		{"as wide as it may be", long[:2*117] + "bad", "bad", []string{long[:2*117], "bad", ""}},
		{"what turns the text", "a\u202eb bad\u2028", "bad", []string{"a\ufffdb ", "bad", "\ufffd"}},
		{"nothing", "text", "", []string{"", "", ""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := strings.Index(test.text, test.mark)
			f := Finding{File: &source.File{Text: []byte(test.text)}, Span: source.Span{Start: at, End: at + len(test.mark)}}
			before, marked, after, ok := f.Excerpt(120)
			if got := []string{before, marked, after}; !slices.Equal(got, test.want) || ok != (test.mark != "") {
				t.Errorf("it is %q, %v", got, ok)
			}
		})
	}
}

// TestExcerptOfLongLine holds that the excerpt of a long line is what it is when all but
// what lies near the place is left out, whatever the width of its characters.
func TestExcerptOfLongLine(t *testing.T) {
	const width = 20
	for _, char := range []string{"x", "é", "漢", "𝄞", "a漢"} {
		for _, marked := range []string{"HERE", strings.Repeat("HERE", 500)} {
			at := func(around int) (string, string, string) {
				side := strings.Repeat(char, around)
				text := side + marked + side
				f := Finding{File: &source.File{Text: []byte(text)}, Span: source.Span{Start: len(side), End: len(side) + len(marked)}}
				before, place, after, ok := f.Excerpt(width)
				if !ok || !strings.HasPrefix(before, "…") || strings.ContainsRune(before+place+after, '\ufffd') {
					t.Errorf("%d × %q: %q %q %q", around, char, before, place, after)
				}
				return before, place, after
			}
			b1, p1, a1 := at(width)
			b2, p2, a2 := at(width * 1000)
			if b1 != b2 || p1 != p2 || a1 != a2 {
				t.Errorf("of %q: %q %q %q near, %q %q %q far", char, b1, p1, a1, b2, p2, a2)
			}
		}
	}
}
