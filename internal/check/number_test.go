package check

import "testing"

// The hint is good English beside what stands before the numbers.
func TestRangeHint(t *testing.T) {
	for text, want := range map[string]string{
		"Ask 10-15 people.":                      "write 10 to 15",
		"Between 10-15 people came.":             "write 10 and 15",
		"In 2024-25 it rose, between us and 25.": "write 2024 to 2025",
	} {
		e := &example{files: map[string]string{}}
		e.add(t, "content/lessons/example.md", text+"\n")
		found := advice(e.load(t), Check{Rule: ruleNumberRange, Read: numberRange})
		if len(found) != 1 || found[0].Hint != want {
			t.Errorf("%s: got %v, want the hint %q", text, found, want)
		}
	}
}
