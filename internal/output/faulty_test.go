package output

import (
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"syscall"
)

// Fault is a way in which an operation of a disk fails.
type Fault struct {
	Name  string
	Err   error
	Hits  string // the operations that can fail so, with spaces between; "*" for all
	Later string // those that fail from then on, whatever they are asked to do
	Half  bool   // a write takes place by half before it fails
	Crash bool   // it is as if the process had ended
}

var errCrash = errors.New("the process has ended")

// AllFaults lists every way.
func AllFaults() []Fault {
	return []Fault{
		{Name: "disk full", Err: syscall.ENOSPC, Hits: "create mkdir write sync close rename", Later: "create mkdir write"},
		{Name: "short write", Err: syscall.ENOSPC, Hits: "write", Later: "create mkdir write", Half: true},
		{Name: "I/O error", Err: syscall.EIO, Hits: "*"},
		{Name: "no permission", Err: syscall.EACCES, Hits: "open sub lstat readdir create mkdir chmod rename remove"},
		{Name: "rename refused", Err: syscall.EBUSY, Hits: "rename", Later: "rename"},
		{Name: "close fails", Err: syscall.EDQUOT, Hits: "close"},
		{Name: "disk turns read-only", Err: syscall.EROFS, Hits: "create mkdir write sync chmod rename remove", Later: "create mkdir write sync chmod rename remove"},
		{Name: "crash", Err: errCrash, Hits: "*", Later: "*", Crash: true},
		{Name: "crash in a write", Err: errCrash, Hits: "write", Later: "*", Half: true, Crash: true},
	}
}

// CanHit says whether an operation can fail so: "rename a.tmp a".
func (f Fault) CanHit(what string) bool { return names(f.Hits, what) }

// CanLeave says whether names of ours may be left in folders: the process, or the
// leave to remove them, has gone.
func (f Fault) CanLeave(what string) bool {
	return f.Crash || names(f.Later, "remove") || strings.HasPrefix(what, "remove ")
}

func names(ops, what string) bool {
	op, _, _ := strings.Cut(what, " ")
	return ops == "*" || slices.Contains(strings.Fields(ops), op)
}

// Faulty is a machine of which one operation fails, counted from 1 over all its
// disks. The same operation on the same name goes on failing, since what failed
// once may be tried again. With 0 for the operation nothing fails.
type Faulty struct {
	Fault
	At int

	mu    sync.Mutex
	count int
	hit   string   // what failed
	seen  []string // what was asked for
}

// On returns a computer that fails.
func (f *Faulty) On(m Machine) Machine {
	it := m.real()
	open := it.open
	it.open = func(dir string) (disk, error) {
		if err := f.fail("open " + dir); err != nil {
			return nil, err
		}
		d, err := open(dir)
		if err != nil {
			return nil, err
		}
		return faultyDisk{d, f}, nil
	}
	return Machine{&it}
}

func (f *Faulty) machine() machine { return *f.On(Machine{}).other }

// Seen lists what was asked for, in order: "lstat index.html".
func (f *Faulty) Seen() []string { return f.seen }

func (f *Faulty) fail(what string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.count++
	f.seen = append(f.seen, what)
	switch {
	case f.count == f.At:
		f.hit = what
		return f.Err
	case f.hit != "" && (what == f.hit && !isTransfer(what) || names(f.Later, what)):
		return f.Err
	}
	return nil
}

// isTransfer tells operations on an open file, which have no name.
func isTransfer(what string) bool { return !strings.Contains(what, " ") }

// faultyDisk is a disk whose operations may fail. Closing a folder cannot.
type faultyDisk struct {
	disk
	f *Faulty
}

func (d faultyDisk) Lstat(name string) (fs.FileInfo, error) {
	if err := d.f.fail("lstat " + name); err != nil {
		return nil, err
	}
	return d.disk.Lstat(name)
}

func (d faultyDisk) Open(name string) (reader, error) {
	if err := d.f.fail("open " + name); err != nil {
		return nil, err
	}
	r, err := d.disk.Open(name)
	if err != nil {
		return nil, err
	}
	return faultyReader{r, d.f}, nil
}

func (d faultyDisk) Create(name string) (io.WriteCloser, error) {
	if err := d.f.fail("create " + name); err != nil {
		return nil, err
	}
	w, err := d.disk.Create(name)
	if err != nil {
		return nil, err
	}
	return faultyWriter{w, d.f}, nil
}

func (d faultyDisk) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := d.f.fail("readdir " + name); err != nil {
		return nil, err
	}
	return d.disk.ReadDir(name)
}

func (d faultyDisk) Mkdir(name string) error {
	if err := d.f.fail("mkdir " + name); err != nil {
		return err
	}
	return d.disk.Mkdir(name)
}

func (d faultyDisk) Chmod(name string, mode fs.FileMode) error {
	if err := d.f.fail("chmod " + name); err != nil {
		return err
	}
	return d.disk.Chmod(name, mode)
}

func (d faultyDisk) Rename(from, to string) error {
	if err := d.f.fail("rename " + from + " " + to); err != nil {
		return err
	}
	return d.disk.Rename(from, to)
}

func (d faultyDisk) Remove(name string) error {
	if err := d.f.fail("remove " + name); err != nil {
		return err
	}
	return d.disk.Remove(name)
}

func (d faultyDisk) Sub(name string) (disk, error) {
	if err := d.f.fail("sub " + name); err != nil {
		return nil, err
	}
	sub, err := d.disk.Sub(name)
	if err != nil {
		return nil, err
	}
	return faultyDisk{sub, d.f}, nil
}

type faultyReader struct {
	reader
	f *Faulty
}

func (r faultyReader) Read(b []byte) (int, error) {
	if err := r.f.fail("read"); err != nil {
		return 0, err
	}
	return r.reader.Read(b)
}

func (r faultyReader) ReadAt(b []byte, at int64) (int, error) {
	if err := r.f.fail("readat"); err != nil {
		return 0, err
	}
	return r.reader.ReadAt(b, at)
}

type faultyWriter struct {
	io.WriteCloser
	f *Faulty
}

func (w faultyWriter) Write(b []byte) (n int, err error) {
	if err = w.f.fail("write"); err == nil {
		return w.WriteCloser.Write(b)
	}
	if w.f.Half {
		n, _ = w.WriteCloser.Write(b[:len(b)/2])
	}
	return n, err
}

func (w faultyWriter) Sync() error {
	if err := w.f.fail("sync"); err != nil {
		return err
	}
	return w.WriteCloser.(syncer).Sync()
}

func (w faultyWriter) Close() error {
	err := w.WriteCloser.Close()
	if fault := w.f.fail("close"); fault != nil {
		return fault
	}
	return err
}
