package wording

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inName says whether words begin with a capital that the start of a sentence
// does not explain, or one behind which other capitals follow: then they are part
// of a name. Words in capitals throughout are shouted.
func inName(text []byte, start, end int) bool {
	if bytes.IndexFunc(text[start:end], unicode.IsLower) < 0 {
		return false
	}
	if r, n := utf8.DecodeRune(text[start:]); !unicode.IsUpper(r) {
		return bytes.IndexFunc(text[start+n:end], unicode.IsUpper) >= 0 // the Disabled
	}
	before := bytes.TrimRightFunc(text[:start], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("\"'“‘(", r) })
	if len(before) > 0 && !bytes.ContainsRune([]byte(".!?:;|"), rune(before[len(before)-1])) {
		return true
	}
	return capitalFollows(text[end:])
}

// capitalFollows says whether the next word, but for small ones that names have,
// begins with a capital and goes on in small letters.
func capitalFollows(text []byte) bool {
	for word := range bytes.SplitSeq(bytes.TrimLeft(text, " "), []byte(" ")) {
		switch string(word) {
		case "of", "for", "and", "the":
			continue
		}
		r, n := utf8.DecodeRune(word)
		next, _ := utf8.DecodeRune(word[n:])
		return unicode.IsUpper(r) && unicode.IsLower(next)
	}
	return false
}

// describes says whether a word follows that the one before can describe: a word
// in small letters, right behind it, and none of those that hold sentences together.
func describes(rest []byte) bool {
	word, isNext := bytes.CutPrefix(rest, []byte(" "))
	end := bytes.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if end >= 0 {
		word = word[:end]
	}
	return isNext && len(word) > 0 && !slices.Contains(bindsWords, string(bytes.ToLower(word)))
}

// bindsWords are words that hold sentences together.
var bindsWords = strings.Fields(`about after all already also although always and are as at be because been before being but by can cannot could
	did do does down during each either else even every for from get gets had has have how if in into is it just like may might more most
	must need needs never no nor not now of off often on only or out over rather she should since so some still than that the their them
	then there these they this though through to too under until up very want was we were what when where whether which while who whom
	whose why will with within without would yet you`)
