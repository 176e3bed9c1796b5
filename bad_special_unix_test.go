//go:build unix && !race

package main

import (
	"net"
	"syscall"
	"testing"
)

// makeSpecial makes what is a file by name only, and which hangs or never ends
// when it is read.
func makeSpecial(t *testing.T, path string, args []string) {
	var err error
	switch args[0] {
	case "pipe":
		err = syscall.Mkfifo(path, 0o666)
	case "socket":
		var l net.Listener
		if l, err = net.Listen("unix", path); err == nil {
			t.Cleanup(func() { l.Close() })
		}
	default:
		err = syscall.Mknod(path, syscall.S_IFCHR|0o666, 1<<8|5) // the device of endless zeros
	}
	if err != nil {
		t.Skipf("a %s cannot be made here: %v", args[0], err)
	}
}
