package check

import (
	"commonground/internal/diag"
	"commonground/internal/training"
)

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
		page := in.pageOf(&t.Item)
		if page == nil {
			continue
		}
		v, _ := page.Front.Get("title")
		report(ruleThemeBare.At(page.File, v.Span, "nothing shows why %q is a theme: no insight, no story and no myth card", t.Name).
			WithHint("write themes: [%s] in one of them, or make one: commonground new insight NAME", t.Slug))
	}
}

// pageOf is where a finding about an item stands: the item, or the settings where
// the program brings it. It is nil when there are no settings.
func (in *Input) pageOf(i *training.Item) *training.Item {
	switch settings := &in.Package.Settings.Item; {
	case !i.Ours:
		return i
	case settings.File != nil:
		return settings
	}
	return nil
}
