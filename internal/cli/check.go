package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/fix"
)

// checker is the command check with its flags.
type checker struct {
	inspection
	rules, fix, dryRun bool
	report             string
}

func checkCommand(env Env) *cobra.Command {
	c := checker{inspection: inspection{advice: true}}
	cmd := &cobra.Command{
		Use:   "check [-C DIR] [--drafts] [--strict] [--today DATE] [--format text|json|github] [--rules] [--report FILE.html] [--fix [--dry-run]]",
		Short: "say what is wrong with a package, and write nothing unless asked to",
		Long: `Looks at everything that a build looks at, and gives advice on the wording and
the care of pages, which no build is stopped by. The exit code is
1 when the content has mistakes, so that a build would not be written.

With --fix it mends what can only be mended in one way, such as a link with wrong
capitals, and tells the rest. It never rewords a quotation, and writes to a file
only if nobody changed it meanwhile.

With --report it also writes one page for those who look after the package. It
stands alone, so it can be mailed or printed. An older report is replaced; no other
file is.`,
		Example: `  commonground check                        look at the package in this folder
  commonground check --drafts -C training   look at another one, drafts included
  commonground check --report report.html   write all of it, with coverage and what falls due, as a page
  commonground check --fix --dry-run        show what --fix would change
  commonground check --fix                  change it
  commonground check --rules                list what is looked for`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error { return c.run(env) },
	}
	c.define(cmd)
	f := cmd.Flags()
	f.BoolVar(&c.rules, "rules", false, "list what is looked for instead, with the level of each rule")
	f.Var(&text{&c.report, "FILE.html"}, "report", "also write a page about the package: what to mend, coverage, what falls due, readability")
	mustBeDefined(cmd.MarkFlagFilename("report", "html"))
	f.BoolVar(&c.fix, "fix", false, "mend what can only be mended in one way")
	f.BoolVar(&c.dryRun, "dry-run", false, "with --fix: show what would change, and write nothing")
	return cmd
}

func (c *checker) run(env Env) error {
	if err := c.fits(); err != nil {
		return err
	}
	if c.rules {
		return printRules(env, diag.Format(c.format))
	}
	root, err := openPackage(c.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if c.fix {
		return c.mend(env, root.FS())
	}
	r, err := c.look(env, root.FS())
	if err != nil {
		return err
	}
	return c.tell(env, r)
}

// fits says which flags do not go together.
func (c *checker) fits() error {
	switch {
	case c.dryRun && !c.fix:
		return usage("commonground check --fix --dry-run shows what --fix would change", "--dry-run goes with --fix")
	case c.dryRun && c.report != "":
		return usage("leave --report out, or --dry-run", "--dry-run writes nothing, so no report either")
	case c.report != "" && isFolder(c.report):
		return usage("name a file that ends in .html, such as report.html", "the report is a page, and %q is a folder", c.report)
	case c.report != "" && !slices.Contains([]string{".html", ".htm"}, strings.ToLower(filepath.Ext(c.report))):
		return usage("name a file that ends in .html, such as report.html", "the report is a page, and %q is no name of one", c.report)
	case c.dryRun && diag.Format(c.format) != diag.Text:
		return usage("leave --format out", "--dry-run shows its changes as text")
	}
	return nil
}

// tell writes the report, if one is wanted, and says how many findings there are
// and whether they stop a build.
func (c *checker) tell(env Env, r *build.Result) error {
	if c.report != "" {
		if err := c.writeReport(env, r); err != nil {
			return err
		}
	}
	fmt.Fprintf(env.Stderr, "checked %s: %s%s\n", many(r.Files-r.Drafts, "file"), counts(r.Findings), notChecked(r))
	if !c.fix && fix.Offers(r.Findings) {
		fmt.Fprintf(env.Stderr, "some of this can be mended for you: commonground check --fix%s\n", inDir(c.dir))
	}
	if c.stops(r.Findings) {
		return errFindings
	}
	return nil
}

// notChecked says how many drafts were not looked at, or "".
func notChecked(r *build.Result) string {
	switch r.Drafts {
	case 0:
		return ""
	case 1:
		return "; 1 draft not checked: --drafts takes it in"
	}
	return fmt.Sprintf("; %d drafts not checked: --drafts takes them in", r.Drafts)
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
