package fix

import (
	"bytes"
	"strings"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// FuzzApply holds that an edit of the text is the same edit of the bytes: no byte
// around it changes, neither mark nor line end, nor do the bytes that were given; that
// it comes to the same twice; and that a file that somebody changed is left alone.
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
		given, edits := bytes.Clone(raw), []diag.Edit{{Span: source.Span{Start: start, End: end}, Text: text}}
		now, err := apply(raw, file, edits)
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := apply(raw, file, edits); !bytes.Equal(now, again) || !bytes.Equal(raw, given) {
			t.Fatalf("%q becomes %q, and then %q", given, now, again)
		}
		if changed, err := apply(append(given, 'x'), file, edits); err == nil || changed != nil {
			t.Fatalf("%q was changed in the meantime, and becomes %q", given, changed)
		}
		want := string(file.Text[:start]) + text + string(file.Text[end:])
		if read, own := source.Parse("x.md", []byte(want)); own != nil || len(read.Strays) > 0 || want != string(bytes.TrimPrefix([]byte(want), []byte("\xef\xbb\xbf"))) {
			return // the text that is put in is none
		}
		if got, _ := source.Parse("x.md", now); string(got.Text) != want {
			t.Fatalf("%q becomes %q, whose text is %q and not %q", raw, now, got.Text, want)
		}
		from, to := inBytes(raw, start), inBytes(raw, end)
		if !bytes.HasPrefix(now, raw[:from]) || !bytes.HasSuffix(now, raw[to:]) || len(now) < from+len(raw)-to {
			t.Fatalf("%q becomes %q: what stands around the edit has changed", raw, now)
		}
		put := string(now[from : len(now)-(len(raw)-to)])
		if file.CRLF && put != strings.ReplaceAll(text, "\n", "\r\n") || !file.CRLF && put != text {
			t.Fatalf("%q becomes %q: %q is put in, and not %q with the line ends of the file", raw, now, put, text)
		}
	})
}

// inBytes is where an offset in the text of a file lies in its bytes: line by line,
// since of what is not in the text only the mark stands elsewhere than at the end of
// a line.
func inBytes(raw []byte, offset int) int {
	unmarked := bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	at := len(raw) - len(unmarked)
	for line := range bytes.Lines(unmarked) {
		inText := len(line)
		if bytes.HasSuffix(line, []byte("\r\n")) {
			inText--
		}
		if offset < inText {
			break
		}
		offset -= inText
		at += len(line)
	}
	return at + offset
}
