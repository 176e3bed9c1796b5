package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// report collects what is found in one file. Places are given as offsets in the
// body, as goldmark counts them, and leave as spans of the file.
type report struct {
	file      *source.File
	base      int // offset of the body in the file
	findings  []diag.Finding
	refused   bool       // a limit was passed: no HTML is made
	cells     int        // of all tables
	openIn    ast.Node   // the paragraph in which a comment has no end
	lastOpen  *directive // the last block that ended without a closing line
	codes     map[ast.Node]*openCode
	openCode  int     // where the last code ended that was never closed; 0 when there is none
	known     []Range // of the body, in which a ::: needs no closer look
	noteTexts []*east.Footnote
}

// add reports a rule at a place of the body.
func (r *report) add(rule diag.Rule, start, end int, message, hint string) {
	found := rule.At(r.file, r.span(start, end), "%s", message)
	found.Hint = hint
	r.findings = append(r.findings, found)
}

// offer adds an edit of the body to the last finding: the safe way to mend it.
func (r *report) offer(start, end int, text string) {
	last := &r.findings[len(r.findings)-1]
	*last = last.WithEdit(r.span(start, end), text)
}

// refuse reports that a limit is passed, once for a rule: the first place says enough.
func (r *report) refuse(rule diag.Rule, start, end int, message, hint string) {
	r.refused = true
	for _, f := range r.findings {
		if f.Rule == rule.Code {
			return
		}
	}
	r.add(rule, start, end, message, hint)
}

// span turns offsets in the body into a span of the file, whatever they are.
func (r *report) span(start, end int) source.Span {
	size := len(r.file.Text) - r.base
	start = min(max(start, 0), size)
	end = min(max(end, start), size)
	return source.Span{Start: start + r.base, End: end + r.base}
}

// doc is what is left of a file that was refused: which limits it passed. What
// else was found may be wrong, since reading was cut short.
func (r *report) doc() *Doc {
	limits := slices.DeleteFunc(r.findings, func(f diag.Finding) bool {
		return !strings.HasPrefix(f.Rule, "limit-")
	})
	return &Doc{Findings: diag.Sort(limits)}
}

// quote shows what was found, in one line and not too long.
func quote(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > 40 {
		s = string(runes[:39]) + "…"
	}
	return `"` + s + `"`
}
