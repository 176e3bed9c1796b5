//go:build unix

package cli

import (
	"os/exec"
	"syscall"
)

// setApart keeps Ctrl-C, which a terminal sends to all it started, from a browser
// that was not open before.
func setApart(command *exec.Cmd) { command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
