package check

import (
	"bytes"

	"commonground/internal/diag"
	"commonground/internal/plain"
)

var ruleContraction = diag.Rule{
	Code: "contraction-not", Severity: diag.Warning, English: true, Advice: true,
	Title: "Write cannot and do not in full.",
	Why:   "People who read fast, or in a second language, miss the n't and read the opposite. The NHS digital service manual asks for the full form.",
	Scope: "All sentences. Not what is said, between quote marks or in a quotation: people speak like that.",
}

var contraction = listed(&ruleContraction, plain.Contractions, "%q is easily read as its opposite", inStatement)

// inStatement mends by writing the words in full, unless a question turns them
// round: do not you know?
func inStatement(t *Prose, hit *wordHit) (string, bool) {
	for _, s := range t.Sentences {
		if s.Start <= hit.Start && hit.End <= s.Stop {
			return hit.Use, !bytes.ContainsRune(t.Text[s.Start:s.Stop], '?')
		}
	}
	return "", false
}
