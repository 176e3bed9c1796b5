// Package preview keeps what a browser shows equal to a package that is being
// written: it builds, shows, waits for files to change, and begins again.
//
// A watcher and a server go in; it ends with its context. A build with mistakes
// leaves the last good site where it is and tells the server what is wrong, and
// nothing that happens to the files ends it: a package that cannot be read now
// may be whole again in a moment.
package preview

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"commonground/internal/build"
	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/schema"
	"commonground/internal/serve"
	"commonground/internal/watch"
)

// Options say what to keep in sight. All are needed but Tell.
type Options struct {
	// Open gives the package's folder. It is called for every build, since a
	// folder can be deleted and made again under the same name.
	Open    func() (fs.FS, error)
	Program fs.FS // what comes with the program: layouts, static and themes
	Drafts  bool  // take drafts in
	Now     func() time.Time

	Changes Changes
	Screen  Screen
	Tell    func(Build) // is told of every build, one after the other; may be nil
}

// Changes says when files changed. The first batch tells what changed since it
// was made, so it must be made before Run is called.
type Changes interface {
	Next(ctx context.Context) (watch.Batch, error)
}

// Screen is what shows a site.
type Screen interface {
	Show(serve.Edition)
	Fail(findings []diag.Finding, trouble error)
	Advise(site *output.Site, findings []diag.Finding)
}

var (
	_ Changes = (*watch.Watcher)(nil)
	_ Screen  = (*serve.Server)(nil)
)

// Build is one build, as people are told of it.
type Build struct {
	Changed  []string // the paths that led to it; none for the first
	Note     string   // what the watcher has to say; when it is all there is, nothing was built
	Findings []diag.Finding
	Pages    int
	Took     time.Duration
	Failed   bool  // a finding is an error, or there is trouble
	Trouble  error // what kept the package from being built, other than its content
}

// Run builds and shows until the context ends, and then returns nil at once: a
// build that is running is left to end by itself, unseen.
func Run(ctx context.Context, o Options) error {
	if o.Tell == nil {
		o.Tell = func(Build) {}
	}
	ctx, end := context.WithCancel(ctx)
	defer end()
	cache := new(build.Cache)
	stopAdvice := o.once(ctx, cache, watch.Batch{})
	for {
		batch, err := o.Changes.Next(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return fmt.Errorf("watch the package: %w", err)
		case len(batch.Paths) == 0:
			o.Tell(Build{Note: batch.Note})
		default:
			stopAdvice()
			cache.Forget(batch.Paths)
			stopAdvice = o.once(ctx, cache, batch)
		}
	}
}

// once builds, shows what came of it and tells, and begins to look for advice on it.
// That takes longer than a build, so it ends when the function that is returned is
// called: as soon as there is something newer to build.
func (o *Options) once(ctx context.Context, cache *build.Cache, batch watch.Batch) (stopAdvice func()) {
	start := o.Now()
	advice, stopAdvice := context.WithCancel(ctx)
	built := make(chan func() (*build.Result, error), 1)
	go func() {
		result, err := o.build(cache, start)
		built <- func() (*build.Result, error) { return result, err }
	}()
	select {
	case <-ctx.Done():
	case outcome := <-built:
		result, err := outcome()
		b := o.show(result, err)
		b.Changed, b.Note, b.Took = batch.Paths, batch.Note, o.Now().Sub(start)
		o.Tell(b)
		if !b.Failed {
			go o.advise(advice, result)
		}
	}
	return stopAdvice
}

// show shows what came of a build.
func (o *Options) show(result *build.Result, err error) Build {
	switch {
	case err != nil:
		o.Screen.Fail(nil, err)
		return Build{Trouble: err, Failed: true}
	case result.Site == nil:
		o.Screen.Fail(result.Findings, nil)
		return Build{Findings: result.Findings, Failed: true}
	}
	o.Screen.Show(serve.Edition{Title: result.Title, Site: result.Site, Findings: result.Findings, PageOf: result.PagesOf})
	return Build{Findings: result.Findings, Pages: result.Pages}
}

// advise looks for advice on a build, while its site is already seen, and shows it
// unless the context ends before.
func (o *Options) advise(ctx context.Context, result *build.Result) {
	if findings := advised(ctx, result); ctx.Err() == nil {
		o.Screen.Advise(result.Site, findings)
	}
}

// advised returns the findings of a build with advice. A mistake in the program
// must not end a preview here either.
func advised(ctx context.Context, result *build.Result) (findings []diag.Finding) {
	defer func() {
		if p := recover(); p != nil {
			broken := diag.Finding{Severity: diag.Warning, Message: fmt.Sprintf("a mistake in the program stopped the advice: %v", p)}
			findings = append(slices.Clone(result.Findings), broken)
		}
	}()
	return result.Advise(ctx, cores.AllButOne())
}

// build runs the stages. A mistake in the program must not end a preview either.
func (o *Options) build(cache *build.Cache, now time.Time) (result *build.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a mistake in the program stopped the build: %v", p)
		}
	}()
	pkg, err := o.Open()
	if err != nil {
		return nil, err
	}
	return build.Run(build.Options{
		Package: pkg, Program: o.Program, Drafts: o.Drafts, Advice: true, Cache: cache,
		Today: schema.Date{Year: now.Year(), Month: int(now.Month()), Day: now.Day()},
	})
}
