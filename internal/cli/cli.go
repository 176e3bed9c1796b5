// Package cli is the command line: it turns words into options, prints what the
// other packages return, and chooses the exit code.
//
// What a command makes for another program (findings as JSON, a version) goes to
// standard output; what it says to people goes to standard error, in lower case,
// without a full stop, with a hint on how to go on.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"commonground/internal/diag"
	"commonground/internal/output"
)

// Exit codes.
const (
	exitClean    = 0 // nothing stops a build
	exitFindings = 1 // something in the content does
	exitUsage    = 2 // the command was used wrongly
	exitTrouble  = 3 // the disk, or the program itself
)

// Env is what the command line gets from the system.
type Env struct {
	Stdout, Stderr io.Writer
	Program        fs.FS // layouts, static and themes
	Now            func() time.Time
}

// command is one word of the command line. A new command is one value here and
// one file.
type command struct {
	name    string
	usage   string // what follows the name
	summary string // one line
	run     func(env Env, args []string) error
}

func commands() []command {
	return []command{
		{"build", "[-C DIR] [-o public | -o training.zip]", "turn a package into a site, as a folder or a zip file", runBuild},
		{"version", "", "say which version this is", runVersion},
	}
}

// Main runs the command that args name and returns the exit code.
func Main(args []string, env Env) int {
	err := run(args, env)
	if err == nil {
		return exitClean
	}
	code, message, hint := outcome(err)
	if message != "" {
		say(env, message, hint)
	}
	return code
}

// outcome puts the end of a command into an exit code and, unless it has been
// said already, into words.
func outcome(err error) (code int, message, hint string) {
	if errors.Is(err, errFindings) {
		return exitFindings, "", ""
	}
	if u, ok := errors.AsType[*usageError](err); ok {
		return exitUsage, u.message, u.hint
	}
	if refused, ok := errors.AsType[*output.RefusedError](err); ok {
		return exitUsage, refused.Error(), "choose another folder with -o: one that holds only the site"
	}
	if conflict, ok := errors.AsType[*output.ConflictError](err); ok {
		return exitTrouble, conflict.Error(), "make changes in content, not here: delete a changed page and the build makes it again; move other files away, or choose another place with -o"
	}
	return exitTrouble, err.Error(), ""
}

func run(args []string, env Env) error {
	if len(args) == 0 {
		help(env.Stderr)
		return usage("", "say what to do")
	}
	name := args[0]
	if name == "help" || name == "-h" || name == "--help" || name == "-help" {
		help(env.Stdout)
		return nil
	}
	var names []string
	for _, c := range commands() {
		if c.name == name {
			return c.run(env, args[1:])
		}
		names = append(names, c.name)
	}
	if near := diag.Nearest(name, names); near != "" {
		return usage("did you mean "+near+"?", "there is no command %q", name)
	}
	return usage("the commands are "+strings.Join(names, ", "), "there is no command %q", name)
}

func help(w io.Writer) {
	fmt.Fprintln(w, "Commonground turns a folder of Markdown into a training package that works offline.")
	fmt.Fprintln(w, "\nUsage:")
	for _, c := range commands() {
		fmt.Fprintf(w, "  commonground %-8s %s\n        %s\n", c.name, c.usage, c.summary)
	}
	fmt.Fprintln(w, "\nFor the flags of a command: commonground COMMAND --help")
}

// errFindings ends a command whose findings have been printed.
var errFindings = errors.New("findings")

// usageError says that the command was used wrongly, and how to use it.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

func usage(hint, format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...), hint}
}

// say prints one message to people.
func say(env Env, message, hint string) {
	fmt.Fprintf(env.Stderr, "commonground: %s\n", message)
	if hint != "" {
		fmt.Fprintf(env.Stderr, "  hint: %s\n", hint)
	}
}

// parse reads the flags of a command; there are no other words. It returns
// flag.ErrHelp after printing the help that was asked for.
func parse(env Env, flags *flag.FlagSet, args []string) error {
	flags.SetOutput(io.Discard)
	err := flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		flags.SetOutput(env.Stdout)
		fmt.Fprintf(env.Stdout, "Usage of commonground %s:\n", flags.Name())
		flags.PrintDefaults()
		return err
	case err != nil:
		return wrongFlag(flags, err)
	case flags.NArg() > 0 && strings.HasPrefix(flags.Arg(0), "–") || strings.HasPrefix(flags.Arg(0), "—"):
		return usage("type --"+strings.TrimLeft(flags.Arg(0), "–—")+" with plain hyphens; another program has turned them into a dash", "%q is no flag", flags.Arg(0))
	case flags.NArg() > 0:
		return usage("the package's folder is given with -C", "%s takes no %q", flags.Name(), flags.Arg(0))
	}
	return nil
}

// dashes writes a flag as the help does: one hyphen before a single letter.
func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// wrongFlag suggests the flag that was meant.
func wrongFlag(flags *flag.FlagSet, err error) error {
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	hint := "commonground " + flags.Name() + " --help lists the flags"
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: -"); ok {
		message = "there is no flag " + dashes(name)
		near := diag.Nearest(name, names)
		switch {
		case slices.Contains([]string{"out", "output", "to", "dest", "destination"}, name):
			hint = "did you mean -o?"
		case near != "" && len(name) > 1:
			hint = "did you mean " + dashes(near) + "?"
		}
	}
	if name, ok := strings.CutPrefix(message, "flag needs an argument: "); ok {
		message = "a value is missing after " + name
	}
	if strings.HasPrefix(message, "invalid boolean value") {
		message = "this flag takes no value: " + message[strings.LastIndex(message, "-"):strings.LastIndex(message, ":")]
	}
	return usage(hint, "%s", message)
}
