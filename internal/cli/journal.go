package cli

import (
	"fmt"
	"strings"
	"sync"

	"commonground/internal/diag"
	"commonground/internal/preview"
)

// journal tells people what happens while a preview runs, a line for each build,
// after the findings that the build before did not have.
type journal struct {
	env  Env
	mu   sync.Mutex // the server tells of trouble while a build is told
	last map[said]bool
	good bool // there was a build without mistakes
}

// said is what is known of a finding again, wherever its line has moved to.
type said struct{ rule, path, message string }

func (j *journal) say(format string, args ...any) {
	j.mu.Lock()
	defer j.mu.Unlock()
	fmt.Fprintf(j.env.Stderr, format+"\n", args...)
}

func (j *journal) trouble(message string) { j.say("trouble: %s", message) }

// build tells of one build.
func (j *journal) build(b preview.Build) {
	if b.Note != "" {
		j.say("%s", b.Note)
	}
	if b.Took == 0 && b.Changed == nil && b.Note != "" {
		return // nothing was built
	}
	j.findings(b.Findings)
	switch {
	case b.Trouble != nil:
		j.say("%strouble: %s", changed(b.Changed), b.Trouble)
	case b.Failed && !j.good:
		j.say("%s%s; the site appears when they are mended", changed(b.Changed), counts(b.Findings))
	case b.Failed:
		j.say("%s%s; the last version without mistakes stays until they are mended", changed(b.Changed), counts(b.Findings))
	default:
		j.good = true
		found := "no errors" // more cannot be said: the browser shows advice, which comes later
		if len(b.Findings) > 0 {
			found = counts(b.Findings)
		}
		j.say("%s%s, %s, in %d ms", changed(b.Changed), many(b.Pages, "page"), found, b.Took.Milliseconds())
	}
}

// findings prints those that were not there before.
func (j *journal) findings(findings []diag.Finding) {
	before := j.last
	j.last = make(map[said]bool, len(findings))
	var added []diag.Finding
	for _, f := range findings {
		what := said{f.Rule, f.Path, f.Message}
		j.last[what] = true
		if !before[what] {
			added = append(added, f)
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	_ = diag.Print(j.env.Stderr, added, diag.Text, colourful(j.env.Stderr)) // who cannot be told here cannot be told
}

// changed names what led to a build: a file or two, or how many.
func changed(paths []string) string {
	switch {
	case len(paths) == 0:
		return ""
	case len(paths) <= 2:
		return strings.Join(paths, ", ") + ": "
	}
	return many(len(paths), "file") + ": "
}
