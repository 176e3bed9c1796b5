package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// slack is what the runtime of Go asks the system for in MiB, and does not use.
const slack = 256

// limitMemory makes the system refuse this process more memory.
func limitMemory(mib int) {
	most := uint64(mib+slack) << 20
	if err := syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
		panic(err)
	}
}

// peakMemory returns the most memory that this process has held so far, in MiB.
func peakMemory() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kib int
	fmt.Sscan(rest, &kib)
	return kib >> 10
}

// TestLimitBites shows that a case which asks for more memory than it may is
// seen: by what it used, and long before it has taken much, by the system.
func TestLimitBites(t *testing.T) {
	dir := workFolder(t)
	writeFiles(t, dir, smallest(nil))
	if r := runIn(t, dir, defaultMemory, buildArgs); r.code != 0 || r.peak < 5 || r.peak > defaultMemory {
		t.Errorf("exit code %d, %d MiB\n%s", r.code, r.peak, r.said)
	}
	if r := runIn(t, dir, 1-slack, buildArgs); r.code == 0 {
		t.Error("a build with 1 MiB of memory ended well")
	}
}
