package watch

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

var folders = []string{"content", "themes", "layouts", "static", "words"}

func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || name == "4913"
}

// never is an interval at which no test sees a sweep that no event asked for.
const never = 1000 * time.Hour

// mode is a way for changes to be noticed.
type mode struct {
	name     string
	hearsAll bool // so that it knows even of what is other only between two sweeps
	change   func(*Options)
	listen   func() (stream, error)
}

func modes() []mode {
	events := func(o *Options) { o.Interval = never }
	sweeps := func(o *Options) { o.Interval = 5 * time.Millisecond }
	return []mode{
		{"events only", true, events, listen},
		{"half of the events lost", false, sweeps, losing(2)},
		{"all events lost", false, sweeps, losing(1)},
		{"poll", false, func(o *Options) { sweeps(o); o.Poll = true }, listen},
	}
}

// losing puts itself between the system and the watcher, and loses each nth event.
func losing(nth int) func() (stream, error) {
	return func() (stream, error) {
		s, err := listen()
		passed := make(chan fsnotify.Event)
		go func() {
			defer close(passed)
			count := 0
			for e := range s.events {
				if count++; count%nth != 0 {
					passed <- e
				}
			}
		}()
		return stream{s.system, passed, s.errors}, err
	}
}

// rig is a package's folder, a watcher, and a copy kept by what it reports.
type rig struct {
	*testing.T
	dir     string
	watcher *Watcher
	mirror  map[string]string
}

// newRig writes a package with two lessons, one of them a folder, and opens it.
func newRig(t *testing.T, m mode) *rig {
	t.Helper()
	r := &rig{T: t, dir: t.TempDir()}
	r.write("content/index.md", "# Home\n")
	r.write("content/lessons/book.md", "# Book\n")
	r.write("content/lessons/visit/index.md", "# Visit\n")
	r.write("content/lessons/visit/desk.png", "a picture")
	r.write("static/site.css", "p {}\n")
	r.open(m)
	return r
}

func (r *rig) open(m mode) {
	r.Helper()
	o := Options{Dir: r.dir, Folders: folders, Ignore: ignored, Now: time.Now}
	m.change(&o)
	w, err := open(o, m.listen)
	if err != nil {
		r.Fatal(err)
	}
	r.Cleanup(func() { r.must(w.Close()) })
	r.watcher, r.mirror = w, r.tree()
}

// during reads batches while an author is at work.
func (r *rig) during(work func(*rig)) {
	r.Helper()
	ctx, cancel := context.WithCancel(r.Context())
	go func() {
		defer cancel()
		work(r)
	}()
	for {
		batch, err := r.watcher.Next(ctx)
		if errors.Is(err, context.Canceled) {
			break
		}
		r.must(err)
		r.copy(batch)
	}
	r.catchUp()
}

// catchUp reads batches until the copy is equal to the folder.
func (r *rig) catchUp() {
	r.Helper()
	ctx := r.Context()
	if end, ok := r.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithDeadline(ctx, end.Add(-5*time.Second))
		defer cancel()
	}
	for want := r.tree(); !maps.Equal(r.mirror, want); want = r.tree() {
		batch, err := r.watcher.Next(ctx)
		if err != nil {
			r.Fatalf("nothing more is reported (%v), but these differ: %q", err, differ(r.mirror, want))
		}
		r.copy(batch)
	}
}

func differ(a, b map[string]string) []string {
	var names []string
	for _, both := range []map[string]string{a, b} {
		for name := range both {
			if a[name] != b[name] && !slices.Contains(names, name) {
				if names = append(names, name); len(names) == 5 {
					return names
				}
			}
		}
	}
	return names
}

func (r *rig) copy(b Batch) {
	r.Helper()
	if len(b.Paths) == 0 || !slices.IsSorted(b.Paths) || b.Note != "" {
		r.Errorf("batch %+v", b)
	}
	for _, name := range b.Paths {
		maps.DeleteFunc(r.mirror, func(old, _ string) bool { return old == name || strings.HasPrefix(old, name+"/") })
		maps.Copy(r.mirror, r.read(name))
	}
}

// tree reads the package as its readers do.
func (r *rig) tree() map[string]string {
	all := map[string]string{}
	for _, folder := range folders {
		maps.Copy(all, r.read(folder))
	}
	return all
}

// read reads a file, or all that count in a folder. What cannot be read is left out.
func (r *rig) read(name string) map[string]string {
	all := map[string]string{}
	fsys := os.DirFS(r.dir)
	if info, err := fs.Lstat(fsys, name); err == nil && info.Mode().Type() == fs.ModeSymlink && strings.Contains(name, "/") {
		if target, err := fs.Stat(fsys, name); err != nil || target.IsDir() {
			return all // only the named folders may be links
		}
	}
	_ = fs.WalkDir(fsys, name, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case ignored(d.Name()) && d.IsDir():
			return fs.SkipDir
		case ignored(d.Name()), d.IsDir():
			return nil
		}
		if text, err := fs.ReadFile(fsys, name); err == nil {
			all[name] = string(text)
		}
		return nil
	})
	return all
}

// touchAll changes every file there is and adds one to every folder.
func (r *rig) touchAll() {
	for name, text := range r.tree() {
		r.write(name, text+"more\n")
		r.write(path.Join(path.Dir(name), "new.md"), "# New\n")
	}
}

func (r *rig) full(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

func (r *rig) must(err error) {
	r.Helper()
	if err != nil {
		r.Error(err)
	}
}

func (r *rig) write(name, text string) {
	r.Helper()
	r.must(os.MkdirAll(filepath.Dir(r.full(name)), 0o777))
	r.must(os.WriteFile(r.full(name), []byte(text), 0o666))
}

func (r *rig) rename(from, to string) {
	r.Helper()
	r.must(os.Rename(r.full(from), r.full(to)))
}

func (r *rig) remove(name string) {
	r.Helper()
	r.must(os.RemoveAll(r.full(name)))
}

func (r *rig) link(target, name string) {
	r.Helper()
	r.must(os.Symlink(target, r.full(name)))
}
