package markdown

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzAddress holds that an address that is kept begins with no scheme that we do
// not know, however a browser reads it; that cleaning it again changes nothing; and
// that one that is refused is refused in words.
func FuzzAddress(f *testing.F) {
	for _, dest := range []string{
		"book.md#a", "https://www.nhs.uk/?a=b", " mailto:a@b.c ", "tel:111", "javascript:a", "JaVa\tScRiPt:a", "java\nscript:a", "\x01javascript:a", "javascript\u200b:a", "\u00a0data:,a", "//a", `\\a\b`, `/\a`,
		"http:a", "https:///a", "http:/a", "https://@a", "blob:https://a", "vbscript:a", "a/b:c", "./a:b", "?a:b", "#a:b", "", "\u202ehttps://a", "https://a b", "view-source:a", "ms-word:a", "\ufeffjavascript:a", "&#106;avascript:a",
	} {
		f.Add(dest)
	}
	f.Fuzz(func(t *testing.T, dest string) {
		clean, problem, hint := checkAddress(dest)
		if again, more, _ := checkAddress(dest); again != clean || more != problem {
			t.Fatalf("%q is %q, and then %q", dest, clean, again)
		}
		if (clean == "") == (problem == "") || hint == "" && problem != "" && problem != noAddress {
			t.Fatalf("%q is %q: it %q (%q)", dest, clean, problem, hint)
		}
		if utf8.ValidString(dest) && !utf8.ValidString(clean+problem+hint) {
			t.Errorf("%q: %q, %q, %q are not UTF-8", dest, clean, problem, hint)
		}
		if problem != "" || !utf8.ValidString(dest) { // which no file brings
			return
		}
		if again, _, _ := checkAddress(clean); again != clean {
			t.Errorf("%q is cleaned to %q, and that to %q", dest, clean, again)
		}
		if scheme := browserScheme(clean); scheme != "" && !slices.Contains([]string{"http", "https", "mailto", "tel"}, scheme) {
			t.Errorf("%q leads to %s:", clean, scheme)
		}
		if strings.HasPrefix(clean, "//") || strings.ContainsAny(clean, "\\\t\n\r\x00") {
			t.Errorf("%q is kept", clean)
		}
		if u, err := url.Parse(clean); err == nil && u.Scheme == "" && u.Host != "" {
			t.Errorf("%q leads to another site", clean)
		}
	})
}

// browserScheme is the scheme that a browser finds, by the standard for addresses:
// without the characters that it leaves out, what stands before the first colon if
// it is a letter and then letters, digits, +, - and full stops.
func browserScheme(address string) string {
	address = strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address)
	before, _, found := strings.Cut(address, ":")
	before = strings.ToLower(before)
	if !found || before == "" || before[0] < 'a' || before[0] > 'z' || strings.Trim(before, "abcdefghijklmnopqrstuvwxyz0123456789+-.") != "" {
		return ""
	}
	return before
}
