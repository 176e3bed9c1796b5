package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
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
