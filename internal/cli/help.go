package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// helpCommand makes `help COMMAND` the same as `COMMAND --help`.
func helpCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "say more about a command",
		Long:  "Says what a command does, with its flags and some examples.",
		Example: `  commonground help
  commonground help build`,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) (names []cobra.Completion, _ cobra.ShellCompDirective) {
			if len(args) == 0 {
				for _, c := range listed(cmd.Root()) {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about := cmd.Root()
			if len(args) > 0 {
				about, _, _ = about.Find(args[:1])
			}
			switch {
			case len(args) > 1:
				return usage("name one command at a time", "help takes no %q", args[1])
			case len(args) > 0 && about == cmd.Root():
				return unknownCommand(about, args[0])
			}
			help(env.Stdout, about)
			return nil
		},
	}
}

// listed are the commands that people are told of.
func listed(root *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(root.Commands()), func(c *cobra.Command) bool { return !c.IsAvailableCommand() })
}

// help prints what there is to say about a command, or about the program.
func help(w io.Writer, cmd *cobra.Command) {
	fmt.Fprintf(w, "%s\n\nUsage:\n", cmd.Long)
	if !cmd.HasParent() {
		programHelp(w, cmd)
		return
	}
	cmd.InitDefaultHelpFlag()
	fmt.Fprintf(w, "  %s\n\nExamples:\n%s\n\nFlags:\n%s", useLine(cmd), cmd.Example, cmd.LocalFlags().FlagUsagesWrapped(width))
}

// width is how many characters a line of help has at most, where words allow.
const width = 100

func useLine(cmd *cobra.Command) string {
	return strings.TrimSpace("commonground " + cmd.Use)
}

func programHelp(w io.Writer, root *cobra.Command) {
	for _, c := range listed(root) {
		fmt.Fprintf(w, "  commonground %-11s %s\n", c.Name(), c.Short)
	}
	fmt.Fprintf(w, "\nFor the flags of a command, and examples: commonground help COMMAND\n\nExit codes:\n")
	for _, e := range endings() {
		fmt.Fprintf(w, "  %-3d  %s\n", e.code, e.meaning)
	}
}
