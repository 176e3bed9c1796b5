package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"commonground/internal/build"
	"commonground/internal/output"
	"commonground/internal/report"
)

// writeReport writes a page about what was looked at.
func (c *checker) writeReport(env Env, r *build.Result) error {
	page, err := report.Page(report.Input{Package: r.Package, Graph: r.Graph, Findings: r.Findings, Today: c.day(env)})
	if err != nil {
		return err
	}
	target := output.ReportTarget{File: c.report, Root: c.dir, Protect: folders(c.dir), Mark: report.Mark}
	err = unstopped(func() error { return env.Machine.WriteReport(page, target) })
	if conflict, ok := errors.AsType[*output.ConflictError](err); ok {
		return usage("choose another name for the report, or move that file away", "will not write over %s: it %s", filepath.ToSlash(c.report), conflict.Conflicts[0].Reason)
	}
	if refused, ok := errors.AsType[*output.RefusedError](err); ok {
		return usage("write the report to a place outside of the content and of what is built, such as report.html in the package's folder", "%s", refused)
	}
	if err == nil {
		fmt.Fprintf(env.Stderr, "wrote %s\n", filepath.ToSlash(c.report))
	}
	return err
}
