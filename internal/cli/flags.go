package cli

import (
	"errors"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"commonground/internal/diag"
	"commonground/internal/schema"
)

// dirFlag gives a command -C, the folder of the package.
func dirFlag(cmd *cobra.Command, dir *string) {
	*dir = "."
	f := cmd.Flags().VarPF(&text{dir, "DIR"}, "dir", "C", "the package's folder, which holds the folder content (default: this folder)")
	f.DefValue = "" // said in words
	mustBeDefined(cmd.MarkFlagDirname("dir"))
}

// choiceFlag gives a command a flag that takes one of a few words, the first of
// which is the default.
func choiceFlag(cmd *cobra.Command, value *string, name string, words []string, help string) {
	*value = words[0]
	cmd.Flags().Var(&choice{value, name, words}, name, help)
	mustBeDefined(cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
}

// mustBeDefined says that a flag is spoken of before it is defined: a mistake in
// this package, which every run of the program shows.
func mustBeDefined(err error) {
	if err != nil {
		panic(err)
	}
}

// text is the value of a flag that takes any text; help calls it by its name.
type text struct {
	value *string
	name  string
}

var _ pflag.Value = (*text)(nil)

func (t *text) String() string { return *t.value }
func (t *text) Type() string   { return t.name }

// Set takes any text.
func (t *text) Set(text string) error {
	*t.value = text
	return nil
}

// choice is the value of a flag that takes one of a few words.
type choice struct {
	value *string
	name  string
	words []string
}

var _ pflag.Value = (*choice)(nil)

func (c *choice) String() string { return *c.value }
func (c *choice) Type() string   { return strings.Join(c.words, "|") }

// Set takes a word that is one of the choices.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.words, word) {
		return usage("it may be "+alternatives(c.words), "there is no %s %q", c.name, word)
	}
	*c.value = word
	return nil
}

// alternatives are words as a sentence has them: text, json or github.
func alternatives(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// day is the value of a flag that takes a date.
type day struct{ value *schema.Date }

var _ pflag.Value = (*day)(nil)

func (d *day) String() string { return d.value.String() }
func (d *day) Type() string   { return "DATE" }

// Set takes a date as ISO 8601 writes it.
func (d *day) Set(text string) error {
	date, ok := schema.ParseDate(text)
	if !ok {
		return usage("write the year, the month and the day: 2026-11-23", "%q is not a date", text)
	}
	*d.value = date
	return nil
}

// checkPlace says what is wrong with a place to write a site to that can be told
// from its name: it would become a folder that nobody meant.
func checkPlace(place string) error {
	ext := strings.ToLower(filepath.Ext(place))
	switch {
	case strings.Contains(place, "://"):
		return usage("build into a folder, and copy what is in it to the site", "-o cannot be an address on the web: %s", place)
	case place == "-":
		return usage("name a folder, or a file that ends in .zip", "a site cannot be written to the terminal")
	case onWindows.MatchString(place) && filepath.VolumeName(place) == "":
		return usage("write the place as this computer calls it, with / and without a letter for the drive", "%s is a place on Windows", place)
	case slices.Contains([]string{".docx", ".html", ".htm", ".pdf", ".md", ".rar", ".7z", ".txt"}, ext):
		return usage("name a folder, or a file that ends in .zip", "-o cannot be a %s file", ext)
	}
	return nil
}

// onWindows matches a place with the letter of a drive, or on another computer.
var onWindows = regexp.MustCompile(`^(?:[A-Za-z]:[/\\]|\\\\)`)

// noWords is for commands that take flags only.
func noWords(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if strings.HasPrefix(args[0], "–") || strings.HasPrefix(args[0], "—") {
		return usage("type --"+strings.TrimLeft(args[0], "–—")+" with plain hyphens; another program has turned them into a dash", "%q is no flag", args[0])
	}
	hint := ""
	switch {
	case cmd.Flags().Lookup(args[0]) != nil:
		hint = "did you mean --" + args[0] + "?"
	case cmd.Flags().Lookup("dir") == nil:
	case isPackage(args[0]):
		hint = "the package's folder is given with -C: " + cmd.CommandPath() + inDir(args[0])
	default:
		hint = "the package's folder is given with -C"
	}
	return usage(hint, "%s takes no %q", cmd.Name(), args[0])
}

// wrongFlag says what is wrong with a flag, and which one was meant.
func wrongFlag(cmd *cobra.Command, err error) error {
	hint := cmd.CommandPath() + " --help lists the flags"
	if !cmd.HasParent() {
		hint = "flags stand after the command: commonground build --strict"
	}
	if said, ok := errors.AsType[*usageError](err); ok {
		return said
	}
	if none, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return noFlag(cmd, none, hint)
	}
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return usage(hint, "a value is missing after %s", dashes(missing.GetSpecifiedName()))
	}
	if invalid, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		name := dashes(invalid.GetFlag().Name)
		if invalid.GetFlag().Value.Type() == "bool" {
			return usage(hint, "%s takes no value", name)
		}
		return usage(hint, "%s cannot be %q", name, invalid.GetValue())
	}
	return usage(hint, "%s", err)
}

// noFlag says that there is no such flag. One hyphen before several letters is
// read as several flags, so the whole word is looked at.
func noFlag(cmd *cobra.Command, err *pflag.NotExistError, hint string) error {
	typed := dashes(err.GetSpecifiedName())
	if letters := err.GetSpecifiedShortnames(); letters != "" {
		typed = "-" + letters
	}
	name := strings.TrimLeft(typed, "-")
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		names = append(names, f.Name)
		if len(name) == 1 && strings.EqualFold(f.Shorthand, name) {
			hint = "did you mean -" + f.Shorthand + "?"
		}
	})
	near := diag.Nearest(name, names)
	switch {
	case cmd.Flags().Lookup("output") != nil && slices.Contains([]string{"out", "to", "dest", "destination"}, name):
		hint = "did you mean -o?"
	case cmd.Flags().Lookup("addr") != nil && slices.Contains([]string{"port", "p", "host", "bind"}, name):
		hint = "did you mean --addr 127.0.0.1:1414?"
	case near != "" && len(name) > 1:
		hint = "did you mean --" + near + "?"
	}
	return usage(hint, "there is no flag %s", typed)
}

// dashes writes a flag as the help does: one hyphen before a single letter.
func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
