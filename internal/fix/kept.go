package fix

import (
	"slices"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// Kept is a finding whose edits were not made, and why: the mistake that they would
// bring, or, when there is none, that they would reword a quotation.
type Kept struct {
	diag.Finding
	Brings *diag.Finding
}

// Offers says whether some of the findings have edits that may be made, as far as
// can be told without making them.
func Offers(findings []diag.Finding) bool {
	quoted := map[*source.File]quotations{}
	return slices.ContainsFunc(findings, func(f diag.Finding) bool {
		if f.File == nil || len(f.Edits) == 0 {
			return false
		}
		q, known := quoted[f.File]
		if !known {
			q = quotationsIn(f.File)
			quoted[f.File] = q
		}
		return !q.holds(f.Edits)
	})
}

// kept lists the findings whose edits are not made in the end.
func (m *mender[T]) kept() (all []Kept) {
	for _, f := range m.left {
		if f.File == nil || len(f.Edits) == 0 || !m.over.has(f.File.Name) {
			continue
		}
		k := Kept{Finding: f}
		if brings, harmful := m.harmful[placeOf(f)]; harmful {
			k.Brings = &brings
		}
		all = append(all, k)
	}
	return all
}

// harm returns a mistake that was not there before, or nil. It counts them for each
// file and rule, since the message of one that was there may change.
func harm(before, after []diag.Finding) *diag.Finding {
	type kind struct{ path, rule string }
	more, known := map[kind]int{}, map[string]bool{}
	for _, f := range before {
		if f.Severity == diag.Error {
			more[kind{f.Path, f.Rule}]--
			known[f.Message] = true
		}
	}
	for _, f := range after {
		if f.Severity == diag.Error {
			more[kind{f.Path, f.Rule}]++
		}
	}
	var brought *diag.Finding
	for n, f := range after {
		isMore := f.Severity == diag.Error && more[kind{f.Path, f.Rule}] > 0
		if isMore && (brought == nil || known[brought.Message]) {
			brought = &after[n]
		}
	}
	return brought
}
