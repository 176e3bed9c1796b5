package build

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// overlay is one folder laid over another file by file: what the upper has, it
// gives; everything else comes from the lower.
type overlay struct{ upper, lower fs.FS }

var _ fs.ReadDirFS = overlay{}

// over lays a folder of the package over the same folder of the program. What is
// no folder, or in it no ordinary file, counts as not there: load has told of it.
func over(pkg, program fs.FS, folder string) fs.FS {
	if info, err := fs.Lstat(pkg, folder); err != nil || !info.IsDir() {
		return sub(program, folder)
	}
	return overlay{sub(pkg, folder), sub(program, folder)}
}

// plain says whether something is a file to read, or a folder.
func plain(mode fs.FileMode) bool { return mode.IsRegular() || mode.IsDir() }

// has says whether a package has a folder of its own.
func has(pkg fs.FS, folder string) bool {
	info, err := fs.Stat(pkg, folder)
	return err == nil && info.IsDir()
}

func sub(fsys fs.FS, folder string) fs.FS {
	s, err := fs.Sub(fsys, folder)
	if err != nil { // only for a folder name that is not valid
		panic(err)
	}
	return s
}

// Open opens a file of the upper folder, or else of the lower. A folder is
// listed from both by ReadDir.
func (o overlay) Open(name string) (fs.File, error) {
	info, err := fs.Lstat(o.upper, name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !plain(info.Mode()) {
		return o.lower.Open(name)
	}
	return o.upper.Open(name)
}

// ReadDir lists what either folder has, the upper's entry where both have one.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(o.upper, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	lower, lowerErr := fs.ReadDir(o.lower, name)
	if lowerErr != nil && (err != nil || !errors.Is(lowerErr, fs.ErrNotExist)) {
		return nil, lowerErr
	}
	upper = slices.DeleteFunc(upper, func(e fs.DirEntry) bool { return !plain(e.Type()) })
	for _, e := range lower {
		if !slices.ContainsFunc(upper, func(u fs.DirEntry) bool { return u.Name() == e.Name() }) {
			upper = append(upper, e)
		}
	}
	slices.SortFunc(upper, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return upper, nil
}
