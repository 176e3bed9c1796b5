//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is how much memory a program had at its most.
func peak(p *os.ProcessState) int64 {
	usage := p.SysUsage().(*syscall.Rusage)
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}
