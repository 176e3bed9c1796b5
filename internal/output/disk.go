package output

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// disk is every file operation the package makes, inside one open folder and
// never outside it. Names are slash paths. Tests put one in its place that
// fails at the Nth operation.
type disk interface {
	Path(name string) string                    // for messages
	Lstat(name string) (fs.FileInfo, error)     // follows no link
	Open(name string) (reader, error)           // to read
	Create(name string) (io.WriteCloser, error) // to write; an error if anything stands there
	ReadDir(name string) ([]fs.DirEntry, error) // sorted by name
	Mkdir(name string) error                    // one folder, which must not exist
	Chmod(name string, mode fs.FileMode) error  // of a file
	Rename(from, to string) error               // replaces a file
	Remove(name string) error                   // a file or an empty folder
	Sub(name string) (disk, error)              // a folder in this one
	Close() error                               // of the folder: loses nothing
}

// reader is what reading a file needs: zip files are read from their end.
type reader interface {
	io.ReadCloser
	io.ReaderAt
}

// rooted is a disk on the real file system. os.Root holds the folder open and
// follows no link out of it.
type rooted struct {
	*os.Root
	dir string
}

var _ disk = rooted{}

func openDisk(dir string) (disk, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return rooted{root, dir}, nil
}

func (r rooted) Path(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

func (r rooted) Open(name string) (reader, error) { return r.Root.Open(name) }

func (r rooted) Create(name string) (io.WriteCloser, error) {
	return r.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

func (r rooted) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS(), name) }

func (r rooted) Mkdir(name string) error { return r.Root.Mkdir(name, 0o777) }

func (r rooted) Sub(name string) (disk, error) {
	root, err := r.OpenRoot(name)
	if err != nil {
		return nil, err
	}
	return rooted{root, r.Path(name)}, nil
}

// Machine is the computer that is written to. The zero Machine is this one; only
// the tests of this package can make another, on which things fail.
type Machine struct{ other *machine }

func (m Machine) real() machine {
	if m.other != nil {
		return *m.other
	}
	return thisMachine()
}

// machine is what the package asks of the computer.
type machine struct {
	open  func(dir string) (disk, error)
	alive func(pid int) bool // whether a process of this computer runs
	name  string             // of the computer: process numbers mean nothing on another
	pid   int
}

func thisMachine() machine {
	name, _ := os.Hostname() // without a name, only the age of a lock counts
	return machine{open: openDisk, alive: alive, name: name, pid: os.Getpid()}
}

// patiently tries an operation a few times while another program holds the file
// open, as virus scanners and viewers do on Windows. It waits for 300 ms at most.
func patiently(do func() error) error {
	const sharingViolation = syscall.Errno(32) // on Windows; no rename or remove gives it elsewhere
	err := do()
	for wait := 20 * time.Millisecond; wait < 200*time.Millisecond; wait *= 2 {
		if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, sharingViolation) {
			return err
		}
		time.Sleep(wait)
		err = do()
	}
	return err
}

// move renames a file over another.
func move(d disk, from, to string) error {
	if err := patiently(func() error { return d.Rename(from, to) }); err != nil {
		return trouble("replace", d.Path(to), err)
	}
	return nil
}

// remove deletes a file or an empty folder. One that is gone already is no error.
func remove(d disk, name string) error {
	err := patiently(func() error { return d.Remove(name) })
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return trouble("remove", d.Path(name), err)
	}
	return nil
}

// lstat returns nil for a name where nothing stands.
func lstat(d disk, name string) (fs.FileInfo, error) {
	info, err := d.Lstat(name)
	switch {
	case err == nil:
		return info, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	}
	return nil, trouble("look at", d.Path(name), err)
}

// read returns the bytes of a small file.
func read(d disk, name string) ([]byte, error) {
	r, err := d.Open(name)
	if err != nil {
		return nil, trouble("read", d.Path(name), err)
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, trouble("read", d.Path(name), err)
	}
	return text, nil
}

// same reports whether what stands at a name is, by all signs, what stood there
// before. (Not by os.SameFile: some network drives give a file a new number.)
func same(before, now fs.FileInfo) bool {
	if before == nil || now == nil {
		return before == nil && now == nil
	}
	return before.Mode() == now.Mode() && before.Size() == now.Size() && before.ModTime().Equal(now.ModTime())
}
