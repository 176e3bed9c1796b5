// Package cli is the command line: it turns words into options, prints what the
// other packages return, and chooses the exit code.
//
// What a command makes for another program (findings as JSON, a schema, a
// version) and the help that was asked for go to standard output. What it says to
// people goes to standard error, in lower case, without a full stop, with a hint
// on how to go on.
package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/scaffold"
)

// Exit codes.
const (
	exitClean    = 0
	exitFindings = 1
	exitUsage    = 2
	exitTrouble  = 3
	exitStopped  = 130 // as shells have it
)

// ending is an exit code and what it means.
type ending struct {
	code    int
	meaning string
}

// endings say in help what each exit code means, in their order.
func endings() []ending {
	return []ending{
		{exitClean, "all is well"},
		{exitFindings, "the content has mistakes, or with --strict warnings"},
		{exitUsage, "the command was used wrongly"},
		{exitTrouble, "something is in the way, or the disk or the program itself is in trouble"},
		{exitStopped, "a build was stopped, and nothing was written"},
	}
}

// Env is what the command line gets from the system.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Program        fs.FS // layouts, static and themes
	Machine        output.Machine
	Now            func() time.Time
	// CacheDir gives the user's folder for what a program can do without. It may
	// be nil: then nothing is noted there.
	CacheDir func() (string, error)
	// Browse opens an address in the browser. It may be nil: then the system is
	// asked to.
	Browse func(address string) error
	// Clicked says whether a double click started the program, so that its window
	// closes with it. It may be nil: then none did.
	Clicked func() bool
}

// commands lists what the program can do, in the order of its help. A new
// command is one line here and one file, which says: Use (its name and all its
// flags), Short (one line), Long (sentences), Example, Args, RunE, and its flags.
func commands() []func(Env) *cobra.Command {
	return []func(Env) *cobra.Command{
		initCommand,
		newCommand,
		serveCommand,
		checkCommand,
		buildCommand,
		schemaCommand,
		completionCommand,
		versionCommand,
	}
}

// Main runs the command that args name and returns the exit code.
func Main(args []string, env Env) int {
	if env.Clicked != nil && env.Clicked() {
		return clicked(args, env)
	}
	return run(args, env)
}

func run(args []string, env Env) int {
	root := newRoot(env)
	root.SetArgs(append([]string{}, args...)) // for nil, cobra would take those of the process
	return end(env, root.Execute())
}

// end tells how a command ended and returns its exit code.
func end(env Env, err error) int {
	if err == nil {
		return exitClean
	}
	code, message, hint := outcome(err)
	if message != "" {
		say(env, message, hint)
	}
	return code
}

// newRoot is the program as a command that has all others below it.
func newRoot(env Env) *cobra.Command {
	cobra.EnableCommandSorting = false // their order is that of the list
	cobra.MousetrapHelpText = ""       // a double click is answered by clicked
	root := &cobra.Command{
		Use:           "commonground",
		Long:          "Commonground turns a folder of Markdown into a training package that works offline.",
		Version:       version(),
		Args:          cobra.ArbitraryArgs,
		RunE:          func(cmd *cobra.Command, args []string) error { return withoutCommand(env, cmd, args) },
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { help(env.Stdout, cmd) })
	root.SetHelpCommand(helpCommand(env))
	root.SetVersionTemplate("commonground {{.Version}}\n")
	root.SetFlagErrorFunc(wrongFlag)
	root.CompletionOptions.DisableDefaultCmd = true
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	for _, command := range commands() {
		root.AddCommand(command(env))
	}
	return root
}

// withoutCommand answers words of which the first is no command, or no words.
func withoutCommand(env Env, root *cobra.Command, args []string) error {
	if len(args) > 0 {
		return unknownCommand(root, args[0])
	}
	help(env.Stderr, root)
	return usage("", "say what to do")
}

func unknownCommand(root *cobra.Command, name string) error {
	var names []string
	for _, c := range listed(root) {
		names = append(names, c.Name())
	}
	if near := diag.Nearest(name, append(names, "help")); near != "" {
		return usage("did you mean "+near+"?", "there is no command %q", name)
	}
	return usage("the commands are "+strings.Join(names, ", "), "there is no command %q", name)
}

// outcome puts the end of a command into an exit code and, unless it has been
// said already, into words.
func outcome(err error) (code int, message, hint string) {
	if errors.Is(err, errFindings) {
		return exitFindings, "", ""
	}
	if errors.Is(err, errStopped) {
		return exitStopped, errStopped.Error(), ""
	}
	if u, ok := errors.AsType[*usageError](err); ok {
		return exitUsage, u.message, u.hint
	}
	if m, ok := errors.AsType[*scaffold.Mistake](err); ok {
		return exitUsage, m.Message, m.Hint
	}
	if h, ok := errors.AsType[*hinted](err); ok {
		return exitTrouble, h.Error(), h.hint
	}
	if refused, ok := errors.AsType[*output.RefusedError](err); ok {
		return exitUsage, refused.Error(), "choose another folder with -o: one that holds only the site"
	}
	if conflict, ok := errors.AsType[*output.ConflictError](err); ok {
		return exitTrouble, conflict.Error(), "make changes in content, not here: delete a changed page and the build makes it again; move other files away, or choose another place with -o"
	}
	if denied, ok := errors.AsType[*output.DeniedError](err); ok {
		return exitTrouble, denied.Error(), "choose another place, or ask who looks after the drive"
	}
	return exitTrouble, err.Error(), ""
}

// errFindings ends a command whose findings have been printed.
var errFindings = errors.New("findings")

// usageError says that the command was used wrongly, and how to use it.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

func usage(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// hinted is trouble on which the command that met it knows how to go on.
type hinted struct {
	error
	hint string
}

// say prints one message to people.
func say(env Env, message, hint string) {
	fmt.Fprintf(env.Stderr, "commonground: %s\n", message)
	if hint != "" {
		fmt.Fprintf(env.Stderr, "  hint: %s\n", hint)
	}
}
