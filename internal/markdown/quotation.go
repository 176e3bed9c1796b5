package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers are the quote marks that end what others begin.
var closers = map[rune]string{'"': `"`, '\'': `'`, '“': "”", '„': "“”", '«': "»", '‘': "’"}

const openers = "\"'“„«‘"

// quotations adds the parts of a text that stand between quote marks. A mark that
// is never closed begins none: it may be an inch, or an apostrophe.
func quotations(marks []Mark, text []byte) []Mark {
	var open []rune // marks that nothing closes any more
	for i := 0; i < len(text); {
		n := bytes.IndexAny(text[i:], openers)
		if n < 0 {
			break
		}
		start := i + n
		mark, size := utf8.DecodeRune(text[start:])
		i = start + size
		if !opens(text, start, mark) || slices.Contains(open, mark) {
			continue
		}
		if end := closes(text, i, mark); end > 0 {
			marks = append(marks, Mark{Quotation, start, end})
			i = end
		} else {
			open = append(open, mark)
		}
	}
	return marks
}

// opens says whether a quotation can begin with the mark at a place. A straight
// single one may as well be an apostrophe, so it must stand before a letter, and
// behind nothing but a space or a bracket.
func opens(text []byte, at int, mark rune) bool {
	r, size := utf8.DecodeLastRune(text[:at])
	if mark != '\'' {
		return size == 0 || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	next, _ := utf8.DecodeRune(text[at+1:])
	return unicode.IsLetter(next) && (size == 0 || unicode.IsSpace(r) || strings.ContainsRune("([{—–-/\"“", r))
}

// closes returns the offset behind the mark that closes a quotation, or 0. Behind
// an s it may be an apostrophe, so the next one counts instead, unless another
// quotation begins before it: 'the patients' list'.
func closes(text []byte, from int, mark rune) (end int) {
	for at := from; ; {
		n := bytes.IndexAny(text[at:], closers[mark])
		if n < 0 {
			return end
		}
		n += at
		_, size := utf8.DecodeRune(text[n:])
		another := mark == '\'' && opens(text, n, mark) || mark == '‘' && bytes.ContainsRune(text[at:n], mark)
		at = n + size
		switch {
		case end > 0 && another:
			return end
		case !isClosing(text, n, at, mark):
		case isSingle(mark) && text[n-1] == 's' && bytes.HasPrefix(text[at:], []byte(" ")):
			end = at
		default:
			return at
		}
	}
}

// isClosing says whether a mark can close a quotation. An apostrophe within a word
// does not, and a straight single mark behind a space does not either.
func isClosing(text []byte, start, end int, mark rune) bool {
	before, _ := utf8.DecodeLastRune(text[:start])
	next, _ := utf8.DecodeRune(text[end:])
	return (end == len(text) || !unicode.IsLetter(next)) && (mark != '\'' || !unicode.IsSpace(before) && !unicode.IsDigit(next))
}

func isSingle(mark rune) bool { return mark == '\'' || mark == '‘' }

// quoteAcross marks quotations that begin in one paragraph and end in a later one,
// or that nobody closed: what is said in several paragraphs often has a mark at the
// start of each, and one at the end of the last.
func quoteAcross(passages []Passage) {
	for i := range passages {
		p := &passages[i]
		if p.Quoted {
			continue
		}
		start, mark := leftOpen(p)
		if mark == 0 {
			continue
		}
		p.quote(start, len(p.Text))
		for n, end := range endsLater(passages[i+1:], mark) {
			passages[i+1+n].quote(0, end)
		}
	}
}

// leftOpen finds a double quote mark that nothing in a passage closes: a straight
// one at its start, or a curly one anywhere.
func leftOpen(p *Passage) (start int, mark rune) {
	if start = bytes.LastIndex(p.Text, []byte("“")); start >= 0 {
		mark = '“'
	} else if bytes.HasPrefix(p.Text, []byte(`"`)) {
		start, mark = 0, '"'
	}
	if slices.ContainsFunc(p.Marks, func(m Mark) bool { return m.Kind == Quotation && m.Start <= start && start < m.End }) {
		return 0, 0
	}
	return start, mark
}

// endsLater returns how much is quoted of each of the paragraphs that follow one
// with an open quote mark: nothing, unless one of them closes it.
func endsLater(follow []Passage, mark rune) (ends []int) {
	for i := range follow {
		p := &follow[i]
		if p.Kind != InParagraph || p.Quoted {
			return nil
		}
		end := closes(p.Text, 0, mark)
		if open := bytes.IndexAny(p.Text, "\"“„«"); open >= 0 && (end == 0 || open+1 < end) && opens(p.Text, open, '"') {
			return nil
		}
		if end > 0 {
			return append(ends, end)
		}
		ends = append(ends, len(p.Text))
	}
	return nil
}

// quote marks a part of a passage as a quotation.
func (p *Passage) quote(start, end int) {
	p.Marks = append(p.Marks, Mark{Quotation, start, end})
	slices.SortStableFunc(p.Marks, func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
}
