package check

import (
	"bytes"

	"commonground/internal/diag"
)

// offer lets a finding put other words in the place of a part of a passage, where
// the file says that part just as it is read: with no mark, escape or line end in it.
func (p *Page) offer(f diag.Finding, t *Prose, start, end int, words string) diag.Finding {
	at := t.Place(start, end)
	if !bytes.Equal(p.File.Bytes(at), t.Text[start:end]) {
		return f
	}
	return f.WithEdit(at, words)
}
