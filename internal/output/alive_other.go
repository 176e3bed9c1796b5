//go:build !windows

package output

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

func alive(pid int) bool {
	p, _ := os.FindProcess(pid) // which is no failure here, whether it runs or not
	defer p.Release()
	err := p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}
