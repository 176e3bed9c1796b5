package report

import (
	"cmp"
	"fmt"
	"slices"

	"commonground/internal/diag"
)

// findingsView is what there is to mend, by rule and by page.
type findingsView struct {
	Errors, Warnings, Notes int
	Rules                   []ruleRow
	Pages                   []pageRow
}

// Any says whether there is anything to mend.
func (v findingsView) Any() bool { return len(v.Pages) > 0 }

// ruleRow is how often a rule was found. Bar is its share of the most frequent, in
// hundredths.
type ruleRow struct {
	Rule, Severity string
	Count, Bar     int
}

// pageRow is what was found in a file.
type pageRow struct {
	Path, ID                string
	Errors, Warnings, Notes int
	Findings                []findingRow
}

// findingRow is one finding.
type findingRow struct {
	Line                          int // 0 for the file as a whole
	Severity, Rule, Message, Hint string
}

func findingsOf(in Input) findingsView {
	var v findingsView
	v.Errors, v.Warnings, v.Notes = diag.Count(in.Findings)
	rules := map[string]*ruleRow{}
	for _, f := range in.Findings {
		if rules[f.Rule] == nil {
			rules[f.Rule] = &ruleRow{Rule: f.Rule, Severity: f.Severity.String()}
		}
		rules[f.Rule].Count++
		if n := len(v.Pages); n == 0 || v.Pages[n-1].Path != f.Path {
			v.Pages = append(v.Pages, pageRow{Path: f.Path, ID: fmt.Sprintf("page-%d", n+1)})
		}
		v.Pages[len(v.Pages)-1].add(f)
	}
	for _, r := range rules {
		v.Rules = append(v.Rules, *r)
	}
	slices.SortFunc(v.Rules, func(a, b ruleRow) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Rule, b.Rule)) })
	for i := range v.Rules {
		v.Rules[i].Bar = share(v.Rules[i].Count, v.Rules[0].Count)
	}
	return v
}

func (p *pageRow) add(f diag.Finding) {
	row := findingRow{Severity: f.Severity.String(), Rule: f.Rule, Message: f.Message, Hint: f.Hint}
	if at, ok := f.Position(); ok {
		row.Line = at.Line
	}
	p.Findings = append(p.Findings, row)
	p.Errors, p.Warnings, p.Notes = count(p.Findings)
}

func count(rows []findingRow) (errors, warnings, notes int) {
	for _, r := range rows {
		switch r.Severity {
		case diag.Error.String():
			errors++
		case diag.Warning.String():
			warnings++
		default:
			notes++
		}
	}
	return errors, warnings, notes
}

// share is a part of a whole in hundredths, and at least 1 for any part at all.
func share(part, whole int) int {
	if part == 0 || whole == 0 {
		return 0
	}
	return max(1, part*100/whole)
}
