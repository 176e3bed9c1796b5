//go:build unix

package cli

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"
)

// endless is a program whose files are never read to their end: it tells that
// somebody has begun to.
type endless struct{ begun func() }

func (e endless) Open(string) (fs.File, error) {
	e.begun()
	select {}
}

// Ctrl-C, and a system that shuts down, end a build at once: even one that would
// never end by itself.
func TestSignalsStopBuild(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		dir := packageFolder(t)
		before := filesBelow(t, dir)
		var said bytes.Buffer
		var once sync.Once // a second one would end the test
		env := Env{Stdout: io.Discard, Stderr: &said, Now: time.Now, Program: endless{func() {
			once.Do(func() {
				if err := syscall.Kill(os.Getpid(), sig); err != nil {
					t.Error(err)
				}
			})
		}}}
		if code := Main([]string{"build", "-C", dir, "-o", filepath.Join(dir, "public")}, env); code != exitStopped {
			t.Errorf("%v: exit code %d", sig, code)
		}
		if got, want := said.String(), "commonground: stopped; nothing was written\n"; got != want {
			t.Errorf("%v: said %q, want %q", sig, got, want)
		}
		sameFiles(t, filesBelow(t, dir), before)
	}
}

// What is better done than broken off is done.
func TestSignalsDoNotStopWriting(t *testing.T) {
	seen := make(chan os.Signal, 1)
	signal.Notify(seen, os.Interrupt)
	defer signal.Stop(seen)
	err := unstopped(func() error {
		err := syscall.Kill(os.Getpid(), syscall.SIGINT)
		<-seen
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
