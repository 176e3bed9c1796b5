package glossary

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/words"
)

// Find returns the uses in a text, in its order.
func (f *Finder) Find(text *words.Text) []Use {
	var uses []Use
	var s search
	for i := 0; i < text.Len(); {
		if !f.mayBegin(text.Fold(i)) {
			i++
			continue
		}
		name, last, possessive := s.longest(f, text, i)
		if last < i {
			i++
			continue
		}
		start, _ := text.Span(i)
		_, end := text.Span(last)
		if possessive {
			end -= len(suffix(text.Word(last)))
		}
		uses = append(uses, Use{name.term, name.name, start, end})
		i = last + 1
	}
	return uses
}

// mayBegin says whether a name can begin with a word, or with what is before its 's.
func (f *Finder) mayBegin(fold []byte) bool {
	if f.begins.has(fold) {
		return true
	}
	bare, ok := bytes.CutSuffix(fold, []byte("'s"))
	return ok && len(bare) > 0 && f.begins.has(bare)
}

// search holds the bytes that a search works with.
type search struct{ step []byte }

// longest finds the longest name that begins at word i, and its last word, which
// is -1 when there is none. possessive says that 's follows.
func (s *search) longest(f *Finder, text *words.Text, i int) (name end, last int, possessive bool) {
	last = -1
	at, gap := &f.root, []byte(nil)
	for j := i; j < text.Len(); j++ {
		if j > i {
			gap = text.Gap(j)
		}
		s.step = appendStep(s.step[:0], gap, text.Fold(j))
		next := at.next[string(s.step)]
		if e, ok := accept(next, text, i, j, false); ok {
			name, last, possessive = e, j, false
		} else if bare, ok := bytes.CutSuffix(s.step, []byte("'s")); ok {
			if e, ok := accept(at.next[string(bare)], text, i, j, true); ok {
				name, last, possessive = e, j, true
			}
		}
		if next == nil {
			break
		}
		at = next
	}
	return name, last, possessive
}

// accept returns the name that ends at a node and is written as it must be, where
// a use can stand.
func accept(n *node, text *words.Text, first, last int, possessive bool) (name end, ok bool) {
	if n == nil || len(n.ends) == 0 || !standsAlone(text, first, last) {
		return end{}, false
	}
	for _, exactly := range []bool{true, false} { // what is written exactly so comes first
		for _, e := range n.ends {
			if (e.exact != nil) == exactly && writtenAs(e.exact, text, first, possessive) {
				return e, true
			}
		}
	}
	return end{}, false
}

func writtenAs(exact []string, text *words.Text, first int, possessive bool) bool {
	for n, want := range exact {
		word := text.Word(first + n)
		if possessive && n == len(exact)-1 {
			word = bytes.TrimSuffix(word, suffix(word))
		}
		if written(word) != want {
			return false
		}
	}
	return true
}

// suffix returns the 's at the end of a word that has one.
func suffix(word []byte) []byte {
	for _, s := range []string{"'s", "’s", "'S", "’S"} {
		if bytes.HasSuffix(word, []byte(s)) {
			return word[len(word)-len(s):]
		}
	}
	return nil
}

// standsAlone says whether words are not part of something larger: a word with
// hyphens, a number with signs, or an address.
func standsAlone(text *words.Text, first, last int) bool {
	before, after := text.Gap(first), text.Gap(last+1)
	if first > 0 && joins(before) || last+1 < text.Len() && joins(after) {
		return false
	}
	start, _ := text.Span(first)
	_, end := text.Span(last)
	return !inAddress(text.Text(), start, end)
}

// joins says whether what stands between two words makes them one: signs
// without space, other than those that part words.
func joins(gap []byte) bool {
	if len(gap) == 0 {
		return true
	}
	for len(gap) > 0 {
		r, n := utf8.DecodeRune(gap)
		if unicode.IsSpace(r) || strings.ContainsRune(parts, r) {
			return false
		}
		gap = gap[n:]
	}
	return true
}

// parts are the signs that part words even without a space.
const parts = "/,;:!?()[]{}<>|\"'“”‘’«»„‚–—…·•\u200b" + string(Barrier)

// inAddress says whether words are part of an address: nhs.uk/app, somebody@nhs.net,
// C:\app.
func inAddress(text []byte, start, end int) bool {
	from := max(0, start-longestAddress)
	if n := bytes.LastIndexFunc(text[from:start], unicode.IsSpace); n >= 0 {
		from += n
	}
	to := min(len(text), end+longestAddress)
	if n := bytes.IndexFunc(text[end:to], unicode.IsSpace); n >= 0 {
		to = end + n
	}
	chunk := text[from:to]
	if bytes.ContainsAny(chunk, "@\\") || bytes.Contains(chunk, []byte("://")) {
		return true
	}
	for i, c := range chunk {
		if c == '.' && (from+i < start || from+i >= end) && isInWord(chunk, i) {
			return true
		}
	}
	return false
}

// isInWord says whether a letter or digit stands on either side of a full stop.
// A closing quote mark, “Open the app.”, is none.
func isInWord(text []byte, stop int) bool {
	before, _ := utf8.DecodeLastRune(text[:stop])
	after, _ := utf8.DecodeRune(text[stop+1:])
	return isAlnum(before) && isAlnum(after)
}

// longestAddress is how far around words an address is looked for, in bytes.
const longestAddress = 200

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
