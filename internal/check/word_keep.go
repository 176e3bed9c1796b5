package check

import (
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/plain"
	"commonground/internal/schema"
)

var ruleWordKeep = diag.Rule{Code: "word-keep", Severity: diag.Warning, Title: "A word that a package keeps should be one that the list of this name avoids.", English: true}

// wordKeep finds words under keep that change nothing, most likely for a slip of
// the pen. Any acronym may be kept.
func wordKeep(in Input, report func(diag.Finding)) {
	for _, list := range in.Package.Words {
		if list.Name == plain.Acronyms || len(list.Keep) == 0 {
			continue
		}
		avoided := shippedWords(list.Name)
		for _, w := range list.Keep {
			if slices.ContainsFunc(avoided, func(a string) bool { return strings.EqualFold(a, w.Text) }) {
				continue
			}
			found := ruleWordKeep.At(list.File, w.Span, "the list %s avoids no %q, so there is nothing to keep", list.Name, w.Text).WithHint("docs/words.md has the lists")
			if near := diag.Nearest(w.Text, avoided); near != "" {
				found = found.WithHint("did you mean %q?", near)
			}
			report(found)
		}
	}
}

// shippedWords are the words that a list of the program avoids.
func shippedWords(name plain.ListName) []string {
	var avoided []string
	for _, list := range schema.ShippedWords() {
		if list.Name != name {
			continue
		}
		for _, e := range list.Entries {
			for _, w := range e.Avoid {
				avoided = append(avoided, w.Text)
			}
		}
	}
	return avoided
}
