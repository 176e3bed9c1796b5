package output

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Rewritten is a file of the user that gets other bytes.
type Rewritten struct {
	Path     string // from the folder, with slashes
	Was, Now []byte // all of its bytes
}

// Rewrite gives files in a folder other bytes, each whole or not at all, with the
// rights they had. Nothing is written unless every file is an ordinary one that
// may be written to and still has the bytes it Was read with. Each file is on the
// disk, under a temporary name, before the first takes its place. If that fails
// half-way the error says how many have been written; those are whole. With no files
// it only removes what a run that crashed at its very end left.
func (m Machine) Rewrite(dir string, files []Rewritten) error { return m.real().rewrite(dir, files) }

func (m machine) rewrite(dir string, files []Rewritten) (err error) {
	d, err := m.open(dir)
	if err != nil {
		return trouble("open", dir, err)
	}
	defer d.Close()
	if len(files) == 0 {
		return m.clearLock(d)
	}
	for _, f := range files {
		if _, err := asItWas(d, f); err != nil {
			return err
		}
	}
	lock, err := m.lockFor(d, dir)
	if err != nil {
		return err
	}
	defer func() {
		if released := lock.release(); err == nil {
			err = released
		}
	}()
	return rewriteAll(lock, files)
}

// rewriteAll writes files in a folder whose lock is held.
func rewriteAll(l *lock, files []Rewritten) (err error) {
	d := l.d
	for _, dir := range foldersHolding(files) {
		if err := sweep(d, dir); err != nil { // what a crashed run left
			return err
		}
	}
	var temps []string
	defer func() {
		for _, name := range temps {
			if err != nil {
				d.Remove(name) // gone already where it took its place
			}
		}
	}()
	for n, f := range files {
		temp := tempName(f.Path, n)
		temps = append(temps, temp)
		if err := writeBeside(d, f, temp); err != nil {
			return err
		}
	}
	if err := l.check(); err != nil {
		return err
	}
	for n, f := range files {
		if _, err := asItWas(d, f); err != nil {
			return halfway(err, n, len(files))
		}
		if err := move(d, temps[n], f.Path); err != nil {
			return halfway(err, n, len(files))
		}
	}
	return nil
}

// writeBeside writes the new bytes of a file under another name in its folder.
func writeBeside(d disk, f Rewritten, temp string) error {
	info, err := asItWas(d, f)
	if err != nil {
		return err
	}
	w, err := d.Create(temp)
	if err != nil {
		return trouble("write", d.Path(temp), err)
	}
	if err := fill(w, string(f.Now)); err != nil {
		return trouble("write", d.Path(temp), err)
	}
	if err := d.Chmod(temp, info.Mode().Perm()); err != nil {
		return trouble("write", d.Path(temp), err)
	}
	return nil
}

// asItWas makes sure that a file may be written to and has the bytes it was read with.
func asItWas(d disk, f Rewritten) (fs.FileInfo, error) {
	info, err := lstat(d, f.Path)
	switch {
	case err != nil:
		return nil, err
	case info == nil:
		return nil, fmt.Errorf("write %s: somebody removed it in the meantime", f.Path)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("write %s: it is %s, not an ordinary file", f.Path, kindOf(info))
	case info.Mode().Perm()&0o222 == 0:
		return nil, fmt.Errorf("write %s: it is protected against writing", f.Path)
	}
	now, err := read(d, f.Path)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(now, f.Was) {
		return nil, fmt.Errorf("write %s: somebody changed it in the meantime; try again", f.Path)
	}
	return info, nil
}

func halfway(err error, done, all int) error {
	if done == 0 {
		return err
	}
	return fmt.Errorf("%w; %d of %d files have been written", err, done, all)
}

func foldersHolding(files []Rewritten) []string {
	var dirs []string
	for _, f := range files {
		dirs = append(dirs, path.Dir(f.Path))
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}
