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
	}
	for rest := in.Findings; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(f diag.Finding) bool { return f.Path != rest[0].Path })
		if n < 0 {
			n = len(rest)
		}
		v.Pages = append(v.Pages, pageOf(rest[:n], len(v.Pages)+1))
		rest = rest[n:]
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

// pageOf is the page number n, of which these are the findings.
func pageOf(findings []diag.Finding, n int) pageRow {
	p := pageRow{Path: findings[0].Path, ID: fmt.Sprintf("page-%d", n)}
	p.Errors, p.Warnings, p.Notes = diag.Count(findings)
	for _, f := range findings {
		row := findingRow{Severity: f.Severity.String(), Rule: f.Rule, Message: f.Message, Hint: f.Hint}
		if at, ok := f.Position(); ok {
			row.Line = at.Line
		}
		p.Findings = append(p.Findings, row)
	}
	return p
}

// share is a part of a whole in hundredths, and at least 1 for any part at all.
func share(part, whole int) int {
	if part == 0 || whole == 0 {
		return 0
	}
	return max(1, part*100/whole)
}
