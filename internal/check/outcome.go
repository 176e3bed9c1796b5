package check

import (
	"slices"
	"strings"

	"commonground/internal/diag"
)

var ruleOutcome = diag.Rule{Code: "outcome-verb", Severity: diag.Warning, Title: "The outcome of a lesson should begin with a verb.", English: true}

// notVerbs are words with which outcomes that do not begin with a verb begin.
var notVerbs = []string{"a", "an", "the", "to", "you", "your", "we", "how", "what", "why", "when", "this", "that", "staff",
	"people", "patients", "learners", "by", "after", "in", "on", "for", "some", "better", "more", "knowledge", "understanding", "confidence"}

func outcomeVerb(in Input, report func(diag.Finding)) {
	for _, l := range in.Package.Lessons {
		first, _, _ := strings.Cut(strings.ToLower(l.Outcome), " ")
		if first = strings.Trim(first, ".,:;"); !slices.Contains(notVerbs, first) {
			continue
		}
		v, _ := l.Front.Get("outcome")
		report(ruleOutcome.At(l.File, v.Span, "the outcome begins with %q, which is no verb", first).
			WithHint("begin with what a person does afterwards: Explain …, Show …"))
	}
}
