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

// inflects says whether words to use can take form n of the word to avoid: they
// must be such that nobody can doubt what it is. Anything else is named as it is
// listed, and people find the form themselves.
func inflects(use string, as plain.Class, n int) bool {
	words := strings.Fields(use)
	first, last := words[0], words[len(words)-1]
	switch as {
	case plain.Noun:
		several := strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss")
		return len(words) <= 2 && !several && !slices.Contains(bindsWords, first) && !slices.Contains(noNouns, last)
	case plain.Verb:
		irregular := slices.Contains(noVerbs, first) || n == past && slices.Contains(irregularVerbs, first)
		return !irregular && !slices.Contains(words, "and") && !slices.Contains(words, "or")
	}
	return true
}

// past is the index of the past among the forms of a verb.
const past = 2

// noVerbs are forms of verbs, or have none.
var noVerbs = strings.Fields("am are be can cannot has is may must was were")

// irregularVerbs are verbs whose past follows no rule. That of most has two forms,
// of which the right one hangs on the sentence: gave, has given.
var irregularVerbs = strings.Fields(`arise bear beat become begin bend bet bind bite bleed blow break breed bring build burst buy cast
	catch choose cling come cost creep cut deal dig do draw drink drive eat fall feed feel fight find fit flee fling fly forbid forecast forget
	forgive freeze get give go grind grow hang have hear hide hit hold hurt keep kneel know lay lead leave lend let lie light lose make
	mean meet mistake outgrow overcome oversee overtake pay put quit read rebuild redo repay rethink rewrite ride ring rise run say see
	seek sell send set sew shake shed shine shoot show shrink shut sing sink sit sleep slide sow speak spend spin spit split spread spring stand
	steal stick sting stink strike string strive swear sweep swell swim swing take teach tear tell think throw undergo understand undertake undo
	uphold upset wake wear weave weep win wind withdraw withhold withstand wring write`)

// noNouns are words that have no plural, or none that follows a rule, and words
// that stand at the end of what is no noun.
var noNouns = strings.Fields(`person people man men woman women child children staff police folk intersex advice access care data education equipment
	evidence feedback guidance health help information knowledge paperwork progress research safety software support training transport treatment
	bleeding feeling swelling swallowing online offline abroad again ahead alone apart away back early here home late often outside inside there
	today together tomorrow well anybody anyone everybody everyone nobody somebody someone something anything him me us them it sick`)

func isVowelLetter(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// endsInConsonantY says whether a word ends in a y behind a consonant.
func endsInConsonantY(word string) bool {
	n := len(word)
	return n > 1 && word[n-1] == 'y' && !isVowelLetter(word[n-2])
}

func withS(word string) string {
	switch {
	case word == "have":
		return "has"
	case word == "do", word == "go", endsIn(word, "undo", "redo", "undergo"):
		return word + "es"
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
	switch {
	case word == "lie":
		return "lying"
	case strings.HasSuffix(word, "e") && !endsIn(word, "ee", "oe", "ye"):
		return word[:len(word)-1] + "ing"
	}
	return doubled(word) + "ing"
}

// doubled repeats the last consonant of a short verb, as stop becomes stopped, of
// one whose last syllable is spoken loudest, as submit becomes submitted, and an l
// behind a vowel, as British English does: cancelled.
func doubled(word string) string {
	n := len(word)
	if n < 3 || isVowelLetter(word[n-1]) || !isVowelLetter(word[n-2]) || strings.IndexByte("wxy", word[n-1]) >= 0 {
		return word
	}
	if isVowelLetter(word[n-3]) {
		return word
	}
	if word[n-1] == 'l' || plain.Syllables([]byte(word)) == 1 || slices.Contains(loudEnds, word) {
		return word + word[n-1:]
	}
	return word
}

// loudEnds are verbs whose last syllable is spoken loudest.
var loudEnds = strings.Fields("admit begin commit confer defer emit equip forget infer incur occur omit permit prefer recur refer regret submit transfer transmit upset")

func endsIn(word string, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(word, e) })
}
