// Package report makes one page about a package, for those who look after it:
// what there is to mend, how hard it is to read, whom and what it covers, and what
// falls due.
//
// A package with its findings and a day go in; the bytes of an HTML page come out
// that stands alone: it holds its own style, runs no script and loads nothing. The
// same input gives the same bytes. Every chart is a table first.
package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"fmt"
	"html/template"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// Input is what a report tells about.
type Input struct {
	Package  *training.Package // loaded with its prose
	Graph    *link.Graph
	Findings []diag.Finding // in order of place
	Today    schema.Date
}

// Mark stands near the beginning of every report, so that a file can be known as
// one that may be written anew.
const Mark = `<meta name="generator" content="commonground report">`

//go:embed report.html
var pageText string

//go:embed report.css
var styleText string

// view is what the page shows, with finished values.
type view struct {
	Title, Version, Day string
	Mark                template.HTML
	Policy              string
	Style               template.CSS
	Figures             []figure
	Findings            findingsView
	Lessons             []lessonRow
	Reading             readingView
	Coverage            coverageView
	Freshness           freshnessView
	Words               wordsView
}

// figure is a number that says something at a glance.
type figure struct {
	N    int
	What string
}

// Page returns the report.
func Page(in Input) ([]byte, error) {
	page, err := template.New("report").Parse(pageText)
	if err != nil {
		return nil, fmt.Errorf("read the page of the report: %w", err)
	}
	var b bytes.Buffer
	if err := page.Execute(&b, viewOf(in)); err != nil {
		return nil, fmt.Errorf("fill the page of the report: %w", err)
	}
	return b.Bytes(), nil
}

func viewOf(in Input) view {
	set := in.Package.Settings
	reading := readingOf(in.Package)
	v := view{
		Title: set.Name, Version: set.Version, Day: in.Today.Long(),
		Mark: template.HTML(Mark), Policy: policy(), Style: template.CSS(styleText), // both are ours
		Findings:  findingsOf(in),
		Reading:   reading,
		Coverage:  coverageOf(in.Package, in.Graph),
		Freshness: freshnessOf(in.Package, in.Today),
		Words:     wordsOf(in.Package, in.Graph),
	}
	v.Lessons = lessonRows(in, v.Findings, reading)
	v.Figures = figuresOf(in.Package, v.Lessons)
	return v
}

// policy allows the one style that the page holds, by its sum, and nothing else.
func policy() string {
	sum := sha256.Sum256([]byte(styleText))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

func figuresOf(pkg *training.Package, lessons []lessonRow) []figure {
	minutes := 0
	for _, l := range lessons {
		minutes += l.Minutes
	}
	return []figure{
		{len(pkg.Lessons), "lessons"}, {minutes, "minutes"}, {len(pkg.Themes), "themes"}, {len(pkg.Roles), "roles"},
		{len(pkg.Myths), "myth cards"}, {len(pkg.Terms), "terms"}, {len(pkg.Insights) + len(pkg.Stories), "insights and stories"},
	}
}
