package load

import (
	"fmt"
	"regexp"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var rulePrompt = diag.Rule{Code: "prompt-text", Severity: diag.Warning, Title: "Text that only holds a place should be replaced."}

// prompts are ways in which people and templates mark text that is still to be
// written. They stand for words, so TODO is found and a to-do list is not.
var prompts = regexp.MustCompile(`\b(?:TODO|TBC|TBD|FIXME|XXX)\b|(?i:lorem ipsum|\[(?:insert|replace|your) [^\]\n]*\]|(?:replace this|your text here|text goes here|say in one sentence what))`)

// beginnings are in every text that prompts can match, by their first letter, which
// may be written large or small. Looking for them first is a hundred times faster,
// and nearly no page has one.
var beginnings = func() (by [256][]string) {
	for _, b := range []string{"todo", "tbc", "tbd", "fixme", "xxx", "lorem ipsum", "[insert ", "[replace ", "[your ", "replace this", "your text here", "text goes here", "say in one sentence what"} {
		by[b[0]] = append(by[b[0]], b)
	}
	for c := 'a'; c <= 'z'; c++ {
		by[c-'a'+'A'] = by[c]
	}
	return by
}()

func mayPrompt(text []byte) bool {
	before := byte(' ')
	for i, c := range text {
		if c == '[' || before|0x20 < 'a' || before|0x20 > 'z' { // no letter stands before it
			for _, b := range beginnings[c] {
				if begins(text[i:], b) {
					return true
				}
			}
		}
		before = c
	}
	return false
}

// begins says whether a text begins with small letters, however it writes them.
func begins(text []byte, small string) bool {
	if len(text) < len(small) {
		return false
	}
	for i := range len(small) {
		if c := text[i]; c != small[i] && (c < 'A' || c > 'Z' || c-'A'+'a' != small[i]) {
			return false
		}
	}
	return true
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
	more := 0
	for _, m := range prompts.FindAllIndex(f.Text, -1) {
		at := source.Span{Start: m[0], End: m[1]}
		if rest := f.Text[at.End:]; f.Text[at.Start] == '[' && len(rest) > 0 && (rest[0] == '(' || rest[0] == '[') {
			continue // the words of a link
		}
		if len(found) == maxPrompts {
			more++
			continue
		}
		found = append(found, rulePrompt.At(f, at, "%q is still to be written", f.Bytes(at)).WithHint("%s", hint))
	}
	switch {
	case more == 1:
		found[maxPrompts-1].Message += ", and so is one more place below"
	case more > 1:
		found[maxPrompts-1].Message += fmt.Sprintf(", and so are %d more places below", more)
	}
	return found
}
