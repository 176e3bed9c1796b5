//go:build unix

package cli

import (
	"io"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestClickedServes holds that a double click in a package opens it in the
// browser, until Ctrl-C and Enter.
func TestClickedServes(t *testing.T) {
	shipped := shippedProgram(t)
	t.Chdir(packageFolder(t))
	var opened string
	keyboard := strings.NewReader("\n")
	env := Env{Stdin: keyboard, Stdout: io.Discard, Stderr: new(impatient), Program: shipped, Now: time.Now, Clicked: doubleClick}
	env.Browse = func(address string) error {
		opened = address
		return nil
	}
	if code := Main(nil, env); code != exitClean || !strings.HasPrefix(opened, "http://127.0.0.1:") || keyboard.Len() > 0 {
		t.Errorf("exit %d, opened %q, %d bytes left to read", code, opened, keyboard.Len())
	}
}

// impatient is a terminal at which Ctrl-C is pressed once serve has said more
// than where it serves.
type impatient struct{ serving, pressed bool }

func (i *impatient) Write(line []byte) (int, error) {
	if i.serving && !i.pressed {
		i.pressed = true
		return len(line), syscall.Kill(syscall.Getpid(), syscall.SIGINT)
	}
	i.serving = i.serving || strings.HasPrefix(string(line), "serving ")
	return len(line), nil
}
