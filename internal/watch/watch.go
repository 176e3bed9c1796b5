// Package watch says when files of a package changed.
//
// A folder and the names of the folders in it that count go in; batches of
// paths come out: files that were added, changed or removed since the batch
// before. Copying what the batches name keeps a copy equal to the folder.
//
// A sweep of the files, by size, time and mode, is the truth. While a file's time
// is too young for another edit to be sure to move it on, its content is compared
// as well. What the system tells of changes decides when to sweep, and adds what
// was other only for a while; a sweep runs every second anyway, so that network
// drives, sync folders and lost events work too.
//
// Where the system tells of nothing, these are not noticed: what is other only
// between two sweeps; and an edit that keeps size and time, more than a few
// seconds after the last one or in a file over 8 MiB. Empty folders are no files.
// Links are followed only from the named folders themselves and to single files.
// Windows does not let a folder be renamed in which folders are watched; with
// Poll it does.
package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const (
	quiet    = 20 * time.Millisecond  // how long the system must be silent before a sweep
	patience = 100 * time.Millisecond // how long to wait for that
	interval = time.Second            // how often to sweep when nothing is told
	turns    = 3                      // how often to start a sweep again while folders are moved about
)

// Options say what to watch. Dir, Folders and Now are needed.
type Options struct {
	Dir      string                 // the package's folder
	Folders  []string               // names of folders in Dir; each may be absent, a link, appear and go
	Ignore   func(name string) bool // says of a file or folder in them, by name alone, that it does not count
	Poll     bool                   // ask nothing of the system, only sweep
	Interval time.Duration          // between sweeps; zero is a second
	Now      func() time.Time
}

// Batch is what Next returns. Either may be empty, but not both.
type Batch struct {
	// Paths may differ from what they were at the last batch: sorted, with slashes,
	// relative to Dir. A path may be gone, or have come and gone. One that is or was
	// a folder stands for everything in it.
	Paths []string
	Note  string // something to tell the user, said once
}

// Watcher knows the files of a package as they were when Open or Next last
// returned. Next is for one goroutine at a time.
type Watcher struct {
	sweeper  sweeper
	notifier *notifier
	interval time.Duration
	now      func() time.Time
	last     snapshot
	due      time.Time // of the next sweep if nothing is told
	life     context.Context
	end      context.CancelFunc
}

// Open starts to watch. What is read after Open is what the first batch is
// compared with, so open before reading. It is an error if Dir is not a folder;
// trouble later never is.
func Open(o Options) (*Watcher, error) {
	return open(o, listen)
}

func open(o Options, listen func() (stream, error)) (*Watcher, error) {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", o.Dir, err)
	}
	if info, err := os.Stat(dir); err != nil {
		return nil, fmt.Errorf("watch %s: %w", o.Dir, err)
	} else if !info.IsDir() {
		return nil, fmt.Errorf("watch %s: not a folder", o.Dir)
	}
	if o.Ignore == nil {
		o.Ignore = func(string) bool { return false }
	}
	w := &Watcher{interval: o.Interval, now: o.Now}
	if w.interval == 0 {
		w.interval = interval
	}
	w.life, w.end = context.WithCancel(context.Background())
	w.notifier = newNotifier(dir, o)
	if !o.Poll {
		w.notifier.start(listen)
	}
	w.sweeper = sweeper{files: os.DirFS(dir), folders: o.Folders, ignore: o.Ignore, enter: w.notifier.enter}
	_, err = w.look(w.life)
	return w, err
}

// Next waits until files differ from what they were when Open or Next last
// returned. The error is the context's, or fs.ErrClosed after Close; nothing is
// lost by it, and Next may be called again.
func (w *Watcher) Next(ctx context.Context) (Batch, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer context.AfterFunc(w.life, func() { cancel(fs.ErrClosed) })()
	for {
		if note := w.notifier.takeNote(); note != "" {
			return Batch{Note: note}, nil
		}
		if err := w.wait(ctx); err != nil {
			return Batch{}, err
		}
		paths, err := w.look(ctx)
		if err != nil {
			return Batch{}, err
		}
		if len(paths) > 0 {
			return Batch{Paths: paths, Note: w.notifier.takeNote()}, nil
		}
	}
}

// Close frees what the system holds for the watcher, and ends a Next that
// waits. It may be called more than once, and from any goroutine.
func (w *Watcher) Close() error {
	w.end()
	return w.notifier.close()
}

// wait returns when it is time to sweep.
func (w *Watcher) wait(ctx context.Context) error {
	timer := time.NewTimer(w.due.Sub(w.now()))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	case <-w.notifier.wake:
		w.due = w.now() // so that nothing is lost if the context ends before the sweep
		return settle(ctx, w.notifier.wake)
	}
}

// settle waits for the end of a burst of events, the first of which has come,
// but not for ever.
func settle(ctx context.Context, wake <-chan struct{}) error {
	silence, limit := time.NewTimer(quiet), time.NewTimer(patience)
	defer silence.Stop()
	defer limit.Stop()
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-wake:
			silence.Reset(quiet)
		case <-silence.C:
			return nil
		case <-limit.C:
			return nil
		}
	}
}

// look returns what differs.
func (w *Watcher) look(ctx context.Context) ([]string, error) {
	start := w.now()
	next, err := w.sweep(ctx, start)
	if err != nil {
		return nil, err
	}
	paths := w.last.diff(next)
	told, isAll := w.notifier.told.take(next)
	paths = append(paths, told...)
	if isAll {
		paths = append(paths, w.sweeper.folders...)
	}
	slices.Sort(paths)
	w.last = next
	end := w.now()
	w.due = end.Add(max(w.interval, 4*end.Sub(start))) // at most a fifth of the time, however slow the disk
	return slices.Compact(paths), nil
}

// sweep sweeps, and again if what is watched had to be put right, so that
// whatever happens after it is told.
func (w *Watcher) sweep(ctx context.Context, now time.Time) (next snapshot, err error) {
	for range turns {
		w.notifier.begin()
		next, err = w.sweeper.sweep(ctx, now, w.last)
		if err != nil || w.notifier.finish(next.folders) {
			break
		}
	}
	return next, err
}

// gone says of an error that there is nothing there.
func gone(err error) bool { return errors.Is(err, fs.ErrNotExist) }
