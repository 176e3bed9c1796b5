package schema

import "commonground/internal/diag"

// UnknownKey is the code of the rule about keys that a kind of page has not.
const UnknownKey = "key-unknown"

var (
	ruleMissing   = diag.Rule{Code: "front-matter-missing", Severity: diag.Error, Title: "A page needs its front matter."}
	ruleYAML      = diag.Rule{Code: "front-matter-yaml", Severity: diag.Error, Title: "Front matter must be keys and values that can be read."}
	ruleDuplicate = diag.Rule{Code: "key-duplicate", Severity: diag.Error, Title: "A key may be given only once."}
	ruleUnknown   = diag.Rule{Code: UnknownKey, Severity: diag.Error, Title: "A key must be one that its kind of page has."}
	ruleRequired  = diag.Rule{Code: "key-required", Severity: diag.Error, Title: "A required key must be there and say something."}
	ruleType      = diag.Rule{Code: "key-type", Severity: diag.Error, Title: "A value must be of the kind its key asks for."}
	ruleChoice    = diag.Rule{Code: "key-choice", Severity: diag.Error, Title: "A value must be one of the words its key allows."}
	ruleDate      = diag.Rule{Code: "key-date", Severity: diag.Error, Title: "A date must be one that the calendar has, written year-month-day."}
	ruleWords     = diag.Rule{Code: "key-words", Severity: diag.Error, Title: "A short text must keep within its number of words."}
	ruleCard      = diag.Rule{Code: "card-length", Severity: diag.Warning, Title: "What stands on a card to cut out should fit on it: 90 characters for the fact and for the myth, 200 for what to say."}
	ruleTyped     = diag.Rule{Code: "key-typed", Severity: diag.Error, Title: "A text must be read as it was typed."}
	ruleMarks     = diag.Rule{Code: "key-marks", Severity: diag.Warning, Title: "A text should have no quote marks or stars that readers would see."}
	ruleWordTwice = diag.Rule{Code: "word-twice", Severity: diag.Warning, Title: "A word should stand in a word list once."}
	ruleSource    = diag.Rule{Code: "source-form", Severity: diag.Error, Title: "A source needs a title and an address or a reference."}
)

// Rules lists what decoding front matter looks for.
func Rules() []diag.Rule {
	return []diag.Rule{ruleMissing, ruleYAML, ruleDuplicate, ruleUnknown, ruleRequired, ruleType, ruleChoice, ruleDate, ruleWords, ruleCard, ruleTyped, ruleMarks, ruleSource, ruleWordTwice}
}
