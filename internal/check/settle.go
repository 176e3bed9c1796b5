package check

import (
	"commonground/internal/diag"
	"commonground/internal/source"
	"commonground/internal/training"
)

var (
	ruleNoRule       = diag.Rule{Code: "rule-unknown", Severity: diag.Error, Title: "A rule that is named must be one that there is."}
	ruleFirm         = diag.Rule{Code: "rule-firm", Severity: diag.Error, Title: "A rule that stops a build cannot be lowered or silenced."}
	ruleIgnoreUnused = diag.Rule{Code: "ignore-unused", Severity: diag.Warning, Title: "A comment that silences a rule should silence something."}
)

// Settle applies what the package says about rules to the findings of all
// stages: the levels of its settings, and the comments in its texts that silence
// a rule for the block that follows. Findings about English words are dropped
// when the package is in another language. Rules is the list of every rule there
// is; advised says whether advice was looked for.
func Settle(pkg *training.Package, rules []diag.Rule, findings []diag.Finding, advised bool) []diag.Finding {
	s := settler{byCode: map[string]diag.Rule{}, advised: advised}
	for _, r := range rules {
		s.byCode[r.Code] = r
		s.codes = append(s.codes, r.Code)
	}
	levels := s.levels(pkg)
	ignores := s.ignores(pkg)
	kept := findings[:0:0]
	for _, f := range findings {
		if ignores.silences(f) || s.byCode[f.Rule].English && !pkg.Settings.English() {
			continue
		}
		if level, ok := levels[f.Rule]; ok {
			f.Severity = level
		}
		if f.Severity != diag.Off {
			kept = append(kept, f)
		}
	}
	return append(append(kept, s.findings...), s.unused(ignores)...)
}

type settler struct {
	advised  bool
	byCode   map[string]diag.Rule
	codes    []string
	findings []diag.Finding
}

// noRule reports a code that no rule has.
func (s *settler) noRule(f *source.File, at source.Span, code string) {
	found := ruleNoRule.At(f, at, "there is no rule %q", code).WithHint("docs/rules.md lists the rules")
	if near := diag.Nearest(code, s.codes); near != "" {
		found = found.WithHint("did you mean %q?", near)
	}
	s.findings = append(s.findings, found)
}

// levels returns the severities that the settings give to rules.
func (s *settler) levels(pkg *training.Package) map[string]diag.Severity {
	levels := map[string]diag.Severity{}
	file := pkg.Settings.File
	for _, l := range pkg.Settings.Rules {
		rule, known := s.byCode[l.Rule]
		switch {
		case !known:
			s.noRule(file, l.Span, l.Rule)
		case rule.Severity == diag.Error:
			s.findings = append(s.findings, ruleFirm.At(file, l.Span, "the rule %q stops a build and cannot be lowered", l.Rule).
				WithHint("mend what it finds, and take this line out"))
		default:
			levels[l.Rule] = l.Severity
		}
	}
	return levels
}

// ignore is one comment that silences a rule.
type ignore struct {
	item *training.Item
	n    int // index in Doc.Ignores
	used bool
}

type ignoreList map[string][]*ignore // by path

// ignores collects the comments that may silence something. One that names a
// rule that is not there, or that stops a build, is a finding.
func (s *settler) ignores(pkg *training.Package) ignoreList {
	list := ignoreList{}
	for _, i := range pkg.Items {
		for n, ig := range i.Doc.Ignores {
			rule, known := s.byCode[ig.Rule]
			switch {
			case !known:
				s.noRule(i.File, ig.Span, ig.Rule)
			case rule.Severity == diag.Error:
				s.findings = append(s.findings, ruleFirm.At(i.File, ig.Span, "the rule %q stops a build and cannot be silenced", ig.Rule).
					WithHint("mend what it finds, and take this comment out"))
			default:
				list[i.File.Name] = append(list[i.File.Name], &ignore{item: i, n: n})
			}
		}
	}
	return list
}

// silences says whether a comment covers the finding, and remembers that it did.
func (l ignoreList) silences(f diag.Finding) bool {
	silenced := false
	for _, ig := range l[f.Path] {
		what := ig.item.Doc.Ignores[ig.n]
		if what.Rule == f.Rule && f.Span.Start >= what.Covers.Start && f.Span.Start < what.Covers.End {
			ig.used, silenced = true, true
		}
	}
	return silenced
}

// unused reports the comments that silenced nothing, although it was looked for.
func (s *settler) unused(ignores ignoreList) []diag.Finding {
	var findings []diag.Finding
	for _, list := range ignores {
		for _, ig := range list {
			what := ig.item.Doc.Ignores[ig.n]
			if ig.used || s.byCode[what.Rule].Advice && !s.advised {
				continue
			}
			f := ruleIgnoreUnused.At(ig.item.File, what.Span, "this comment silences nothing").
				WithHint("the block below it raises no %s; take the comment out", what.Rule)
			findings = append(findings, takenOut(f))
		}
	}
	return findings
}
