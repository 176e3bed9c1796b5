package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Format names a way to print findings.
type Format string

// The formats of --format.
const (
	Text   Format = "text"
	JSON   Format = "json"
	GitHub Format = "github"
)

// Formats lists every format, the default first.
func Formats() []Format { return []Format{Text, JSON, GitHub} }

// Print writes the findings in the order they have. Colour marks the text
// format only.
func Print(w io.Writer, findings []Finding, format Format, colour bool) error {
	switch format {
	case JSON:
		return printJSON(w, findings)
	case GitHub:
		return printGitHub(w, findings)
	}
	var b bytes.Buffer
	for _, f := range findings {
		writeText(&b, f, colour)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// Colours of a terminal, in the order of the severities.
var colours = [...]string{Note: "\x1b[36m", Warning: "\x1b[33m", Error: "\x1b[31m"}

func writeText(b *bytes.Buffer, f Finding, colour bool) {
	on, off := "", ""
	if colour {
		on, off = colours[f.Severity], "\x1b[0m"
	}
	b.WriteString(Visible(f.Path))
	if p, ok := f.Position(); ok {
		fmt.Fprintf(b, ":%d:%d", p.Line, p.Column)
	}
	fmt.Fprintf(b, ": %s%s%s: %s [%s]\n", on, f.Severity, off, Visible(f.Message), f.Rule)
	writeExcerpt(b, f, on, off)
	if f.Hint != "" {
		fmt.Fprintf(b, "  hint: %s\n", Visible(f.Hint))
	}
}

// excerptWidth is how many characters of a line are shown.
const excerptWidth = 100

// writeExcerpt shows the line of the finding with marks under its place; a finding
// about the whole file shows nothing.
func writeExcerpt(b *bytes.Buffer, f Finding, on, off string) {
	before, marked, after, ok := f.Excerpt(excerptWidth)
	if !ok {
		return
	}
	marks := max(1, utf8.RuneCountInString(marked))
	fmt.Fprintf(b, "  | %s%s%s\n", before, marked, after)
	fmt.Fprintf(b, "  | %s%s%s%s\n", strings.Repeat(" ", utf8.RuneCountInString(before)), on, strings.Repeat("^", marks), off)
}

// jsonFinding is a finding as --format json prints it. Lines and columns start
// at 1 and count characters; they are absent for a file that is not text.
type jsonFinding struct {
	Path      string `json:"path"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
	Severity  string `json:"severity"`
	Rule      string `json:"rule"`
	Message   string `json:"message"`
	Hint      string `json:"hint,omitempty"`

	Edits []jsonEdit `json:"edits,omitempty"`
}

// jsonEdit is an edit: what stands from one place up to another becomes the text.
type jsonEdit struct {
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	Text      string `json:"text"`
}

func printJSON(w io.Writer, findings []Finding) error {
	list := make([]jsonFinding, 0, len(findings))
	for _, f := range findings {
		j := jsonFinding{Path: f.Path, Severity: f.Severity.String(), Rule: f.Rule, Message: f.Message, Hint: f.Hint}
		if p, ok := f.Position(); ok {
			end := f.File.Position(f.Span.End)
			j.Line, j.Column, j.EndLine, j.EndColumn = p.Line, p.Column, end.Line, end.Column
			j.Edits = jsonEdits(f)
		}
		list = append(list, j)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

func jsonEdits(f Finding) []jsonEdit {
	var edits []jsonEdit
	for _, e := range f.Edits {
		from, to := f.File.Position(e.Span.Start), f.File.Position(e.Span.End)
		edits = append(edits, jsonEdit{from.Line, from.Column, to.Line, to.Column, e.Text})
	}
	return edits
}

// printGitHub writes workflow commands, which GitHub shows beside the line.
func printGitHub(w io.Writer, findings []Finding) error {
	var b bytes.Buffer
	for _, f := range findings {
		level := f.Severity.String()
		if f.Severity == Note {
			level = "notice"
		}
		fmt.Fprintf(&b, "::%s file=%s", level, gitHubProperty(f.Path))
		if p, ok := f.Position(); ok {
			fmt.Fprintf(&b, ",line=%d,col=%d", p.Line, p.Column)
		}
		message := f.Message
		if f.Hint != "" {
			message += "\nhint: " + f.Hint
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", gitHubProperty(f.Rule), gitHubData(message))
	}
	_, err := w.Write(b.Bytes())
	return err
}

func gitHubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func gitHubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(gitHubData(s))
}
