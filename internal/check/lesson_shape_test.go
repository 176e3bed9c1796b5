package check

import "testing"

// The hint names what is missing and nothing else.
func TestShapeHints(t *testing.T) {
	const try = "add ::: try-it {minutes=3} with something to do, or ::: steps"
	const share = "add ::: talk with a question for two, or ::: peer-tip with what a colleague does"
	want := map[string]string{"wrong/read-only.md": try + "; " + share, "wrong/nothing-to-try.md": try, "wrong/nothing-to-share.md": share}
	for _, e := range readExamples(t, ruleShape.Code) {
		hint, asked := want[e.name]
		if !asked {
			continue
		}
		delete(want, e.name)
		found := advice(e.load(t), Check{Rule: ruleShape, Run: lessonShape})
		if len(found) != 1 || found[0].Hint != hint {
			t.Errorf("%s: got %v, want the hint %q", e.name, found, hint)
		}
	}
	if len(want) > 0 {
		t.Errorf("no example of %v", want)
	}
}
