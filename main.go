// Commonground turns a folder of Markdown into a training package that staff can
// read anywhere, offline included. README.md says how to use it, and
// docs/architecture.md how it is made.
package main

import (
	"embed"
	"os"
	"time"

	"github.com/inconshreveable/mousetrap"

	"commonground/internal/cli"
)

// program is what comes with the program: the look, and the six themes that a
// package has unless it brings its own.
//
//go:embed layouts static themes
var program embed.FS

func main() { os.Exit(run()) }

// run does what the words of the command say and returns the exit code.
func run() int {
	return cli.Main(os.Args[1:], cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Program: program,
		Now: time.Now, CacheDir: os.UserCacheDir, Clicked: mousetrap.StartedByExplorer,
	})
}
