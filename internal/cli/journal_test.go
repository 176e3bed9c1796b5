package cli

import (
	"errors"
	"strings"
	"testing"
	"time"

	"commonground/internal/diag"
	"commonground/internal/preview"
	"commonground/internal/source"
)

// TestJournal holds what is printed of one build after the other.
func TestJournal(t *testing.T) {
	warning := diag.Finding{Rule: "raw-html", Severity: diag.Warning, Path: "content/a.md", Message: "no HTML"}
	moved := warning
	moved.Span = source.Span{Start: 1, End: 2}
	mistake := diag.Finding{Rule: "link-missing", Severity: diag.Error, Path: "content/b.md", Message: "no page", Hint: "write it"}
	ms := 5 * time.Millisecond
	var said strings.Builder
	log := &journal{env: Env{Stderr: &said}}
	for _, step := range []struct {
		name  string
		build preview.Build
		want  string
	}{
		{"first", preview.Build{Pages: 12, Took: ms}, "12 pages, no errors, in 5 ms\n"},
		{"one file", preview.Build{Changed: []string{"content/a.md"}, Pages: 12, Took: ms}, "content/a.md: 12 pages, no errors, in 5 ms\n"},
		{"new finding", preview.Build{Changed: []string{"content/a.md", "content/b.md"}, Pages: 1, Took: ms, Findings: []diag.Finding{warning}},
			"content/a.md: warning: no HTML [raw-html]\ncontent/a.md, content/b.md: 1 page, 1 warning, in 5 ms\n"},
		{"the same finding", preview.Build{Changed: []string{"a", "b", "c"}, Pages: 2, Took: ms, Findings: []diag.Finding{warning}},
			"3 files: 2 pages, 1 warning, in 5 ms\n"},
		{"the same elsewhere", preview.Build{Changed: []string{"a"}, Pages: 2, Took: ms, Findings: []diag.Finding{moved}},
			"a: 2 pages, 1 warning, in 5 ms\n"},
		{"failing", preview.Build{Changed: []string{"content/b.md"}, Failed: true, Took: ms, Findings: []diag.Finding{mistake, mistake}},
			strings.Repeat("content/b.md: error: no page [link-missing]\n  hint: write it\n", 2) +
				"content/b.md: 2 errors; the last version without mistakes stays until they are mended\n"},
		{"failing still", preview.Build{Changed: []string{"content/c.md"}, Failed: true, Took: ms, Findings: []diag.Finding{mistake, mistake}},
			"content/c.md: 2 errors; the last version without mistakes stays until they are mended\n"},
		{"one new among others", preview.Build{Changed: []string{"content/c.md"}, Failed: true, Took: ms, Findings: []diag.Finding{mistake, warning}},
			"content/a.md: warning: no HTML [raw-html]\n" +
				"content/c.md: 1 error, 1 warning; the last version without mistakes stays until they are mended\n"},
		{"trouble", preview.Build{Changed: []string{"."}, Failed: true, Took: ms, Trouble: errors.New("the drive is away")}, ".: trouble: the drive is away\n"},
		{"a note alone", preview.Build{Note: "changes show late"}, "changes show late\n"},
		{"a note with a build", preview.Build{Note: "changes show late", Changed: []string{"a"}, Pages: 3}, "changes show late\na: 3 pages, no errors, in 0 ms\n"},
	} {
		said.Reset()
		log.build(step.build)
		if said.String() != step.want {
			t.Errorf("%s: printed is\n%swant\n%s", step.name, &said, step.want)
		}
	}
	said.Reset()
	log.trouble("answer 50% of it")
	if said.String() != "trouble: answer 50% of it\n" {
		t.Errorf("printed is %s", &said)
	}
}
