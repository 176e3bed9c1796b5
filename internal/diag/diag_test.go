package diag

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"commonground/internal/source"
)

var (
	ruleA = Rule{Code: "a", Severity: Error}
	ruleB = Rule{Code: "b", Severity: Warning}
)

// finding makes one at the first place of a text in a file of one text.
func finding(text, at string) Finding {
	f := &source.File{Name: "content/x.md", Text: []byte(text)}
	start := strings.Index(text, at)
	return ruleA.At(f, source.Span{Start: start, End: start + len(at)}, "wrong")
}

func printed(t *testing.T, format Format, colour bool, findings ...Finding) string {
	t.Helper()
	var b strings.Builder
	if err := Print(&b, findings, format, colour); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestSort holds the order of findings: path, place, the worst first, rule,
// message. Whatever order they come in, the same comes out, each once.
func TestSort(t *testing.T) {
	f := &source.File{Name: "b.md", Text: []byte("one two")}
	want := []Finding{
		ruleA.In("a.md", "whole"),
		ruleA.At(f, source.Span{Start: 0, End: 3}, "first"),
		ruleB.At(f, source.Span{Start: 0, End: 2}, "warning after error"),
		ruleA.At(f, source.Span{Start: 4, End: 5}, "a shorter one first"),
		ruleA.At(f, source.Span{Start: 4, End: 7}, "message 1"),
		ruleA.At(f, source.Span{Start: 4, End: 7}, "message 2"),
		{Rule: "b", Severity: Error, Path: "b.md", File: f, Span: source.Span{Start: 4, End: 5}, Message: "rule b"},
		ruleB.In("c.md", "last"),
	}
	for shift := range want {
		given := slices.Concat(want[shift:], want[:shift], want[:2])
		slices.Reverse(given)
		if got := Sort(given); !reflect.DeepEqual(got, want) {
			t.Errorf("shifted by %d: got\n%s", shift, printed(t, Text, false, got...))
		}
	}
}

// Each finding keeps edits of its own, however many are made from one.
func TestWithEdit(t *testing.T) {
	first := finding("one two", "one").WithEdit(source.Span{Start: 0, End: 3}, "1")
	a, b := first.WithEdit(source.Span{Start: 4, End: 5}, "a"), first.WithEdit(source.Span{Start: 4, End: 5}, "b")
	if len(first.Edits) != 1 || a.Edits[1].Text != "a" || b.Edits[1].Text != "b" {
		t.Errorf("%v, %v, %v", first.Edits, a.Edits, b.Edits)
	}
}

func TestCount(t *testing.T) {
	errors, warnings, notes := Count([]Finding{{Severity: Error}, {Severity: Warning}, {Severity: Warning}, {Severity: Note}})
	if errors != 1 || warnings != 2 || notes != 1 {
		t.Errorf("got %d, %d, %d", errors, warnings, notes)
	}
}

func TestPrintText(t *testing.T) {
	long := strings.Repeat("x", 60)
	cases := []struct {
		name    string
		finding Finding
		want    string
	}{
		{"a word", finding("one\ntwo three\n", "two"), "2:1\n  | two three\n  | ^^^\n"},
		{"with a hint", finding("one", "one").WithHint("try %q", "two"), "1:1\n  | one\n  | ^^^\n  hint: try \"two\"\n"},
		{"after characters of many bytes", finding("日本é👍 two", "two"), "1:6\n  | 日本é👍 two\n  |      ^^^\n"},
		{"characters of many bytes", finding("a 日本 b", "日本"), "1:3\n  | a 日本 b\n  |   ^^\n"},
		{"after tabs", finding("\t\ttwo", "two"), "1:3\n  |   two\n  |   ^^^\n"},
		{"over two lines", finding("one two\nthree", "two\nthree"), "1:5\n  | one two\n  |     ^^^\n"},
		{"a line end", finding("one\ntwo", "\n"), "1:4\n  | one\n  |    ^\n"},
		{"nothing marked", finding("one", ""), "1:1\n"},
		{"a long line, at its start", finding("two "+long+long, "two"), "1:1\n  | two " + long + long[:36] + "…\n  | ^^^\n"},
		{"a long line, at its end", finding(long+long+" two", "two"), "1:122\n  | …" + long[:49] + " two\n  | " + strings.Repeat(" ", 51) + "^^^\n"},
		{"a long place", finding(long+long, long+long), "1:1\n  | " + long + long[:40] + "…\n  | " + strings.Repeat("^", 100) + "\n"},
		{"what a terminal would obey", finding("a\x1b[31m\u202e two", "two"), "1:9\n  | a\ufffd[31m\ufffd two\n  |         ^^^\n"},
		{"a broken byte", finding("a \xff two", "two"), "1:5\n  | a \ufffd two\n  |     ^^^\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Replace(printed(t, Text, false, c.finding), ": error: wrong [a]", "", 1)
			if want := "content/x.md:" + c.want; got != want {
				t.Errorf("got\n%q, want\n%q", got, want)
			}
		})
	}
}

