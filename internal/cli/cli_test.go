package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/output"
)

// TestColourful holds that colour is for terminals only, and for nobody who has
// asked for none. A device stands for a terminal.
func TestColourful(t *testing.T) {
	device, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases := []struct {
		name          string
		w             io.Writer
		noColor, term string
		want          bool
	}{
		{"terminal", device, "", "xterm", true},
		{"NO_COLOR", device, "1", "xterm", false},
		{"dumb terminal", device, "", "dumb", false},
		{"file", file, "", "xterm", false},
		{"no file at all", &strings.Builder{}, "", "xterm", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv("NO_COLOR", c.noColor)
			t.Setenv("TERM", c.term)
			if got := colourful(c.w); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// TestOutcome holds that each end has its exit code and is told with one next step.
func TestOutcome(t *testing.T) {
	for _, test := range []struct {
		err  error
		code int
		step string
	}{
		{&output.RefusedError{Target: "content", Reason: "is the folder content"}, exitUsage, "choose another folder"},
		{&output.ConflictError{Target: "public", Conflicts: []output.Conflict{{Path: "index.html", Reason: "was not made by commonground"}}}, exitTrouble, "delete a changed page"},
		{&output.BusyError{Target: "public", Holder: "process 42"}, exitTrouble, "wait until"},
		{usage("name it with -C", "no"), exitUsage, "name it with -C"},
		{errors.New("no space left"), exitTrouble, ""},
	} {
		code, message, hint := outcome(fmt.Errorf("write: %w", test.err))
		said := message + "\n" + hint
		if code != test.code || test.step != "" && strings.Count(said, test.step) != 1 {
			t.Errorf("%v: exit %d, want %d; said %s", test.err, code, test.code, said)
		}
	}
	if code, message, _ := outcome(errFindings); code != exitFindings || message != "" {
		t.Errorf("findings: exit %d, said %q", code, message)
	}
}

// TestNamed holds that annotations name files from where the command runs.
func TestNamed(t *testing.T) {
	for dir, want := range map[string]string{".": "content/a.md", "training": "training/content/a.md", "./x/training/": "x/training/content/a.md", "..": "content/a.md"} {
		b := inspection{dir: dir, format: string(diag.GitHub)}
		if got := b.named([]diag.Finding{{Path: "content/a.md"}})[0].Path; got != want {
			t.Errorf("-C %s: %s, want %s", dir, got, want)
		}
	}
	b := inspection{dir: "training", format: string(diag.Text)}
	if got := b.named([]diag.Finding{{Path: "content/a.md"}})[0].Path; got != "content/a.md" {
		t.Errorf("as text: %s", got)
	}
}

func TestWords(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0 KB", 1: "1 KB", 1000: "1 KB", 1001: "2 KB", 999_999: "1000 KB", 1_000_000: "1.0 MB", 12_345_678: "12.3 MB"} {
		if got := size(bytes); got != want {
			t.Errorf("%d bytes are %s, want %s", bytes, got, want)
		}
	}
	for want, stats := range map[string]output.Stats{
		"nothing changed":                      {Files: 9},
		"1 file written":                       {Files: 9, Changed: 1},
		"2 files written, 1 old file removed":  {Files: 9, Changed: 2, Removed: 1},
		"0 files written, 2 old files removed": {Files: 9, Removed: 2},
	} {
		if got := changes(stats); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	found := []diag.Finding{{Severity: diag.Error}, {Severity: diag.Note}, {Severity: diag.Note}}
	if got := counts(found); got != "1 error, 2 notes" {
		t.Errorf("got %q", got)
	}
	if got := counts(nil); got != "no findings" {
		t.Errorf("got %q", got)
	}
}
