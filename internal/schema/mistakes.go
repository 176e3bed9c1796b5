package schema

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// yamlFinding puts an error of the YAML library into words for people who do
// not know YAML.
func yamlFinding(f *source.File, err error) diag.Finding {
	var e *yaml.LoadError
	if !errors.As(err, &e) || e.Mark.Line == 0 {
		return documentFinding(f, err)
	}
	at := place(f, e.Mark.Line, e.Mark.Column)
	line := f.LineAt(at)
	if found, ok := indentedKey(f, line); ok {
		return found
	}
	if tabs := tabsBefore(f, line); tabs.End > tabs.Start {
		return ruleYAML.At(f, tabs, "front matter cannot be indented with a tab").WithHint("use spaces instead")
	}
	from, to := stumbled(f, e)
	if found, ok := findCulprit(f, from, to); ok {
		return found
	}
	here := source.Span{Start: at, End: max(line.End, at)}
	if here.Start == here.End {
		here = line
	}
	for _, m := range mistakes {
		if !strings.Contains(e.Message, m.theirs) || !strings.Contains(e.ContextMsg, m.context) {
			continue
		}
		if m.look != nil {
			if found, ok := m.look(f, here); ok {
				return found
			}
		}
		if m.opened && e.ContextMark.Line > 0 {
			here = f.LineAt(place(f, e.ContextMark.Line, e.ContextMark.Column))
			line = here
		}
		return ruleYAML.At(f, here, "%s", m.message).WithHint("%s", m.hint(string(f.Bytes(line))))
	}
	return ruleYAML.At(f, here, "this line cannot be read as a key and a value").
		WithHint("write it as key: value, and put quotes round a value that holds : or # or begins with a sign")
}

// mistake is one way in which people get YAML wrong: what the library says, and
// what we say. With opened the finding stands where the construct began. Look
// may find that something else is the cause.
type mistake struct {
	theirs, context string
	opened          bool
	message         string
	hint            func(line string) string
	look            func(f *source.File, here source.Span) (diag.Finding, bool)
}

var mistakes = []mistake{
	{theirs: "mapping values are not allowed", message: "this value holds a colon, so it must be in quotes", hint: quoteValue, look: lineAbove},
	{theirs: "tab character", message: "front matter cannot be indented with a tab", hint: always("use spaces instead")},
	{theirs: "cannot start any token", message: "a value cannot begin with this sign unless it is in quotes", hint: quoteValue},
	{theirs: "could not find expected ':'", opened: true, message: "this line has no colon after the key",
		hint: always("write it as key: value, indent a long text that goes on here, or put --- above the line if the text of the page begins here")},
	{theirs: "end of stream", context: "quoted scalar", opened: true, message: "the quotes that open here are never closed", hint: endQuote},
	{theirs: "expected ',' or ']'", opened: true, message: "the list that opens here is never closed", hint: endList},
	{theirs: "expected ',' or '}'", opened: true, message: "the bracket { that opens here is never closed", hint: endList},
	{theirs: "unknown anchor", message: "a value cannot begin with * unless it is in quotes", hint: quoteValue},
	{theirs: "sequence entries are not allowed", message: "a list must begin on a line of its own", hint: func(line string) string {
		return "put each - on its own line below the key; if it is text, " + quoteValue(line)
	}},
	{theirs: "did not find expected key", message: "the text goes on after the closing quote, or this line is not indented like the ones above it", hint: requote},
	{theirs: "expected '-' indicator", message: "this line does not belong to the list above it", hint: always("begin every line of the front matter with a key")},
	{theirs: "<document start>", message: "this line is not indented like the ones above it", hint: always("begin every key at the start of its line"), look: firstIndent},
	{theirs: "exceeded max depth", message: "there are too many brackets inside each other", hint: always("write a plain list: [one, two]")},
}

func always(hint string) func(string) string { return func(string) string { return hint } }

