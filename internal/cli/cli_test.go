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

// TestExplain holds that trouble is told with a next step, and that step once.
func TestExplain(t *testing.T) {
	for _, err := range []error{
		&output.RefusedError{Target: "content", Reason: "is the folder content"},
		&output.ConflictError{Target: "public", Conflicts: []output.Conflict{{Path: "index.html", Reason: "was not made by commonground"}}},
		&output.BusyError{Target: "public", Holder: "process 42"},
	} {
		message, hint := explain(fmt.Errorf("write: %w", err))
		said := message + "\n" + hint
		if n := strings.Count(said, "choose another") + strings.Count(said, "wait until"); n != 1 {
			t.Errorf("%d next steps in: %s", n, said)
		}
	}
	if message, hint := explain(errors.New("no space left")); message != "no space left" || hint != "" {
		t.Errorf("got %q, %q", message, hint)
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
