package cli

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/schema"
)

// buildFlags are the flags of build.
type buildFlags struct {
	dir, out, today, format string
	drafts, strict, quiet   bool
}

func (b *buildFlags) define(f *flag.FlagSet) {
	f.StringVar(&b.dir, "C", ".", "the package's `folder`, in which content lies")
	f.StringVar(&b.out, "o", "", "the `folder` to write, or a file that ends in .zip (default: public in the package's folder)")
	f.BoolVar(&b.drafts, "drafts", false, "take drafts in")
	f.BoolVar(&b.strict, "strict", false, "let warnings stop the build as errors do")
	f.StringVar(&b.today, "today", "", "the `date` by which reviews are due, such as 2026-11-23 (default: today)")
	f.StringVar(&b.format, "format", string(diag.Text), "how findings are printed: text, json or github")
	f.BoolVar(&b.quiet, "q", false, "say nothing when nothing is wrong")
}

func runBuild(env Env, args []string) error {
	var b buildFlags
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	b.define(flags)
	if err := parse(env, flags, args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return nil
		}
		return err
	}
	start := env.Now()
	today, err := b.check(start)
	if err != nil {
		return err
	}
	root, err := openPackage(b.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	result, err := build.Run(build.Options{Package: root.FS(), Program: env.Program, Drafts: b.drafts, Today: today})
	if err != nil {
		return err
	}
	if err := b.print(env, result); err != nil {
		return err
	}
	stats, err := b.write(result.Site)
	if err != nil {
		return err
	}
	if !b.quiet {
		fmt.Fprintln(env.Stderr, b.summary(result, stats, env.Now().Sub(start)))
	}
	return nil
}

// check looks at the flags together and returns the day of today.
func (b *buildFlags) check(now time.Time) (schema.Date, error) {
	if !slices.Contains(diag.Formats(), diag.Format(b.format)) {
		return schema.Date{}, usage("it may be text, json or github", "there is no format %q", b.format)
	}
	if ext := strings.ToLower(filepath.Ext(b.out)); slices.Contains([]string{".docx", ".html", ".htm", ".pdf", ".md", ".rar", ".7z", ".txt"}, ext) {
		return schema.Date{}, usage("name a folder, or a file that ends in .zip", "-o cannot be a %s file", ext)
	}
	if b.today == "" {
		return schema.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()}, nil
	}
	today, ok := schema.ParseDate(b.today)
	if !ok {
		return today, usage("write the year, the month and the day: 2026-11-23", "%q is not a date", b.today)
	}
	return today, nil
}

// openPackage opens the folder of a package. What lies outside it cannot be
// reached through what is returned.
func openPackage(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("check the name after -C", "there is no folder %q", dir)
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return nil, usage("name the folder that holds the content folder", "%q is a file, not a folder", dir)
	}
	if err != nil {
		return nil, err
	}
	if hint := noPackage(root, dir); hint != "" {
		root.Close()
		return nil, usage(hint, "%q is no package: there is no content folder in it", dir)
	}
	return root, nil
}

// noPackage says what to do when a folder holds no content folder, or "". The
// name is read from the list of the folder, for a disk may take Content for it.
func noPackage(root *os.Root, dir string) string {
	entries, _ := fs.ReadDir(root.FS(), ".")
	hint := "go to the folder of a package, or name it with -C"
	if abs, err := filepath.Abs(dir); err == nil && filepath.Base(abs) == "content" {
		hint = "this is the content folder itself; name the folder above it"
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case name == "content" && e.IsDir():
			return ""
		case strings.EqualFold(name, "content") && e.IsDir():
			hint = "rename the folder " + name + " to content"
		}
	}
	return hint
}

// print prints the findings and says whether they stop the build.
func (b *buildFlags) print(env Env, r *build.Result) error {
	format := diag.Format(b.format)
	to := env.Stderr
	if format != diag.Text {
		to = env.Stdout
	}
	if err := diag.Print(to, b.named(r.Findings), format, format == diag.Text && colourful(env.Stderr)); err != nil {
		return err
	}
	errors, warnings, _ := diag.Count(r.Findings)
	if errors == 0 && !(b.strict && warnings > 0) {
		return nil
	}
	fmt.Fprintf(env.Stderr, "nothing was written: %s\n", counts(r.Findings))
	return errFindings
}

// named returns the findings with the paths that the format needs: GitHub counts
// from the top of the repository, in which the command runs.
func (b *buildFlags) named(findings []diag.Finding) []diag.Finding {
	if diag.Format(b.format) != diag.GitHub || !filepath.IsLocal(b.dir) || filepath.Clean(b.dir) == "." {
		return findings
	}
	named := slices.Clone(findings)
	for i := range named {
		named[i].Path = path.Join(filepath.ToSlash(b.dir), named[i].Path)
	}
	return named
}

// target returns what to write to. A relative -o is relative to where the
// command runs, as for every command; the default lies in the package's folder.
func (b *buildFlags) target() string {
	if b.out == "" {
		return filepath.Join(b.dir, "public")
	}
	return b.out
}

func (b *buildFlags) write(site *output.Site) (output.Stats, error) {
	var protect []string
	for _, name := range []string{"content", "themes", "layouts", "static", "words"} {
		protect = append(protect, filepath.Join(b.dir, name))
	}
	if strings.EqualFold(filepath.Ext(b.target()), ".zip") {
		return output.WriteZip(site, output.ZipTarget{File: b.target(), Root: b.dir, Protect: protect})
	}
	return output.WriteDir(site, output.Target{Dir: b.target(), Root: b.dir, Protect: protect})
}

// summary is the line at the end of a build.
func (b *buildFlags) summary(r *build.Result, stats output.Stats, took time.Duration) string {
	s := fmt.Sprintf("%s: %s, %s, %s, %s in %.1f s", filepath.ToSlash(b.target()), many(r.Pages, "page"),
		changes(stats), counts(r.Findings), size(stats.Bytes), took.Seconds())
	if r.Drafts > 0 {
		s += fmt.Sprintf("; %s left out", many(r.Drafts, "draft"))
	}
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

func size(bytes int64) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
