package output

import (
	"bytes"
	"io/fs"
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
// into one; one with the same bytes is left untouched. A report is for few eyes, so
// none is written into a built site.
//
// The errors are those of WriteDir.
func (m Machine) WriteReport(text []byte, target ReportTarget) error {
	return m.real().writeReport(text, target)
}

func (m machine) writeReport(text []byte, target ReportTarget) error {
	_, _, err := m.writeSingle(single{
		place:  guard{target: target.File, root: target.Root, protect: target.Protect, apart: true},
		write:  fileOf(target.File, text).Write,
		isOurs: isMarked(target.Mark),
	})
	return err
}

// isMarked knows a file as ours by a mark near its beginning.
func isMarked(mark string) func(disk, string, fs.FileInfo) (bool, error) {
	return func(d disk, name string, _ fs.FileInfo) (bool, error) {
		old, err := read(d, name)
		return bytes.Contains(old[:min(len(old), markWithin)], []byte(mark)), err
	}
}
