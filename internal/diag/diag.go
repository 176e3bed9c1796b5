// Package diag describes what the tool has to say about the content: findings,
// the rules that raise them, how they are sorted and how they are printed.
//
// A finding is about something an author can mend. Trouble of the tool itself
// (a full disk, a bug) is an ordinary error and never a finding.
package diag

import (
	"cmp"
	"fmt"
	"slices"

	"commonground/internal/source"
)

// Severity says how much a finding matters. Errors stop a build.
type Severity uint8

// The severities, from the least to the most serious. Off is only a setting:
// a finding is never Off.
const (
	Off Severity = iota
	Note
	Warning
	Error
)

var severityNames = [...]string{"off", "note", "warning", "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity reads the name of a severity as the settings write it.
func ParseSeverity(name string) (Severity, bool) {
	i := slices.Index(severityNames[:], name)
	return Severity(max(i, 0)), i >= 0
}

// Rule is one thing that is looked for. Each package that raises findings
// exports the list of its rules; docs/rules.md has a section for each.
type Rule struct {
	Code     string   // stable, lower case with hyphens: link-missing
	Severity Severity // unless the settings say otherwise; advice can be Off
	Title    string   // what it asks, in one plain sentence
	English  bool     // it looks at English words and means nothing in another language
	Advice   bool     // it stops nothing, so a build does not look for it: see check.Advise
	Why      string   // for advice: what readers gain, and who says so, in a sentence or two
	Scope    string   // for advice: what is looked at, and what never is
}

// Finding is one problem at one place.
type Finding struct {
	Rule     string // the code of the rule
	Severity Severity
	Path     string       // the file or folder, from the package's folder, with slashes
	File     *source.File // nil when Path is no text file that was read
	Span     source.Span  // in File; zero means the file as a whole
	Message  string       // lower case, no full stop, plain words
	Hint     string       // what to try; may be empty
	Edits    []Edit       // the one safe way to mend it, all of them or none; nil when a person must choose
}

// Edit puts a text in the place of a span of the finding's file. A rule offers
// edits only where nobody who reads the finding would choose another mending:
// they are made without a question.
type Edit struct {
	Span source.Span
	Text string // with LF line ends, whatever the file has
}

// At reports the rule at a span of a file.
func (r Rule) At(f *source.File, span source.Span, format string, args ...any) Finding {
	return Finding{Rule: r.Code, Severity: r.Severity, Path: f.Name, File: f, Span: span, Message: brief(format, args)}
}

// In reports the rule about a file or folder as a whole.
func (r Rule) In(path string, format string, args ...any) Finding {
	return Finding{Rule: r.Code, Severity: r.Severity, Path: path, Message: brief(format, args)}
}

// longest is how many characters a message or a hint may have.
const longest = 500

// brief is fmt.Sprintf for people: what is quoted from a file may be as long as
// the file, and is then cut.
func brief(format string, args []any) string {
	text := fmt.Sprintf(format, args...)
	if len(text) <= longest {
		return text
	}
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}

// WithHint returns the finding with a hint: what to try next.
func (f Finding) WithHint(format string, args ...any) Finding {
	f.Hint = brief(format, args)
	return f
}

// WithEdit returns the finding with one more edit, which must not overlap those
// it has.
func (f Finding) WithEdit(span source.Span, text string) Finding {
	f.Edits = append(slices.Clip(f.Edits), Edit{span, text})
	return f
}

// Position returns the place as line and column, or false when the finding is
// about a file as a whole that was not read as text.
func (f Finding) Position() (source.Position, bool) {
	if f.File == nil {
		return source.Position{}, false
	}
	return f.File.Position(f.Span.Start), true
}

// Sort orders findings by path, place, severity (worst first), rule and
// message, and drops exact repeats, so that the order of work never shows.
func Sort(findings []Finding) []Finding {
	slices.SortStableFunc(findings, compare)
	return slices.CompactFunc(findings, func(a, b Finding) bool { return compare(a, b) == 0 })
}

func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.Message, b.Message),
	)
}

// Count returns how many findings there are of each severity.
func Count(findings []Finding) (errors, warnings, notes int) {
	for _, f := range findings {
		switch f.Severity {
		case Error:
			errors++
		case Warning:
			warnings++
		case Note:
			notes++
		}
	}
	return errors, warnings, notes
}
