//go:build unix

package cli

import (
	"os/exec"
	"syscall"
	"testing"
)

// TestBrowserOutlivesCtrlC holds that a browser is not among what Ctrl-C ends.
func TestBrowserOutlivesCtrlC(t *testing.T) {
	browser := exec.Command("cat") // runs until its input ends
	input, err := browser.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer input.Close()
	if err := launch(browser); err != nil {
		t.Fatal(err)
	}
	group, err := syscall.Getpgid(browser.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	if group == syscall.Getpgrp() {
		t.Error("it is in our process group")
	}
}
