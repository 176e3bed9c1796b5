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

// Create writes files to a folder, which is made with its parents if it does not
// exist. It never overwrites: whatever stands where a file is to go is an error
// for which errors.Is(err, fs.ErrExist) holds. When Create returns, the files are
// on the disk. When it fails, what it made is removed again; only a crash leaves
// files behind, of which the last may be cut short.
func (m Machine) Create(dir string, files []Text) error { return m.real().create(dir, files) }

func (m machine) create(dir string, files []Text) error {
	f, err := m.openFolder(filepath.Clean(dir))
	if err != nil {
		return err
	}
	made, err := createAll(f, files)
	if err != nil {
		for _, name := range slices.Backward(made) {
			f.Remove(name)
		}
	}
	f.close(err == nil)
	return err
}

// createAll returns the names of the folders and files it made, in order.
func createAll(d disk, files []Text) (made []string, err error) {
	var paths []string
	for _, file := range files {
		paths = append(paths, file.Path)
	}
	for _, dir := range foldersOf(paths) {
		switch err := d.Mkdir(dir); {
		case err == nil:
			made = append(made, dir)
		case !errors.Is(err, fs.ErrExist):
			return made, trouble("make the folder", d.Path(dir), err)
		}
	}
	for _, file := range files {
		w, err := d.Create(file.Path)
		if err != nil {
			return made, trouble("write", d.Path(file.Path), err)
		}
		made = append(made, file.Path)
		if err := fill(w, file.Text); err != nil {
			return made, trouble("write", d.Path(file.Path), err)
		}
	}
	return made, nil
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
