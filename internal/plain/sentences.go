package plain

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"commonground/internal/words"
)

// Sentence is a sentence of a text: its bytes, without the space around it, its
// words as indexes of the text (First up to, but without, End), and how many
// words a reader would count: nhs.uk, 6:30pm and follow-up are one each.
type Sentence struct {
	Start, Stop int
	First, End  int
	Words       int
}

// Sentences adds the sentences of a text to a list and returns it. Every word is
// in exactly one sentence; what holds no word is none.
//
// A sentence ends at a full stop, a question mark, an exclamation mark or an
// ellipsis with space behind it, or at an empty line. It does not end at a stop
// that belongs to its word (Dr, e.g., J. Smith, 3.5, nhs.uk), nor where the text
// goes on in small letters ("Why?" she asked).
func Sentences(list []Sentence, t *words.Text) []Sentence {
	s := Sentence{}
	for i := range t.Len() {
		if !joined(t, i) || i == s.First {
			s.Words++
		}
		end, ok := endAfter(t, i, s.First)
		if !ok && i+1 < t.Len() {
			continue
		}
		_, at := t.Span(i)
		gap := t.Gap(i + 1)
		if !ok {
			end = len(bytes.TrimRightFunc(gap, unicode.IsSpace))
		}
		s.Start, s.Stop, s.End = s.Start+leading(t.Text()[s.Start:]), at+end, i+1
		list = append(list, s)
		s = Sentence{Start: s.Stop, First: s.End}
	}
	return list
}

// leading is how many bytes of space a text begins with.
func leading(text []byte) int {
	return len(text) - len(bytes.TrimLeftFunc(text, unicode.IsSpace))
}

// joined says whether a word is part of the one before it for somebody who
// counts: only signs stand between them, and none that parts words.
func joined(t *words.Text, i int) bool {
	gap := t.Gap(i)
	if i == 0 || len(gap) == 0 || len(gap) > 3 {
		return false
	}
	return bytes.IndexFunc(gap, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Dash, r) && !isHyphen(r) }) < 0 &&
		!bytes.ContainsAny(gap, "/…()[]\"“”;")
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// endAfter says whether a sentence that began with word first ends after word i,
// and how many bytes behind that word belong to it.
func endAfter(t *words.Text, i, first int) (end int, ok bool) {
	gap := t.Gap(i + 1)
	mark, end := ending(gap, i+1 == t.Len())
	switch {
	case i+1 == t.Len():
		return end, mark != 0
	case emptyLine(gap):
		if mark == 0 {
			end = len(bytes.TrimRightFunc(gap[:bytes.IndexByte(gap, '\n')], unicode.IsSpace))
		}
		return end, true
	case mark == 0 || goesOn(t, i):
		return 0, false
	}
	return end, mark != '.' || !ownsStop(t, i, first)
}

// ending looks for the mark that ends a sentence in what follows a word, and
// returns where what belongs to the sentence ends: behind the mark and the
// brackets and quotes that close there. Space must follow, unless the text ends.
func ending(gap []byte, last bool) (mark byte, end int) {
	for at := 0; at < len(gap); {
		r, n := utf8.DecodeRune(gap[at:])
		switch {
		case r == '.' || r == '!' || r == '?':
			mark = max(mark, byte(r)) // "?.." is a question
		case r == '…':
			mark = max(mark, '!')
		case unicode.IsSpace(r):
			if mark != 0 {
				return mark, at
			}
			return 0, 0
		case mark != 0 && !bytes.ContainsRune([]byte("\"'”’»)]}*_"), r):
			return 0, 0
		}
		at += n
	}
	if !last {
		return 0, 0
	}
	return mark, len(gap)
}

// emptyLine says whether two line ends with nothing but space between them stand
// in a gap.
func emptyLine(gap []byte) bool {
	first := bytes.IndexByte(gap, '\n')
	if first < 0 {
		return false
	}
	rest := gap[first+1:]
	second := bytes.IndexByte(rest, '\n')
	return second >= 0 && len(bytes.TrimSpace(rest[:second])) == 0
}

// goesOn says whether the word after word i begins with a small letter and has
// no capital, as none does that begins a sentence; names such as eBay do. An
// address does as well: "Go to it. nhs.uk is free."
func goesOn(t *words.Text, i int) bool {
	next := t.Word(i + 1)
	r, _ := utf8.DecodeRune(next)
	return unicode.IsLower(r) && bytes.IndexFunc(next, unicode.IsUpper) < 0 && !isAddress(t, i+1)
}

// isAddress says whether a word is the first of an address such as nhs.uk.
func isAddress(t *words.Text, i int) bool {
	return i+1 < t.Len() && string(t.Gap(i+1)) == "." && len(t.Word(i)) > 1
}

// ownsStop says whether the full stop behind word i belongs to the word and does
// not end the sentence that began with word first.
func ownsStop(t *words.Text, i, first int) bool {
	word, next := t.Word(i), t.Word(i+1)
	switch {
	case isNumber(word):
		return i == first && !isNumber(next) // "1. Open the app."
	case isNumber(next) && beforeNumber[string(t.Fold(i))]:
		return true
	case titles[string(t.Fold(i))]:
		return true
	case len(word) == 1 && i > 0 && string(t.Gap(i)) == "." && len(t.Word(i-1)) == 1: // e.g., U.K.
		return isCapital(word) || dotted[string(t.Fold(i-1))+string(t.Fold(i))]
	case len(word) == 1 && isCapital(word) && word[0] != 'I':
		return isInitial(t, i, first)
	}
	return false
}

// titles are short forms behind which a sentence goes on, whatever follows.
var titles = set("dr mr mrs ms prof rev st vs eg ie cf viz approx dept messrs")

// dotted are those with a stop behind each letter.
var dotted = set("eg ie")

// beforeNumber are short forms when a number follows.
var beforeNumber = set("no nos fig figs p pp vol sec ch para paras ext tel art")

// isInitial says whether a capital with a stop is the first letter of a name:
// "J. Smith", "by J. Smith" and "Peter J. Smith", but not "vitamin C. Then".
func isInitial(t *words.Text, i, first int) bool {
	if i == first {
		return true
	}
	before := t.Word(i - 1)
	return len(before) == 1 && isCapital(before) || beforeName[string(t.Fold(i-1))] || i-1 > first && isCapital(before[:1])
}

var beforeName = set("by and with from to dr mr mrs ms prof")

func isCapital(word []byte) bool {
	r, n := utf8.DecodeRune(word)
	return n == len(word) && unicode.IsUpper(r)
}

func isNumber(word []byte) bool {
	return bytes.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// set makes a set of words in one text.
func set(list string) map[string]bool {
	words := map[string]bool{}
	for _, w := range bytes.Fields([]byte(list)) {
		words[string(w)] = true
	}
	return words
}
