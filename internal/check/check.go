// Package check holds the rules that look at a package as a whole, after it has
// been loaded and linked.
//
// A check is a value in the list that All returns: the rule, and the function
// that looks. A new check is one file and one line. Settle then applies what
// authors said about rules: levels in the settings, and comments that silence
// one for a block.
package check

import (
	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// Input is what a check may look at. It must not change it.
type Input struct {
	Package *training.Package
	Graph   *link.Graph
	Today   schema.Date // for review dates, never for what pages say; zero for none
}

// Check is one thing that is looked for.
type Check struct {
	Rule diag.Rule
	Run  func(in Input, report func(diag.Finding))
}

// All lists every check.
func All() []Check {
	return []Check{
		{ruleLanguage, languageForm},
		{ruleContact, contactForm},
		{ruleURL, urlForm},
		{ruleOutcome, outcomeVerb},
		{ruleTitleTwice, titleTwice},
		{ruleTermName, termName},
		{ruleTermCommon, termCommon},
		{ruleRoleStart, roleStart},
		{ruleReviewOrder, reviewOrder},
		{ruleReviewAhead, reviewAhead},
		{ruleOverdue, reviewOverdue},
	}
}

// Run runs every check.
func Run(in Input) []diag.Finding {
	var findings []diag.Finding
	for _, c := range All() {
		c.Run(in, func(f diag.Finding) { findings = append(findings, f) })
	}
	return findings
}

// Rules lists the rules of all checks, and those of Settle.
func Rules() []diag.Rule {
	rules := []diag.Rule{ruleNoRule, ruleFirm, ruleIgnoreUnused}
	for _, c := range All() {
		rules = append(rules, c.Rule)
	}
	return rules
}
