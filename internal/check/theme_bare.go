package check

import "commonground/internal/diag"

var ruleThemeBare = diag.Rule{
	Code: "theme-bare", Severity: diag.Note, Advice: true,
	Title: "A theme with lessons should have something that shows why: an insight, a story or a myth card.",
	Why:   "The training stands on what staff and patients said. A theme that nothing supports asks to be believed.",
	Scope: "Themes that a lesson names, in packages that tell what people said at all: those with insights.",
}

func themeBare(in Input, report func(diag.Finding)) {
	if len(in.Package.Insights) == 0 {
		return
	}
	for _, t := range in.Package.Themes {
		links := in.Graph.Theme(t)
		if len(links.Lessons) == 0 || len(links.Insights)+len(links.Stories)+len(links.Myths) > 0 {
			continue
		}
		v, _ := t.Front.Get("title")
		report(ruleThemeBare.At(t.File, v.Span, "nothing shows why %q is a theme: no insight, no story and no myth card", t.Name).
			WithHint("add it to the themes of one: themes: [%s]", t.Slug))
	}
}
