package check

import (
	"golang.org/x/text/language"

	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleSpelling = diag.Rule{
	Code: "uk-spelling", Severity: diag.Warning, English: true, Advice: true,
	Title: "Words should be those of the United Kingdom, and spelt as there.",
	Why:   "A word that is spelt in another way slows readers down and makes a training look borrowed. The NHS writes -ise, and British words.",
	Scope: "All sentences. Not quotations, code, addresses, names, or words in bold or italics. Nothing in a package whose language is another English, such as en-US.",
}

var american = listed(&ruleSpelling, plain.Spelling, "%q is American English", replaced)

// ukSpelling finds American words. check --fix spells single words anew.
func ukSpelling(p *Page, report func(diag.Finding)) {
	if tag, err := language.Parse(p.Package.Settings.Language); err == nil {
		if region, said := tag.Region(); said == language.Exact && region.String() != "GB" {
			return
		}
	}
	american(p, report)
}
