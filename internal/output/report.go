package output

import (
	"bytes"
	"path/filepath"
)

// ReportTarget is the file to write a report to, and what it must keep away from.
type ReportTarget struct {
	File    string   // its folder is made if it does not exist
	Root    string   // the package's folder: File may lie in it
	Protect []string // folders that File must not lie in: content, layouts …
	Mark    string   // how a report says, near its beginning, that we wrote it
}

// markWithin is how many bytes at the beginning of a report hold its mark.
const markWithin = 512

// WriteReport writes one page, which appears at once and whole. What stands there
// is only replaced if it bears the mark of a report, for nobody writes by hand
// into one; one with the same bytes is left untouched.
//
// The errors are those of WriteDir.
func WriteReport(text []byte, target ReportTarget) error {
	return thisMachine().writeReport(text, target)
}

func (m machine) writeReport(text []byte, target ReportTarget) (err error) {
	file, err := guard{target.File, target.Root, target.Protect}.settle(true)
	if err != nil {
		return err
	}
	d, err := m.openFolder(filepath.Dir(file))
	if err != nil {
		return err
	}
	defer func() { d.close(err == nil) }()
	name := filepath.Base(file)
	if same, err := checkReport(d, name, text, target.Mark); same || err != nil {
		return err
	}
	lock, err := m.lock(d)
	if err != nil {
		return err
	}
	defer func() {
		if released := lock.release(); err == nil {
			err = released
		}
	}()
	if err := sweep(d, "."); err != nil { // what a crashed run left
		return err
	}
	return replaceWith(d, name, text)
}

// checkReport makes sure that what stands where a report is to go is nothing, or
// a report, and says whether it is the same one.
func checkReport(d disk, name string, text []byte, mark string) (same bool, err error) {
	info, err := lstat(d, name)
	switch {
	case err != nil || info == nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, conflictAt(d, name, "is "+kindOf(info)+" where a file is needed")
	}
	old, err := read(d, name)
	if err == nil && !bytes.Contains(old[:min(len(old), markWithin)], []byte(mark)) {
		err = conflictAt(d, name, notOurs)
	}
	return bytes.Equal(old, text), err
}

// replaceWith writes a file under a temporary name and renames it to its own.
func replaceWith(d disk, name string, text []byte) error {
	temp := tempName(name, 0)
	_, err := newPress().write(d, fileOf(name, text), temp)
	if err == nil {
		err = move(d, temp, name)
	}
	if err != nil {
		d.Remove(temp)
	}
	return err
}
