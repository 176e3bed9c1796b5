package cli

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/rogpeppe/go-internal/diff"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/fix"
	"commonground/internal/output"
)

// mend makes the edits that findings offer, or shows them, and then tells what is
// left for a person to mend.
func (c *checker) mend(env Env, pkg fs.FS) error {
	mended, err := fix.Run(pkg, func(pkg fs.FS) (*build.Result, []diag.Finding, error) {
		r, err := c.inspect(context.Background(), env, pkg)
		if err != nil {
			return nil, nil, err
		}
		return r, r.Findings, nil
	})
	if err != nil {
		return err
	}
	if err := c.keep(env, mended.Files); err != nil {
		return err
	}
	c.tellMended(env, mended)
	if err := c.print(env, mended.Left); err != nil {
		return err
	}
	return c.tell(env, mended.Seen)
}

// keep writes the files, or shows how they would change.
func (c *checker) keep(env Env, files []fix.File) error {
	var rewritten []output.Rewritten
	for _, f := range files {
		if c.dryRun {
			if _, err := env.Stdout.Write(diff.Diff("a/"+f.Name, f.Was, "b/"+f.Name, f.Now)); err != nil {
				return err
			}
			continue
		}
		rewritten = append(rewritten, output.Rewritten{Path: f.Name, Was: f.Was, Now: f.Now})
	}
	if c.dryRun {
		return nil
	}
	return unstopped(func() error { return env.Machine.Rewrite(c.dir, rewritten) })
}

// tellMended says what was mended, as a list of findings says what is wrong, and
// what could have been and was not.
func (c *checker) tellMended(env Env, r *fix.Result[*build.Result]) {
	word := "mended"
	if c.dryRun {
		word = "would mend"
	}
	for _, f := range r.Made {
		fmt.Fprintf(env.Stderr, "%s: %s: %s [%s]\n", placeOf(f), word, f.Message, f.Rule)
	}
	switch {
	case len(r.Made) > 0:
		fmt.Fprintf(env.Stderr, "%s %s in %s\n", word, many(len(r.Made), "finding"), many(len(r.Files), "file"))
	case len(r.Kept) > 0:
		fmt.Fprintln(env.Stderr, word+" nothing")
	default:
		fmt.Fprintln(env.Stderr, word+" nothing: no finding has just one way to mend it")
	}
	for _, k := range r.Kept {
		why := "since it is part of a quotation"
		if k.Brings != nil {
			why = fmt.Sprintf("since to mend it would bring a mistake in %s: %s", k.Brings.Path, k.Brings.Message)
		}
		fmt.Fprintf(env.Stderr, "%s: left as it is, %s [%s]\n", placeOf(k.Finding), why, k.Rule)
	}
}

// placeOf is where a finding stands in a file.
func placeOf(f diag.Finding) string {
	at, _ := f.Position()
	return fmt.Sprintf("%s:%d:%d", f.Path, at.Line, at.Column)
}
