package source

import (
	"errors"
	"io"
	"io/fs"
)

var errChanged = errors.New("it changed while it was being read")

// ReadFile reads at most one byte more than a file may have, so that a huge file
// is never held in memory: Parse refuses what is returned of it.
func ReadFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	buffer := make([]byte, min(info.Size(), MaxFile)+1)
	n, err := io.ReadFull(f, buffer)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	if err == nil && n == len(buffer) && n <= MaxFile { // it grew
		return nil, errChanged
	}
	return buffer[:n], err
}
