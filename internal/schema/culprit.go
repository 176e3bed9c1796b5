package schema

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// culprit is a line that cannot be front matter whatever stands round it, though
// YAML may stumble only later. Above, if there is one, is what the line above
// must look like. Hint gets what the line's pattern found, and that of above.
type culprit struct {
	line, above *regexp.Regexp
	message     string
	hint        func(m []string, above []string) string
}

var culprits = []culprit{
	{line: regexp.MustCompile(`^([a-z_]+):([^\s/].*)$`), message: "there is no plain space after the colon",
		hint: func(m, _ []string) string {
			return fmt.Sprintf("write %s: %s", m[1], strings.TrimFunc(m[2], invisible))
		}},
	{line: regexp.MustCompile(`^(\s*)[*•·▪‣–—]\s+(\S.*)$`), message: "a line of a list begins with a hyphen",
		hint: func(m, _ []string) string { return "write " + "- " + quoteIfNeeded(m[2]) }},
	{line: regexp.MustCompile(`^\s*-([^\s-].*)$`), message: "a line of a list begins with a hyphen and a space",
		hint: func(m, _ []string) string { return spaceBehindHyphen(m[1]) }},
	{line: regexp.MustCompile(`^\s*(?:- )?([\w-]+): ["']([^"'“”‘’]*)[“”‘’″]\s*$`), message: "the quote mark at the end is not a plain one",
		hint: func(m, _ []string) string { return fmt.Sprintf("write %s: %s", m[1], quote(m[2])) }},
	{line: regexp.MustCompile(`[{,]\s*(\w+): “([^“”]*)”`), message: "these quote marks are not plain ones",
		hint: func(m, _ []string) string { return fmt.Sprintf("write %s: %s", m[1], quote(m[2])) }},
	{line: regexp.MustCompile(`^\s*([\w-]+): \[\s*- `), message: "a list in brackets has no hyphens",
		hint: func(m, _ []string) string {
			if m[1] == "rules" {
				return "write rules: {asset-unused: off}, with the name of your rule"
			}
			return "put each - on its own line below the key, or write [one, two]"
		}},
	{line: regexp.MustCompile(`^\s*(- |[\w-]+: )([\[{][^"'\]}]* #.*)$`), message: "what stands after # is not read",
		hint: func(m, _ []string) string { return "write " + m[1] + quoteParts(m[2]) }},
	{line: regexp.MustCompile(`^\s*(?:- )?[\w-]+: (?:\[[^\]]*\]|\{[^}]*\})\s*[^\s,\]}#].*$`), message: "a value cannot begin with a bracket unless it is in quotes",
		hint: func(m, _ []string) string { return quoteValue(m[0]) }},
	{line: regexp.MustCompile("^\\s*(?:- )?[\\w-]+: [&*?!%@`|>]\\s+[^\\s#].*$"), message: "a value cannot begin with this sign unless it is in quotes",
		hint: func(m, _ []string) string { return quoteValue(m[0]) }},
	{line: regexp.MustCompile(`^\s+(\w+: .*)$`), above: regexp.MustCompile(`^(\s*- )(\w+): .*$`), message: "this line is not indented like the one above it",
		hint: func(m, above []string) string {
			return fmt.Sprintf("put %d spaces before it, so that it stands below %s", len(above[1]), above[2])
		}},
}

// findCulprit looks for such a line from the one at which YAML stumbled up to
// the one at which it began to read what it could not make out.
func findCulprit(f *source.File, from, to int) (diag.Finding, bool) {
	for at := f.LineAt(to).Start; ; at = f.LineAt(at - 1).Start {
		line, above := f.LineAt(at), ""
		if at > f.Front.Start {
			above = string(f.Bytes(f.LineAt(at - 1)))
		}
		for _, c := range culprits {
			m, over := c.line.FindStringSubmatch(string(f.Bytes(line))), []string(nil)
			if m != nil && c.above != nil {
				over = c.above.FindStringSubmatch(above)
			}
			if m != nil && (c.above == nil || over != nil && !strings.HasPrefix(m[0], strings.Repeat(" ", len(over[1]))+m[1])) {
				return ruleYAML.At(f, line, "%s", c.message).WithHint("%s", c.hint(m, over)), true
			}
		}
		if at <= f.LineAt(from).Start || at <= f.Front.Start {
			return diag.Finding{}, false
		}
	}
}

// stumbled returns the range of the file in which an error of YAML may lie.
func stumbled(f *source.File, e *yaml.LoadError) (from, to int) {
	to = place(f, e.Mark.Line, e.Mark.Column)
	from = to
	if f.LineAt(to).Start > f.Front.Start {
		from = f.LineAt(to).Start - 1
	}
	if e.ContextMark.Line > 0 {
		from = min(from, place(f, e.ContextMark.Line, e.ContextMark.Column))
	}
	return from, to
}

// quoteParts puts those parts of a list or group in brackets into quotes that
// hold a #, and closes it.
func quoteParts(text string) string {
	open, shut := text[:1], "]"
	if open == "{" {
		shut = "}"
	}
	parts := strings.Split(strings.TrimSuffix(strings.TrimSpace(text[1:]), shut), ",")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
		key, value, pair := strings.Cut(parts[i], ": ")
		switch {
		case !strings.Contains(p, "#"):
		case pair && open == "{":
			parts[i] = key + ": " + quote(value)
		default:
			parts[i] = quote(parts[i])
		}
	}
	return open + strings.Join(parts, ", ") + shut
}

// spaceBehindHyphen shows a line of a list whose hyphen touches its words.
func spaceBehindHyphen(words string) string {
	return "put a space after each hyphen: - " + quoteIfNeeded(words)
}

// quoteIfNeeded puts a text in quotes if YAML would take it for something else.
func quoteIfNeeded(text string) string {
	if strings.Contains(text, ": ") || strings.Contains(text, " #") || strings.ContainsAny(text[:1], "&*?!%@`|>[]{}#-\"'") {
		return quote(text)
	}
	return text
}
