package output

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

var errFault = errors.New("fault put in by the test")

// faults fails the Nth operation of all disks opened through it.
type faults struct {
	at    int64 // the operation to fail, from 1
	crash bool  // and all after it, as if the process had ended
	short bool  // if it is a write, after half of the bytes
	count atomic.Int64
	mu    sync.Mutex
	seen  []string // when at is 0, what was asked for
}

func (f *faults) fail(what string) bool {
	n := f.count.Add(1)
	if f.at == 0 {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.seen = append(f.seen, what)
	}
	return f.at > 0 && (n == f.at || f.crash && n > f.at)
}

func (f *faults) machine() machine {
	m := thisMachine()
	m.open = func(dir string) (disk, error) {
		if f.fail("open " + dir) {
			return nil, errFault
		}
		d, err := openDisk(dir)
		if err != nil {
			return nil, err
		}
		return faulty{d, f}, nil
	}
	return m
}

// faulty is a disk whose operations may fail. Closing a folder cannot.
type faulty struct {
	disk
	f *faults
}

func (d faulty) Lstat(name string) (fs.FileInfo, error) {
	if d.f.fail("lstat " + name) {
		return nil, errFault
	}
	return d.disk.Lstat(name)
}

func (d faulty) Open(name string) (reader, error) {
	if d.f.fail("open " + name) {
		return nil, errFault
	}
	r, err := d.disk.Open(name)
	if err != nil {
		return nil, err
	}
	return faultyReader{r, d.f}, nil
}

func (d faulty) Create(name string) (io.WriteCloser, error) {
	if d.f.fail("create " + name) {
		return nil, errFault
	}
	w, err := d.disk.Create(name)
	if err != nil {
		return nil, err
	}
	return faultyWriter{w, d.f}, nil
}

func (d faulty) ReadDir(name string) ([]fs.DirEntry, error) {
	if d.f.fail("readdir " + name) {
		return nil, errFault
	}
	return d.disk.ReadDir(name)
}

func (d faulty) Mkdir(name string) error {
	if d.f.fail("mkdir " + name) {
		return errFault
	}
	return d.disk.Mkdir(name)
}

func (d faulty) Chmod(name string, mode fs.FileMode) error {
	if d.f.fail("chmod " + name) {
		return errFault
	}
	return d.disk.Chmod(name, mode)
}

func (d faulty) Rename(from, to string) error {
	if d.f.fail("rename " + from + " " + to) {
		return errFault
	}
	return d.disk.Rename(from, to)
}

func (d faulty) Remove(name string) error {
	if d.f.fail("remove " + name) {
		return errFault
	}
	return d.disk.Remove(name)
}

func (d faulty) Sub(name string) (disk, error) {
	if d.f.fail("sub " + name) {
		return nil, errFault
	}
	sub, err := d.disk.Sub(name)
	if err != nil {
		return nil, err
	}
	return faulty{sub, d.f}, nil
}

type faultyReader struct {
	reader
	f *faults
}

func (r faultyReader) Read(b []byte) (int, error) {
	if r.f.fail("read") {
		return 0, errFault
	}
	return r.reader.Read(b)
}

func (r faultyReader) ReadAt(b []byte, at int64) (int, error) {
	if r.f.fail("read at") {
		return 0, errFault
	}
	return r.reader.ReadAt(b, at)
}

type faultyWriter struct {
	io.WriteCloser
	f *faults
}

func (w faultyWriter) Write(b []byte) (int, error) {
	if !w.f.fail("write") {
		return w.WriteCloser.Write(b)
	}
	if !w.f.short {
		return 0, errFault
	}
	n, _ := w.WriteCloser.Write(b[:len(b)/2])
	return n, errFault
}

func (w faultyWriter) Close() error {
	err := w.WriteCloser.Close()
	if w.f.fail("close") {
		return errFault
	}
	return err
}

