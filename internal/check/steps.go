package check

import (
	"commonground/internal/diag"
)

var ruleStepsForm = diag.Rule{
	Code: "steps-form", Severity: diag.Note, Advice: true,
	Title: "A step should begin with a capital and end in a full stop.",
	Why:   "A step is something to do, and is read out alone. The NHS digital service manual writes every step as a sentence.",
	Scope: "The numbered lists of steps and try-it blocks, where steps have 4 words or more.",
}

const fewWords = 4 // a step of fewer is a label

func stepsForm(p *Page, report func(diag.Finding)) {
	p.items(func(list int, items []*Prose) {
		if !p.Lists[list].Ordered || !items[0].In("steps") && !items[0].In("try-it") {
			return
		}
		for _, t := range items {
			switch {
			case t.Words.Len() < fewWords:
			case p.beginsLow(t) == yes:
				report(p.At(&ruleStepsForm, t, 0, len(t.Words.Word(0)), "this step begins with a small letter").
					WithHint("begin it with a capital: each step is a sentence"))
			case endsInStop(t) == no:
				_, end := t.Words.Span(t.Words.Len() - 1)
				report(p.At(&ruleStepsForm, t, 0, end, "this step has no full stop at its end").
					WithHint("end it with a full stop: each step is a sentence"))
			}
		}
	})
}
