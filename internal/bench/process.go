package main

import (
	"fmt"
	"os"
	"os/exec"
	"time"
)

// cost is what one run of a program took.
type cost struct {
	wall, cpu time.Duration
	peak      int64 // bytes in memory at its most; 0 where the system does not say
}

// measure runs a program to its end.
func measure(args []string) (cost, error) {
	cmd := exec.Command(args[0], args[1:]...)
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

// room is a folder to measure in, in memory where the system offers one. A disk is
// slow for a while after many files were deleted, so there nothing is deleted before
// the end; memory is given back at once, and would be full otherwise.
type room struct {
	dir    string
	memory bool
}

func newRoom() (room, error) {
	if dir, err := os.MkdirTemp("/dev/shm", "bench"); err == nil {
		return room{dir, true}, nil
	}
	dir, err := os.MkdirTemp("", "bench")
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
