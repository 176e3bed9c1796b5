package check

import (
	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleHealthWord = diag.Rule{
	Code: "health-word", Severity: diag.Warning, English: true, Advice: true,
	Title: "Patients should hear the everyday word for a medical one.",
	Why:   "In England 4 in 10 adults of working age were below the level needed for common written health information (Rowlands and others, 2015). The words are those of the NHS A to Z of health writing.",
	Scope: "What is said to patients: the first column of say blocks, and say of terms and myths. Staff may read these words elsewhere. The words are in docs/words.md.",
}

var healthWord = listed(&ruleHealthWord, plain.HealthWords, "there is a more everyday word than %q", nil)
