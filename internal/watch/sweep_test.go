package watch

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// faulty is a package in memory, some of which cannot be read.
type faulty struct {
	fstest.MapFS
	locked map[string]bool
	onList func(folder string)
}

func (f faulty) refuse(op, name string) error {
	if f.locked[name] {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
	}
	return nil
}

func (f faulty) Open(name string) (fs.File, error) {
	if err := f.refuse("open", name); err != nil {
		return nil, err
	}
	return f.MapFS.Open(name)
}

func (f faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.refuse("list", name); err != nil {
		return nil, err
	}
	entries, err := f.MapFS.ReadDir(name)
	if f.onList != nil {
		f.onList(name)
	}
	return entries, err
}

// sweeps keeps the last snapshot of a package in memory.
type sweeps struct {
	*testing.T
	sweeper
	pkg  faulty
	last snapshot
}

func newSweeps(t *testing.T, pkg fstest.MapFS) *sweeps {
	s := &sweeps{T: t, pkg: faulty{MapFS: pkg, locked: map[string]bool{}}}
	s.sweeper = sweeper{files: s.pkg, folders: folders, ignore: ignored, enter: func(string, fs.FileInfo) {}}
	return s
}

// at sweeps some time after noon and compares what differs.
func (s *sweeps) at(after time.Duration, want ...string) {
	s.Helper()
	next, err := s.sweep(s.Context(), noon.Add(after), s.last)
	if err != nil {
		s.Fatal(err)
	}
	got := s.last.diff(next)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		s.Errorf("at %v these differ: %q, want %q", after, got, want)
	}
	s.last = next
}

func file(text string, age time.Duration) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(text), Mode: 0o644, ModTime: noon.Add(-age)}
}

func TestSweepTrustsWhatIsOld(t *testing.T) {
	pkg := fstest.MapFS{"content/a.md": file("one", time.Hour)}
	s := newSweeps(t, pkg)
	s.at(0, "content/a.md")
	pkg["content/a.md"] = file("two", time.Hour) // the limit that the package comment states
	s.at(time.Second)
	pkg["content/a.md"] = file("three", time.Hour)
	s.at(2*time.Second, "content/a.md")
}

func TestSweepReadsWhatIsYoung(t *testing.T) {
	pkg := fstest.MapFS{"content/a.md": file("one", time.Second)}
	s := newSweeps(t, pkg)
	s.at(0, "content/a.md")
	pkg["content/a.md"] = file("two", time.Second)
	s.at(time.Second, "content/a.md")
	pkg["content/a.md"] = file("six", time.Second) // within the doubt, though the sweep is not
	s.at(10*time.Second, "content/a.md")
	pkg["content/a.md"] = file("ten", time.Second)
	s.at(11 * time.Second)
}

func TestSweepCountsAgeFromWhenItSaw(t *testing.T) {
	pkg := fstest.MapFS{}
	s := newSweeps(t, pkg)
	s.at(0)
	pkg["content/a.md"] = file("one", 24*time.Hour) // moved in, or the server's clock is wrong
	s.at(time.Second, "content/a.md")
	pkg["content/a.md"] = file("two", 24*time.Hour)
	s.at(2*time.Second, "content/a.md")
}

func TestSweepNeverTrustsATimeThatTellsNothing(t *testing.T) {
	epoch := noon.Sub(time.Unix(0, 0))
	pkg := fstest.MapFS{"content/a.md": file("one", epoch)}
	s := newSweeps(t, pkg)
	s.at(0, "content/a.md")
	s.at(time.Minute)
	pkg["content/a.md"] = file("two", epoch)
	s.at(time.Hour, "content/a.md")
}

func TestSweepNeverReadsWhatIsLarge(t *testing.T) {
	pkg := fstest.MapFS{"static/film.mp4": file(strings.Repeat("1", tooLarge+1), 0)}
	s := newSweeps(t, pkg)
	s.pkg.locked["static/film.mp4"] = true
	s.at(0, "static/film.mp4")
	if s.last.files["static/film.mp4"].content != "" {
		t.Error("it was read")
	}
}

func TestSweepReportsANewMode(t *testing.T) {
	pkg := fstest.MapFS{"content/a.md": file("one", time.Hour)}
	s := newSweeps(t, pkg)
	s.at(0, "content/a.md")
	closed := *pkg["content/a.md"]
	closed.Mode = 0
	pkg["content/a.md"] = &closed
	s.at(time.Second, "content/a.md")
}

func TestSweepWaitsForWhatIsLocked(t *testing.T) {
	pkg := fstest.MapFS{"content/a.md": file("one", 0), "content/lessons/b.md": file("one", time.Hour)}
	s := newSweeps(t, pkg)
	s.at(0, "content/a.md", "content/lessons/b.md")

	s.pkg.locked["content/lessons"] = true
	s.pkg.locked["content/a.md"] = true
	s.at(time.Second, "content/a.md", "content/lessons", "content/lessons/b.md")
	s.at(time.Minute)
	delete(s.pkg.locked, "content/lessons")
	delete(s.pkg.locked, "content/a.md")
	s.at(time.Hour, "content/a.md", "content/lessons", "content/lessons/b.md")
	s.at(2 * time.Hour)
}

func TestSweepKeepsToTheFolders(t *testing.T) {
	s := newSweeps(t, fstest.MapFS{
		"README.md": file("", 0), "public/index.html": file("", 0), "content/.git/config": file("", 0),
		"content/a.md~": file("", 0), "words/plain.txt": file("", 0), "layouts": file("not a folder", 0),
	})
	s.at(0, "layouts", "words/plain.txt")
}

func TestSweepEntersBeforeItLists(t *testing.T) {
	var order []string
	s := newSweeps(t, fstest.MapFS{"content/lessons/a.md": file("", 0)})
	s.enter = func(folder string, _ fs.FileInfo) { order = append(order, "enter "+folder) }
	s.pkg.onList = func(folder string) { order = append(order, "list "+folder) }
	s.files = s.pkg
	s.at(0, "content/lessons/a.md")
	want := []string{"enter .", "enter content", "list content", "enter content/lessons", "list content/lessons"}
	if !slices.Equal(order, want) {
		t.Errorf("order %q", order)
	}
}
