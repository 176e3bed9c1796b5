package render

import (
	"path"
	"regexp"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// The letters NHS, the blue lozenge and the typeface belong to the Secretary of
// State; the NHS identity guidelines say who may use them.
var ruleBrand = diag.Rule{Code: "brand-look", Severity: diag.Warning, Title: "A look of your own should not have the NHS logo or the typeface Frutiger."}

const brandHint = "leave it out, or ask your communications team whether you may use it"

var (
	brandFile = regexp.MustCompile(`(?i)nhs[a-z0-9 _.-]*(?:logo|lozenge|identity)|(?:logo|lozenge)[a-z0-9 _.-]*nhs|frutiger`)
	brandFont = regexp.MustCompile(`(?i)font[a-z-]*\s*:[^;{}]*?(frutiger)`)
)

// nameBrand reports a file that sounds like the logo or the typeface.
func (s *statics) nameBrand(name string) {
	if brandFile.MatchString(path.Base(name)) {
		s.report(ruleBrand.In("static/"+name, "this sounds like something that is the NHS's own").WithHint("%s", brandHint))
	}
}

// styleBrand reports a typeface in a stylesheet.
func styleBrand(f *source.File) *diag.Finding {
	m := brandFont.FindSubmatchIndex(f.Text)
	if m == nil {
		return nil
	}
	found := ruleBrand.At(f, source.Span{Start: m[2], End: m[3]}, "this typeface is the NHS's own").WithHint("%s", brandHint)
	return &found
}
