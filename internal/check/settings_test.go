package check

import "testing"

// TestURLHints holds that the hint is what to write, where that can be told.
func TestURLHints(t *testing.T) {
	for url, want := range map[string]string{
		"https://example.org":              "write https://example.org/",
		"https://example.org/a":            "write https://example.org/a/",
		"https://example.org/a/index.html": "write https://example.org/a/",
		"https://me:secret@example.org":    "leave out the name and the password before the @: every page would show them",
		"https://example.org/a/":           "",
	} {
		if got := urlHint(url); got != want {
			t.Errorf("%s: %q, want %q", url, got, want)
		}
	}
}
