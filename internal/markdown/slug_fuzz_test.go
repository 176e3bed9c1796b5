package markdown

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzSlugs holds, for the headings of a page, a line each, that every one has an
// id of its own, which is never empty, has nothing that an address or an attribute
// would need to hide, holds no capital that the ids of layouts begin with, is the
// same each time, and the same however letters are composed.
func FuzzSlugs(f *testing.F) {
	for _, text := range []string{"Step 1\nStep 1\nStep 1-1\nStep-1", "\n\n!", "Überdosis & Ärzte", "e\u0301\n\u00e9", "location\n__proto__", "CG-menu", "\xff\nİ\nǅ", "a-1\na\na", "日本 語\tx", "ẞ ſ K"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var ids, again Slugs
		seen := map[string]bool{}
		for heading := range strings.SplitSeq(text, "\n") {
			id := ids.Next(heading)
			if id == "" || seen[id] || again.Next(heading) != id {
				t.Errorf("%q: the id %q of %q is not its own", text, id, heading)
			}
			seen[id] = true
			if !utf8.ValidString(id) || strings.ContainsAny(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\"'<>&#%/?") || strings.ContainsFunc(id, unicode.IsControl) {
				t.Errorf("%q is not fit to be an id", id)
			}
			if len(id) > 3*len(heading)+20 {
				t.Errorf("%q, of %d bytes, has an id of %d", heading, len(heading), len(id))
			}
			if utf8.ValidString(heading) && Slug(norm.NFD.String(heading)) != Slug(norm.NFC.String(heading)) {
				t.Errorf("%q has another id when it is composed", heading)
			}
		}
	})
}
