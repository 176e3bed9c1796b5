package load

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

// promptText finds places of a page that are still to be written.
func promptText(f *source.File, isDraft bool) []diag.Finding {
	if !mayPrompt(f.Text) {
		return nil
	}
	hint := "replace it with your own words, or add draft: true until it is done"
	if isDraft {
		hint = "replace it with your own words"
	}
	var found []diag.Finding
	for _, m := range prompts.FindAllIndex(f.Text, maxPrompts) {
		at := source.Span{Start: m[0], End: m[1]}
		if rest := f.Text[at.End:]; f.Text[at.Start] == '[' && len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') {
			continue // the words of a link
		}
		found = append(found, rulePrompt.At(f, at, "%q is still to be written", f.Bytes(at)).WithHint("%s", hint))
	}
	return found
}
