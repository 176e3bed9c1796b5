package check

import (
	"strings"
	"testing"
)

// The hint has the heading as it could be written.
func TestHeadingCaseHint(t *testing.T) {
	for heading, want := range map[string]string{
		"Why It Matters":                        "Why it matters",
		"How To Use Your Phone":                 "How to use your phone",
		"How We Use It With Patients Know Best": "How we use it with Patients Know Best",
		"What You Can Do In Leeds":              "What you can do in Leeds",
	} {
		e := &example{name: "hint", files: map[string]string{}}
		e.add(t, "content/lessons/example.md", "## "+heading+"\n\nA phone.\n")
		in := e.load(t).prepared()
		var got []string
		for _, f := range readPages(t.Context(), in, 2, []Check{{Rule: ruleHeadingCase, Read: headingCase}}) {
			got = append(got, f.Hint)
		}
		if hint := "write capitals only at the start and in names: " + want; strings.Join(got, "|") != hint {
			t.Errorf("%s: got %q, want %q", heading, got, hint)
		}
	}
}
