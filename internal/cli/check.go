package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"commonground/internal/build"
	"commonground/internal/diag"
)

func checkCommand(env Env) *cobra.Command {
	i := inspection{advice: true}
	var rules bool
	cmd := &cobra.Command{
		Use:   "check [-C DIR] [--drafts] [--strict] [--today DATE] [--format text|json|github] [--rules]",
		Short: "say what is wrong with a package, and write nothing",
		Long: `Looks at everything that a build looks at, and gives advice on the wording and
the care of pages, which no build is stopped by. Writes nothing. The exit code is
1 when the content has mistakes, so that a build would not be written.`,
		Example: `  commonground check                        look at the package in this folder
  commonground check --drafts -C training   look at another one, drafts included
  commonground check --rules                list what is looked for`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			if rules {
				return printRules(env, diag.Format(i.format))
			}
			return check(env, i)
		},
	}
	i.define(cmd)
	cmd.Flags().BoolVar(&rules, "rules", false, "list what is looked for instead, with the level of each rule")
	return cmd
}

func check(env Env, i inspection) error {
	root, err := openPackage(i.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	r, err := i.look(env, root.FS())
	if err != nil {
		return err
	}
	fmt.Fprintf(env.Stderr, "checked %s: %s%s\n", many(r.Files, "file"), counts(r.Findings), leftOut(r))
	if i.stops(r.Findings) {
		return errFindings
	}
	return nil
}

// printRules lists every rule, as text or for a program.
func printRules(env Env, format diag.Format) error {
	switch format {
	case diag.GitHub:
		return usage("leave --format out, or write --format json", "rules cannot be printed for GitHub")
	case diag.JSON:
		return printRulesJSON(env)
	}
	w := tabwriter.NewWriter(env.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range build.Rules() {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.Code, r.Severity, r.Title)
	}
	return w.Flush()
}

func printRulesJSON(env Env) error {
	type rule struct {
		Code     string `json:"rule"`
		Severity string `json:"severity"`
		Title    string `json:"title"`
	}
	var all []rule
	for _, r := range build.Rules() {
		all = append(all, rule{r.Code, r.Severity.String(), r.Title})
	}
	e := json.NewEncoder(env.Stdout)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(all)
}
