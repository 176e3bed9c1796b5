package build

import (
	"strings"
	"testing"

	"commonground/internal/training"
)

// TestShippedLessons holds the shape of each lesson of the package.
func TestShippedLessons(t *testing.T) {
	for _, l := range shipped(t).Lessons {
		for _, fault := range faults(l) {
			t.Errorf("%s: %s", l.File.Name, fault)
		}
	}
}

// faults says what a lesson lacks.
func faults(l *training.Lesson) []string {
	var out []string
	need := func(what string, there bool) {
		if !there {
			out = append(out, "no "+what)
		}
	}
	blocks, hands := map[string]int{}, 0
	for _, b := range l.Doc.Blocks {
		blocks[b.Kind]++
		hands += b.Minutes
	}
	for _, kind := range []string{"example", "try-it", "talk", "peer-tip"} {
		need(kind+" block", blocks[kind] > 0)
	}
	need("2 or 3 quizzes", blocks["quiz"] >= 2 && blocks["quiz"] <= 3)
	for _, q := range l.Doc.Quizzes {
		for _, c := range q.Choices {
			need("reason under a choice", c.Why.End > c.Why.Start)
		}
	}
	need("heading Why it matters", len(l.Doc.Headings) > 0 && l.Doc.Headings[0].Text == "Why it matters")
	need("takeaway", l.Takeaway != "")
	need("needs", len(l.Needs) > 0)
	need("level", l.Level != "")
	need("owner", l.Owner != "")
	need("review dates", !l.Reviewed.IsZero() && !l.ReviewBy.IsZero())
	need("sources", len(l.Sources) > 0)
	for _, s := range l.Sources {
		need("date of a source", !s.Date.IsZero())
	}
	// Two hundred words a minute, and up to half as much again to think and talk.
	read := len(strings.Fields(text(l.File)))/200 + hands
	need("honest minutes", l.Minutes >= read && 2*l.Minutes <= 3*read+1)
	return out
}
