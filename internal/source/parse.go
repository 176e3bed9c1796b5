package source

import (
	"bytes"
	"unicode"
)

// Fault is a reason why the bytes of a file cannot be taken as a content file.
// It names the rule that docs/rules.md explains, the place, what is wrong and
// what to do about it.
type Fault struct {
	Rule    string
	Span    Span
	Message string
	Hint    string
	Blank   []Span // where a space is the one safe way to mend it
}

// The rules whose faults Parse reports.
const (
	RuleEncoding  = "file-encoding"     // not UTF-8 text
	RuleCharacter = "file-character"    // a character that cannot be shown
	RuleLineEnd   = "file-line-end"     // CR alone as a line end
	RuleSize      = "limit-file"        // longer than MaxFile
	RuleFence     = "front-matter-open" // the front matter does not end, or begins oddly
	RuleFrontSize = "limit-front-matter"
)

// Parse takes the bytes of a file apart: encoding, line ends, front matter and
// body. It returns at most one fault, the first of those that let nothing be read;
// the File is then good only for showing where the fault lies. What else is wrong
// are the File's Strays.
func Parse(name string, raw []byte) (*File, *Fault) {
	f := &File{Name: name, Text: raw}
	if fault := f.decode(); fault != nil {
		return f, fault
	}
	return f, f.split()
}

// ParseData takes the bytes of a file that is keys and values and nothing else:
// all of it counts as front matter, and there is no body.
func ParseData(name string, raw []byte) (*File, *Fault) {
	f := &File{Name: name, Text: raw}
	fault := f.decode()
	f.Front, f.Body = Span{0, len(f.Text)}, len(f.Text)
	return f, fault
}

var bom = []byte("\xef\xbb\xbf")

// decode brings the bytes to UTF-8 with LF line ends and refuses what is not text.
func (f *File) decode() *Fault {
	if len(f.Text) > MaxFile {
		f.Text = nil
		return &Fault{Rule: RuleSize, Message: "this file is larger than 256 KB, the most that is read",
			Hint: "split it into several shorter files"}
	}
	if fault := utf16(f.Text); fault != nil {
		f.Text = nil
		return fault
	}
	if fault := otherFormat(f.Text); fault != nil {
		f.Text = nil
		return fault
	}
	if rest, ok := bytes.CutPrefix(f.Text, bom); ok {
		f.BOM, f.Text = true, rest
	}
	if bytes.Contains(f.Text, []byte("\r\n")) {
		f.CRLF, f.Text = true, bytes.ReplaceAll(f.Text, []byte("\r\n"), []byte("\n"))
	}
	return f.clear()
}

// utf16 recognises UTF-16 by its mark, or by NUL bytes in every other place as
// ASCII text in UTF-16 has them.
func utf16(b []byte) *Fault {
	marked := bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff"))
	plain := len(b) >= 4 && (b[0] == 0 && b[1] != 0 && b[2] == 0 || b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0)
	if !marked && !plain {
		return nil
	}
	return &Fault{Rule: RuleEncoding, Message: "this file is saved as UTF-16, so it cannot be read",
		Hint: "open it in your editor, choose Save as, and pick the encoding UTF-8"}
}

// formats are the first bytes of files that are no text, and what they are called.
var formats = []struct{ begin, name string }{
	{"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"}, {"GIF8", "a GIF picture"}, {"%PDF-", "a PDF"},
	{"PK\x03\x04", "a Word document or a zip file"}, {"\xd0\xcf\x11\xe0", "a document of an old Office program"},
	{"{\\rtf", "an RTF document"}, {"\x1f\x8b", "a compressed file"}, {"SQLite format 3\x00", "a database"},
}

// otherFormat recognises files that somebody has given the name of a page. That
// they hold odd bytes is then not worth saying.
func otherFormat(b []byte) *Fault {
	for _, format := range formats {
		if bytes.HasPrefix(b, []byte(format.begin)) {
			return &Fault{Rule: RuleEncoding, Message: "this is " + format.name + ", not a text file",
				Hint: "give it back the ending it had; to use a document as a page, save it as plain text"}
		}
	}
	return nil
}

