package check

import (
	"strings"

	"commonground/internal/diag"
)

var ruleSourceDate = diag.Rule{
	Code: "source-date", Severity: diag.Note, Advice: true,
	Title: "A source should have a date.",
	Why:   "A figure of 2015 and one of this year are read as the same unless the page says which it is. A year will do.",
	Scope: "The sources of lessons, myth cards and terms. Not those of a myth card whose evidence is local: what can be tried on the spot has no date.",
}

func sourceDate(in Input, report func(diag.Finding)) {
	for _, i := range in.Package.Items {
		v, _ := i.Front.Get("sources")
		if i.Front.Text("evidence") == "local" {
			continue
		}
		for _, s := range v.Sources {
			if s.Date.IsZero() && s.Title != "" {
				report(ruleSourceDate.At(i.File, s.Span, "this source has no date").
					WithHint(`add date: "2026", or the month or the day if it says so; for a page on the web, the day on which you read it`))
			}
		}
	}
}

// either joins words as a sentence has them: a, b and c.
func either(words []string, joint string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + joint + " " + words[last]
}
