package check

import (
	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleNameForm = diag.Rule{
	Code: "name-form", Severity: diag.Warning, English: true, Advice: true,
	Title: "A name should be written as its owner writes it.",
	Why:   "People look for the very name on their screen, and a name that is written in several ways looks like several things. The NHS A to Z of health writing lists the names.",
	Scope: "All sentences and headings. Not quotations, code, addresses, or words in bold or italics.",
}

// nameForm finds names that are written wrongly. check --fix writes them rightly.
var nameForm = listed(&ruleNameForm, plain.Names, "%q is not how this is written", func(_ *Prose, hit *wordHit) (string, bool) {
	return hit.Use, true
})
