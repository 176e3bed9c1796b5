package markdown

import (
	"regexp"
	"testing"
)

func TestRulesAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if !regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`).MatchString(r.Code) || r.Title == "" || seen[r.Code] {
			t.Errorf("the rule %q has no good code or title, or is listed twice", r.Code)
		}
		seen[r.Code] = true
	}
}

func TestEveryRuleIsRaised(t *testing.T) {
	raised := map[string]bool{}
	for _, test := range findingTests {
		for _, f := range Parse(fileOf(test.text)).Findings {
			raised[f.Rule] = true
		}
	}
	for _, test := range nearTests {
		for _, f := range Parse(fileOf(test.text)).Findings {
			raised[f.Rule] = true
		}
	}
	for _, k := range Kinds() {
		for _, f := range Parse(fileOf(readFixture(t, k.Name+".bad.md"))).Findings {
			raised[f.Rule] = true
		}
	}
	for _, r := range Rules() {
		if !raised[r.Code] {
			t.Errorf("no test raises %s", r.Code)
		}
		delete(raised, r.Code)
	}
	for code := range raised {
		t.Errorf("Rules does not list %s", code)
	}
}
