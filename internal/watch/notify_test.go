package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

func TestMatters(t *testing.T) {
	n := newNotifier(filepath.FromSlash("/pkg"), Options{Folders: folders, Ignore: ignored})
	for _, test := range []struct {
		name string
		op   fsnotify.Op
		want bool
	}{
		{"/pkg", fsnotify.Remove, true},
		{"/pkg", fsnotify.Write, false},
		{"/pkg/content", fsnotify.Create, true},
		{"/pkg/Content", fsnotify.Rename, true},
		{"/pkg/content/a.md", fsnotify.Write, true},
		{"/pkg/content/a.md", fsnotify.Write | fsnotify.Chmod, true},
		{"/pkg/content/a.md", fsnotify.Chmod, false},
		{"/pkg/content/a.md~", fsnotify.Create, false},
		{"/pkg/content/lessons/.a.md.swp", fsnotify.Create, false},
		{"/pkg/public", fsnotify.Create, false},
		{"/pkg/public", fsnotify.Write, false},
		{"/pkg/README.md", fsnotify.Write, false},
	} {
		if got := n.matters(fsnotify.Event{Name: filepath.FromSlash(test.name), Op: test.op}); got != test.want {
			t.Errorf("%s %v matters: %v", test.name, test.op, got)
		}
	}
}

// eventsOnly is how a watcher hears of nothing but through the system.
func eventsOnly(listen func() (stream, error)) mode {
	return mode{change: func(o *Options) { o.Interval = never }, listen: listen}
}

func TestWatchesTheFoldersAndNoOther(t *testing.T) {
	r := newRig(t, eventsOnly(listen))
	r.write("public/lessons/book.html", "")
	r.write("content/.git/objects/1", "")
	r.during(func(r *rig) {
		r.write("content/stories/new/index.md", "# New\n")
		r.write("content/lessons/deep/er/index.md", "# Deeper\n")
	})
	r.during(func(r *rig) {
		r.rename("content/lessons", "content/units")
		r.rename("content/units/visit", "content/units/call")
	})
	got := []string{}
	for folder := range r.watcher.notifier.list() {
		got = append(got, strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(folder, r.dir)), "/"))
	}
	slices.Sort(got)
	want := []string{"", "content", "content/stories", "content/stories/new",
		"content/units", "content/units/call", "content/units/deep", "content/units/deep/er", "static"}
	if !slices.Equal(got, want) {
		t.Errorf("watches %q, want %q", got, want)
	}
}

// diary is a system that writes down what it is asked for.
type diary struct {
	folders []string
	asked   []string
}

func (d *diary) Add(folder string) error {
	d.asked, d.folders = append(d.asked, "add "+filepath.Base(folder)), append(d.folders, folder)
	return nil
}

func (d *diary) Remove(folder string) error {
	d.asked = append(d.asked, "remove "+filepath.Base(folder))
	return nil
}

func (d *diary) WatchList() []string { return d.folders }
func (d *diary) Close() error        { return nil }

// TestEnter holds what Linux forgives and other systems do not.
func TestEnter(t *testing.T) {
	dir := t.TempDir()
	d := &diary{}
	n := newNotifier(dir, Options{})
	n.system = d
	enter := func(change func(name string) error, want ...string) {
		t.Helper()
		err := change(filepath.Join(dir, "content"))
		info, statErr := os.Stat(filepath.Join(dir, "content"))
		if err = errors.Join(err, statErr); err != nil {
			t.Fatal(err)
		}
		d.asked = nil
		n.begin()
		n.enter("content", info)
		n.finish(map[string]bool{"content": true})
		if !slices.Equal(d.asked, want) {
			t.Errorf("asked %q, want %q", d.asked, want)
		}
	}
	long := time.Now().Add(-time.Hour)
	enter(func(name string) error { return os.Mkdir(name, 0o777) }, "add content")
	enter(func(string) error { return nil })
	enter(func(name string) error { return os.Chtimes(name, long, long) }, "add content")
	enter(func(name string) error {
		return errors.Join(os.Rename(name, name+"-old"), os.Mkdir(name, 0o777), os.Chtimes(name, long, long))
	}, "remove content", "add content")
}

func TestHearsOnWhenNoErrorsCome(t *testing.T) {
	n := newNotifier("", Options{})
	n.ignore = ignored
	events, errs := make(chan fsnotify.Event), make(chan error)
	close(errs)
	n.start(func() (stream, error) { return stream{&diary{}, events, errs}, nil })
	for range 20 {
		events <- fsnotify.Event{Name: "content/a.md", Op: fsnotify.Write}
		<-n.wake
	}
	close(events)
	if err := n.close(); err != nil {
		t.Error(err)
	}
}

