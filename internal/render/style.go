package render

import (
	"bytes"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// checkStyles returns the first thing wrong with each stylesheet.
func checkStyles(files []*source.File) (findings []diag.Finding) {
	for _, f := range files {
		for _, found := range []*diag.Finding{checkStyle(f), styleBrand(f)} {
			if found != nil {
				findings = append(findings, *found)
			}
		}
	}
	return findings
}

// checkStyle looks at a stylesheet as far as it can hurt a page: a bracket that
// is not closed swallows every rule behind it, also those of other files, and
// what is loaded from elsewhere is not there on a memory stick. It returns the
// first such place.
func checkStyle(f *source.File) *diag.Finding {
	c := styleReader{file: f}
	for c.at < len(f.Text) {
		if finding := c.step(); finding != nil {
			return finding
		}
	}
	if len(c.open) > 0 {
		return c.report(c.open[len(c.open)-1], 1, "this bracket is never closed", "add } where the rule ends")
	}
	return nil
}

// styleReader goes through a stylesheet: comments and quoted texts at once,
// everything else byte by byte.
type styleReader struct {
	file *source.File
	at   int
	open []int // offsets of the brackets that are open
}

func (c *styleReader) report(at, width int, message, hint string) *diag.Finding {
	f := ruleStyle.At(c.file, source.Span{Start: at, End: min(at+width, len(c.file.Text))}, "%s", message).WithHint("%s", hint)
	return &f
}

func (c *styleReader) step() *diag.Finding {
	rest := c.file.Text[c.at:]
	lower := strings.ToLower(string(rest[:min(len(rest), 12)]))
	switch {
	case strings.HasPrefix(lower, "/*"):
		return c.skip(2, "*/", "this comment is never closed", "add */ where it ends")
	case rest[0] == '"' || rest[0] == '\'':
		return c.skip(1, string(rest[:1]), "this text in quotes is never closed", "add the same quote mark at its end")
	case rest[0] == '{':
		c.open = append(c.open, c.at)
	case rest[0] == '}' && len(c.open) == 0:
		return c.report(c.at, 1, "this bracket closes nothing", "delete it, or open the rule with {")
	case rest[0] == '}':
		c.open = c.open[:len(c.open)-1]
	case strings.HasPrefix(lower, "@import"):
		return c.report(c.at, 7, "a stylesheet cannot load another one", "copy the rules into static/css instead")
	case strings.HasPrefix(lower, "url("):
		inside := strings.TrimLeft(string(rest[4:min(len(rest), 40)]), " '\"")
		if !strings.HasPrefix(inside, "data:") && !strings.HasPrefix(inside, "#") {
			return c.report(c.at, 4, "a stylesheet cannot load files", "write the picture into the address: url(data:image/svg+xml,…)")
		}
	}
	c.at++
	return nil
}

// skip goes behind the end of a comment or a quoted text.
func (c *styleReader) skip(begin int, end, message, hint string) *diag.Finding {
	n := bytes.Index(c.file.Text[c.at+begin:], []byte(end))
	if n < 0 {
		return c.report(c.at, begin, message, hint)
	}
	c.at += begin + n + len(end)
	return nil
}
