package check

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var (
	soft  = diag.Rule{Code: "soft-rule", Severity: diag.Warning, Title: "T"}
	quiet = diag.Rule{Code: "quiet-rule", Severity: diag.Note, Title: "T"}
	firm  = diag.Rule{Code: "firm-rule", Severity: diag.Error, Title: "T"}
)

// settled runs Settle over findings at certain words of the lesson, and returns
// what is left as severity, rule and text of the place.
func settled(t *testing.T, levels, body string, at map[string]diag.Rule) []string {
	t.Helper()
	keys := ""
	if levels != "" {
		keys = "rules: " + levels + "\n"
	}
	in := input(t, map[string]string{"content/index.md": text(settings(keys)), "content/lessons/a.md": text(lesson("outcome: Show it.\n", body))})
	file := in.Package.Lessons[0].File
	var findings []diag.Finding
	for words, rule := range at {
		n := strings.Index(string(file.Text), words)
		if n < 0 {
			t.Fatalf("%q is not in the lesson", words)
		}
		findings = append(findings, rule.At(file, source.Span{Start: n, End: n + len(words)}, "m"))
	}
	before := slices.Clone(findings)
	var out []string
	for _, f := range diag.Sort(Settle(in.Package, append(Rules(), soft, quiet, firm), findings, true)) {
		if f.Hint == "" && f.Message != "m" {
			t.Errorf("%s has no hint", f.Rule)
		}
		out = append(out, f.Severity.String()+" "+f.Rule+" "+strings.TrimSpace(string(f.File.Bytes(f.Span))))
	}
	if !slices.EqualFunc(before, findings, func(a, b diag.Finding) bool { return a.Rule == b.Rule && a.Severity == b.Severity && a.Span == b.Span }) {
		t.Error("the findings that were handed in have changed")
	}
	return out
}

func TestSettle(t *testing.T) {
	ignore := func(rule string) string { return "<!-- ignore " + rule + ": because -->" }
	one := map[string]diag.Rule{"apple": soft}
	for _, test := range []struct {
		name, levels, body string
		at                 map[string]diag.Rule
		want               []string
	}{
		{"nothing said", "", "apple\n", one, []string{"warning soft-rule apple"}},
		{"off", "{soft-rule: off}", "apple\n", one, nil},
		{"lowered", "{soft-rule: note}", "apple\n", one, []string{"note soft-rule apple"}},
		{"raised", "{quiet-rule: warning}", "apple\n", map[string]diag.Rule{"apple": quiet}, []string{"warning quiet-rule apple"}},
		{"another rule", "{quiet-rule: off}", "apple\n", one, []string{"warning soft-rule apple"}},
		{"a firm rule", "{firm-rule: off}", "apple\n", map[string]diag.Rule{"apple": firm}, []string{"error rule-firm firm-rule", "error firm-rule apple"}},
		{"a firm rule lowered", "{firm-rule: warning}", "apple\n", map[string]diag.Rule{"apple": firm}, []string{"error rule-firm firm-rule", "error firm-rule apple"}},
		{"an unknown rule", "{soft-rul: off}", "apple\n", one, []string{"error rule-unknown soft-rul", "warning soft-rule apple"}},
		{"two", "{soft-rule: off, quiet-rule: off}", "apple pear\n", map[string]diag.Rule{"apple": soft, "pear": quiet}, nil},

		{"ignored", "", ignore("soft-rule") + "\n\napple\n", one, nil},
		{"ignored twice over", "", ignore("soft-rule") + "\n\napple pear\n", map[string]diag.Rule{"apple": soft, "pear": soft}, nil},
		{"not this far", "", ignore("soft-rule") + "\n\napple\n\npear\n", map[string]diag.Rule{"apple": soft, "pear": soft}, []string{"warning soft-rule pear"}},
		{"before the comment", "", "apple\n\n" + ignore("soft-rule") + "\n\npear\n", one, []string{"warning soft-rule apple", "warning ignore-unused " + ignore("soft-rule")}},
		{"ignores nothing", "", ignore("soft-rule") + "\n\npear\n\napple\n", one, []string{"warning ignore-unused " + ignore("soft-rule"), "warning soft-rule apple"}},
		{"ignores another rule", "", ignore("quiet-rule") + "\n\napple\n", one, []string{"warning ignore-unused " + ignore("quiet-rule"), "warning soft-rule apple"}},
		{"two comments, two rules", "", ignore("soft-rule") + "\n" + ignore("quiet-rule") + "\n\napple pear\n", map[string]diag.Rule{"apple": soft, "pear": quiet}, nil},
		{"ignored where it is off", "{soft-rule: off}", ignore("soft-rule") + "\n\napple\n", one, nil},
		{"ignores a firm rule", "", ignore("firm-rule") + "\n\napple\n", map[string]diag.Rule{"apple": firm}, []string{"error rule-firm " + ignore("firm-rule"), "error firm-rule apple"}},
		{"ignores an unknown rule", "", ignore("soft-roole") + "\n\napple\n", one, []string{"error rule-unknown " + ignore("soft-roole"), "warning soft-rule apple"}},
		{"a whole block", "", ignore("soft-rule") + "\n\n::: note\napple\n\npear\n:::\n\nplum\n", map[string]diag.Rule{"apple": soft, "pear": soft, "plum": soft}, []string{"warning soft-rule plum"}},
	} {
		if got := settled(t, test.levels, test.body, test.at); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

// A misspelled rule is told the one it most likely means.
func TestSettleSuggests(t *testing.T) {
	in := input(t, map[string]string{"content/index.md": text(settings("rules: {outcom-verb: off}\n"))})
	findings := Settle(in.Package, Rules(), nil, true)
	if len(findings) != 1 || !strings.Contains(findings[0].Hint, `"outcome-verb"`) {
		t.Errorf("found %v", findings)
	}
}

// A finding about another file, or about a file as a whole, is not silenced.
func TestIgnoreIsOfItsFile(t *testing.T) {
	in := input(t, map[string]string{"content/lessons/a.md": text(lesson("outcome: Show it.\n", "<!-- ignore soft-rule: because -->\n\napple\n"))})
	file := in.Package.Lessons[0].File
	apple := strings.Index(string(file.Text), "apple")
	other := soft.At(in.Package.Settings.File, source.Span{Start: 5, End: 9}, "m")
	other.Span = source.Span{Start: apple, End: apple + 5}
	findings := Settle(in.Package, append(Rules(), soft), []diag.Finding{other, soft.In("content/lessons/a.md", "m")}, true)
	if len(findings) != 3 || findings[2].Rule != "ignore-unused" {
		t.Errorf("found %v", findings)
	}
}
