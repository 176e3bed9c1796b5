package load

import (
	"strings"
	"testing"

	"commonground/internal/source"
)

func TestPromptText(t *testing.T) {
	for _, test := range []struct{ body, at string }{
		{"TODO: write this.", "TODO"},
		{"It is TBC.", "TBC"},
		{"Ask on extension XXX.", "XXX"},
		{"Lorem ipsum dolor.", "Lorem ipsum"},
		{"Ask [insert name here].", "[insert name here]"},
		{"Ask [Your team]\nor us.", "[Your team]"},
		{"Your text here.", "Your text here"},
		{"[replace with a picture]", "[replace with a picture]"},
		{"FIXME and TODO", "FIXME|TODO"},
		{"TODO TODO TODO TODO TODO TODO TODO", "TODO|TODO|TODO|TODO|TODO"},
		{"A to-do list, and things to do.", ""},
		{"Todos los días.", ""},
		{"Click [your record](#a).", ""},
		{"See [your record][a].\n\n[a]: https://example.org/", ""},
		{"Insert the card. [Inserted] and [yours].", ""},
		{"The number XXXL and MXXX.", ""},
	} {
		if got := strings.Join(promptsIn(t, "---\ntitle: x\n---\n"+test.body+"\n", false), "|"); got != test.at {
			t.Errorf("%q: found %q, want %q", test.body, got, test.at)
		}
	}
	if got := promptsIn(t, "---\noutcome: TBC\n---\n", false); len(got) != 1 || got[0] != "TBC" {
		t.Errorf("in front matter: found %q", got)
	}
}

// What is not told one by one is counted.
func TestManyPrompts(t *testing.T) {
	for n, want := range map[int]string{5: `"TODO" is still to be written`, 6: `"TODO" is still to be written, and so is one more place below`, 9: `"TODO" is still to be written, and so are 4 more places below`} {
		f, _ := source.Parse("content/about.md", []byte("[your record](a.md) "+strings.Repeat("TODO ", n)))
		found := promptText(f, false)
		if len(found) != 5 || found[4].Message != want || found[3].Message != `"TODO" is still to be written` {
			t.Errorf("%d places: %+v", n, found)
		}
	}
}

// promptsIn returns what promptText finds in a page.
func promptsIn(t *testing.T, text string, isDraft bool) (found []string) {
	t.Helper()
	f, fault := source.Parse("content/about.md", []byte(text))
	if fault != nil {
		t.Fatal(fault.Message)
	}
	for _, p := range promptText(f, isDraft) {
		found = append(found, string(f.Bytes(p.Span)))
		if strings.Contains(p.Hint, "draft") == isDraft {
			t.Errorf("a page that is a draft (%v) is told %q", isDraft, p.Hint)
		}
	}
	return found
}

func TestPromptInDraft(t *testing.T) {
	if got := promptsIn(t, "---\ndraft: true\n---\nTODO\n", true); len(got) != 1 {
		t.Errorf("found %q", got)
	}
}
