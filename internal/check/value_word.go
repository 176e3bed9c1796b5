package check

import (
	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleValueWord = diag.Rule{
	Code: "value-word", Severity: diag.Note, English: true, Advice: true,
	Title: "A step should not be called easy.",
	Why:   "Whoever finds it hard then feels slow, and does not ask. The NHS digital service manual leaves such words out.",
	Scope: "All sentences. Not quotations, choices of a quiz, or words in bold or italics. Only phrases that judge a step: just as a time, and easy read, are fine.",
}

var valueWord = listed(&ruleValueWord, plain.ValueWords, "%q judges how hard this is for the reader", nil)
