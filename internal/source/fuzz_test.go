package source

import (
	"bytes"
	"reflect"
	"testing"
	"unicode/utf8"
)

// FuzzParse holds what every later stage relies on, for any bytes at all: it
// never panics, says the same twice, leaves what it is given alone, and either
// takes all of the text or gives a fault with a place in it and a way out.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "---", "---\n---", "---\na: b\n---\ntext\n", "\xef\xbb\xbf---\r\na: é\r\n---\r\n", "\xff\xfe-\x00", "a\rb", "a\x00b",
		"---\na: |\n  ---\n", "\n\n---\n---\n", " ---\n", "—\n", "----\n----\n", "a\u202eb", "\xc3", "---\na\n--\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		given := bytes.Clone(raw)
		file, fault := Parse("x.md", raw)
		again, faultAgain := Parse("x.md", raw)
		if !reflect.DeepEqual(file, again) || !reflect.DeepEqual(fault, faultAgain) {
			t.Fatal("two runs differ")
		}
		if !bytes.Equal(raw, given) {
			t.Fatal("what was given has changed")
		}
		if fault != nil {
			checkFault(t, file, fault)
			return
		}
		checkFile(t, file, given)
	})
}

func checkFault(t *testing.T, f *File, fault *Fault) {
	if fault.Span.Start < 0 || fault.Span.End < fault.Span.Start || fault.Span.End > len(f.Text) {
		t.Fatalf("the span %v is not in the %d bytes of the text", fault.Span, len(f.Text))
	}
	if fault.Rule == "" || fault.Message == "" || fault.Hint == "" {
		t.Fatalf("the fault says too little: %+v", fault)
	}
	p := f.Position(fault.Span.Start)
	if at := f.LineAt(fault.Span.Start); f.LineStart(p.Line) != at.Start {
		t.Fatalf("line %d does not start at %d", p.Line, at.Start)
	}
}

// checkFile holds that no byte of the file is lost but its mark, the CR of its
// line ends and its fences.
func checkFile(t *testing.T, f *File, given []byte) {
	want := bytes.ReplaceAll(bytes.TrimPrefix(given, bom), []byte("\r\n"), []byte("\n"))
	checkStrays(t, f, want)
	if len(f.Strays) == 0 && !bytes.Equal(f.Text, want) {
		t.Fatalf("the text is %q, want %q", f.Text, want)
	}
	if !utf8.Valid(f.Text) || bytes.ContainsAny(f.Text, "\r\x00\x1b\v\u0085\u202e") {
		t.Fatalf("%q is no text that a page can show", f.Text)
	}
	if !f.HasFront() {
		if f.Front != (Span{}) {
			t.Fatalf("there is no front matter, but a span %v of it", f.Front)
		}
		return
	}
	opening, closing := f.Text[:f.Front.Start], f.Text[f.Front.End:f.Body]
	for _, line := range [][]byte{opening, closing} {
		if !isFence(bytes.TrimSuffix(line, []byte("\n"))) {
			t.Fatalf("%q is no fence", line)
		}
	}
	for line := range bytes.Lines(f.Bytes(f.Front)) {
		if isFence(bytes.TrimSuffix(line, []byte("\n"))) {
			t.Fatalf("there is a fence within the front matter %q", f.Bytes(f.Front))
		}
	}
}

// checkStrays holds that nothing but spaces stands where the text is not that of
// the file, that the first places are told, and that a space mends what it is said
// to mend.
func checkStrays(t *testing.T, f *File, want []byte) {
	if len(f.Text) != len(want) || len(f.Strays) > maxStrays {
		t.Fatalf("%d strays, and %d bytes of text, want %d", len(f.Strays), len(f.Text), len(want))
	}
	told := 0
	for i := range want {
		if f.Text[i] == want[i] {
			continue
		}
		if f.Text[i] != ' ' || len(f.Strays) == 0 || i < f.Strays[0].Span.Start {
			t.Fatalf("at %d stands %q, and in the file %q", i, f.Text[i], want[i])
		}
		if told < len(f.Strays) && f.Strays[told].Span.Start == i {
			told++
		}
	}
	if told != len(f.Strays) {
		t.Fatalf("%d of %d strays are none: %+v", len(f.Strays)-told, len(f.Strays), f.Strays)
	}
	for _, fault := range f.Strays {
		checkFault(t, f, &fault)
		for _, at := range fault.Blank {
			if c := want[at.Start]; at.End != at.Start+1 || c != '\v' && c != '\f' {
				t.Fatalf("a space is put in the place of %q", want[at.Start:at.End])
			}
		}
	}
}
