package search

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// Numbers are written in 91 characters that a string of a script holds as they
// are: # to ~ without the backslash. The first 64 end a number; the others say
// that more follows, so small numbers, of which there are most, take one.
const (
	firstSymbol = '#'
	ending      = 64
	going       = 91 - ending
)

func symbol(n int) byte {
	c := byte(firstSymbol + n)
	if c >= '\\' {
		c++
	}
	return c
}

// appendNumber writes a number, which is not negative.
func appendNumber(dst []byte, n int) []byte {
	for ; n >= ending; n = (n - ending) / going {
		dst = append(dst, symbol(ending+(n-ending)%going))
	}
	return append(dst, symbol(n))
}

// list is the places in which a key is found: for each, how far it is from the
// one before it, and at what level.
type list struct {
	codes []byte
	next  int // the least that the next place can be
}

func (l *list) add(place int, at level) {
	l.codes = appendNumber(l.codes, (place-l.next)*int(levels)+int(at))
	l.next = place + 1
}

// mark ends a key, and its list. No key and no number has it.
const mark = '!'

// appendKeys writes keys with their lists. Of a key that begins as the one before
// it does, only the rest is written, after how many UTF-16 units they share.
func appendKeys(dst []byte, sorted []string, lists map[string]*list) []byte {
	before := ""
	for _, key := range sorted {
		shared, units := prefix(before, key)
		dst = append(append(dst, symbol(units)), key[shared:]...)
		dst = append(append(append(dst, mark), lists[key].codes...), mark)
		before = key
	}
	return dst
}

// prefix returns how much two keys have in common, in bytes and in UTF-16 units.
// A key is short enough for a single symbol.
func prefix(a, b string) (bytes, units int) {
	for bytes < len(a) && bytes < len(b) {
		r, n := utf8.DecodeRuneInString(b[bytes:])
		if other, _ := utf8.DecodeRuneInString(a[bytes:]); other != r {
			break
		}
		bytes, units = bytes+n, units+utf16.RuneLen(r)
	}
	return bytes, units
}

func sortedKeys(lists map[string]*list, keep func(key string) bool) []string {
	var all []string
	for key := range lists {
		if keep(key) {
			all = append(all, key)
		}
	}
	slices.Sort(all)
	return all
}
