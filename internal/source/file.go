// Package source holds one content file as it was read: its text, where its
// front matter lies, and how to turn a place in it into a line and a column.
//
// Bytes go in, a File comes out. A File is never changed afterwards, but that a build
// lets go of its text once nobody will be shown a line of it; every
// later stage speaks of places in it as Spans, which become lines and columns
// only when they are printed.
package source

import (
	"bytes"
	"unicode/utf8"
)

// MaxFile is the largest content file that is read, in bytes. Reading stops
// there: a longer file is refused, and was never held in memory.
const MaxFile = 256 << 10

// MaxFront is the largest front matter that is handed to the YAML decoder, in bytes.
const MaxFront = 64 << 10

// File is one content file. Text is what every Span refers to: the bytes of the
// file without a byte order mark, with LF line ends and with spaces for its Strays, so lines and columns in
// Text are those of the file in an editor.
type File struct {
	Name  string // path from the package's folder, with slashes: content/lessons/book.md
	Text  []byte
	Front Span // the YAML between the fences; zero when the file has none
	Body  int  // offset in Text of the first byte after the front matter
	BOM   bool // the file began with a byte order mark
	CRLF  bool // lines ended in CR LF

	// Strays are characters that no page can show, five at most. Each is an error,
	// and for each, also those beyond the fifth, Text has spaces.
	Strays []Fault
}

// HasFront says whether the file opened with a front matter block.
func (f *File) HasFront() bool { return f.Body > 0 }

// Span is a range of bytes in File.Text: Start is the first byte, End the one
// after the last. The zero Span means the file as a whole.
type Span struct{ Start, End int }

// Position is a place as people count: both numbers start at 1, and columns
// count characters, not bytes.
type Position struct{ Line, Column int }

// Position returns the line and column of the byte at offset. An offset beyond
// the text is taken as its end.
func (f *File) Position(offset int) Position {
	before := f.Text[:min(max(offset, 0), len(f.Text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return Position{
		Line:   bytes.Count(before, []byte{'\n'}) + 1,
		Column: utf8.RuneCount(before[start:]) + 1,
	}
}

// LineAt returns the span of the line that holds offset, without its line end.
func (f *File) LineAt(offset int) Span {
	offset = min(max(offset, 0), len(f.Text))
	return Span{bytes.LastIndexByte(f.Text[:offset], '\n') + 1, f.LineEnd(offset)}
}

// LineEnd returns where the line that holds offset ends, before its line end.
func (f *File) LineEnd(offset int) int {
	if n := bytes.IndexByte(f.Text[offset:], '\n'); n >= 0 {
		return offset + n
	}
	return len(f.Text)
}

// LineStart returns the offset of the first byte of the line with that number,
// counted from 1, or the end of the text when there are fewer lines.
func (f *File) LineStart(line int) int {
	at := 0
	for ; line > 1; line-- {
		n := bytes.IndexByte(f.Text[at:], '\n')
		if n < 0 {
			return len(f.Text)
		}
		at += n + 1
	}
	return at
}

// Bytes returns the text of a span.
func (f *File) Bytes(s Span) []byte { return f.Text[s.Start:s.End] }
