package cli

import (
	"os/exec"
	"runtime"
)

func (env Env) browse(address string) error {
	if env.Browse != nil {
		return env.Browse(address)
	}
	return openInBrowser(address)
}

// openInBrowser asks the system to open an address of ours. The program is
// fixed, the address is one that we made, and no shell reads it.
func openInBrowser(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	return launch(exec.Command(name, args...))
}

// launch starts a program that outlives this one, whatever ends this one.
func launch(command *exec.Cmd) error {
	setApart(command)
	if err := command.Start(); err != nil {
		return err
	}
	go command.Wait() // so that nothing is left of it
	return nil
}
