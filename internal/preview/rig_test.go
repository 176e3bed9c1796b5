package preview_test

import (
	"context"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"commonground/internal/build"
	"commonground/internal/load"
	"commonground/internal/preview"
	"commonground/internal/render"
	"commonground/internal/schema"
	"commonground/internal/serve"
	"commonground/internal/watch"
)

// program is what comes with the program.
func program() fs.FS { return os.DirFS("../..") }

// mode is a way for changes to be noticed.
type mode struct {
	name   string
	change func(*watch.Options)
}

func modes() []mode {
	return []mode{
		{"told and swept", func(*watch.Options) {}},
		{"swept only", func(o *watch.Options) { o.Poll, o.Interval = true, 5*time.Millisecond }},
	}
}

// rig is a package on a disk and its preview, run as the command runs it: a real
// watcher, a real server and HTTP between that and the test.
type rig struct {
	testing.TB
	dir      string
	address  string            // of the site, with a slash at its end
	built    chan struct{}     // holds one: a build was told of since the last look
	patience context.Context   // ends shortly before the test would be stopped
	good     map[string]string // what the last clean build without mistakes made
	seen     map[string]bool   // every path that any of them had

	// hook is called with each name that a build opens, before it is opened.
	hook atomic.Pointer[func(name string) error]
}

// newRig writes a small package and previews it until the test ends.
func newRig(t testing.TB, m mode) *rig {
	t.Helper()
	r := emptyRig(t)
	for name, text := range smallPackage() {
		r.write(name, text)
	}
	r.start(m)
	r.settle()
	return r
}

func emptyRig(t testing.TB) *rig {
	r := &rig{TB: t, dir: filepath.Join(t.TempDir(), "package"), built: make(chan struct{}, 1), seen: map[string]bool{}, patience: t.Context()}
	if limited, ok := t.(interface{ Deadline() (time.Time, bool) }); ok {
		if end, ok := limited.Deadline(); ok {
			ctx, cancel := context.WithDeadline(t.Context(), end.Add(-5*time.Second))
			t.Cleanup(cancel)
			r.patience = ctx
		}
	}
	return r
}

// start previews what is on the disk.
func (r *rig) start(m mode) {
	r.Helper()
	o := watch.Options{Dir: r.dir, Folders: []string{"content", "themes", "layouts", "static", "words"}, Ignore: load.Ignored, Now: time.Now}
	m.change(&o)
	watcher, err := watch.Open(o)
	r.need(err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	r.need(err)
	r.address = "http://" + listener.Addr().String() + "/"
	screen := serve.New(serve.Options{Hosts: []string{listener.Addr().String()}, Policy: render.Policy})
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { r.must(screen.Serve(ctx, listener)) })
	running.Go(func() {
		r.must(preview.Run(ctx, preview.Options{
			Open: r.open, Program: program(), Now: time.Now, Changes: watcher, Screen: screen, Tell: r.tell,
		}))
	})
	r.Cleanup(func() {
		cancel()
		running.Wait()
		r.must(watcher.Close())
	})
}

func (r *rig) tell(preview.Build) {
	select {
	case r.built <- struct{}{}:
	default:
	}
}

func (r *rig) open() (fs.FS, error) {
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return nil, err
	}
	if r.hook.Load() == nil {
		return root.FS(), nil
	}
	return hooked{root.FS(), *r.hook.Load()}, nil
}

// hooked calls a hook before it opens anything.
type hooked struct {
	files fs.FS
	hook  func(name string) error
}

func (h hooked) Open(name string) (fs.File, error) {
	if err := h.hook(name); err != nil {
		return nil, err
	}
	return h.files.Open(name)
}

// clean builds what is on the disk from nothing. It is nil when that cannot be
// built or has mistakes.
func (r *rig) clean() map[string]string {
	r.Helper()
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	y, m, d := time.Now().Date()
	result, err := build.Run(build.Options{Package: root.FS(), Program: program(), Today: schema.Date{Year: y, Month: int(m), Day: d}})
	if err != nil || result.Site == nil {
		return nil
	}
	made := map[string]string{}
	for _, f := range result.Site.Files() {
		var b strings.Builder
		r.need(f.Write(&b))
		made[f.Path] = b.String()
	}
	return made
}

// settle waits until what is served is what a clean build makes or, where that
// makes nothing, until the server says so.
func (r *rig) settle() {
	r.Helper()
	want := r.clean()
	for path := range want {
		r.seen[path] = true
	}
	for difference := r.difference(want); difference != ""; difference = r.difference(want) {
		r.wait(difference)
	}
	if want != nil {
		r.good = want
	}
}

// wait waits for the next build.
func (r *rig) wait(why string) {
	r.Helper()
	select {
	case <-r.built:
	case <-r.patience.Done():
		r.Fatalf("nothing more is built, but %s", why)
	}
}

// difference says where the served site is not what is wanted, or "".
func (r *rig) difference(want map[string]string) string {
	r.Helper()
	if mood := r.status("index.html").Mood; (mood == "failed") != (want == nil) {
		return fmt.Sprintf("the mood is %q", mood)
	}
	if want == nil {
		return ""
	}
	for path := range r.seen {
		status, body := r.get(path)
		if text, ok := want[path]; !ok && status != http.StatusNotFound {
			return fmt.Sprintf("%s is still there (%d)", path, status)
		} else if ok && (status != http.StatusOK || body != text) {
			return fmt.Sprintf("%s (%d) is not what a clean build makes", path, status)
		}
	}
	return ""
}

func (r *rig) need(err error) {
	r.Helper()
	if err != nil {
		r.Fatal(err)
	}
}

// must is need for any goroutine.
func (r *rig) must(err error) {
	r.Helper()
	if err != nil {
		r.Error(err)
	}
}

// hookOnce calls do when the next build comes to open a name. What it returns is
// what opening gives.
func (r *rig) hookOnce(at string, do func() error) {
	r.hook.Store(new(func(name string) error {
		if name == at && r.hook.Swap(nil) != nil {
			return do()
		}
		return nil
	}))
}

// await waits until a file of the site is there.
func (r *rig) await(path string) {
	r.Helper()
	for status, _ := r.get(path); status != http.StatusOK; status, _ = r.get(path) {
		r.wait(path + " is not there")
	}
}
