package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// stream is where the system tells of changes. Both channels close with it.
type stream struct {
	system
	events <-chan fsnotify.Event
	errors <-chan error
}

// system is told which folders to watch, each for itself, not those in it.
type system interface {
	Add(folder string) error
	Remove(folder string) error
	WatchList() []string
	Close() error
}

var _ system = (*fsnotify.Watcher)(nil)

func listen() (stream, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return stream{}, err
	}
	return stream{w, w.Events, w.Errors}, nil
}

// notifier keeps the system watching the folders that sweeps come by, and wakes
// when it tells of something.
type notifier struct {
	dir     string // absolute
	folders []string
	ignore  func(name string) bool
	wake    chan struct{} // holds one at most
	told    gossip

	mu      sync.Mutex // the calls of a system may not overlap its Close
	system  system     // nil if sweeps are all there is
	listed  map[string]bool
	entered map[string]fs.FileInfo // the folders that are watched, as they were when last entered
	note    string
	done    sync.WaitGroup
}

func newNotifier(dir string, o Options) *notifier {
	return &notifier{dir: dir, folders: o.Folders, ignore: o.Ignore, wake: make(chan struct{}, 1), entered: map[string]fs.FileInfo{}}
}

func (n *notifier) start(listen func() (stream, error)) {
	s, err := listen()
	if err != nil {
		n.explain(err)
		return
	}
	n.system = s.system
	n.done.Go(func() { n.hear(s) })
}

// hear takes everything the system tells at once: until an event is taken, some
// systems hold up calls to them. An error means that events may be lost.
func (n *notifier) hear(s stream) {
	for {
		select {
		case event, ok := <-s.events:
			if !ok {
				return
			}
			if !n.matters(event) {
				continue
			}
			n.told.add(n.relative(event.Name), event.Op)
		case _, ok := <-s.errors:
			if !ok {
				s.errors = nil
				continue
			}
			n.told.addAll()
		}
		select {
		case n.wake <- struct{}{}:
		default:
		}
	}
}

// matters says whether an event may be of a file that counts. A new mode alone
// can wait for the next sweep: indexers and virus scanners set it all the time.
func (n *notifier) matters(e fsnotify.Event) bool {
	const movement = fsnotify.Create | fsnotify.Remove | fsnotify.Rename
	name := filepath.Base(e.Name)
	switch {
	case !e.Has(movement | fsnotify.Write):
		return false
	case e.Name == n.dir:
		return e.Has(movement) // written is anything in it, such as the site
	case filepath.Dir(e.Name) == n.dir:
		return slices.ContainsFunc(n.folders, func(folder string) bool { return strings.EqualFold(folder, name) })
	}
	return !n.ignore(name)
}

// begin is called before each sweep, enter for each folder before it is listed,
// and finish after the sweep.
func (n *notifier) begin() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.listed = n.list()
}

// list returns the full paths that the system watches. Its list may be a moment
// behind.
func (n *notifier) list() map[string]bool {
	listed := map[string]bool{}
	if n.system != nil {
		for _, folder := range n.system.WatchList() {
			listed[folder] = true
		}
	}
	return listed
}

// enter watches a folder. One that changed since the last sweep is watched anew:
// it may be another than the one that the system knows by its name.
func (n *notifier) enter(folder string, info fs.FileInfo) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.system == nil {
		return
	}
	os.SameFile(info, info) // Windows looks up now, and not at the next sweep, which folder this is
	full, known := n.full(folder), n.entered[folder]
	isListed, isSame := n.listed[full], known != nil && os.SameFile(known, info)
	n.entered[folder] = info
	if isListed && isSame && known.ModTime().Equal(info.ModTime()) {
		return
	}
	if isListed && !isSame {
		_ = n.system.Remove(full) // it may have gone meanwhile
	}
	if err := n.system.Add(full); err != nil {
		delete(n.entered, folder)
		n.refused(err)
	}
}

// refused gives up watching, unless there is nothing to watch or list.
func (n *notifier) refused(err error) {
	if gone(err) || errors.Is(err, fs.ErrPermission) {
		return
	}
	n.explain(err)
	_ = n.system.Close() // frees what others may need; there is nothing to lose
	n.system = nil
}

// finish lets go of folders that the sweep did not come by, and says whether all
// others are watched since before they were listed. They may not be when folders
// were moved: a moved folder keeps its watch under its old name, and loses it when
// that name is dropped or taken.
func (n *notifier) finish(folders map[string]bool) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.system == nil {
		return true
	}
	maps.DeleteFunc(n.entered, func(folder string, _ fs.FileInfo) bool { return !folders[folder] })
	for folder := range folders {
		delete(n.listed, n.full(folder))
	}
	for full := range n.listed {
		_ = n.system.Remove(full) // it may have gone meanwhile
	}
	listed := n.list()
	for folder := range n.entered {
		if !listed[n.full(folder)] {
			return false
		}
	}
	return true
}

// relative is full the other way round.
func (n *notifier) relative(full string) string {
	rel, err := filepath.Rel(n.dir, full)
	if err != nil { // another drive, by way of a link
		return full
	}
	return filepath.ToSlash(rel)
}

func (n *notifier) full(folder string) string {
	return filepath.Join(n.dir, filepath.FromSlash(folder))
}

// explain leaves a note that sweeps are all there is.
func (n *notifier) explain(err error) {
	n.note = fmt.Sprintf("changes show after a second or so instead of at once, for this computer watches no more folders: %v", err)
}

func (n *notifier) takeNote() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	note := n.note
	n.note = ""
	return note
}

func (n *notifier) close() error {
	n.mu.Lock()
	system := n.system
	n.system = nil
	n.mu.Unlock()
	if system == nil {
		n.done.Wait()
		return nil
	}
	err := system.Close()
	n.done.Wait()
	return err
}
