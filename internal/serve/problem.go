package serve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"commonground/internal/diag"
)

// How many problems are shown in the panel of a page, and on the page of all.
const (
	maxPanel = 50
	maxAll   = 1000
)

// problem is a finding as the preview shows it.
type problem struct {
	Severity string   `json:"severity"`
	Lines    []string `json:"lines"`   // what is wrong, where, and what to try
	Excerpt  []string `json:"excerpt"` // the line: before the place, the place, behind it; or nothing
}

// newProblem returns the problem of a finding. Where its file is not named
// already, in is the path of it.
func newProblem(f diag.Finding, in string) problem {
	lines := []string{f.Severity.String() + ": " + f.Message, in, ""}
	if at, ok := f.Position(); ok && f.Span.End > 0 {
		lines[1] = strings.TrimPrefix(fmt.Sprintf("%s, line %d", in, at.Line), ", ")
	}
	if f.Hint != "" {
		lines[2] = "try this: " + f.Hint
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	for i := range lines {
		lines[i] = diag.Visible(lines[i])
	}
	return problem{Severity: f.Severity.String(), Lines: lines, Excerpt: excerpt(f)}
}

// worstFirst orders findings by severity and, where that is equal, leaves them
// in the order of their places.
func worstFirst(findings []diag.Finding) []diag.Finding {
	return slices.SortedStableFunc(slices.Values(findings), func(a, b diag.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
}

// foundOn returns the findings of what a page is made from, the worst first.
func (st *state) foundOn(page string) []diag.Finding {
	if st.edition.PageOf == nil {
		return nil
	}
	return st.byPage.get("", func() map[string][]diag.Finding {
		found := map[string][]diag.Finding{}
		for _, f := range worstFirst(st.findings) {
			for _, page := range st.edition.PageOf(f.Path) {
				found[page] = append(found[page], f)
			}
		}
		return found
	})[page]
}

// errors counts what must be put right before there is a new site.
func (st *state) errors() int {
	n, _, _ := diag.Count(st.findings)
	if st.trouble != nil {
		n++
	}
	return n
}

// notice is the line that every tab shows, or "".
func (st *state) notice() string {
	switch {
	case st.failed:
		return "This shows the last version without mistakes: " + count(st.errors(), "error") + " to fix"
	case len(st.findings) > 0:
		return st.many(len(st.findings)) + " in this package"
	}
	return ""
}

// many says how many findings there are. Only with a mistake are they problems:
// anything else is advice.
func (st *state) many(n int) string {
	if st.failed {
		return count(n, "problem")
	}
	return count(n, "piece") + " of advice"
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// excerptWidth is how many characters of a line are shown, at the most.
const excerptWidth = 120

// excerpt returns the line of a finding in three parts, or no part when it has none.
func excerpt(f diag.Finding) []string {
	before, marked, after, ok := f.Excerpt(excerptWidth)
	if !ok {
		return []string{}
	}
	return []string{before, marked, after}
}
