package load

import (
	"commonground/internal/diag"
	"commonground/internal/source"
)

// fromFault is what reading the bytes of a file says, as a finding.
func fromFault(f *source.File, fault *source.Fault) diag.Finding {
	rule := diag.Rule{Code: fault.Rule, Severity: diag.Error}
	found := rule.At(f, fault.Span, "%s", fault.Message).WithHint("%s", fault.Hint)
	for _, span := range fault.Blank {
		found.Edits = append(found.Edits, diag.Edit{Span: span, Text: " "})
	}
	return found
}

// strays are the characters of a file that no page can show.
func strays(f *source.File) []diag.Finding {
	var found []diag.Finding
	for i := range f.Strays {
		found = append(found, fromFault(f, &f.Strays[i]))
	}
	return found
}
