package output

import (
	"io"
	"io/fs"
	"path/filepath"
)

// single is one file that is written by itself, among files that are not ours.
type single struct {
	place guard
	write func(w io.Writer) error

	// isOurs says whether an ordinary file that stands there is one that we wrote.
	isOurs func(d disk, name string, info fs.FileInfo) (bool, error)
}

// writeSingle writes a file, which appears at once and whole. One that stands there
// is only replaced if it is ours and nobody changes it meanwhile; if it has the same
// bytes it is left untouched, and changed is false.
func (m machine) writeSingle(s single) (made stamp, changed bool, err error) {
	file, err := s.place.settle(true)
	if err != nil {
		return stamp{}, false, err
	}
	d, err := m.openFolder(filepath.Dir(file))
	if err != nil {
		return stamp{}, false, denied(s.place.target, err)
	}
	defer func() { d.close(err == nil) }()
	lock, err := m.lockFor(d, s.place.target)
	if err != nil {
		return stamp{}, false, err
	}
	defer func() {
		if released := lock.release(); err == nil && released != nil {
			made, changed, err = stamp{}, false, released
		}
	}()
	return s.writeIn(lock, filepath.Base(file))
}

// writeIn writes the file in a folder whose lock is held.
func (s single) writeIn(l *lock, name string) (made stamp, changed bool, err error) {
	d := l.d
	was, err := lstat(d, name)
	if err != nil {
		return stamp{}, false, err
	}
	if err := s.check(d, name, was); err != nil {
		return stamp{}, false, err
	}
	if err := sweep(d, "."); err != nil { // what a crashed run left
		return stamp{}, false, err
	}
	temp := tempName(name, 0)
	if made, err = newPress().write(d, File{Path: name, Write: s.write}, temp); err != nil {
		return stamp{}, false, err
	}
	if err = l.check(); err == nil {
		changed, err = settleSingle(d, temp, name, was, made)
	}
	if err != nil {
		d.Remove(temp)
		return stamp{}, false, err
	}
	return made, changed, nil
}

// check makes sure that what stands where the file is to go is nothing, or ours.
func (s single) check(d disk, name string, info fs.FileInfo) error {
	switch {
	case info == nil:
		return nil
	case !info.Mode().IsRegular():
		return conflictAt(d, name, "is "+kindOf(info)+" where a file is needed")
	}
	ours, err := s.isOurs(d, name, info)
	if err == nil && !ours {
		err = conflictAt(d, name, notOurs)
	}
	return err
}

// settleSingle renames a finished file over the one that was there, or drops it if
// that has the same bytes.
func settleSingle(d disk, temp, name string, was fs.FileInfo, made stamp) (changed bool, err error) {
	now, err := lstat(d, name)
	if err != nil {
		return false, err
	}
	if !same(was, now) {
		return false, conflictAt(d, name, "was changed in the meantime")
	}
	if was != nil {
		old, err := newPress().stampOf(d, name)
		if err != nil {
			return false, err
		}
		if old == made {
			return false, remove(d, temp)
		}
	}
	return true, move(d, temp, name)
}

func conflictAt(d disk, name, reason string) error {
	return &ConflictError{Target: d.Path("."), Conflicts: []Conflict{{name, reason}}}
}
