package check

import (
	"slices"

	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/schema"
)

// Advise runs the checks that are advice, on all cores. The package must have been
// loaded with its prose.
func Advise(in Input) []diag.Finding {
	in.english = inEnglish(in.Package)
	var findings []diag.Finding
	var readers []Check
	for _, c := range All() {
		switch {
		case !c.Rule.Advice || !in.wants(c.Rule):
		case c.Read != nil:
			readers = append(readers, c)
		default:
			c.Run(in, func(f diag.Finding) { findings = append(findings, f) })
		}
	}
	return append(findings, readPages(in, readers)...)
}

// readPages has every page read by the checks that look at one at a time.
func readPages(in Input, readers []Check) []diag.Finding {
	items := in.Package.Items
	slots := make([][]diag.Finding, len(items))
	cores.EachWith(len(items), func() *Page { return &Page{Input: in} }, func(p *Page, n int) {
		p.open(items[n])
		for _, c := range readers {
			c.Read(p, func(f diag.Finding) { slots[n] = append(slots[n], f) })
		}
	})
	return slices.Concat(slots...)
}

// wants says whether a rule is worth looking for: it is not off, and the package
// is in its language.
func (in *Input) wants(r diag.Rule) bool {
	if r.English && !in.english {
		return false
	}
	level := r.Severity
	if n := slices.IndexFunc(in.Package.Settings.Rules, func(l schema.Level) bool { return l.Rule == r.Code }); n >= 0 {
		level = in.Package.Settings.Rules[n].Severity
	}
	return level != diag.Off
}
