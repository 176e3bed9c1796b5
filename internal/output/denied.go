package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// DeniedError says that nothing can be written to a place, as far as the very
// first try tells: nothing was changed.
type DeniedError struct {
	Target string
	Err    error // of the system
}

func (e *DeniedError) Error() string {
	return fmt.Sprintf("cannot write to %s: %s", filepath.ToSlash(e.Target), e.Err)
}

// Unwrap returns what the system said.
func (e *DeniedError) Unwrap() error { return e.Err }

// denied names the target in place of a file of ours, where the system lets us make
// none. Any other error stays as it is.
func denied(target string, err error) error {
	if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		return err
	}
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		err = inner
	}
	return &DeniedError{target, err}
}

// lockFor takes the lock of a folder, the first thing that is written to it.
func (m machine) lockFor(d disk, target string) (*lock, error) {
	l, err := m.lock(d)
	return l, denied(target, err)
}

// FileOnTheWay returns the file that a path leads through as if it were a folder,
// or "".
func FileOnTheWay(name string) string {
	for at := filepath.Clean(name); at != filepath.Dir(at); {
		at = filepath.Dir(at)
		if info, err := os.Stat(at); err == nil {
			if info.IsDir() {
				return ""
			}
			return at
		}
	}
	return ""
}