// memoryDir is t.TempDir in memory, where there is such a place: thousands of small
// files made and removed again can take minutes on a disk.
func memoryDir(t testing.TB) string {
	dir, err := os.MkdirTemp("/dev/shm", "commonground-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// scenes are the runs whose every operation is made to fail.
var scenes = []struct {
	name  string
	prep  func(t *testing.T, dir string)
	write func(m machine, site *Site, dir string) (Stats, error)
	site  []string          // paths and bytes of the site
	mine  map[string]string // bytes by path of what is not ours, in the test's folder
}{
	{
		name:  "new folder",
		prep:  func(t *testing.T, dir string) { lay(t, dir, "note.txt", "mine") },
		write: writePublic("out/public"),
		site:  []string{"index.html", "home", "a/b/c.html", strings.Repeat("c", 100_000), "a/d.png", "d"},
		mine:  map[string]string{"note.txt": "mine"},
	},
	{
		name: "folder that exists",
		prep: func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "public"), "index.html", "old", "same.html", "s", "gone/a/x.html", "x", "gone/y.html", "y",
				"was/edited.html", "1", "lessons/l.html", strings.Repeat("o", 100_000), "lessons/l.png", "old")
			lay(t, dir, "note.txt", "mine", "public/CNAME", "mine", "public/lessons/my.txt", "mine", "public/was/edited.html", "mine",
				"public/adopted.html", "same by chance")
		},
		write: writePublic("public"),
		site: []string{"index.html", "new", "same.html", "s", "lessons/l.html", strings.Repeat("n", 100_000), "lessons/l.png", "new",
			"new/a/b.html", "b", "new/c.css", "c", "adopted.html", "same by chance"},
		mine: map[string]string{"note.txt": "mine", "public/CNAME": "mine", "public/lessons/my.txt": "mine",
			"public/was/edited.html": "mine"},
	},
	{
		name:  "folder of others",
		prep:  func(t *testing.T, dir string) { lay(t, dir, "public/CNAME", "mine") },
		write: writePublic("public"),
		site:  []string{"index.html", "new", "a/b.html", "b"},
		mine:  map[string]string{"public/CNAME": "mine"},
	},
	{
		name:  "new zip",
		prep:  func(t *testing.T, dir string) { lay(t, dir, "note.txt", "mine") },
		write: writeTrainingZip("out/training.zip"),
		site:  []string{"index.html", "home", "a/b.html", "b"},
		mine:  map[string]string{"note.txt": "mine"},
	},
	{
		name: "zip that exists",
		prep: func(t *testing.T, dir string) {
			lay(t, dir, "note.txt", "mine")
			writeZip(t, filepath.Join(dir, "training.zip"), "index.html", "old")
		},
		write: writeTrainingZip("training.zip"),
		site:  []string{"index.html", "new", "a/b.html", "b"},
		mine:  map[string]string{"note.txt": "mine"},
	},
	{
		name: "same zip",
		prep: func(t *testing.T, dir string) {
			writeZip(t, filepath.Join(dir, "training.zip"), "index.html", "same")
		},
		write: writeTrainingZip("training.zip"),
		site:  []string{"index.html", "same"},
	},
	{
		name: "names in another case", // on a file system where case does not count, which links stand for
		prep: func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "public"), "A.png", "1", "B.png", "1")
			for _, name := range []string{"a.png", "b.png"} {
				if err := os.Link(filepath.Join(dir, "public", strings.ToUpper(name[:1])+name[1:]), filepath.Join(dir, "public", name)); err != nil {
					t.Fatal(err)
				}
			}
		},
		write: writePublic("public"),
		site:  []string{"a.png", "1", "b.png", "2"},
	},
	{
		name: "folder with what a crash left",
		prep: func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "public"), "index.html", "old", "gone/x.html", "x")
			lay(t, dir, "public/"+lockName, `{"pid":1,"computer":"gone","token":"x"}`, "public/.commonground-7.tmp", "half", "public/gone/.commonground-8.tmp", "half",
				"public/.commonground-a.tmp/x.txt", "mine", "public/.commonground-7.txt", "mine")
			if err := os.Mkdir(filepath.Join(dir, "public", ".commonground-b.tmp"), 0o777); err != nil {
				t.Fatal(err)
			}
			age(t, dir)
		},
		write: writePublic("public"),
		site:  []string{"index.html", "new"},
		mine:  map[string]string{"public/.commonground-a.tmp/x.txt": "mine", "public/.commonground-b.tmp": "folder", "public/.commonground-7.txt": "mine"},
	},
	{
		name: "new folder beside what a crash left",
		prep: func(t *testing.T, dir string) {
			lay(t, dir, ".commonground-0.tmp/a/b.html", "half", ".commonground-0.tmp/"+lockName, `{"pid":1,"computer":"gone","token":"x"}`,
				".commonground-notours.tmp/x.txt", "mine", ".commonground-file.tmp", "mine",
				"other-site/a.html", "a", "other-site/"+lockName, `{"pid":1,"computer":"gone","token":"x"}`)
			if err := os.Mkdir(filepath.Join(dir, ".commonground-1.tmp"), 0o777); err != nil {
				t.Fatal(err)
			}
			age(t, dir)
		},
		write: writePublic("public"),
		site:  []string{"index.html", "new", "a/b.html", "b"},
		mine:  map[string]string{".commonground-notours.tmp/x.txt": "mine", ".commonground-file.tmp": "mine", "other-site/a.html": "a"},
	},
}

func writePublic(name string) func(machine, *Site, string) (Stats, error) {
	return func(m machine, site *Site, dir string) (Stats, error) {
		return m.writeDir(site, Target{Dir: filepath.Join(dir, filepath.FromSlash(name))})
	}
}

func writeTrainingZip(name string) func(machine, *Site, string) (Stats, error) {
	return func(m machine, site *Site, dir string) (Stats, error) {
		return m.writeZip(site, ZipTarget{File: filepath.Join(dir, filepath.FromSlash(name))})
	}
}

