package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

// cost is what one run of a program took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes in memory at its most; 0 where the system does not say
}

// stoppable gives a context that ends with Ctrl-C, so that what was written is
// cleared away. A second Ctrl-C ends the program at once.
func stoppable() (ctx context.Context, end func()) {
	ctx, end = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, end)
	return ctx, end
}

// measure runs a program to its end.
func measure(ctx context.Context, args []string) (cost, error) {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	c := cost{wall: time.Since(start)}
	if err != nil {
		return c, fmt.Errorf("%s: %w\n%.2000s", args[0], err, out)
	}
	c.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	c.peak = peak(cmd.ProcessState)
	return c, nil
}

// room is a folder to measure in. A disk is slow for a while after many files were
// deleted, so there nothing is deleted before the end; memory is given back at once,
// and would be full otherwise.
type room struct {
	dir    string
	memory bool
}

// Bytes that one lesson takes in a synthetic package and in its site, and those of
// the programs that are built.
const (
	packageBytes = 20 << 10
	siteBytes    = 60 << 10
	toolBytes    = 200 << 20
)

// newRoom makes a folder in another, or if that is "" in memory, where the system
// offers it and has so many bytes free, or else among temporary files.
func newRoom(in string, bytes int64) (room, error) {
	const shared = "/dev/shm"
	if in == "" && free(shared) >= bytes {
		if dir, err := os.MkdirTemp(shared, "bench"); err == nil {
			return room{dir, true}, nil
		}
	}
	dir, err := os.MkdirTemp(in, "bench")
	return room{dir, false}, err
}

// done gives back what is no longer needed, in memory only.
func (r room) done(dir string) error {
	if !r.memory {
		return nil
	}
	return os.RemoveAll(dir)
}

func (r room) close() { os.RemoveAll(r.dir) }
