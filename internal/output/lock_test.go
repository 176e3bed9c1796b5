package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// heldBy is what the lock of a process says.
func heldBy(pid int, computer string) string {
	return fmt.Sprintf(`{"pid":%d,"computer":%q,"token":"x"}`, pid, computer)
}

func TestLock(t *testing.T) {
	m := thisMachine()
	m.alive = func(pid int) bool { return pid == 1 }
	for _, test := range []struct {
		name string
		text string
		age  time.Duration
		busy string // who holds it; "" if it is taken over
	}{
		{"alive", heldBy(1, m.name), 0, "process 1 on " + m.name},
		{"alive for long", heldBy(1, m.name), 11 * time.Minute, ""},
		{"gone", heldBy(2, m.name), 0, ""},
		{"elsewhere", heldBy(2, "other-pc"), 0, "process 2 on other-pc"},
		{"elsewhere for long", heldBy(2, "other-pc"), 11 * time.Minute, ""},
		{"elsewhere, from the future", heldBy(2, "other-pc"), -time.Minute, "process 2 on other-pc"},
		{"elsewhere, before the clock was set back", heldBy(2, "other-pc"), -24 * time.Hour, ""},
		{"empty", "", 0, "another process"},
		{"empty for long", "", time.Minute, ""},
		{"no number", heldBy(0, m.name), 0, "another process"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir, lockName, test.text)
			then := time.Now().Add(-test.age)
			if err := os.Chtimes(filepath.Join(dir, lockName), then, then); err != nil {
				t.Fatal(err)
			}
			_, err := m.writeDir(siteOf(t, "a.html", "a"), Target{Dir: dir})
			if test.busy == "" {
				if err != nil {
					t.Fatal(err)
				}
				wantTree(t, dir, "a.html", "a")
				return
			}
			busy, ok := errors.AsType[*BusyError](err)
			if !ok || busy.Holder != test.busy || !strings.Contains(err.Error(), lockName) {
				t.Errorf("error %v, want busy with %q", err, test.busy)
			}
			wantTree(t, dir, lockName, test.text)
		})
	}
}

func TestAlive(t *testing.T) {
	if !alive(os.Getpid()) {
		t.Error("this process does not run")
	}
	if alive(1<<22 + 1) { // above the highest that Linux gives, odd, which Windows never gives
		t.Error("a process runs that cannot")
	}
}

// A run that finds at the last moment that it has lost its lock stops, and leaves
// the lock of another where it is.
func TestLockLost(t *testing.T) {
	for what, run := range map[string]func(dir string, lose func() error) error{
		"site": func(dir string, lose func() error) error {
			_, err := WriteDir(losing(t, lose), Target{Dir: dir})
			return err
		},
		"zip": func(dir string, lose func() error) error {
			_, err := WriteZip(losing(t, lose), ZipTarget{File: filepath.Join(dir, "a.zip")})
			return err
		},
		"create": func(dir string, lose func() error) error {
			return loser(lose).create(dir, []Text{{"a.md", "a"}})
		},
		"rewrite": func(dir string, lose func() error) error {
			return loser(lose).rewrite(dir, []Rewritten{{"mine.md", []byte("mine"), []byte("new")}})
		},
	} {
		for _, other := range []string{"other", ""} {
			dir, want := t.TempDir(), []string{"mine.md", "mine"}
			lay(t, dir, want...)
			err := run(dir, func() error {
				if other == "" {
					return os.Remove(filepath.Join(dir, lockName))
				}
				return os.WriteFile(filepath.Join(dir, lockName), []byte(other), 0o666)
			})
			if _, busy := errors.AsType[*BusyError](err); !busy {
				t.Errorf("%s, taken by %q: error %v", what, other, err)
			}
			if other != "" {
				want = append(want, lockName, other)
			}
			wantTree(t, dir, want...)
		}
	}
}

// TestStaleNoMore holds that a lock which another run took over in the meantime is left
// to it.
func TestStaleNoMore(t *testing.T) {
	dir, m := t.TempDir(), thisMachine()
	taken := heldBy(os.Getpid(), m.name)
	lay(t, dir, lockName, taken)
	d, err := m.open(dir)
	must(t, err)
	defer d.Close()
	if _, busy := errors.AsType[*BusyError](m.clearStale(d)); !busy {
		t.Error("the lock of a run that is at work was cleared")
	}
	wantTree(t, dir, lockName, taken)
}

// losing is a site whose page is made while the lock is lost.
func losing(t *testing.T, lose func() error) *Site {
	t.Helper()
	site, err := NewSite([]File{{Path: "a.html", Write: func(io.Writer) error { return lose() }}})
	must(t, err)
	return site
}

// loser is a machine on which the lock is lost when a temporary file is made.
func loser(lose func() error) machine {
	m := thisMachine()
	m.open = func(dir string) (disk, error) {
		d, err := openDisk(dir)
		return unlucky{d, lose}, err
	}
	return m
}