// age makes all locks in a folder old: an hour has passed.
func age(t testing.TB, dir string) {
	t.Helper()
	then := time.Now().Add(-time.Hour)
	for name := range tree(t, dir) {
		if filepath.Base(name) == lockName {
			if err := os.Chtimes(filepath.Join(dir, name), then, then); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestEveryOperationFails(t *testing.T) {
	for _, scene := range scenes {
		for _, kind := range []struct {
			name         string
			crash, short bool
			cores        int
		}{
			{"error", false, false, 1},
			{"error on 4 cores", false, false, 4},
			{"short write", false, true, 1},
			{"crash", true, false, 1},
			{"crash on 4 cores", true, false, 4},
			{"crash in a write", true, true, 1},
		} {
			t.Run(scene.name+"/"+kind.name, func(t *testing.T) {
				defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(kind.cores))
				site := siteOf(t, scene.site...)
				clean := memoryDir(t)
				scene.prep(t, clean)
				old := tree(t, clean)
				all := &faults{}
				if _, err := scene.write(all.machine(), site, clean); err != nil {
					t.Fatal(err)
				}
				want := tree(t, clean)
				for n, what := range all.seen {
					if kind.short && what != "write" {
						continue
					}
					dir := memoryDir(t)
					scene.prep(t, dir)
					f := &faults{at: int64(n) + 1, crash: kind.crash, short: kind.short}
					_, err := scene.write(f.machine(), site, dir)
					if err == nil || !kind.crash && !errors.Is(err, errFault) {
						t.Errorf("operation %d, %s, failed: error %v", n, what, err)
					}
					checkBrokenOff(t, tree(t, dir), old, want, kind.crash)
					checkMends(t, dir, want, func() error {
						m := thisMachine()
						m.alive = func(int) bool { return false } // it was the process that broke off
						_, err := scene.write(m, site, dir)
						return err
					})
					if t.Failed() {
						t.Fatalf("operation %d, %s", n, what)
					}
				}
			})
		}
	}
}

// checkBrokenOff checks what a run that failed left: every file wholly old or
// wholly new or, if it has no old or no new form, absent; the files of others as they
// were. Only a crash may leave names of ours.
func checkBrokenOff(t *testing.T, got, old, want map[string]string, crash bool) {
	t.Helper()
	for name, body := range got {
		base := filepath.Base(name)
		switch {
		case strings.Contains(name, tempPrefix) && (crash || old[name] == body):
		case base == manifestName || base == lockName || body == "folder":
		case body != old[name] && body != want[name]:
			t.Errorf("%s is neither old nor new: %.20q", name, body)
		}
	}
	for name, body := range got {
		if body == "folder" && old[name] == "" && !crash && !slices.ContainsFunc(slices.Collect(maps.Keys(got)), func(in string) bool { return strings.HasPrefix(in, name+"/") }) {
			t.Errorf("the folder %s was made for nothing", name)
		}
	}
	for name, body := range old {
		if _, stays := want[name]; stays && got[name] == "" && body != "" {
			t.Errorf("%s is gone", name)
		}
		if got[name] != body && want[name] == body {
			t.Errorf("%s was to stay as it was", name)
		}
	}
}

// checkMends checks that the next run ends as if nothing had failed.
func checkMends(t *testing.T, dir string, want map[string]string, run func() error) {
	t.Helper()
	for name, body := range tree(t, dir) {
		if filepath.Base(name) == lockName && !json.Valid([]byte(body)) {
			age(t, dir) // a lock that does not say whose it is: after some seconds it is old
		}
	}
	if err := run(); err != nil {
		t.Errorf("the next run: %v", err)
	}
	got := tree(t, dir)
	for name, body := range want {
		if got[name] != body {
			t.Errorf("after the next run %s is %.20q", name, got[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("after the next run %s is left", name)
		}
	}
}

// The scenes do what their names say, and leave the files of others alone.
func TestScenes(t *testing.T) {
	for _, scene := range scenes {
		dir := memoryDir(t)
		scene.prep(t, dir)
		stats, err := scene.write(thisMachine(), siteOf(t, scene.site...), dir)
		if err != nil || stats.Files != len(scene.site)/2 {
			t.Errorf("%s: stats %+v, error %v", scene.name, stats, err)
		}
		got := tree(t, dir)
		for name, body := range scene.mine {
			if got[name] != body {
				t.Errorf("%s: %s is %q", scene.name, name, got[name])
			}
		}
	}
}

// Pictures and styles take their places before the pages that refer to them.
func TestOrderOfRenames(t *testing.T) {
	dir := memoryDir(t)
	lay(t, dir, "public/CNAME", "mine")
	f := &faults{}
	site := siteOf(t, "a.html", "", "b.css", "", "c/d.html", "", "c/e.png", "")
	if _, err := f.machine().writeDir(site, Target{Dir: filepath.Join(dir, "public")}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, what := range f.seen {
		if to, ok := strings.CutPrefix(what, "rename "); ok {
			got = append(got, to[strings.Index(to, " ")+1:])
		}
	}
	if want := []string{manifestName, "b.css", "c/e.png", "a.html", "c/d.html", manifestName}; !slices.Equal(got, want) {
		t.Errorf("renamed %q, want %q", got, want)
	}
}
