package output

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
)

// Text is a file that is made once and then belongs to the user.
type Text struct {
	Path string // from the folder it is written to, with slashes
	Text string
}

// Create writes files to a folder. One that does not exist is made, with its
// parents, and appears at once and whole; in one that exists each file does. It
// never overwrites: whatever stands where a file is to go is an error for which
// errors.Is(err, fs.ErrExist) holds. When Create returns, the files are on the disk.
// When it fails, what it made is removed again; a crash may leave some of the
// files, each whole.
func (m Machine) Create(dir string, files []Text) error {
	return m.real().create(filepath.Clean(dir), files)
}

func (m machine) create(dir string, files []Text) (err error) {
	d, err := m.open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return m.appear(dir, func(l *lock) error {
			_, err := createAll(l, files)
			return err
		})
	}
	if err != nil {
		return trouble("open", dir, err)
	}
	defer d.Close()
	lock, err := m.lockFor(d, dir)
	if err != nil {
		return err
	}
	defer func() {
		if released := lock.release(); err == nil {
			err = released
		}
	}()
	made, err := createAll(lock, files)
	if err != nil {
		for _, name := range slices.Backward(made) {
			d.Remove(name)
		}
	}
	return err
}

// createAll writes files to a folder whose lock is held, and returns the names of the
// folders and files it made, in order. Each file is on the disk, under a temporary
// name, before the first takes its place.
func createAll(l *lock, files []Text) (made []string, err error) {
	d := l.d
	for _, file := range files {
		if err := mustBeFree(d, file.Path); err != nil {
			return nil, err
		}
	}
	if made, err = readyFolders(d, files); err != nil {
		return made, err
	}
	for n, file := range files {
		temp := tempName(file.Path, n)
		made = append(made, temp)
		if err := writeSynced(d, temp, file.Text); err != nil {
			return made, trouble("write", d.Path(file.Path), err)
		}
	}
	if err := l.check(); err != nil {
		return made, err
	}
	for n, file := range files {
		if err := mustBeFree(d, file.Path); err != nil {
			return made, err
		}
		if err := move(d, tempName(file.Path, n), file.Path); err != nil {
			return made, err
		}
		made = append(made, file.Path)
	}
	return made, nil
}

// readyFolders makes the folders of files and returns those that were missing. What
// a crashed run left in the others is removed.
func readyFolders(d disk, files []Text) (made []string, err error) {
	var paths []string
	for _, file := range files {
		paths = append(paths, file.Path)
	}
	if err := sweep(d, "."); err != nil {
		return nil, err
	}
	for _, dir := range foldersOf(paths) {
		err := d.Mkdir(dir)
		if err == nil {
			made = append(made, dir)
			continue
		}
		if !errors.Is(err, fs.ErrExist) {
			return made, trouble("make the folder", d.Path(dir), err)
		}
		if err := sweep(d, dir); err != nil {
			return made, err
		}
	}
	return made, nil
}

func mustBeFree(d disk, name string) error {
	info, err := lstat(d, name)
	if err == nil && info != nil {
		err = trouble("write", d.Path(name), fs.ErrExist)
	}
	return err
}

// writeSynced makes a file whose bytes are on the disk when it returns.
func writeSynced(d disk, name, text string) error {
	w, err := d.Create(name)
	if err != nil {
		return err
	}
	return fill(w, text)
}

// syncer is a file that can say that its bytes have reached the disk.
type syncer interface{ Sync() error }

// fill writes a text to a file and closes it once it is on the disk.
func fill(w io.WriteCloser, text string) error {
	_, err := io.WriteString(w, text)
	if s, ok := w.(syncer); ok && err == nil {
		err = s.Sync()
	}
	if closed := w.Close(); err == nil {
		err = closed
	}
	return err
}
