package build

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"commonground/internal/diag"
)

const checkData = "../check/testdata/"

// advicePage is the part of docs/rules.md about advice: a section for each rule,
// with an example from its tests and what was counted.
func advicePage(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(`
## Advice

What follows stops no build. ` + "`commonground check`" + `, the panel of ` + "`commonground serve`" + ` and the report give this advice; a build does not look for it. Rules about English hold in packages in English only. To follow none of a rule, or to turn on one that is off, name it in the settings as above.

Each rule was tried on text that nobody wrote for this tool: the guidance of plainlanguage.gov and of an NHS community of practice, 277 pages, and the training that comes with the program. **Found** is how often it spoke up there, **judged** how many of these were then read one by one, spread evenly over all, and **right** in how many of them the advice was worth following. Rules that were right in fewer than 8 of 10 are off by default.
`)
	counts := readCounts(t)
	for _, r := range Rules() {
		if r.Advice {
			adviceSection(t, &b, r, counts[r.Code])
		}
	}
	return b.String()
}

func adviceSection(t *testing.T, b *strings.Builder, r diag.Rule, counted string) {
	t.Helper()
	fmt.Fprintf(b, "\n### `%s`\n\n%s Level: %s.\n\n- Why: %s\n- Looks at: %s\n", r.Code, r.Title, r.Severity, r.Why, r.Scope)
	if counted != "" {
		fmt.Fprintf(b, "- Tried: %s.\n", counted)
	}
	for _, side := range []string{"wrong", "right"} {
		text, fence := exampleOf(t, r.Code, side), "```"
		if strings.Contains(text, "```") {
			fence = "~~~~"
		}
		fmt.Fprintf(b, "\n%s\n\n%smarkdown\n%s%s\n", map[string]string{"wrong": "Not so:", "right": "But so:"}[side], fence, text, fence)
	}
}

// wanted is how examples say what must be found in a line.
var wanted = regexp.MustCompile(`[ \t]*<!-- (?:want .*|fine )-->`)

// exampleOf returns the first wrong or right example of a rule.
func exampleOf(t *testing.T, code, side string) string {
	t.Helper()
	archive, err := txtar.ParseFile(checkData + "rules/" + code + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, side+"/") {
			return strings.TrimSpace(wanted.ReplaceAllString(string(f.Data), "")) + "\n"
		}
	}
	t.Fatalf("%s has no %s example", code, side)
	return ""
}

// readCounts reads what was found, judged and right for each rule.
func readCounts(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(checkData + "counts.txt")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]string{}
	for line := range strings.Lines(string(text)) {
		var code string
		var found, judged, right int
		if strings.HasPrefix(line, "#") {
			continue
		}
		if _, err := fmt.Sscanf(line, "%s %d %d %d", &code, &found, &judged, &right); err != nil || right > judged || judged > found {
			t.Fatalf("%scounts.txt: %q: %v", checkData, line, err)
		}
		counts[code] = "found nothing there, so only its examples speak for it"
		if found == 0 {
			continue
		}
		counts[code] = fmt.Sprintf("found %d, judged %d, right %d", found, judged, right)
	}
	return counts
}
