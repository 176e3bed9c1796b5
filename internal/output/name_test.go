package output

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var nameTests = []struct {
	path string
	want string // in the reason; "" for a good name
}{
	{"index.html", ""},
	{"lessons/book-online.html", ""},
	{"a/b/c/d/e.txt", ""},
	{"lessons/\u00fcberdosis.html", ""},
	{"\u0628\u0648\u0643.html", ""},
	{"a b.pdf", ""},
	{"100%.pdf", ""},
	{"console.html", ""},
	{"com.html", ""},
	{"com10.html", ""},
	{"lptx.html", ""},
	{"a.con", ""},
	{strings.Repeat("a", 80), ""},
	{strings.Repeat("\u00e9", 80), ""},
	{strings.Repeat(strings.Repeat("a", 59)+"/", 3)[:179], ""},
	{"", "plain path"},
	{".", "plain path"},
	{"/a", "plain path"},
	{"a/", "plain path"},
	{"a//b", "plain path"},
	{"../a", "plain path"},
	{"a/../b", "plain path"},
	{"./a", "plain path"},
	{"a\xff", "UTF-8"},
	{"a\\b", `character \`},
	{"C:/a", "character :"},
	{"a:b.html", "character :"},
	{"a<b", "character <"},
	{"a>b", "character >"},
	{`a"b`, `character "`},
	{"a|b", "character |"},
	{"a?b", "character ?"},
	{"a*b", "character *"},
	{"a\x00b", "control"},
	{"a\nb", "control"},
	{"a\u0085b", "control"},
	{"a\x7fb", "control"},
	{"a.", "ends in a dot"},
	{"a./b", "ends in a dot"},
	{" con .html", "starts or ends with a space"},
	{"a /b", "starts or ends with a space"},
	{"a ", "starts or ends with a space"},
	{".git/config", "starts with a dot"},
	{"a/.htaccess", "starts with a dot"},
	{manifestName, "starts with a dot"},
	{"con", "device"},
	{"CON.html", "device"},
	{"con .html", "device"},
	{"aux/a.html", "device"},
	{"nul.tar.gz", "device"},
	{"prn", "device"},
	{"COM1", "device"},
	{"com\u00b9.html", "device"},
	{"LPT9.txt", "device"},
	{"lpt\u00b3", "device"},
	{"conin$", "device"},
	{"CONOUT$.x", "device"},
	{strings.Repeat("a", 81), "longer than 80"},
	{strings.Repeat("\U0001F600", 61), "longer than 80"},
	{strings.Repeat(strings.Repeat("a", 59)+"/", 4)[:181], "longer than 180"},
}

func TestCheckName(t *testing.T) {
	for _, test := range nameTests {
		reason, ok := CheckName(test.path)
		if ok != (test.want == "") || ok != (reason == "") || !strings.Contains(reason, test.want) {
			t.Errorf("CheckName(%q) = %q, %v; want %q", test.path, reason, ok, test.want)
		}
	}
}

func TestKey(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"a/b.html", "A/B.HTML", true},
		{"\u00c9t\u00e9", "e\u0301te\u0301", true},
		{"\u00c5", "\u212b", true}, // the sign for one angstrom
		{"K", "\u212a", true},      // and for one kelvin
		{"\u03a3", "\u03c2", true}, // sigma, final sigma
		{"stra\u00dfe", "STRASSE", true},
		{"a", "b", false},
		{"e", "\u00e9", false},
		{"a-b", "a b", false},
	} {
		if got := Key(test.a) == Key(test.b); got != test.same {
			t.Errorf("%q and %q: same is %v", test.a, test.b, got)
		}
	}
}

func TestKeyOfEveryLetter(t *testing.T) {
	for r := rune(0); r < 0x1FFFF; r++ { // no letters beyond
		if !utf8.ValidRune(r) {
			continue
		}
		key := Key(string(r))
		for _, other := range []rune{unicode.SimpleFold(r), unicode.ToLower(r), unicode.ToUpper(r)} {
			if Key(string(other)) != key && r != 0x130 && r != 0x131 {
				t.Errorf("%q and %q have two keys", r, other)
			}
		}
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			if Key(form.String(string(r))) != key {
				t.Errorf("%q has another key as %q", r, form.String(string(r)))
			}
		}
		if Key(key) != key {
			t.Errorf("the key %q of %q is not its own key but %q", key, r, Key(key))
		}
	}
}

func TestTypeOf(t *testing.T) {
	for name, want := range map[string]string{
		"a.html": "text/html; charset=utf-8", "a.css": "text/css; charset=utf-8",
		"a.js": "text/javascript; charset=utf-8", "a.json": "application/json",
		"a.svg": "image/svg+xml", "a.png": "image/png", "a.jpg": "image/jpeg",
		"a.jpeg": "image/jpeg", "a.webp": "image/webp", "a.pdf": "application/pdf",
		"a.mp3": "audio/mpeg", "a.mp4": "video/mp4", "a.vtt": "text/vtt; charset=utf-8",
		"a.xml": "application/xml", "a.txt": "text/plain; charset=utf-8",
		"a.ico": "image/vnd.microsoft.icon", "x/A.PNG": "image/png",
		"a": "", "a.exe": "", "a.htm": "", "html": "", "a.html/b": "",
	} {
		if got, ok := TypeOf(name); got != want || ok != (want != "") {
			t.Errorf("TypeOf(%q) = %q, %v; want %q", name, got, ok, want)
		}
	}
}
