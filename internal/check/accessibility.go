package check

import (
	"regexp"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/training"
)

var ruleStatement = diag.Rule{
	Code: "accessibility-statement", Severity: diag.Warning, Advice: true, English: true,
	Title: "Training that an organisation offers should have an accessibility statement with all its parts.",
	Why:   "Public bodies must publish one (Statutory Instrument 2018/952, regulation 8), and the NHS digital service manual counts services for staff too. It must be true: “not yet tested” is a good sentence.",
	Scope: "Packages whose settings name an organisation or an address of the site, and the page whose name or title speaks of accessibility. Asked for are known gaps, how it was tested, a way to ask for help, how to complain, and a date.",
}

// statementParts are what a statement must say, and what shows that it does.
var statementParts = []struct {
	name string
	sign *regexp.Regexp
}{
	{"known gaps", regexp.MustCompile(`(?i)known (?:gaps?|issues?|problems?|limits|limitations)|not (?:fully )?accessible|non-accessible|not (?:yet )?compl|what is missing|fully compl|limitations`)},
	{"how it was tested", regexp.MustCompile(`(?i)\btest(?:ed|ing|s)?\b|\baudit`)},
	{"a way to ask for help", regexp.MustCompile(`(?i)\bcontact\b|\be-?mail\b|\bphone\b`)},
	{"how to complain", regexp.MustCompile(`(?i)\bcomplain|enforce|Equality (?:Advisory|and Human Rights|Commission)|\bEASS\b|\bEHRC\b`)},
	{"the date on which it was prepared", regexp.MustCompile(`\b20\d\d\b`)},
}

func accessibilityStatement(in Input, report func(diag.Finding)) {
	page := statementOf(in.Package)
	if page == nil {
		noStatement(in, report)
		return
	}
	var text strings.Builder
	for _, p := range page.Doc.Passages {
		text.Write(p.Text)
		text.WriteByte('\n')
	}
	var missing []string
	for _, part := range statementParts {
		if !part.sign.MatchString(text.String()) {
			missing = append(missing, part.name)
		}
	}
	if len(missing) == 0 {
		return
	}
	v, _ := page.Front.Get("title")
	report(ruleStatement.At(page.File, v.Span, "this statement does not say %s", either(missing, "and")).
		WithHint("add it as it is: what was not tested is not yet tested"))
}

// statementOf returns the page that is the statement, or nil.
func statementOf(pkg *training.Package) *training.Page {
	for _, p := range pkg.Pages {
		if strings.Contains(p.Slug, "accessib") || strings.Contains(strings.ToLower(p.Name), "accessibility") {
			return p
		}
	}
	return nil
}

func noStatement(in Input, report func(diag.Finding)) {
	set := &in.Package.Settings
	for _, key := range []string{"organisation", "url"} {
		if v, given := set.Front.Get(key); given {
			report(ruleStatement.At(set.File, v.Span, "there is no accessibility statement").
				WithHint(`make one with commonground new page "Accessibility statement": known gaps, how it was tested, whom to ask, how to complain, the date`))
			return
		}
	}
}
