package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
)

func doubleClick() bool { return true }

// TestClickedPackage holds that the working folder goes before the program's, and
// that whoever has no package is told how to make one.
func TestClickedPackage(t *testing.T) {
	mine, other, empty := packageFolder(t), packageFolder(t), t.TempDir()
	for _, test := range []struct{ working, lies, want string }{
		{mine, other, mine},
		{mine, empty, mine},
		{empty, other, other},
		{filepath.Join(mine, "content"), mine, mine},
		{empty, empty, ""},
		{empty, filepath.Join(mine, "content"), ""},
	} {
		got, err := clickedPackage(test.working, filepath.Join(test.lies, "commonground (1).exe"))
		if got != test.want || (err != nil) != (test.want == "") {
			t.Errorf("from %s, by a program in %s: %q, %v, want %q", test.working, test.lies, got, err, test.want)
		}
	}
	_, err := clickedPackage(empty, filepath.Join(empty, "commonground (1).exe"))
	told, ok := errors.AsType[*usageError](err)
	if !ok || !strings.Contains(told.message, empty) || !strings.HasSuffix(told.hint, `type: "commonground (1)" init my-training`) {
		t.Errorf("told %v", err)
	}
}

// TestClickedWaits holds that the window of a double click stays until Enter, for
// a mistake and for a command that a shortcut names.
func TestClickedWaits(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, test := range []struct {
		args []string
		code int
		said string
	}{
		{nil, exitUsage, "there is no package to show"},
		{[]string{"version"}, exitClean, "commonground "},
		{[]string{"biuld"}, exitUsage, "did you mean build?"},
	} {
		synctest.Test(t, func(t *testing.T) {
			stdin, keyboard := io.Pipe()
			var said bytes.Buffer
			code, ended := 0, false
			go func() {
				code = Main(test.args, Env{Stdin: stdin, Stdout: &said, Stderr: &said, Clicked: doubleClick})
				ended = true
			}()
			synctest.Wait()
			if ended || !strings.Contains(said.String(), test.said) || !strings.HasSuffix(said.String(), "press Enter to close this window\n") {
				t.Errorf("%q: ended is %v, said %s", test.args, ended, &said)
			}
			io.WriteString(keyboard, "\r\n")
			synctest.Wait()
			if !ended || code != test.code {
				t.Errorf("%q: after Enter, ended is %v, exit %d, want %d", test.args, ended, code, test.code)
			}
		})
	}
}

// TestClickedWithoutKeyboard holds that nobody waits for an Enter that cannot come.
func TestClickedWithoutKeyboard(t *testing.T) {
	t.Chdir(t.TempDir())
	if code := Main(nil, Env{Stdin: strings.NewReader(""), Stderr: io.Discard, Clicked: doubleClick}); code != exitUsage {
		t.Errorf("exit %d", code)
	}
}

// TestNotClicked holds that a program in a terminal never waits.
func TestNotClicked(t *testing.T) {
	for _, clicked := range []func() bool{nil, func() bool { return false }} {
		keyboard := strings.NewReader("\n")
		code := Main(nil, Env{Stdin: keyboard, Stdout: io.Discard, Stderr: io.Discard, Clicked: clicked})
		if code != exitUsage || keyboard.Len() != 1 {
			t.Errorf("exit %d, %d bytes left to read", code, keyboard.Len())
		}
	}
}

// packageFolder makes the smallest package that has a lesson.
func packageFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/index.md":         "---\ntitle: Test\nsummary: A package for a test.\nlanguage: en-GB\n---\n\nWelcome.\n",
		"content/lessons/plain.md": "---\ntitle: Say it plainly\nsummary: Words that patients know.\nthemes: [language]\nminutes: 5\noutcome: Explain it in plain words.\n---\n\nPlain words help.\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// shippedProgram is what comes with the program, wherever a test goes.
func shippedProgram(t *testing.T) fs.FS {
	t.Helper()
	top, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return os.DirFS(top)
}
