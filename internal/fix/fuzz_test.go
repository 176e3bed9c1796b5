package fix

import (
	"bytes"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// FuzzApply holds that an edit of the text is the same edit of the bytes: no byte
// around it changes, neither mark nor line end.
func FuzzApply(f *testing.F) {
	f.Add([]byte("\xef\xbb\xbfone\r\ntwo\nthree\r\n"), 3, 5, "x\ny")
	f.Add([]byte("日本\r\n\r\n"), 0, 6, "")
	f.Add([]byte("---\r\na: b\r\n---\r\n"), 16, 16, "\n")
	f.Fuzz(func(t *testing.T, raw []byte, start, width int, text string) {
		file, fault := source.Parse("x.md", raw)
		if fault != nil || bytes.ContainsRune([]byte(text), '\r') {
			return
		}
		start = min(max(start, 0), len(file.Text))
		end := min(start+min(max(width, 0), len(file.Text)), len(file.Text))
		now, err := apply(raw, file, []diag.Edit{{Span: source.Span{Start: start, End: end}, Text: text}})
		if err != nil {
			t.Fatal(err)
		}
		want := string(file.Text[:start]) + text + string(file.Text[end:])
		if _, own := source.Parse("x.md", []byte(want)); own != nil || want != string(bytes.TrimPrefix([]byte(want), []byte("\xef\xbb\xbf"))) {
			return // the text that is put in is none
		}
		if got, _ := source.Parse("x.md", now); string(got.Text) != want {
			t.Fatalf("%q becomes %q, whose text is %q and not %q", raw, now, got.Text, want)
		}
		same := len(raw) - len(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
		before, after := start, len(file.Text)-end
		if !bytes.Equal(now[:same+before], raw[:same+before]) && !file.CRLF || !file.CRLF && !bytes.Equal(now[len(now)-after:], raw[len(raw)-after:]) {
			t.Fatalf("%q becomes %q: what stands around the edit has changed", raw, now)
		}
	})
}
