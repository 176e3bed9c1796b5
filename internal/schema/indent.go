package schema

import (
	"bytes"
	"regexp"
	"slices"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// indentedKey finds that a line is a key which does not stand at the start of
// its line, below one that already has its value. YAML takes it for more of that
// value, and whatever is done to its own value mends nothing.
func indentedKey(f *source.File, line source.Span) (diag.Finding, bool) {
	m := keyBehindSpace.FindSubmatch(f.Bytes(line))
	if m == nil || !isKnown(string(m[1])) || !valueAbove(f, line) {
		return diag.Finding{}, false
	}
	if tabs := tabsBefore(f, line); tabs.End > tabs.Start {
		return ruleYAML.At(f, tabs, "front matter cannot be indented with a tab").
			WithHint("delete the tab: every key begins at the start of its line"), true
	}
	return ruleYAML.At(f, line, "this line is indented, so it is read with the one above it").
		WithHint("begin every key at the start of its line"), true
}

var (
	keyBehindSpace = regexp.MustCompile(`^[ \t]+([a-z_]+):(?:\s|$)`)
	keyWithValue   = regexp.MustCompile(`^[\w-]+:[ \t]+[^\s|>#]`)
)

// isKnown says whether any kind of page has a key of that name.
func isKnown(name string) bool {
	return name == Draft.Name || slices.ContainsFunc(Kinds(), func(k *Kind) bool { return k.Key(name) != nil })
}

// valueAbove says whether the nearest key above a line that stands at the start
// of its own has a value there, so that nothing belongs below it.
func valueAbove(f *source.File, line source.Span) bool {
	for line.Start > f.Front.Start {
		line = f.LineAt(line.Start - 1)
		if text := f.Bytes(line); len(text) > 0 && beginsEntry(text) {
			return keyWithValue.Match(text)
		}
	}
	return false
}

// withLinesBelow returns a line with those below it that are indented further.
func withLinesBelow(f *source.File, line source.Span) source.Span {
	own := indentOf(f.Bytes(line))
	for line.End+1 < f.Front.End {
		next := f.LineAt(line.End + 1)
		if text := f.Bytes(next); len(bytes.TrimSpace(text)) > 0 && indentOf(text) <= own {
			break
		}
		line.End = next.End
	}
	return line
}

// indentOf is how many spaces and tabs a line begins with.
func indentOf(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " \t")) }
