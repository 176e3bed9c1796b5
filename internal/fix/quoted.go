package fix

import (
	"bytes"
	"slices"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/source"
)

// quotations are the places of a file that nobody may reword: what stands in a
// quotation, or between quote marks, is somebody else's.
type quotations []source.Span

// quotationsIn finds those of a file. In front matter, curly marks alone make a
// quotation, for straight ones belong to YAML.
func quotationsIn(f *source.File) quotations {
	all := betweenCurly(f)
	for _, p := range markdown.ReadProse(f).Passages {
		if p.Quoted {
			all = append(all, p.Span)
			continue
		}
		for _, m := range p.Marks {
			if m.Kind&markdown.Quotation != 0 {
				all = append(all, p.Place(m.Start, m.End))
			}
		}
	}
	return all
}

// betweenCurly finds what stands between curly quote marks on a line of the front
// matter.
func betweenCurly(f *source.File) (all quotations) {
	at := f.Front.Start
	for line := range bytes.Lines(f.Bytes(f.Front)) {
		start, end := bytes.Index(line, []byte("“")), bytes.LastIndex(line, []byte("”"))
		if start >= 0 && end > start {
			all = append(all, source.Span{Start: at + start, End: at + end + len("”")})
		}
		at += len(line)
	}
	return all
}

// holds says whether one of the edits would change something in a quotation.
func (q quotations) holds(edits []diag.Edit) bool {
	return slices.ContainsFunc(edits, func(e diag.Edit) bool {
		return slices.ContainsFunc(q, func(s source.Span) bool { return e.Span.Start < s.End && e.Span.End > s.Start })
	})
}
