package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"commonground/internal/build"
	"commonground/internal/output"
)

// builder is the command build with its flags.
type builder struct {
	inspection
	out string
}

func buildCommand(env Env) *cobra.Command {
	var b builder
	cmd := &cobra.Command{
		Use:   "build [-C DIR] [-o DIR | -o FILE.zip] [--drafts] [--strict] [--today DATE] [--format text|json|github] [-q]",
		Short: "turn a package into a site, as a folder or a zip file",
		Long: `Turns a package into a site, as a folder or a zip file. Nothing is written when
the content has mistakes: then the exit code is 1. Nothing is ever deleted but
what an earlier build wrote.`,
		Example: `  commonground build                   write the package in this folder to the folder public
  commonground build -o training.zip   write one file, to hand on or to upload
  commonground build --strict          write nothing when there are warnings either`,
		Args: noWords,
		RunE: func(*cobra.Command, []string) error { return b.run(env) },
	}
	b.define(cmd)
	f := cmd.Flags()
	f.VarP(&text{&b.out, "PLACE"}, "output", "o", "the folder to write to, or a file that ends in .zip (default: public in the package's folder)")
	f.BoolVarP(&b.quiet, "quiet", "q", false, "say nothing when nothing is wrong")
	mustBeDefined(cmd.RegisterFlagCompletionFunc("output", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault
	}))
	return cmd
}

func (b *builder) run(env Env) error {
	ctx, end := stoppable()
	defer end()
	return b.build(ctx, env)
}

// build stops between two files when the context ends, and leaves all as it was.
func (b *builder) build(ctx context.Context, env Env) error {
	start := env.Now()
	if err := checkPlace(b.out); err != nil {
		return err
	}
	root, err := openPackage(b.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	result, err := b.inspect(ctx, env, root.FS())
	if err != nil {
		return err
	}
	if err := b.print(env, result.Findings); err != nil {
		return err
	}
	if b.stops(result.Findings) {
		fmt.Fprintf(env.Stderr, "nothing was written: %s\n", counts(result.Findings))
		return errFindings
	}
	stats, err := b.writeShown(env, result.Site.Until(ctx))
	if err != nil {
		return err
	}
	if !b.quiet {
		fmt.Fprintln(env.Stderr, b.summary(result, stats, env.Now().Sub(start)))
	}
	return nil
}

// target returns what to write to. A relative -o is relative to where the
// command runs, as for every command; the default lies in the package's folder.
func (b *builder) target() string {
	if b.out == "" {
		return filepath.Join(b.dir, "public")
	}
	return b.out
}

// zips says whether the site becomes a zip file.
func (b *builder) zips() bool { return strings.EqualFold(filepath.Ext(b.target()), ".zip") }

// writeShown shows how far writing has come.
func (b *builder) writeShown(env Env, site *output.Site) (output.Stats, error) {
	writing := showProgress(env.Stderr, b.quiet, "writing files")
	defer writing.end()
	site, err := writing.writing(site)
	if err != nil {
		return output.Stats{}, err
	}
	return b.write(env, site)
}

func (b *builder) write(env Env, site *output.Site) (stats output.Stats, err error) {
	protect := folders(b.dir)
	if b.zips() {
		stats, err = env.Machine.WriteZip(site, output.ZipTarget{File: b.target(), Root: b.dir, Protect: protect})
	} else {
		stats, err = env.Machine.WriteDir(site, output.Target{Dir: b.target(), Root: b.dir, Protect: protect})
	}
	return stats, b.explain(err)
}

// explain says what to do about a place that could not be written to.
func (b *builder) explain(err error) error {
	if errors.Is(err, context.Canceled) {
		return errStopped
	}
	if denied, ok := errors.AsType[*output.DeniedError](err); ok {
		return &hinted{denied, "choose another place with -o, or ask who looks after the drive"}
	}
	if !b.zips() {
		return err
	}
	if conflict, ok := errors.AsType[*output.ConflictError](err); ok {
		return &hinted{conflict, "give the zip another name with -o, or move that file away"}
	}
	if refused, ok := errors.AsType[*output.RefusedError](err); ok && isFolder(b.target()) {
		return usage("leave the ending .zip out to write to a folder, or choose a name that nothing has yet", "%s", refused)
	}
	return err
}

// folders are those of a package, in which nothing is written.
func folders(dir string) (all []string) {
	for _, name := range []string{"content", "themes", "layouts", "static", "words"} {
		all = append(all, filepath.Join(dir, name))
	}
	return all
}

// summary is the line at the end of a build.
func (b *builder) summary(r *build.Result, stats output.Stats, took time.Duration) string {
	s := fmt.Sprintf("%s: %s, %s, %s, %s in %.1f s", filepath.ToSlash(b.target()), many(r.Pages, "page"),
		changes(stats), counts(r.Findings), size(stats.Bytes), took.Seconds())
	s += leftOut(r)
	for _, name := range stats.Kept {
		s += fmt.Sprintf("\nkept %s: it is no longer part of the site, but somebody changed it", name)
	}
	return s
}

func changes(stats output.Stats) string {
	switch {
	case stats.Changed == 0 && stats.Removed == 0:
		return "nothing changed"
	case stats.Removed == 0:
		return many(stats.Changed, "file") + " written"
	}
	return many(stats.Changed, "file") + " written, " + many(stats.Removed, "old file") + " removed"
}

func size(bytes int64) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
