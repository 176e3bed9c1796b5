package check

import (
	"strings"
	"testing"

	"commonground/internal/source"
)

func TestTakenOut(t *testing.T) {
	const c = "<!-- ignore raw-html: why -->"
	for text, want := range map[string]string{
		"a\n\n" + c + "\nb":              "a\n\nb",
		"a\n\n" + c + "\n\n\nb\n":        "a\n\nb\n",
		"a\n\n  " + c + " \n\n  b\n":     "a\n\n  b\n",
		"---\n" + c + "\n\nb\n":          "---\n\nb\n",
		"a\n" + c + "\nb\n":              "a\n\nb\n",
		"a\n" + c + "\n\nb\n":            "a\n\nb\n",
		"a\n\n" + c + "\n":               "a\n\n",
		"a\n\n" + c:                      "a\n\n",
		"a\n" + c:                        "a\n",
		"- a\n\n" + c + "\nb":            "- a\n\nb",
		"- a\n\n" + c + "\n\n- b":        "",
		"a " + c + " b":                  "",
		c + " b":                         "",
		"a\n\n" + c + "<!-- d -->\nb":    "",
		"a\n\n" + c + " <!-- d -->\n\nb": "",
	} {
		f := &source.File{Name: "x.md", Text: []byte(text)}
		at := strings.Index(text, c)
		for _, width := range []int{len(c), len(strings.TrimRight(text[at:at+len(c)]+"\n", " "))} {
			finding := takenOut(ruleIgnoreUnused.At(f, source.Span{Start: at, End: min(at+width, len(text))}, "unused"))
			got := ""
			for _, e := range finding.Edits {
				got = text[:e.Span.Start] + e.Text + text[e.Span.End:]
			}
			if got != want {
				t.Errorf("%q becomes %q, want %q", text, got, want)
			}
		}
	}
}
