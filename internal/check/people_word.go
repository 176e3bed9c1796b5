package check

import (
	"commonground/internal/diag"
	"commonground/internal/plain"
)

var rulePeopleWord = diag.Rule{
	Code: "people-word", Severity: diag.Warning, English: true, Advice: true,
	Title: "People should be spoken of as people, not as what they have or lack.",
	Why:   "Words such as sufferer or hard to reach put the fault with the person, and hide the barrier that could be taken away. The NHS A to Z of health writing and the guidance of GOV.UK on inclusive language name most of them.",
	Scope: "All sentences. Not quotations, names, choices of a quiz, or words in bold or italics. The words are in docs/words.md.",
}

var peopleWord = listed(&rulePeopleWord, plain.PeopleWords, "%q says what people are, not who they are", nil)
