package wording

import (
	"slices"
	"strings"

	"commonground/internal/plain"
)

// forms returns the words themselves and the other forms that words of a class
// have: utilise, utilises, utilised, utilising. Forms of regular words come at
// the same places, so that those of two words can be told apart.
func forms(text string, as plain.Class) []string {
	switch as {
	case plain.Noun:
		at := strings.LastIndexAny(text, " -") + 1
		return []string{text, text[:at] + withS(text[at:])}
	case plain.Verb:
		at := strings.IndexAny(text+" ", " -")
		verb, rest := text[:at], text[at:]
		var all []string
		for _, form := range []string{verb, withS(verb), withEd(verb), withIng(verb)} {
			all = append(all, form+rest)
		}
		return all
	}
	return []string{text}
}

// isRegular says whether a word to use can take the form of the word to avoid.
func isRegular(text string) bool {
	verb, _, _ := strings.Cut(text, " ")
	return !slices.Contains(irregularVerbs, verb)
}

// irregularVerbs are verbs among the words to use whose forms follow no rule.
var irregularVerbs = []string{"be", "begin", "buy", "choose", "do", "find", "get", "give", "go", "grow", "have", "hold", "keep", "know", "let", "make",
	"meet", "pay", "put", "say", "see", "send", "set", "show", "sit", "speak", "spend", "take", "tell", "think", "write"}

func isVowelLetter(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// endsInConsonantY says whether a word ends in a y behind a consonant.
func endsInConsonantY(word string) bool {
	n := len(word)
	return n > 1 && word[n-1] == 'y' && !isVowelLetter(word[n-2])
}

func withS(word string) string {
	switch {
	case endsInConsonantY(word):
		return word[:len(word)-1] + "ies"
	case endsIn(word, "s", "x", "z", "ch", "sh"):
		return word + "es"
	}
	return word + "s"
}

func withEd(word string) string {
	switch {
	case strings.HasSuffix(word, "e"):
		return word + "d"
	case endsInConsonantY(word):
		return word[:len(word)-1] + "ied"
	}
	return doubled(word) + "ed"
}

func withIng(word string) string {
	if strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "ee") {
		return word[:len(word)-1] + "ing"
	}
	return doubled(word) + "ing"
}

// doubled repeats the last consonant of a short verb, as stop becomes stopped,
// and an l behind a vowel, as British English does: cancelled.
func doubled(word string) string {
	n := len(word)
	if n < 3 || isVowelLetter(word[n-1]) || !isVowelLetter(word[n-2]) || strings.IndexByte("wxy", word[n-1]) >= 0 {
		return word
	}
	if isVowelLetter(word[n-3]) {
		return word
	}
	if word[n-1] == 'l' || plain.Syllables([]byte(word)) == 1 {
		return word + word[n-1:]
	}
	return word
}

func endsIn(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}
