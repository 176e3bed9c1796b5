package check

import (
	"commonground/internal/diag"
	"commonground/internal/plain"
)

var rulePlainWord = diag.Rule{
	Code: "plain-word", Severity: diag.Warning, English: true, Advice: true,
	Title: "A long or official word should give way to a plain one.",
	Why:   "Short, everyday words are read faster and by more people, and busy staff are such people too. The list follows the simple words of plainlanguage.gov and the words to avoid of the GOV.UK style guide.",
	Scope: "All sentences. Not headings of tables, quotations, choices of a quiz, code, addresses, words in bold or italics, names, or what is not to be said. The words are in docs/words.md.",
}

// plainWord finds words that have a plain one.
var plainWord = listed(&rulePlainWord, plain.PlainWords, "there is a plainer word than %q", nil)
