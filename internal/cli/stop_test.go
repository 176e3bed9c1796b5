package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// alarmed is a file system that calls a hook before its Nth opening, counted from 1.
type alarmed struct {
	fs.FS
	at     int64
	hook   func()
	opened *atomic.Int64
}

func (c alarmed) Open(name string) (fs.File, error) {
	if c.opened.Add(1) == c.at {
		c.hook()
	}
	return c.FS.Open(name)
}

// A build that is stopped before it writes, at whatever moment, leaves everything as
// it was. (That one which is stopped while it writes does so is held in output.)
func TestStopBuild(t *testing.T) {
	for _, out := range []string{"new", "old", "new.zip", "old.zip"} {
		stopped, done := 0, 0
		for at := int64(1); done == 0; at += 11 {
			dir := folderToServe(t)
			b := builder{inspection: inspection{dir: dir, format: "text", quiet: true}, out: filepath.Join(dir, out)}
			env := Env{Stdout: io.Discard, Stderr: io.Discard, Now: time.Now, Program: shippedProgram(t)}
			if strings.HasPrefix(out, "old") {
				if err := b.build(t.Context(), env); err != nil {
					t.Fatal(err)
				}
				changeLesson(t, dir)
			}
			before := filesBelow(t, dir)
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			env.Program = alarmed{env.Program, at, stop, new(atomic.Int64)}
			switch err := b.build(ctx, env); {
			case errors.Is(err, errStopped):
				stopped++
				sameFiles(t, filesBelow(t, dir), before)
			case err != nil:
				t.Errorf("stopped at opening %d: %v", at, err)
			case env.Program.(alarmed).opened.Load() < at:
				done++ // nothing was left to be stopped at
			}
			if t.Failed() {
				t.Fatalf("%s: stopped at opening %d", out, at)
			}
		}
		t.Logf("%s: stopped at %d moments", out, stopped)
		if stopped < 5 {
			t.Errorf("%s: stopped at %d moments only", out, stopped)
		}
	}
}

// A build that is stopped while it shows how far it is has taken that line away by
// the time it says so. A device stands for a terminal.
func TestStopEndsProgress(t *testing.T) {
	terminal, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	dir, program := folderToServe(t), shippedProgram(t)
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		env := Env{Stdout: io.Discard, Stderr: terminal, Now: time.Now, Program: alarmed{program, 1, func() {
			time.Sleep(2 * unseen)
			stop()
			time.Sleep(time.Hour)
		}, new(atomic.Int64)}}
		b := builder{inspection: inspection{dir: dir, format: "text"}, out: filepath.Join(dir, "public")}
		if err := b.build(ctx, env); !errors.Is(err, errStopped) {
			t.Errorf("it ends with %v", err)
		}
		synctest.Wait()
		running := make([]byte, 1<<20)
		if running = running[:runtime.Stack(running, true)]; bytes.Contains(running, []byte("(*progress).show")) {
			t.Error("progress is still shown")
		}
		time.Sleep(2 * time.Hour) // and the build, unseen, comes to its end
	})
}

func changeLesson(t *testing.T, dir string) {
	t.Helper()
	lessons, err := filepath.Glob(filepath.Join(dir, "content", "lessons", "*.md"))
	if err != nil || len(lessons) == 0 {
		t.Fatal("there is no lesson", err)
	}
	text, err := os.ReadFile(lessons[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(lessons[0], append(text, "\nOne more thing.\n"...), 0o666); err != nil {
		t.Fatal(err)
	}
}

// filesBelow returns the text of every file of a folder but the list in a site,
// which may say which files a build was about to write.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == ".commonground.json" {
			return err
		}
		all[name] = "folder"
		if !d.IsDir() {
			text, err := os.ReadFile(name)
			all[name] = string(text)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func sameFiles(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range want {
		if g, there := got[name]; !there || g != text {
			t.Errorf("%s is %.40q, want %.40q", name, g, text)
		}
	}
	for name := range got {
		if _, there := want[name]; !there {
			t.Errorf("%s is left", name)
		}
	}
}
