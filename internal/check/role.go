package check

import (
	"slices"

	"commonground/internal/diag"
)

var ruleRoleStart = diag.Rule{Code: "role-start", Severity: diag.Warning, Title: "The first lesson of a role should be one for that role."}

func roleStart(in Input, report func(diag.Finding)) {
	for _, r := range in.Package.Roles {
		links := in.Graph.Role(r)
		if links.Start == nil || slices.Contains(links.Lessons, links.Start) || slices.Contains(links.Everyone, links.Start) {
			continue
		}
		report(ruleRoleStart.At(r.File, r.Start.Span, "the lesson %q is not for the role %q", r.Start.Text, r.Slug).
			WithHint("add %s to the roles of that lesson, or choose another lesson", r.Slug))
	}
}
