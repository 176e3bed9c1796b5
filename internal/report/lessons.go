package report

import (
	"strings"

	"commonground/internal/training"
)

// lessonRow is a lesson at a glance.
type lessonRow struct {
	Title    string
	Themes   string
	Minutes  int
	Words    int
	Findings int
	ID       string // where its findings are told; "" when there are none
	Due      string
}

func lessonRows(in Input, findings findingsView, reading readingView) []lessonRow {
	var rows []lessonRow
	for n, l := range in.Package.Lessons {
		row := lessonRow{Title: l.Name, Themes: themesOf(in.Graph.Lesson(l).Themes), Minutes: l.Minutes, Words: reading.Lessons[n].Words, Due: l.ReviewBy.Long()}
		for _, p := range findings.Pages {
			if p.Path == l.File.Name {
				row.Findings, row.ID = len(p.Findings), p.ID
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func themesOf(themes []*training.Theme) string {
	var names []string
	for _, t := range themes {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}
