package output

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Conflict is one file that stands where the site wants to write and is not
// ours to replace.
type Conflict struct {
	Path   string // in the target, with slashes; of a zip its file name
	Reason string // "was not made by commonground"
}

// ConflictError says that nothing was written (or, if a file was edited during
// the very run, that it was left alone) because of files that are not ours.
type ConflictError struct {
	Target    string     // the folder, or the folder of the zip
	Conflicts []Conflict // at least one, in order of path
}

func (e *ConflictError) Error() string {
	const most = 10
	var b strings.Builder
	fmt.Fprintf(&b, "will not write over files in %s that are not ours:", filepath.ToSlash(e.Target))
	for i, c := range e.Conflicts {
		if i == most {
			fmt.Fprintf(&b, "\n  and %d more", len(e.Conflicts)-most)
			break
		}
		fmt.Fprintf(&b, "\n  %s %s", c.Path, c.Reason)
	}
	return b.String()
}

// RefusedError says that a target is a place that is never written to.
type RefusedError struct {
	Target string // as it was given
	Reason string // "holds the folder content"
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("will not write to %s: it %s", filepath.ToSlash(e.Target), e.Reason)
}

// BusyError says that another build is writing to the same folder.
type BusyError struct {
	Target string
	Holder string // "process 42 on reception-pc", or "another process"
}

func (e *BusyError) Error() string {
	return fmt.Sprintf("%s is writing to %s: wait until it has ended; if none is running, delete the file %s there", e.Holder, filepath.ToSlash(e.Target), lockName)
}

// trouble wraps an error of an operation with what was being done and to which
// file, in place of the system call and the path as the system saw it.
func trouble(doing, name string, err error) error {
	switch e := err.(type) {
	case *fs.PathError:
		err = e.Err
	case *os.LinkError:
		err = e.Err
	}
	return fmt.Errorf("%s %s: %w", doing, filepath.ToSlash(name), err)
}
