package check

import (
	"path"
	"regexp"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var ruleBrand = diag.Rule{
	Code: "brand-logo", Severity: diag.Warning, Advice: true,
	Title: "A page should not show the NHS logo as a picture of its own.",
	Why:   "The letters NHS, the blue lozenge and the typeface Frutiger belong to the Secretary of State, and the NHS identity guidelines say who may use them and how. The word NHS in a text is fine.",
	Scope: "Pictures and files that a page links to, by their names.",
}

// brandName is what files with the logo are called.
var brandName = regexp.MustCompile(`(?i)(?:nhs[a-z0-9 _.-]*(?:logo|lozenge|identity|brand)|(?:logo|lozenge)[a-z0-9 _.-]*nhs)[a-z0-9 _.-]*\.(?:png|jpe?g|webp|svg|pdf)$`)

func brandLogo(p *Page, report func(diag.Finding)) {
	look := func(dest string, at source.Span) {
		if name := path.Base(dest); brandName.MatchString(name) {
			report(ruleBrand.At(p.File, at, "%q sounds like the NHS logo", name).
				WithHint("leave it out, or ask your communications team whether you may use it; if it is another picture, give it another name"))
		}
	}
	for _, m := range p.Doc.Images {
		look(m.Dest, m.Span)
	}
	for _, l := range p.Doc.Links {
		look(l.Dest, l.Span)
	}
}