// quoteValue shows the line with its value in quotes.
func quoteValue(line string) string {
	key, value, ok := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	if !ok || value == "" {
		return "put the value in quotes"
	}
	return fmt.Sprintf("write %s: %s", strings.TrimSpace(key), quote(unmarked(value)))
}

// endQuote is for a line whose quotes do not end.
func endQuote(line string) string {
	if strings.ContainsAny(line, "“”‘’″") {
		return `the quote mark at the end is not a plain one; type " again, and switch smart quotes off`
	}
	return "add the same quote mark at the end of the value"
}

// endList is for a line whose bracket does not end.
func endList(line string) string {
	switch {
	case strings.Contains(line, " #"):
		return "what stands after # is not read; put that part in quotes"
	case strings.ContainsAny(line, "“”‘’″"):
		return "these quote marks are not plain ones; type them again, and switch smart quotes off"
	case strings.Contains(line, "{"):
		return "put } at its end and a comma between its parts"
	}
	return "put ] at its end and a comma between its parts"
}

// requote shows a line whose value is in quotes and goes on after them, or has
// the same quotes inside, with quotes that hold all of it.
func requote(line string) string {
	_, value, _ := strings.Cut(line, ": ")
	value = strings.TrimSpace(value)
	if len(value) < 2 || value[0] != '"' && value[0] != '\'' {
		return "put the whole value in quotes, and begin every key at the start of its line"
	}
	if value[0] == value[len(value)-1] {
		value = value[1 : len(value)-1]
	}
	return quoteValue(line[:strings.Index(line, ": ")+2] + value)
}

// quote puts a text into the kind of quotes that YAML needs least escapes for.
func quote(s string) string {
	if strings.ContainsAny(s, `"\`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + s + `"`
}

// tabsBefore is where tabs indent a line: empty when none do.
func tabsBefore(f *source.File, line source.Span) source.Span {
	text := f.Bytes(line)
	indent := text[:len(text)-len(bytes.TrimLeft(text, " \t"))]
	first, last := bytes.IndexByte(indent, '\t'), bytes.LastIndexByte(indent, '\t')
	return source.Span{Start: line.Start + max(first, 0), End: line.Start + last + 1}
}

// lineAbove finds the line at fault when YAML took it for the beginning of a
// text and was then surprised by the colon of the next: title, title = Care.
func lineAbove(f *source.File, here source.Span) (diag.Finding, bool) {
	line := f.LineAt(here.Start)
	if bytes.Contains(f.Text[line.Start:here.Start], []byte(": ")) || line.Start <= f.Front.Start {
		return diag.Finding{}, false
	}
	above := f.LineAt(line.Start - 1)
	text := string(f.Bytes(above))
	colon := strings.Contains(text, ":")
	if name, rest, ok := strings.Cut(text, "="); !colon && ok {
		return ruleYAML.At(f, above, "this line has = in place of a colon").
			WithHint("write %s: %s", strings.TrimSpace(name), strings.TrimSpace(rest)), true
	}
	if !colon {
		return ruleYAML.At(f, above, "this line has no colon after the key").
			WithHint("write it as key: value, or indent a long text that goes on here"), true
	}
	return diag.Finding{}, false
}

// firstIndent finds that the first key is not at the start of its line, which
// YAML only notices at a later one that is.
func firstIndent(f *source.File, here source.Span) (diag.Finding, bool) {
	blank := len(f.Bytes(f.Front)) - len(bytes.TrimLeftFunc(f.Bytes(f.Front), unicode.IsSpace))
	first := f.LineAt(f.Front.Start + blank)
	text := string(f.Bytes(first))
	if strings.TrimLeftFunc(text, unicode.IsSpace) == text || first == f.LineAt(here.Start) {
		return diag.Finding{}, false
	}
	return ruleYAML.At(f, first, "this line begins with a space, unlike those below it").
		WithHint("begin every key at the start of its line"), true
}
