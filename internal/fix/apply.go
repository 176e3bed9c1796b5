package fix

import (
	"bytes"
	"fmt"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// apply makes edits in the bytes of a file. Spans are those of the file's text,
// which has no byte order mark and LF line ends; the bytes keep theirs, each line
// its own, and a line that is new gets the kind the file has.
func apply(raw []byte, f *source.File, edits []diag.Edit) ([]byte, error) {
	if now, _ := source.Parse(f.Name, raw); !bytes.Equal(now.Text, f.Text) {
		return nil, fmt.Errorf("mend %s: somebody changed it in the meantime; try again", f.Name)
	}
	p := places{raw: raw}
	if f.BOM {
		p.at = len(raw) - len(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
	}
	var out []byte
	copied := 0
	for _, e := range edits {
		start, end := p.of(e.Span.Start), p.of(e.Span.End)
		out = append(out, raw[copied:start]...)
		out = append(out, lineEnds(e.Text, f.CRLF)...)
		copied = end
	}
	return append(out, raw[copied:]...), nil
}

// places turns offsets in the text of a file into offsets in its bytes, in order.
type places struct {
	raw      []byte
	at, text int // the same place in both
}

func (p *places) of(offset int) int {
	for ; p.text < offset; p.text++ {
		if bytes.HasPrefix(p.raw[p.at:], []byte("\r\n")) {
			p.at++
		}
		p.at++
	}
	return p.at
}

func lineEnds(text string, crlf bool) []byte {
	if !crlf {
		return []byte(text)
	}
	return bytes.ReplaceAll([]byte(text), []byte("\n"), []byte("\r\n"))
}
