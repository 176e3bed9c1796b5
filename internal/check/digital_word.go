package check

import (
	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleDigitalWord = diag.Rule{
	Code: "digital-word", Severity: diag.Warning, English: true, Advice: true,
	Title: "A digital thing should be called what people call it, and what the screen calls it.",
	Why:   "The way digital is described confuses people and puts them off: that is what staff and patients told the project. The words are those of the NHS A to Z of health writing, and ours.",
	Scope: "All sentences for words that help nobody; what is said to patients (the first column of say blocks, and say of terms and myths) for words that staff know. Not names of things on the screen, which stand in bold. The words are in docs/words.md.",
}

var digitalWord = listed(&ruleDigitalWord, plain.DigitalWords, "%q is a word that keeps people out", nil)
