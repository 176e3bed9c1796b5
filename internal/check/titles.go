package check

import (
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var ruleTitleTwice = diag.Rule{Code: "title-twice", Severity: diag.Warning, Title: "No two pages should have one title."}

// titleTwice finds pages that readers cannot tell apart in a list, a tab or a
// search: those with the title of another page.
func titleTwice(in Input, report func(diag.Finding)) {
	first := map[string]*training.Item{}
	for _, i := range in.Package.Items {
		if i.Kind == &schema.Insight || i.Kind == &schema.Term || !in.Graph.Shown(i) || i.Name == "" {
			continue // has no page of its own
		}
		key := strings.ToLower(i.Name)
		other := first[key]
		if other == nil {
			first[key] = i
			continue
		}
		at, name := i, other.File.Name
		if i.Ours {
			at, other = other, i
		}
		if other.Ours {
			name = "a theme that comes with the program"
		}
		v, given := at.Front.Get("title")
		if !given {
			v, _ = at.Front.Get("fact")
		}
		report(ruleTitleTwice.At(at.File, v.Span, "%s has this title as well", name).
			WithHint("give each page a title of its own, so that readers can tell them apart"))
	}
}
