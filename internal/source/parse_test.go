package source

import (
	"fmt"
	"strings"
	"testing"
)

// parsed puts what Parse made of a file into one line, for the tables below:
// "front|body", or "line:column rule" of the fault.
func parsed(raw string) string {
	f, fault := Parse("content/x.md", []byte(raw))
	if fault == nil && len(f.Strays) > 0 {
		fault = &f.Strays[0]
	}
	if fault != nil {
		p := f.Position(fault.Span.Start)
		return fmt.Sprintf("%d:%d %s", p.Line, p.Column, fault.Rule)
	}
	if !f.HasFront() {
		return "none|" + string(f.Text[f.Body:])
	}
	return string(f.Bytes(f.Front)) + "|" + string(f.Text[f.Body:])
}

func TestParseBytes(t *testing.T) {
	cases := []struct{ name, raw, want string }{
		{"plain", "---\na: b\n---\ntext\n", "a: b\n|text\n"},
		{"byte order mark", "\xef\xbb\xbf---\na: b\n---\ntext\n", "a: b\n|text\n"},
		{"second byte order mark", "\xef\xbb\xbf\xef\xbb\xbf---\n", "1:1 front-matter-open"},
		{"CRLF", "---\r\na: b\r\n---\r\ntext\r\n", "a: b\n|text\n"},
		{"CRLF and LF", "---\r\na: b\n---\ntext\r\n", "a: b\n|text\n"},
		{"byte order mark and CRLF", "\xef\xbb\xbf---\r\na: b\r\n---\r\n", "a: b\n|"},
		{"CR alone", "---\ra: b\r---\r", "1:4 file-line-end"},
		{"one CR among others", "text\nmore\rtext\n", "2:5 file-line-end"},
		{"CR CR LF", "text\r\r\n", "1:5 file-line-end"},
		{"UTF-16 with its mark", "\xff\xfe-\x00-\x00", "1:1 file-encoding"},
		{"UTF-16 the other way round", "\xfe\xff\x00-\x00-", "1:1 file-encoding"},
		{"UTF-16 without its mark", "-\x00-\x00-\x00\n\x00", "1:1 file-encoding"},
		{"UTF-16 the other way round without its mark", "\x00-\x00-\x00-", "1:1 file-encoding"},
		{"NUL", "text\nmore\x00text", "2:5 file-encoding"},
		{"old Windows encoding", "é: a GP\x92s app", "1:8 file-encoding"},
		{"cut off in a character", "caf\xc3", "1:4 file-encoding"},
		{"overlong form", "a\xc0\xafb", "1:2 file-encoding"},
		{"half of a surrogate pair", "a\xed\xa0\x80b", "1:2 file-encoding"},
		{"escape", "a\x1b[31mb", "1:2 file-character"},
		{"form feed", "a\fb", "1:2 file-character"},
		{"DEL", "a\x7fb", "1:2 file-character"},
		{"C1 control", "é\u0085", "1:2 file-character"},
		{"no character", "a\ufffe", "1:2 file-character"},
		{"text turned round", "take \u202e5", "1:6 file-character"},
		{"text kept apart", "take \u20675", "1:6 file-character"},
		{"marks of right-to-left text", "\u200fעברית\u200e", "none|\u200fעברית\u200e"},
		{"replacement character that was typed", "a\ufffdb", "none|a\ufffdb"},
		{"joined characters", "👩\u200d⚕️ e\u0301", "none|👩\u200d⚕️ e\u0301"},
		{"tab", "a\tb", "none|a\tb"},
		{"text after a line break of Word", "a\vb\xff", "1:4 file-encoding"},
		{"empty", "", "none|"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := parsed(c.raw); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestStrays holds that what no page can show hides nothing else, and is not told
// without end.
func TestStrays(t *testing.T) {
	f, fault := Parse("x.md", []byte("---\na: b\vc\n---\nd\u0085e\u202ef\fg\x1bh\x1bi\vj"))
	if fault != nil || string(f.Bytes(f.Front)) != "a: b c\n" || string(f.Text[f.Body:]) != "d  e   f g h i j" {
		t.Fatalf("%+v: %q", fault, f.Text)
	}
	var told []string
	for _, s := range f.Strays {
		p := f.Position(s.Span.Start)
		told = append(told, fmt.Sprintf("%d:%d %s %d", p.Line, p.Column, s.Message, len(s.Blank)))
	}
	want := []string{
		"2:5 there is an invisible control character here (U+000B) 1",
		"4:2 there is an invisible control character here (U+0085) 0",
		"4:5 there is an invisible character here (U+202E) that turns text round 0",
		"4:9 there is an invisible control character here (U+000C) 1",
		"4:11 there is an invisible control character here (U+001B), and there are 2 more below 1",
	}
	if got := strings.Join(told, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestParseFences(t *testing.T) {
	cases := []struct{ name, raw, want string }{
		{"no front matter", "text\n---\nmore\n", "none|text\n---\nmore\n"},
		{"empty", "---\n---\ntext", "|text"},
		{"nothing behind", "---\na: b\n---", "a: b\n|"},
		{"spaces behind a fence", "---  \na: b\n---\t\ntext", "a: b\n|text"},
		{"indented fence is text", "---\na: |\n  ---\n---\ntext", "a: |\n  ---\n|text"},
		{"only the first two count", "---\na: b\n---\ntext\n---\nmore\n---\n", "a: b\n|text\n---\nmore\n---\n"},
		{"never closed", "---\na: b\n", "1:1 front-matter-open"},
		{"nothing but a fence", "---", "1:1 front-matter-open"},
		{"closed by four hyphens", "---\na: b\n----\ntext", "3:1 front-matter-open"},
		{"closed by a dash", "---\na: b\n——\ntext", "3:1 front-matter-open"},
		{"closed by an indented fence", "---\na: b\n ---\ntext", "3:1 front-matter-open"},
		{"closed by dots", "---\na: b\n...\ntext", "3:1 front-matter-open"},
		{"opened by four hyphens", "----\na: b\n----\n", "1:1 front-matter-open"},
		{"opened by a dash", "—\na: b\n—\n", "1:1 front-matter-open"},
		{"opened by a hyphen and a dash", "-—\na: b\n", "1:1 front-matter-open"},
		{"opened by stars", "***\na: b\n---\n", "1:1 front-matter-open"},
		{"opened by underlines", "___\na: b\n---\n", "1:1 front-matter-open"},
		{"hard space behind the opening", "---\u00a0\na: b\n---\n", "1:1 front-matter-open"},
		{"hard space behind the end", "---\na: b\n---\u00a0\n", "3:1 front-matter-open"},
		{"words in bold", "**a**\n", "none|**a**\n"},
		{"opened by minus signs", "−−−\na: b\n", "1:1 front-matter-open"},
		{"TOML", "+++\na = 1\n+++\n", "1:1 front-matter-open"},
		{"JSON", "{\n\"a\": 1\n}\n", "1:1 front-matter-open"},
		{"with a name", "---yaml\na: b\n---\n", "1:1 front-matter-open"},
		{"below a blank line", "\n\n---\na: b\n---\n", "3:1 front-matter-open"},
		{"indented", " ---\na: b\n---\n", "1:1 front-matter-open"},
		{"text that begins with hyphens", "--- a thought\n", "none|--- a thought\n"},
		{"text that begins with a dash", "— a thought\n", "none|— a thought\n"},
		{"blank lines, then text", "\n\ntext\n", "none|\n\ntext\n"},
		{"rule below a blank line and text", "\ntext\n---\n", "none|\ntext\n---\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := parsed(c.raw); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestParseLimits holds each limit at its last size within and its first beyond.
func TestParseLimits(t *testing.T) {
	const fences = len("---\n" + "---\n")
	cases := []struct {
		name string
		raw  string
		want string
	}{
		{"largest file", strings.Repeat("a", MaxFile), ""},
		{"too large a file", strings.Repeat("a", MaxFile+1), RuleSize},
		{"longest front matter", "---\n" + strings.Repeat("#\n", MaxFront/2) + "---\n", ""},
		{"too long a front matter", "---\n#" + strings.Repeat("#\n", MaxFront/2) + "---\n", RuleFrontSize},
		{"largest file with front matter", "---\n---\n" + strings.Repeat("a", MaxFile-fences), ""},
	}
	for _, c := range cases {
		got := ""
		if _, fault := Parse("x.md", []byte(c.raw)); fault != nil {
			got = fault.Rule
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestParseNotes(t *testing.T) {
	f, _ := Parse("x.md", []byte("\xef\xbb\xbfa\r\n"))
	if !f.BOM || !f.CRLF {
		t.Errorf("BOM, CRLF = %v, %v", f.BOM, f.CRLF)
	}
	f, _ = Parse("x.md", []byte("a\n"))
	if f.BOM || f.CRLF || f.HasFront() {
		t.Errorf("BOM, CRLF, HasFront = %v, %v, %v", f.BOM, f.CRLF, f.HasFront())
	}
}

// TestPosition holds that columns count characters, whatever their size, and
// that places outside the text are taken as its ends.
func TestPosition(t *testing.T) {
	f, _ := Parse("x.md", []byte("\xef\xbb\xbfé a\r\n\r\n日本👍x\n"))
	for find, want := range map[string]Position{"é": {1, 1}, "a": {1, 3}, "日": {3, 1}, "👍": {3, 3}, "x": {3, 4}} {
		if got := f.Position(strings.Index(string(f.Text), find)); got != want {
			t.Errorf("%s is at %v, want %v", find, got, want)
		}
	}
	for offset, want := range map[int]Position{-1: {1, 1}, 0: {1, 1}, len(f.Text): {4, 1}, len(f.Text) + 9: {4, 1}} {
		if got := f.Position(offset); got != want {
			t.Errorf("offset %d is at %v, want %v", offset, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	f := &File{Text: []byte("one\n\nthree")}
	for _, c := range []struct {
		offset int
		want   string
	}{{-1, "one"}, {0, "one"}, {3, "one"}, {4, ""}, {5, "three"}, {10, "three"}, {99, "three"}} {
		if got := string(f.Bytes(f.LineAt(c.offset))); got != c.want {
			t.Errorf("the line at %d is %q, want %q", c.offset, got, c.want)
		}
	}
	for line, want := range map[int]int{0: 0, 1: 0, 2: 4, 3: 5, 4: 10, 99: 10} {
		if got := f.LineStart(line); got != want {
			t.Errorf("line %d starts at %d, want %d", line, got, want)
		}
	}
}