var (
	fence = []byte("---")
	dots  = []byte("...") // with which YAML itself, and other programs, let it end
)

// split finds the front matter: the lines between an opening fence on line 1
// and the next fence, both at column 0. A fence inside a YAML text block is
// indented and therefore text.
func (f *File) split() *Fault {
	first := f.LineAt(0)
	if !isFence(f.Bytes(first)) {
		return f.oddOpening(first)
	}
	start := min(first.End+1, len(f.Text))
	for at := start; at < len(f.Text); {
		line := f.LineAt(at)
		if isFence(f.Bytes(line)) {
			f.Front, f.Body = Span{start, at}, min(line.End+1, len(f.Text))
			return f.frontTooLong()
		}
		at = line.End + 1
	}
	if line, ok := f.almostFence(start); ok {
		return &Fault{Rule: RuleFence, Span: line, Message: "the front matter must close with three plain hyphens",
			Hint: "type --- at the start of the line; your editor may have turned it into a dash"}
	}
	return &Fault{Rule: RuleFence, Span: first, Message: "the front matter opens here and is never closed",
		Hint: "add a line with only --- after the last key"}
}

func (f *File) frontTooLong() *Fault {
	if f.Front.End-f.Front.Start <= MaxFront {
		return nil
	}
	return &Fault{Rule: RuleFrontSize, Span: f.LineAt(0), Message: "the front matter is longer than 64 KB",
		Hint: "keep the keys short and put the text below the second --- line"}
}

func isFence(line []byte) bool { return bytes.Equal(bytes.TrimRight(line, " \t"), fence) }

// looksLikeFence says whether a line was probably meant as a fence: nothing but
// hyphens, dashes or what else makes a line across the page, perhaps among
// spaces that cannot be seen.
func looksLikeFence(line []byte) bool {
	seen := bytes.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, line)
	return len(seen) > 1 && len(bytes.Trim(seen, "-‐‑–—−")) == 0 || len(seen) > 2 && (len(bytes.Trim(seen, "*")) == 0 || len(bytes.Trim(seen, "_")) == 0)
}

// almostFence finds the first line that was probably meant to close the front
// matter.
func (f *File) almostFence(start int) (Span, bool) {
	for at := start; at < len(f.Text); {
		line := f.LineAt(at)
		if text := f.Bytes(line); looksLikeFence(text) || bytes.Equal(bytes.TrimRight(text, " \t"), dots) {
			return line, true
		}
		at = line.End + 1
	}
	return Span{}, false
}

// oddOpening recognises front matter that begins in a way we do not read: with
// other fences, typographic dashes, or not on the first line.
func (f *File) oddOpening(first Span) *Fault {
	text := bytes.TrimRight(f.Bytes(first), " \t")
	switch string(text) {
	case "+++", ";;;", "{", "---yaml", "---toml", "---json":
		return &Fault{Rule: RuleFence, Span: first, Message: "this kind of front matter (" + string(text) + ") is not read",
			Hint: "put the keys as YAML between two lines with only ---"}
	}
	if looksLikeFence(text) && !isFence(bytes.TrimLeft(text, " \t")) {
		return &Fault{Rule: RuleFence, Span: first, Message: "the front matter must open with three plain hyphens",
			Hint: "type --- again; your editor may have turned it into a dash, or put an invisible character beside it"}
	}
	at := first.End + 1
	if len(text) == 0 && at < len(f.Text) {
		for at < len(f.Text) && f.LineAt(at).Start == f.LineAt(at).End {
			at++
		}
		if isFence(f.Bytes(f.LineAt(at))) {
			return &Fault{Rule: RuleFence, Span: f.LineAt(at), Message: "the front matter must begin on the first line",
				Hint: "delete the empty lines above it"}
		}
	}
	if isFence(bytes.TrimLeft(text, " \t")) && len(text) > 3 {
		return &Fault{Rule: RuleFence, Span: first, Message: "the front matter must begin at the start of the line",
			Hint: "delete the spaces before ---"}
	}
	return nil
}