func TestPrintTextWithoutPlace(t *testing.T) {
	if got, want := printed(t, Text, false, ruleB.In("content/a.gif", "100%% wrong")), "content/a.gif: warning: 100% wrong [b]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	odd := ruleA.In("a\x1b[2J\nb.png", "no \x07")
	if got, want := printed(t, Text, false, odd), "a\ufffd[2J\ufffdb.png: error: no \ufffd [a]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPrintColour(t *testing.T) {
	const want = "content/x.md:1:5: \x1b[31merror\x1b[0m: wrong [a]\n  | one two\n  |     \x1b[31m^^^\x1b[0m\n"
	if got := printed(t, Text, true, finding("one two", "two")); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := printed(t, JSON, true, finding("one two", "two")); strings.Contains(got, "\x1b") {
		t.Errorf("there is colour in %q", got)
	}
}

// TestPrintJSON holds the names that other programs read.
func TestPrintJSON(t *testing.T) {
	text := printed(t, JSON, false, finding("é\n日 <b>\nx", "<b>\nx").WithHint("h").WithEdit(source.Span{Start: 3, End: 7}, "<i>"), ruleB.In("a.gif", "wrong"))
	const want = `[
  {
    "path": "content/x.md",
    "line": 2,
    "column": 3,
    "endLine": 3,
    "endColumn": 2,
    "severity": "error",
    "rule": "a",
    "message": "wrong",
    "hint": "h",
    "edits": [
      {
        "line": 2,
        "column": 1,
        "endLine": 2,
        "endColumn": 3,
        "text": "<i>"
      }
    ]
  },
  {
    "path": "a.gif",
    "severity": "warning",
    "rule": "b",
    "message": "wrong"
  }
]
`
	if text != want {
		t.Errorf("got\n%s", text)
	}
	for _, odd := range []string{"a\x1b\u2028\xff<&>\"\\", ""} {
		var back []map[string]any
		if err := json.Unmarshal([]byte(printed(t, JSON, false, ruleA.In("a", "%s", odd))), &back); err != nil || len(back) != 1 {
			t.Errorf("%q: %v, %v", odd, back, err)
		}
	}
	if got := printed(t, JSON, false); got != "[]\n" {
		t.Errorf("nothing is printed as %q", got)
	}
}

func TestPrintGitHub(t *testing.T) {
	note := Rule{Code: "n", Severity: Note}.In("a,b:c%.md", "50%%\r\nmore: ::error::x").WithHint("one, two")
	got := printed(t, GitHub, false, finding("one two", "two"), note)
	const want = "::error file=content/x.md,line=1,col=5,title=a::wrong\n" +
		"::notice file=a%2Cb%3Ac%25.md,title=n::50%25%0D%0Amore: ::error::x%0Ahint: one, two\n"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"language", "peer-support", "barriers", "gp"}
	for name, want := range map[string]string{
		"langauge": "language", "Language": "language", "langage": "language", "lang": "",
		"peer_support": "peer-support", "peersupport": "peer-support", "support": "",
		"barier": "barriers", "GP": "gp", "gps": "gp", "dr": "", "": "", "x": "", "café": "",
	} {
		if got := Nearest(name, names); got != want {
			t.Errorf("%q is nearest to %q, want %q", name, got, want)
		}
	}
	if got := Nearest("aa", []string{"ab", "ac"}); got != "ab" {
		t.Errorf("of two equally near the first is meant, not %q", got)
	}
	if got := Nearest("a", nil); got != "" {
		t.Errorf("of none %q is near", got)
	}
}

func TestSeverity(t *testing.T) {
	for _, s := range []Severity{Off, Note, Warning, Error} {
		if got, ok := ParseSeverity(s.String()); !ok || got != s {
			t.Errorf("%s is read as %s, %v", s, got, ok)
		}
	}
	if _, ok := ParseSeverity("fatal"); ok {
		t.Error("fatal is no severity")
	}
}
