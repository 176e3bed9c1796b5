package build

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"commonground/internal/check"
	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/markdown"
	"commonground/internal/render"
	"commonground/internal/schema"
)

var update = flag.Bool("update", false, "write docs/rules.md anew")

const rulesPath = "../../docs/rules.md"

// TestRulesPage holds docs/rules.md to the rules there are.
func TestRulesPage(t *testing.T) {
	want := rulesPage(t)
	if *update {
		if err := os.WriteFile(rulesPath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(rulesPath)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/rules.md is not what the code says; run: go test ./internal/build -run RulesPage -update")
	}
}

// TestRulesOnce holds that no two rules have one code, and that each says what
// it looks for in one sentence.
func TestRulesOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.Code] {
			t.Errorf("the rule %s is there twice", r.Code)
		}
		seen[r.Code] = true
		if r.Severity == diag.Off && !r.Advice || !strings.HasSuffix(r.Title, ".") || r.Code != strings.ToLower(r.Code) {
			t.Errorf("the rule %s (%s) says %q", r.Code, r.Severity, r.Title)
		}
	}
}

func rulesPage(t *testing.T) string {
	var b strings.Builder
	b.WriteString(`# Rules

What ` + "`commonground check`" + ` and ` + "`commonground build`" + ` look for; ` + "`commonground check --rules`" + ` prints this list. An **error** stops the build and nothing is written; a **warning** does not, unless ` + "`--strict`" + ` is given; a **note** never does, and points at what is worth a look and may be fine as it is. Each finding names its rule in brackets at the end of its first line, says where it is and what to do.

- To change the level of a warning for the whole package, write in the front matter of ` + "`content/index.md`" + `: ` + "`rules: {asset-unused: off}`" + `. A level is ` + "`off`, `note` or `warning`" + `. What stops a build cannot be lowered.
- To silence a warning for one block, write above it: ` + "`<!-- ignore raw-html: the brackets are meant -->`" + `. The reason is needed; a comment that silences nothing is itself a finding.

This page is made from the rules in the code.
`)
	for _, part := range []struct {
		title string
		rules []diag.Rule
	}{
		{"Files and folders", load.Rules()},
		{"Front matter", schema.Rules()},
		{"The text of a page", markdown.Rules()},
		{"Links, pictures and names", link.Rules()},
		{"The package as a whole", check.Rules()},
		{"Layouts", render.Rules()},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n| rule | level | what it asks |\n|---|---|---|\n", part.title)
		for _, r := range part.rules {
			if !r.Advice {
				fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Code, r.Severity, r.Title)
			}
		}
	}
	b.WriteString(advicePage(t))
	return b.String()
}
