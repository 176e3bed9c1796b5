package check

import (
	"context"
	"slices"

	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/schema"
)

// Advise runs the checks that are advice, on so many cores. The package must have been
// loaded with its prose. When the context ends it returns soon, with a part of it.
func Advise(ctx context.Context, in Input, workers int) []diag.Finding {
	return advise(ctx, in.prepared(), workers)
}

// advise is Advise for an input that is prepared.
func advise(ctx context.Context, in Input, workers int) []diag.Finding {
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
	return append(findings, readPages(ctx, in, workers, readers)...)
}

// readPages has every page read by the checks that look at one at a time.
func readPages(ctx context.Context, in Input, workers int, readers []Check) []diag.Finding {
	slots := make([][]diag.Finding, len(in.Package.Items))
	eachPage(ctx, in, workers, func(p *Page, n int) {
		for _, c := range readers {
			c.Read(p, func(f diag.Finding) { slots[n] = append(slots[n], f) })
		}
	})
	found := slices.Concat(slots...)
	for _, c := range readers {
		if c.Join != nil {
			found = joined(c, found)
		}
	}
	return found
}

// joined lets a check look at all that it found on one page after the other.
func joined(c Check, found []diag.Finding) []diag.Finding {
	var own, others []diag.Finding
	for _, f := range found {
		if f.Rule == c.Rule.Code {
			own = append(own, f)
		} else {
			others = append(others, f)
		}
	}
	return append(others, c.Join(own)...)
}

// eachPage opens every item that the author wrote, on so many cores, and hands the
// page on, which is good only until read returns. When the context ends, the rest is
// left out.
func eachPage(ctx context.Context, in Input, workers int, read func(p *Page, n int)) {
	items := in.Package.Items
	cores.EachOn(workers, len(items), func() *Page { return &Page{Input: in} }, func(p *Page, n int) {
		if !items[n].Ours && ctx.Err() == nil {
			p.open(items[n])
			read(p, n)
		}
	})
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

// prepared returns the input with what advice needs beside it.
func (in Input) prepared() Input {
	if in.english = in.Package.Settings.English(); in.english {
		in.words, in.staff, in.names = wordFinder(&in), newStaffTerms(in.Package), capitalNames(&in)
		in.terms, in.explained = termNames(in.Package)
	}
	return in
}
