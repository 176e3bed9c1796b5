package markdown

import (
	"maps"
	"slices"
	"testing"
)

func TestAside(t *testing.T) {
	const inner = "## H\n\n[l](a.md) ![p](a.png)\n\n"
	const quiz = "::: quiz Q?\n- [ ] [a](a.md)\n  > ![p](a.png)\n- [x] b\n  > ::: note\n  > [c](c.md)\n  > :::\n:::\n"
	for _, test := range []struct {
		text                    string
		headings, links, images []int
	}{
		{inner, nil, nil, nil},
		{"::: note\n" + inner + ":::\n", nil, nil, nil},
		{"::: facilitator\n" + inner + ":::\n", []int{0}, []int{0}, []int{0}},
		{inner + "::: facilitator\n" + inner + ":::\n" + inner, []int{1}, []int{1}, []int{1}},
		{"::: facilitator\n::: note\n" + inner + ":::\n" + inner + ":::\n" + inner, []int{0, 1}, []int{0, 1}, []int{0, 1}},
		{"::: note\n::: facilitator\n" + inner + ":::\n" + inner + ":::\n", []int{0}, []int{0}, []int{0}},
		{"::: facilitator\na\n:::\n" + inner + "::: facilitator\n" + inner + ":::\n", []int{1}, []int{1}, []int{1}},
		{quiz, nil, nil, nil},
		{"::: facilitator\n" + quiz + ":::\n" + quiz, nil, []int{0, 1}, []int{0}},
		{"::: facilitator\n::: note\n" + quiz + ":::\n:::\n" + quiz, nil, []int{0, 1}, []int{0}},
	} {
		a := Parse(fileOf(test.text)).Aside()
		for what, got := range map[string][]int{"headings": keys(a.Headings), "links": keys(a.Links), "images": keys(a.Images)} {
			want := map[string][]int{"headings": test.headings, "links": test.links, "images": test.images}[what]
			if !slices.Equal(got, want) {
				t.Errorf("of %q: the %s %v are aside, want %v", test.text, what, got, want)
			}
		}
	}
}

func keys(m map[int]bool) []int { return slices.Sorted(maps.Keys(m)) }