type unlucky struct {
	disk
	lose func() error
}

func (d unlucky) Create(name string) (io.WriteCloser, error) {
	w, err := d.disk.Create(name)
	if err == nil && name != lockName {
		err = d.lose()
	}
	return w, err
}

// raced is a disk where another run is always quicker to take the lock.
type raced struct{ disk }

func (d raced) Create(name string) (io.WriteCloser, error) {
	if name == lockName {
		return nil, fs.ErrExist
	}
	return d.disk.Create(name)
}

func TestLockRaces(t *testing.T) {
	dir := t.TempDir()
	d, err := openDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	m := thisMachine()
	if _, stale, err := m.inspect(d, lockName); !stale || err != nil {
		t.Errorf("a lock that is gone: stale %v, error %v", stale, err)
	}
	if abandoned, err := m.abandoned(d, "gone"); abandoned || err != nil {
		t.Errorf("a folder that is gone: abandoned %v, error %v", abandoned, err)
	}
	if err := removeTree(d, "gone"); err != nil {
		t.Errorf("a folder that is gone: error %v", err)
	}
	_, err = m.lock(raced{d})
	if _, ok := errors.AsType[*BusyError](err); !ok {
		t.Errorf("another was quicker: error %v", err)
	}
	lay(t, dir, "file", "")
	if _, err := d.Sub("file"); err == nil {
		t.Error("a file was opened as a folder")
	}
}

// late is a disk where another run takes over the lock of a crashed one just before
// this one does.
type late struct {
	disk
	other string // what the lock of the other says; "" for one that has ended
}

func (d late) Rename(from, to string) error {
	if from == lockName {
		if err := d.Remove(lockName); err != nil {
			return err
		}
		if d.other != "" {
			if _, err := newPress().write(d.disk, fileOf(lockName, []byte(d.other)), lockName); err != nil {
				return err
			}
		}
	}
	return d.disk.Rename(from, to)
}

// Of two runs that find the lock of a crashed one, the second does not take away
// what is the first one's by then.
func TestTakeOverTwice(t *testing.T) {
	m := thisMachine()
	m.alive = func(pid int) bool { return pid == 1 }
	for _, other := range []string{heldBy(1, m.name), ""} {
		dir := t.TempDir()
		lay(t, dir, lockName, heldBy(2, m.name))
		d, err := openDisk(dir)
		must(t, err)
		defer d.Close()
		mine, err := m.lock(late{d, other})
		if _, busy := errors.AsType[*BusyError](err); busy != (other != "") {
			t.Errorf("error %v", err)
		}
		if other == "" {
			other = string(mine.text)
		}
		wantTree(t, dir, lockName, other)
	}
}

// swept is a disk where another run sweeps a stage that has no lock yet.
type swept struct {
	disk
	late bool // just before the lock is made, and not before the folder is opened
}

func (d swept) Sub(name string) (disk, error) {
	if !d.late {
		return nil, d.disk.Remove(name + "/nothing") // which says that it does not exist
	}
	sub, err := d.disk.Sub(name)
	if err == nil {
		err = d.disk.Remove(name)
	}
	return sub, err
}

// A run whose folder is swept by another before it has locked it says so.
func TestStageSwept(t *testing.T) {
	for _, late := range []bool{false, true} {
		dir := t.TempDir()
		m := thisMachine()
		m.open = func(dir string) (disk, error) {
			d, err := openDisk(dir)
			if err != nil {
				return nil, err
			}
			return swept{d, late}, nil
		}
		_, err := m.writeDir(siteOf(t, "a.html", "a"), Target{Dir: filepath.Join(dir, "public")})
		if err == nil || !strings.Contains(err.Error(), "another run began in the meantime") {
			t.Errorf("error %v", err)
		}
		wantTree(t, dir)
	}
}

func TestManyBuildsAtOnce(t *testing.T) {
	for _, exists := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "public")
		if exists {
			write(t, dir, "p1.html", "old", "x/gone.html", "old")
		}
		var pairs []string
		for i := range 50 {
			pairs = append(pairs, fmt.Sprintf("p%d.html", i), strings.Repeat("x", i))
		}
		site := siteOf(t, pairs...)
		var wait sync.WaitGroup
		errs := make([]error, 10)
		for i := range errs {
			wait.Go(func() { _, errs[i] = WriteDir(site, Target{Dir: dir}) })
		}
		wait.Wait()
		done := 0
		for _, err := range errs {
			_, busy := errors.AsType[*BusyError](err)
			switch {
			case err == nil:
				done++
			case !busy && exists:
				t.Errorf("error %v", err)
			}
		}
		if done == 0 {
			t.Errorf("none of ten builds was done: %v", errors.Join(errs...))
		}
		wantTree(t, dir, pairs...)
		if left := tree(t, filepath.Dir(dir)); len(left) != 1+50+1 {
			t.Errorf("left %d files", len(left))
		}
	}
}
