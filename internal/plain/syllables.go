package plain

import (
	"bytes"
	"slices"
)

// Syllables counts the syllables of a word that is folded as words folds it; a
// word has at least one. It goes by the rules of English spelling: runs of
// vowels count, silent letters do not, and some vowels side by side are two.
// Words that keep to no rule are in a list.
func Syllables(word []byte) int {
	bare, more := shortForm(word)
	if n, ok := irregular(bare); ok {
		return n + more
	}
	return max(1, vowelRuns(bare)+splits(bare)-silent(bare)) + more
}

// shortForm takes off what follows an apostrophe, and says how many syllables
// that adds.
func shortForm(word []byte) (bare []byte, more int) {
	at := bytes.IndexByte(word, '\'')
	if at < 1 {
		return word, 0
	}
	bare, rest := word[:at], string(word[at:])
	switch {
	case rest == "'t" && len(bare) > 1 && bare[len(bare)-1] == 'n': // isn't, but can't and weren't
		bare = bare[:len(bare)-1]
		if c := bare[len(bare)-1]; c == 'd' || c == 's' {
			more = 1
		}
	case rest == "'s" && endsIn(bare, "s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"),
		(rest == "'ll" || rest == "'ve" || rest == "'d") && isConsonant(bare[at-1]):
		more = 1
	}
	return bare, more
}

// irregular looks a word up in the list, with its regular endings too.
func irregular(word []byte) (int, bool) {
	if n, ok := exceptions[string(word)]; ok {
		return n, true
	}
	bare, plural := bytes.CutSuffix(word, []byte("s"))
	if n, ok := exceptions[string(bare)]; plural && ok {
		if endsIn(bare, "s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze") {
			n++
		}
		return n, true
	}
	return 0, false
}

func isVowel(c byte) bool     { return bytes.IndexByte([]byte("aeiouy"), c) >= 0 }
func isConsonant(c byte) bool { return 'a' <= c && c <= 'z' && !isVowel(c) }

// vowelAt says whether the letter at a place is a vowel: a y before a vowel is
// none at the start of a word or behind another vowel.
func vowelAt(word []byte, i int) bool {
	if word[i] != 'y' || i+1 == len(word) || !isVowel(word[i+1]) {
		return isVowel(word[i])
	}
	return i > 0 && !isVowel(word[i-1]) && word[i-1] != 'w'
}

// vowelRuns counts the runs of vowels.
func vowelRuns(word []byte) int {
	n, inside := 0, false
	for i := range word {
		vowel := vowelAt(word, i)
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	return n
}

// endsIn says whether a word ends in one of some endings.
func endsIn(word []byte, endings ...string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return bytes.HasSuffix(word, []byte(e)) })
}

// silent counts the vowels that are written and not said: the e at the end of
// make, makes, baked, safely, movement, something.
func silent(word []byte) int {
	n := 0
	for _, e := range silentParts {
		if bytes.HasSuffix(word, []byte(e)) && len(word) > len(e)+1 && isConsonant(word[len(word)-len(e)-1]) &&
			!isLe(word, len(word)-len(e)-1) && hasVowel(word[:len(word)-len(e)-1]) && !endsIn(word, sounded...) {
			n++
			word = word[:len(word)-len(e)]
			break
		}
	}
	if silentEnd(word) || endsIn(word, "gue", "gues", "que", "ques") {
		n++
	}
	if slices.ContainsFunc(firstParts, func(p string) bool {
		return bytes.HasPrefix(word, []byte(p)) && len(word) > len(p)+2 && !isVowel(word[len(p)])
	}) {
		n++
	}
	if endsIn(word, "ically") {
		n++
	}
	return n
}

// firstParts are words with an e that stays silent when another word follows.
var firstParts = []string{"some", "every", "there", "where", "home", "life", "time", "base", "care", "note", "safe", "wide", "white", "fire", "line", "name", "like", "face", "side", "score", "store", "game", "house", "wire", "bare", "grace", "place", "state", "space", "trouble", "love", "use"}

