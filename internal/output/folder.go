package output

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// folder is a disk that may have been made for the purpose, with its parents.
type folder struct {
	disk
	top  disk     // the nearest folder that existed; may be the disk itself
	made []string // in top, parents first
}

// openFolder opens a folder, and makes it where it is missing.
func (m machine) openFolder(dir string) (*folder, error) {
	missing := "."
	top, err := m.open(dir)
	for at := dir; errors.Is(err, fs.ErrNotExist) && filepath.Dir(at) != at; {
		missing = path.Join(filepath.Base(at), missing)
		at = filepath.Dir(at)
		top, err = m.open(at)
	}
	if err != nil {
		return nil, trouble("open", dir, err)
	}
	f := &folder{disk: top, top: top}
	if missing == "." {
		return f, nil
	}
	if err := f.descend(missing); err != nil {
		f.close(false)
		return nil, err
	}
	return f, nil
}

func (f *folder) descend(missing string) error {
	name := "."
	for part := range strings.SplitSeq(missing, "/") {
		name = path.Join(name, part)
		err := f.top.Mkdir(name)
		if err == nil {
			f.made = append(f.made, name)
		} else if !errors.Is(err, fs.ErrExist) {
			return trouble("make the folder", f.top.Path(name), err)
		}
	}
	sub, err := f.top.Sub(name)
	if err != nil {
		return trouble("open", f.top.Path(name), err)
	}
	f.disk = sub
	return nil
}

// close closes the folder. Unless it is to be kept, the folders that were made for
// it are removed again, as far as they are empty.
func (f *folder) close(keep bool) {
	if f.disk != f.top {
		f.disk.Close() // first: Windows removes no open folder
	}
	for i := len(f.made) - 1; i >= 0 && !keep; i-- {
		f.top.Remove(f.made[i])
	}
	f.top.Close()
}
