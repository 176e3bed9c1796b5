package check

import (
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/words"
)

var ruleMythRepeated = diag.Rule{
	Code: "myth-repeated", Severity: diag.Warning, Advice: true, English: true,
	Title: "The heading of a myth card should say what is true, not repeat the myth.",
	Why:   "People remember what they read first and most often, so a heading that names the myth spreads it, even to say that it is wrong. The Debunking Handbook 2020 asks to lead with the fact.",
	Scope: "The fact of a myth card beside its myth.",
}

func mythRepeated(in Input, report func(diag.Finding)) {
	for _, m := range in.Package.Myths {
		fact, myth := saying(m.Name), saying(m.Myth)
		v, _ := m.Front.Get("fact")
		switch {
		case fact.announced:
			report(ruleMythRepeated.At(m.File, v.Span, "this heading speaks of a myth before it says what is true").
				WithHint("leave the myth to the key myth, and say in the fact what is so instead"))
		case fact.same(myth):
			report(ruleMythRepeated.At(m.File, v.Span, "this heading says the same as the myth").
				WithHint("say in the fact what is so instead: people remember the heading"))
		}
	}
}

// claim is what a sentence says, as far as its words tell.
type claim struct {
	words     []string // that carry meaning, folded, sorted, each once
	denied    bool     // an odd number of words deny
	announced bool     // it speaks of myths, or of what is not true
}

// denials turn what a sentence says round; light words carry no meaning.
var (
	denials = strings.Fields("not no never none cannot can't don't doesn't won't isn't aren't without nobody nothing neither nor needn't")
	light   = strings.Fields(`a about all also an and any are as at be been being but by can could do does for from had has have he her his if in
		is it its just may might more most must my of on one only or our out she should so some such than that the their them then there these they this
		those to too up use used very was we were what when which who will with would you your`)
	announcing = []string{"myth", "it is not true that", "it is false that", "it is untrue that", "it is wrong that", "false:", "fiction:"}
)

func saying(text string) claim {
	var c claim
	lower := strings.ToLower(text)
	c.announced = slices.ContainsFunc(announcing, func(s string) bool { return strings.HasPrefix(lower, s) }) || strings.Contains(lower, " myth")
	var read words.Text
	read.Read([]byte(text))
	for i := range read.Len() {
		word := strings.ReplaceAll(string(read.Fold(i)), "’", "'")
		switch {
		case slices.Contains(denials, word):
			c.denied = !c.denied
		case !slices.Contains(light, word):
			c.words = append(c.words, strings.TrimSuffix(word, "s"))
		}
	}
	slices.Sort(c.words)
	c.words = slices.Compact(c.words)
	return c
}

// same says whether two sentences claim one thing: they share four in five of
// their words, and both deny or neither.
func (c claim) same(d claim) bool {
	shared := 0
	for _, w := range c.words {
		if slices.Contains(d.words, w) {
			shared++
		}
	}
	all := len(c.words) + len(d.words) - shared
	return c.denied == d.denied && shared > 0 && 5*shared >= 4*all
}