// silentParts are endings behind which a word goes on as if it ended before its e.
var silentParts = []string{"ely", "eful", "efully", "eless", "ement", "ements", "eness", "etime", "ework", "ewhere"}

// sounded are endings that look like those and are said in full.
var sounded = []string{"plement", "plements", "element", "elements"}

func hasVowel(word []byte) bool { return vowelRuns(word) > 0 }

// silentEnd says whether the last e of a word is silent.
func silentEnd(word []byte) bool {
	switch n := len(word); {
	case n > 2 && endsIn(word, "e"):
		return !vowelAt(word, n-2) && hasVowel(word[:n-2]) && !isLe(word, n-2)
	case n > 3 && endsIn(word, "es"):
		return !vowelAt(word, n-3) && hasVowel(word[:n-3]) && !isLe(word, n-3) &&
			!endsIn(word, "ses", "xes", "zes", "ches", "shes", "ces", "ges")
	case n > 3 && endsIn(word, "ed"):
		return !vowelAt(word, n-3) && hasVowel(word[:n-3]) && !isLe(word, n-3) && word[n-3] != 't' && word[n-3] != 'd'
	}
	return false
}

// isLe says whether the l at a place makes a syllable with the e behind it, as in
// table, and not in rule, whole or called.
func isLe(word []byte, i int) bool {
	return word[i] == 'l' && i > 0 && isConsonant(word[i-1]) && word[i-1] != 'l' && word[i-1] != 'r'
}

// splits counts where vowels side by side, or none at all, are one syllable more
// than they look.
func splits(word []byte) int {
	n := 0
	for i := 0; i+1 < len(word); i++ {
		if !vowelAt(word, i) {
			continue
		}
		if vowelAt(word, i+1) && parted(word, i) {
			n++
		}
	}
	if endsIn(word, "sm", "sms", "thm", "thms") && len(word) > 3 {
		n++
	}
	return n
}

// parted says whether the vowels at i and i+1 are said as two.
func parted(word []byte, i int) bool {
	rest := word[i:]
	before := byte(0)
	if i > 0 {
		before = word[i-1]
	}
	switch pair := string(word[i : i+2]); pair {
	case "ia", "io", "iu":
		return !softened(word, i)
	case "ie":
		return (endsIn(word, "ier", "iers", "iest") && len(word) > 5 || hasAny(rest, "iet", "ience", "ient")) && !softened(word, i)
	case "ua", "uo", "ue", "ui":
		return hasAny(rest, "uous", "uity") || before != 'q' && before != 'g' && hasAny(rest, "ual", "uat", "uar", "uent", "uence", "uan", "uel", "uid", "uin")
	case "eo":
		return before != 'p' && (before != 'g' || i == 1)
	case "ei":
		return hasAny(rest, "eing")
	case "oi", "oe", "yi", "oo":
		return hasAny(rest, "oing", "oet", "yi") || i == 1 && hasAny(word, "coop", "coord")
	case "ya", "yo", "ye":
		return true
	case "ea":
		return i > 1 && endsIn(word[:i], "cr") && hasAny(rest, "eat")
	}
	return false
}

// softened says whether the i at a place only softens the consonant before it:
// social, nation, region, ancient.
func softened(word []byte, i int) bool {
	if i == 0 {
		return false
	}
	switch word[i-1] {
	case 't', 'c', 's', 'g', 'x', 'h':
		return hasAny(word[i:], "ial", "ian", "ion", "iou", "ient", "ience") && i > 1
	case 'l', 'n': // million, opinion, brilliant, junior
		return hasAny(word[i:], "ion", "iant", "ior", "iar")
	case 'r':
		return hasAny(word[i:], "iage")
	}
	return false
}

// hasAny says whether a text begins with one of some parts.
func hasAny(text []byte, parts ...string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return bytes.HasPrefix(text, []byte(p)) })
}
