package cli

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"commonground/internal/diag"
	"commonground/internal/schema"
)

func schemaCommand(env Env) *cobra.Command {
	var frontMatter bool
	cmd := &cobra.Command{
		Use:   "schema [KIND] [--frontmatter]",
		Short: "describe front matter for people and editors",
		Long:  "Lists the kinds of pages, or prints the JSON Schema of the front matter of one kind.",
		Example: `  commonground schema                                    list the kinds of pages
  commonground schema lesson > lesson.schema.json        for an editor that knows JSON Schema
  commonground schema --frontmatter > frontmatter.json   for the Front Matter extension of VS Code`,
		ValidArgs: kindCompletions(),
		RunE: func(_ *cobra.Command, args []string) error {
			return describe(env, args, frontMatter)
		},
	}
	cmd.Flags().BoolVar(&frontMatter, "frontmatter", false, "print the settings of the Front Matter extension of VS Code, for all kinds")
	return cmd
}

func describe(env Env, args []string, frontMatter bool) error {
	switch {
	case len(args) > 1:
		return usage("name one kind at a time", "schema takes no %q", args[1])
	case frontMatter && len(args) > 0:
		return usage("leave the kind out", "--frontmatter is for all kinds at once")
	case frontMatter:
		_, err := env.Stdout.Write(schema.FrontMatterSettings())
		return err
	case len(args) == 0:
		return listKinds(env)
	}
	kind, err := kindNamed(args[0])
	if err != nil {
		return err
	}
	_, err = env.Stdout.Write(schema.JSON(kind))
	return err
}

func listKinds(env Env) error {
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, k := range schema.Kinds() {
		fmt.Fprintf(w, "%s\t%s\n", k.Name, k.Help)
	}
	return w.Flush()
}

// kindNamed returns the kind with that name, which may be in the plural and in
// capitals.
func kindNamed(name string) (*schema.Kind, error) {
	var names []string
	for _, k := range schema.Kinds() {
		if strings.EqualFold(name, k.Name) || strings.EqualFold(name, k.Plural) {
			return k, nil
		}
		names = append(names, k.Name)
	}
	hint := "the kinds are " + strings.Join(names, ", ")
	if near := diag.Nearest(name, names); near != "" {
		hint = "did you mean " + near + "?"
	}
	return nil, usage(hint, "there is no kind %q", name)
}

func kindCompletions() []cobra.Completion {
	var all []cobra.Completion
	for _, k := range schema.Kinds() {
		all = append(all, cobra.CompletionWithDesc(k.Name, k.Help))
	}
	return all
}
