package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plural returns the simple English plural of a form, or nil when its last word
// does not end in a letter.
func (f form) plural() *form {
	last := len(f.steps) - 1
	if last < 0 {
		return nil
	}
	if r, _ := utf8.DecodeLastRuneInString(f.steps[last]); !unicode.IsLetter(r) {
		return nil
	}
	p := form{slices.Clone(f.steps), slices.Clone(f.exact)}
	p.steps[last] = pluralOf(f.steps[last])
	if f.exact != nil {
		p.exact[last] = pluralOf(f.exact[last])
		if isAcronym(f.exact[last]) {
			p.steps[last], p.exact[last] = f.steps[last]+"s", f.exact[last]+"s"
		}
	}
	return &p
}

// pluralOf adds an ending: s, or es after a hiss, or ies for a y behind a
// consonant.
func pluralOf(word string) string {
	lower := strings.ToLower(word)
	for _, hiss := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(lower, hiss) {
			return word + "es"
		}
	}
	if n := len(lower); n > 1 && lower[n-1] == 'y' && strings.IndexByte("aeiou", lower[n-2]) < 0 {
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}

// isAcronym says whether a word is all capitals: its plural is SMSs, not SMSes.
func isAcronym(word string) bool {
	return !strings.ContainsFunc(word, unicode.IsLower)
}
