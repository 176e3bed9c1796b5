package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// closers are the quote marks that end what others begin.
var closers = map[rune]string{'"': `"`, '“': "”", '„': "“”", '«': "»", '‘': "’"}

// quotations adds the parts of a text that stand between quote marks. A mark that
// is never closed begins none: it may be an inch, or an apostrophe.
func quotations(marks []Mark, text []byte) []Mark {
	for i := 0; i < len(text); {
		open := bytes.IndexAny(text[i:], "\"“„«‘")
		if open < 0 {
			break
		}
		open += i
		mark, size := utf8.DecodeRune(text[open:])
		i = open + size
		if end := closes(text, i, mark); opens(text[:open]) && end > 0 {
			marks = append(marks, Mark{Quotation, open, end})
			i = end
		}
	}
	return marks
}

// opens says whether a quotation can begin behind a text.
func opens(before []byte) bool {
	r, size := utf8.DecodeLastRune(before)
	return size == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// closes returns the offset behind the mark that closes a quotation, or 0. An
// apostrophe within a word closes nothing.
func closes(text []byte, from int, mark rune) int {
	for {
		n := bytes.IndexAny(text[from:], closers[mark])
		if n < 0 {
			return 0
		}
		_, size := utf8.DecodeRune(text[from+n:])
		from += n + size
		next, _ := utf8.DecodeRune(text[from:])
		if from == len(text) || !unicode.IsLetter(next) {
			return from
		}
	}
}