func TestReportsWhatWasOtherForAWhile(t *testing.T) {
	for _, test := range []struct{ name, away string }{
		{"content/lessons/book.md", "content/lessons/book.md"},
		{"content/lessons/visit/index.md", "content/lessons/visit"},
		{"content/lessons/visit/index.md", "content"},
	} {
		r := newRig(t, eventsOnly(listen))
		r.write(test.name, "# Other\n")
		batch, err := r.watcher.Next(t.Context())
		r.must(err)
		r.rename(test.away, "away")
		r.copy(batch) // reads when it is gone
		r.rename("away", test.away)
		r.catchUp()
	}
}

func TestLostEventsMeanASweep(t *testing.T) {
	lost := make(chan error)
	r := newRig(t, eventsOnly(func() (stream, error) {
		s, err := losing(1)()
		s.errors = lost
		return s, err
	}))
	r.write("content/index.md", "# Welcome\n")
	go func() { lost <- fsnotify.ErrEventOverflow }()
	batch, err := r.watcher.Next(t.Context())
	r.must(err)
	for _, folder := range folders {
		if !slices.Contains(batch.Paths, folder) {
			t.Errorf("%s may have been other for a while, but only %q is reported", folder, batch.Paths)
		}
	}
	r.copy(batch)
	r.catchUp()
}

// limited is a system that watches only a few folders.
type limited struct {
	system
	left   int
	closed bool
}

func (l *limited) Add(folder string) error {
	if l.left--; l.left < 0 {
		return fmt.Errorf("%s: %w", folder, syscall.ENOSPC)
	}
	return l.system.Add(folder)
}

func (l *limited) Close() error {
	l.closed = true
	return l.system.Close()
}

func TestLimitsLeaveSweeps(t *testing.T) {
	none := func() (stream, error) { return stream{}, syscall.EMFILE }
	var l *limited
	few := func() (stream, error) {
		s, err := listen()
		l = &limited{system: s.system, left: 3}
		s.system = l
		return s, err
	}
	for _, listen := range []func() (stream, error){none, few} {
		r := newRig(t, mode{change: func(o *Options) { o.Interval = 5 * time.Millisecond }, listen: listen})
		batch, err := r.watcher.Next(t.Context())
		if err != nil || !strings.Contains(batch.Note, "after a second or so") || batch.Paths != nil {
			t.Fatalf("%+v, %v", batch, err)
		}
		r.during((*rig).touchAll) // which would find a second note
	}
	if !l.closed {
		t.Error("what is watched still takes from the limit")
	}
}

func TestBornDuringASweep(t *testing.T) {
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			r := newRig(t, m)
			disk := r.watcher.sweeper.files
			born := 0
			r.watcher.sweeper.files = listing{disk, func(folder string) {
				if born < 3 && folder == "content/lessons" {
					born++
					r.write(fmt.Sprintf("content/lessons/born-%d.md", born), "# Born\n")
					r.write(fmt.Sprintf("content/lessons/born-%d/index.md", born), "# Born\n")
				}
			}}
			for born < 3 {
				r.during(func(r *rig) { r.write("content/index.md", fmt.Sprintf("# After %d\n", len(r.mirror))) })
			}
		})
	}
}

// listing is a disk on which something happens after a folder was listed.
type listing struct {
	fs.FS
	then func(folder string)
}

func (l listing) ReadDir(name string) ([]fs.DirEntry, error) {
	defer l.then(name)
	return fs.ReadDir(l.FS, name)
}

func TestDirGoneAndBack(t *testing.T) {
	r := newRig(t, mode{change: func(o *Options) { o.Interval = 5 * time.Millisecond }, listen: listen})
	r.during(func(r *rig) { r.must(os.RemoveAll(r.dir)) })
	r.during(func(r *rig) { r.write("content/index.md", "# Home\n") })
	r.during((*rig).touchAll)
}

func TestOpenNeedsAFolder(t *testing.T) {
	dir := t.TempDir()
	r := &rig{T: t, dir: dir}
	r.write("file", "")
	for _, name := range []string{"none", "file"} {
		if w, err := Open(Options{Dir: r.full(name), Folders: folders, Now: time.Now}); err == nil {
			t.Errorf("%s was opened: %v", name, w)
		}
	}
	if _, err := Open(Options{Dir: r.full("none"), Now: time.Now}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
