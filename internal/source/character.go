package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// maxStrays is how many characters that no page can show are told one by one.
const maxStrays = 5

// clear finds the bytes that are not text that a page can show. It returns the
// first that says that the file is none at all; others become Strays, and spaces
// in the text, so that the rest can be read.
func (f *File) clear() *Fault {
	spaced, more, fifth := false, 0, ""
	for at := 0; ; {
		fault := badCharacter(f.Text, at)
		if fault == nil || fault.Rule != RuleCharacter {
			return fault
		}
		if !spaced {
			f.Text, spaced = bytes.Clone(f.Text), true
		}
		at = fault.Span.End
		copy(f.Bytes(fault.Span), "   ")
		if len(f.Strays) < maxStrays {
			f.Strays, fifth = append(f.Strays, *fault), fault.Message
			continue
		}
		more++
		last := &f.Strays[maxStrays-1]
		last.Message = fmt.Sprintf("%s, and there are %d more below", fifth, more)
		last.Blank = append(last.Blank, fault.Blank...)
	}
}

// badCharacter finds the first byte from a place on that is not text that a page
// can show.
func badCharacter(text []byte, from int) *Fault {
	for i := from; i < len(text); {
		c := text[i]
		if c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			return controlFault(c, Span{i, i + 1})
		}
		r, size := utf8.DecodeRune(text[i:])
		at := Span{i, i + size}
		switch {
		case r == utf8.RuneError && size == 1:
			return &Fault{Rule: RuleEncoding, Span: at, Message: "this file is not saved as UTF-8: the character here cannot be read",
				Hint: "open it in your editor, choose Save as, pick the encoding UTF-8, and type this character again"}
		case r >= 0x80 && r < 0xa0 || r == 0xfffe || r == 0xffff:
			return characterFault(uint32(r), at, fromElsewhere)
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return &Fault{Rule: RuleCharacter, Span: at, Message: "there is an invisible character here (" + hex(uint32(r)) + ") that turns text round",
				Hint: "delete it and type the words again"}
		}
		i += size
	}
	return nil
}

const fromElsewhere = "delete it; it often comes along when text is copied from another program"

func controlFault(c byte, at Span) *Fault {
	switch c {
	case '\r':
		return &Fault{Rule: RuleLineEnd, Span: at, Message: "the lines of this file end in a way that very old programs used (CR alone)",
			Hint: "open it in your editor and save it with the line ends LF (Unix) or CRLF (Windows)"}
	case 0:
		return &Fault{Rule: RuleEncoding, Span: at, Message: "this is not a text file: it holds a byte that text never has (NUL)",
			Hint: "if it is a picture or a document, give it its own ending (.png, .pdf)"}
	case '\v':
		fault := characterFault(uint32(c), at, "in Word a line was broken here by hand (Shift and Enter): put a space in its place, or begin a new line")
		fault.Blank = []Span{at}
		return fault
	case '\f':
		fault := characterFault(uint32(c), at, "in Word a new page begins here: put a space in its place, or begin a new line")
		fault.Blank = []Span{at}
		return fault
	}
	return characterFault(uint32(c), at, fromElsewhere)
}

func characterFault(r uint32, at Span, hint string) *Fault {
	return &Fault{Rule: RuleCharacter, Span: at, Message: "there is an invisible control character here (" + hex(r) + ")", Hint: hint}
}

func hex(n uint32) string {
	const digits = "0123456789ABCDEF"
	out := []byte("U+0000")
	for i := 5; i >= 2; i-- {
		out[i] = digits[n&15]
		n >>= 4
	}
	return string(out)
}
