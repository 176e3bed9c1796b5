package cli

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// clicked runs the program for somebody who double-clicked it, or a shortcut to
// it: without words it shows the package that it lies in. Its window would close
// with it, so it waits until what it said has been read.
func clicked(args []string, env Env) int {
	defer waitForEnter(env)
	if len(args) > 0 {
		return run(args, env)
	}
	program, _ := os.Executable() // without a path it lies in no package
	dir, err := clickedPackage(".", program)
	if err != nil {
		return end(env, err)
	}
	return run([]string{"serve", "--open", "-C", dir}, env)
}

// clickedPackage returns the working folder, or else the program's, whichever is
// a package. The error says what to do to somebody who has no terminal open.
func clickedPackage(working, program string) (string, error) {
	own := filepath.Dir(program)
	for _, dir := range []string{working, own} {
		if root, err := openPackage(dir); err == nil {
			root.Close()
			return dir, nil
		}
	}
	name := strings.TrimSuffix(filepath.Base(program), ".exe")
	return "", usage("if you have a package, move this program into it, beside the folder content, and double-click it there; "+
		"to make one, type cmd in the address bar of this folder, press Enter, and type: "+quoted(name)+" init my-training",
		"there is no package to show: %s holds no folder named content", quoted(own))
}

func waitForEnter(env Env) {
	fmt.Fprintln(env.Stderr, "\nthe program has ended: press Enter to close this window")
	_, _ = bufio.NewReader(env.Stdin).ReadString('\n') // a window that nobody can type in need not stay
}
