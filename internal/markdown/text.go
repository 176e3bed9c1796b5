package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// appendEscaped appends text that needs no unescaping, as HTML text that is
// also safe in an attribute between double quotes.
func appendEscaped(dst, text []byte) []byte {
	from := 0
	for i, c := range text {
		if s := escapes[c]; s != "" {
			dst = append(append(dst, text[from:i]...), s...)
			from = i + 1
		}
	}
	return append(dst, text[from:]...)
}

// escapes are the bytes that HTML has a use for, and NUL, which it forbids.
var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&quot;", 0: "\uFFFD"}

// Unescape reads the entity at the start of text in a piece, or its first byte:
// the character, and how many bytes it takes. Text in pieces has no entities
// but those of escapes.
func Unescape(text []byte) (char byte, length int) {
	for _, c := range []byte(`&<>"`) {
		if bytes.HasPrefix(text, []byte(escapes[c])) {
			return c, len(escapes[c])
		}
	}
	return text[0], 1
}

// appendPlain appends text with Markdown's escapes and entities undone.
func appendPlain(dst, text []byte) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]) {
			dst = append(dst, text[i+1])
			i += 2
			continue
		}
		if c == '&' {
			if s, n := entity(text[i:]); n > 0 {
				dst = append(dst, s...)
				i += n
				continue
			}
		}
		dst = append(dst, c)
		i++
	}
	return dst
}

// plainString is text with Markdown's escapes and entities undone.
func plainString(text []byte) string {
	if bytes.IndexByte(text, '\\') < 0 && bytes.IndexByte(text, '&') < 0 {
		return string(text)
	}
	return string(appendPlain(nil, text))
}

// entity reads the entity that text begins with: what it stands for and how
// long it is, or 0 if it is none.
func entity(text []byte) (value []byte, length int) {
	end := bytes.IndexByte(text[:min(len(text), 40)], ';')
	if end < 2 {
		return nil, 0
	}
	name := text[1:end]
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(string(name)); ok {
			return e.Characters, end + 1
		}
		return nil, 0
	}
	r, ok := numericEntity(name[1:])
	if !ok {
		return nil, 0
	}
	return utf8.AppendRune(nil, r), end + 1
}

// numericEntity reads the digits after &#. What is no character for text, such
// as a control code or one that turns text round, becomes the replacement character.
func numericEntity(digits []byte) (rune, bool) {
	base, most := 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	if len(digits) == 0 || len(digits) > most || digits[0] == '+' || digits[0] == '-' {
		return 0, false
	}
	n, err := strconv.ParseInt(string(digits), base, 32)
	if err != nil {
		return 0, false
	}
	r := rune(n)
	turnsText := r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 // which a file may not hold either
	if turnsText || !utf8.ValidRune(r) || r < ' ' && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r&0xfffe == 0xfffe || r >= 0xfdd0 && r < 0xfdf0 {
		r = utf8.RuneError
	}
	return r, true
}
