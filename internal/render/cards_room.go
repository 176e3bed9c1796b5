package render

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// How much of a card there is for its small print, in characters of common width.
const (
	mostCardTheme  = 45
	mostCardSource = 60
)

// onCard returns a text for a place on a card that fits so many characters of
// common width, or half as many again in small type. A longer one is not cut, for
// half a sentence about health can say the opposite: the card says where the
// whole is.
func onCard(text string, fits int, whole string) string {
	if breadth(text) > fits*3/2 {
		return tooLong(whole)
	}
	return text
}

// cardType is the type in which all the texts of one side are set, so that none
// speaks louder than its neighbour: a class, or "" for the common size.
func cardType(fits int, texts ...string) string {
	most := 0
	for _, text := range texts {
		most = max(most, breadth(text))
	}
	switch {
	case most <= fits*5/6:
		return "large"
	case most <= fits*21/20: // an ordinary sentence has some capitals
		return ""
	}
	return "tight"
}

// breadth returns how much room a text takes in a line, in characters of common
// width. A capital is half as broad again, a Chinese or Japanese character twice
// as broad.
func breadth(text string) int {
	halves := 0
	for _, r := range text {
		switch kind := width.LookupRune(r).Kind(); {
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			halves += 4
		case unicode.IsUpper(r):
			halves += 3
		case !unicode.Is(unicode.Mn, r): // an accent of its own stands above another letter
			halves += 2
		}
	}
	return (halves + 1) / 2
}

// shortened returns the words of a text that fit into so many characters of
// common width, with an ellipsis when some had to go.
func shortened(text string, fits int) string {
	if breadth(text) <= fits {
		return text
	}
	kept := cut(text, fits-1)
	if space := strings.LastIndex(kept, " "); space > 0 {
		kept = kept[:space]
	}
	return strings.TrimRight(kept, " ,;:–-") + "…"
}

// cut returns the beginning of a text that fits.
func cut(text string, fits int) string {
	last := 0
	for end := range text {
		if breadth(text[:end]) > fits {
			return text[:last]
		}
		last = end
	}
	return text[:last]
}
