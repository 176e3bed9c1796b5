package check

import (
	"bytes"
	"regexp"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var rulePrompt = diag.Rule{Code: "prompt-text", Severity: diag.Warning, Title: "Text that only holds a place should be replaced."}

// prompts are ways in which people and templates mark text that is still to be
// written. They stand for words, so TODO is found and a to-do list is not.
var prompts = regexp.MustCompile(`\b(?:TODO|TBC|TBD|FIXME|XXX)\b|(?i:lorem ipsum|\[(?:insert|replace|your) [^\]\n]*\]|(?:replace this|your text here|text goes here|say in one sentence what))`)

// capitals and beginnings are in every text that prompts can match. Looking for
// them first is a hundred times faster, and nearly no page has one.
var (
	capitals   = []string{"TODO", "TBC", "TBD", "FIXME", "XXX"}
	beginnings = []string{"lorem ipsum", "[insert ", "[replace ", "[your ", "replace this", "your text here", "text goes here", "say in one sentence what"}
)

func mayPrompt(text []byte) bool {
	for _, word := range capitals {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	lower := bytes.ToLower(text)
	for _, words := range beginnings {
		if bytes.Contains(lower, []byte(words)) {
			return true
		}
	}
	return false
}

// maxPrompts is how many places are named in one file.
const maxPrompts = 5

func promptText(in Input, report func(diag.Finding)) {
	for _, i := range in.Package.Items {
		if !mayPrompt(i.File.Text) {
			continue
		}
		for _, m := range prompts.FindAllIndex(i.File.Text, maxPrompts) {
			at := source.Span{Start: m[0], End: m[1]}
			if rest := i.File.Text[at.End:]; i.File.Text[at.Start] == '[' && len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') {
				continue // the words of a link
			}
			report(rulePrompt.At(i.File, at, "%q is still to be written", i.File.Bytes(at)).
				WithHint("replace it with your own words, or add draft: true until it is done"))
		}
	}
}
