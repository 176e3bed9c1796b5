//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// peak is how much memory a program had at its most.
func peak(p *os.ProcessState) int64 {
	usage := p.SysUsage().(*syscall.Rusage)
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// processorTime is how long all cores have worked for this process.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // it fails only when asked for what there is not
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
