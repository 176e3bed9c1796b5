// Package words splits text into words and folds them, so that everything that
// looks for words (the glossary, search, measures of plain language) means the
// same thing by one.
//
// A text goes in; places of words and their folded forms come out. A word is a
// run of letters, digits and the marks on them, in any script that parts words
// by spaces; an apostrophe between letters belongs to it (don't, GP's). Folded,
// words are equal that differ only in capitals, in accents, or in the kind of
// their apostrophe.
package words

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Text is a text as words. The zero Text has none. It can be used again for
// another text, and not by two goroutines at once.
type Text struct {
	text  []byte
	words []word
	folds []byte
	caser cases.Caser
	fold  bool              // caser is made
	known map[string][]byte // what foldUnicode said of a word: a language has few words, said often
}

// word is a place in the text, and the end of its folded form in folds.
type word struct{ start, end, fold int }

// Read splits a text. The Text refers to it until the next Read; what an
// earlier Read gave is then no longer valid.
func (t *Text) Read(text []byte) {
	t.text, t.words, t.folds = text, t.words[:0], t.folds[:0]
	for at := 0; at < len(text); {
		if text[at] < utf8.RuneSelf && folded[text[at]] == 0 {
			at++
			continue
		}
		end := t.readPlain(at)
		if end == at {
			start := at
			if start, end = next(text, at); start == end {
				return
			}
			t.appendFold(text[start:end])
			at = start
		}
		t.words = append(t.words, word{at, end, len(t.folds)})
		at = end
	}
}

// readPlain folds the word at a place if it is ASCII alone, as most are, and
// returns its end. For any other it does nothing.
func (t *Text) readPlain(at int) (end int) {
	for end = at; end < len(t.text) && folded[t.text[end]] != 0; end++ {
		t.folds = append(t.folds, folded[t.text[end]])
	}
	if end < len(t.text) && (t.text[end] >= utf8.RuneSelf || t.text[end] == '\'') {
		t.folds = t.folds[:len(t.folds)-(end-at)] // it may go on
		return at
	}
	return end
}

// Len returns how many words there are.
func (t *Text) Len() int { return len(t.words) }

// Span returns where word i stands, in bytes.
func (t *Text) Span(i int) (start, end int) { return t.words[i].start, t.words[i].end }

// Word returns word i as it is written.
func (t *Text) Word(i int) []byte { return t.text[t.words[i].start:t.words[i].end] }

// Fold returns word i folded.
func (t *Text) Fold(i int) []byte {
	start := 0
	if i > 0 {
		start = t.words[i-1].fold
	}
	return t.folds[start:t.words[i].fold]
}

// Gap returns what stands before word i and after the word before it. For i
// equal to Len it is what stands after the last word.
func (t *Text) Gap(i int) []byte {
	start, end := 0, len(t.text)
	if i > 0 {
		start = t.words[i-1].end
	}
	if i < len(t.words) {
		end = t.words[i].start
	}
	return t.text[start:end]
}

// Text returns what was read.
func (t *Text) Text() []byte { return t.text }

// folded is what a byte of a word becomes that is ASCII, and 0 for any other byte.
var folded = func() (table [256]byte) {
	for c := '0'; c <= '9'; c++ {
		table[c] = byte(c)
	}
	for c := 'a'; c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = byte(c), byte(c)
	}
	return table
}()

// next finds the first word at or after a place; start equals end when there is
// none.
func next(text []byte, at int) (start, end int) {
	for at < len(text) && folded[text[at]] == 0 && !isWord(text, at) {
		at += size(text, at)
	}
	start = at
	for at < len(text) {
		if folded[text[at]] != 0 {
			at++
			continue
		}
		n := size(text, at)
		switch {
		case isWord(text, at), isInner(text, at):
			at += n
		case at > start && isApostrophe(text, at) && at+n < len(text) && isWord(text, at+n):
			at += n
		default:
			return start, at
		}
	}
	return start, at
}

func size(text []byte, at int) int {
	if text[at] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRune(text[at:])
	return n
}

// isWord says whether the character at a place can be a word by itself.
func isWord(text []byte, at int) bool {
	if text[at] < utf8.RuneSelf {
		return folded[text[at]] != 0
	}
	r, n := utf8.DecodeRune(text[at:])
	return n > 1 && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

const (
	softHyphen = '\u00ad'
	nonJoiner  = '\u200c'
	joiner     = '\u200d'
)

// isInner says whether the character at a place is one that a word has only
// behind its first letter: a mark, or a character that nobody sees.
func isInner(text []byte, at int) bool {
	if text[at] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRune(text[at:])
	return unicode.IsMark(r) || r == softHyphen || r == nonJoiner || r == joiner
}

func isApostrophe(text []byte, at int) bool {
	if text[at] < utf8.RuneSelf {
		return text[at] == '\''
	}
	r, _ := utf8.DecodeRune(text[at:])
	return r == '’'
}

// appendFold adds the folded form of a word.
func (t *Text) appendFold(word []byte) {
	from := len(t.folds)
	for _, c := range word {
		if c >= utf8.RuneSelf {
			t.folds = append(t.folds[:from], t.remember(word)...)
			return
		}
		if f := folded[c]; f != 0 {
			c = f
		}
		t.folds = append(t.folds, c)
	}
}

// A Text remembers so many folded words, up to so many bytes long.
const (
	mostKnown    = 1 << 14
	longestKnown = 64
)

// remember returns what foldUnicode makes of a word.
func (t *Text) remember(word []byte) []byte {
	if fold, ok := t.known[string(word)]; ok {
		return fold
	}
	fold := t.foldUnicode(word)
	if len(word) > longestKnown || len(t.known) == mostKnown {
		return fold
	}
	if t.known == nil {
		t.known = map[string][]byte{}
	}
	t.known[string(word)] = fold
	return fold
}

// foldUnicode takes a word apart, leaves out accents and what nobody sees, folds
// capitals and puts the rest together again.
func (t *Text) foldUnicode(word []byte) []byte {
	if !t.fold {
		t.caser, t.fold = cases.Fold(), true
	}
	var kept []rune
	for _, r := range string(norm.NFD.Bytes(word)) {
		switch {
		case r == softHyphen, r == nonJoiner, r == joiner, isAccent(r):
		case r == '’':
			kept = append(kept, '\'')
		case unicode.Is(unicode.Cherokee, r): // of which the caser turns small into capital letters and back
			kept = append(kept, unicode.ToUpper(r))
		default:
			kept = append(kept, r)
		}
	}
	return norm.NFC.Bytes(t.caser.Bytes([]byte(string(kept))))
}

// isAccent says whether a mark only colours the letter it stands on. Marks that
// belong to one script, such as the vowels of Hindi, make another word, and so
// do the two that make another letter in Japanese.
func isAccent(r rune) bool {
	return unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Inherited, r) && r != 0x3099 && r != 0x309a
}
