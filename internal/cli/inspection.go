package cli

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/internal/build"
	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/schema"
)

// inspection is what check and build have in common: the flags that say what is
// looked at, and how findings are told.
type inspection struct {
	dir, format    string
	drafts, strict bool
	advice         bool        // look at wording too, which stops no build
	quiet          bool        // show no progress
	today          schema.Date // zero for the day on which the command runs
}

func (i *inspection) define(cmd *cobra.Command) {
	dirFlag(cmd, &i.dir)
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&i.drafts, "drafts", false, "take drafts in")
	f.BoolVar(&i.strict, "strict", false, "let warnings count as errors do")
	f.Var(&day{&i.today}, "today", "the day by which reviews are due, such as 2026-11-23 (default: today)")
	choiceFlag(cmd, &i.format, "format", formats(), "how findings are printed")
}

func formats() []string {
	var names []string
	for _, f := range diag.Formats() {
		names = append(names, string(f))
	}
	return names
}

// look prints what there is to say about a package. The site in the result reads
// from the package when it is written.
func (i *inspection) look(env Env, pkg fs.FS) (*build.Result, error) {
	result, err := i.inspect(context.Background(), env, pkg)
	if err != nil {
		return nil, err
	}
	return result, i.print(env, result.Findings)
}

// inspect looks at a package and prints nothing but progress, which is gone when it
// returns, even if the context ended first.
func (i *inspection) inspect(ctx context.Context, env Env, pkg fs.FS) (*build.Result, error) {
	letGarbagePile(pkg)
	reading := showProgress(env.Stderr, i.quiet, "reading pages")
	defer reading.end()
	return orStopped(ctx, func() (*build.Result, error) {
		result, err := build.Run(build.Options{Package: reading.reading(pkg), Program: env.Program, Drafts: i.drafts, Advice: i.advice, Today: i.day(env)})
		if err == nil && i.advice {
			result.Findings = result.Advise(ctx, cores.All())
		}
		return result, err
	})
}

// day is the one by which reviews are due.
func (i *inspection) day(env Env) schema.Date {
	if i.today.IsZero() {
		return dayOf(env.Now())
	}
	return i.today
}

// print prints findings: as text to people, in other formats to programs.
func (i *inspection) print(env Env, findings []diag.Finding) error {
	format, to := diag.Format(i.format), env.Stdout
	if format == diag.Text {
		to = env.Stderr
	}
	return diag.Print(to, i.named(findings), format, format == diag.Text && colourful(to))
}

// named returns the findings with the paths that the format needs: GitHub counts
// from the top of the repository, in which the command runs.
func (i *inspection) named(findings []diag.Finding) []diag.Finding {
	if diag.Format(i.format) != diag.GitHub || !filepath.IsLocal(i.dir) || filepath.Clean(i.dir) == "." {
		return findings
	}
	named := slices.Clone(findings)
	for n := range named {
		named[n].Path = path.Join(filepath.ToSlash(i.dir), named[n].Path)
	}
	return named
}

// stops says whether findings stop a build.
func (i *inspection) stops(findings []diag.Finding) bool {
	errors, warnings, _ := diag.Count(findings)
	return errors > 0 || i.strict && warnings > 0
}

// leftOut says how many drafts were, or "".
func leftOut(r *build.Result) string {
	if r.Drafts == 0 {
		return ""
	}
	return fmt.Sprintf("; %s left out", many(r.Drafts, "draft"))
}

// counts says how many findings there are: no findings; 1 error, 2 warnings.
func counts(findings []diag.Finding) string {
	errors, warnings, notes := diag.Count(findings)
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{errors, "error"}, {warnings, "warning"}, {notes, "note"}} {
		if p.n > 0 {
			parts = append(parts, many(p.n, p.what))
		}
	}
	if len(parts) == 0 {
		return "no findings"
	}
	return strings.Join(parts, ", ")
}

func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
