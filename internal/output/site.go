// Package output holds the built site and writes it to a folder or a zip file.
//
// A Site goes in: a sorted list of files, each a path, a type and a function
// that gives its bytes. Nothing else in the program writes what it builds, so
// what is promised about the user's files is promised here:
//
//   - Only files that an earlier build wrote, by its own list in the folder, and
//     that nobody changed since are ever replaced or deleted. A file of someone
//     else, or an edited one, where the site wants to write stops everything
//     before anything is written, and is named.
//   - A folder that did not exist appears at once and whole. In one that exists
//     every file is wholly old or wholly new at any moment, whatever fails, and
//     the next run mends what a crashed one left.
//   - Content, the package itself, a home folder and a drive are never written
//     over, however the target is spelled and whatever links lead there.
//   - The same site gives the same bytes, on any day and any number of cores, and
//     a file whose bytes would not change is not touched.
package output

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// File is one file of the built site: a path, a type and a function that gives
// its bytes.
type File struct {
	Path string // slash path in the site: lessons/book.html
	Type string // media type

	// Write gives the bytes: the same each time. It may be called more than
	// once and from any goroutine.
	Write func(w io.Writer) error
}

// Site is the built site: files sorted by path, no two with one name. The zero
// Site has no files.
type Site struct {
	files []File
}

// NewSite sorts the files into a site. It is an error when a path cannot be
// written everywhere, or when two could not lie side by side on every file
// system. What authors can cause is reported as findings long before, so such
// an error is a mistake in this program.
func NewSite(files []File) (*Site, error) {
	s := &Site{files: slices.Clone(files)}
	slices.SortStableFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	var problems []error
	for _, f := range s.files {
		if reason, ok := CheckName(f.Path); !ok {
			problems = append(problems, fmt.Errorf("path %q %s", f.Path, reason))
		}
		if f.Write == nil {
			problems = append(problems, fmt.Errorf("path %q has nothing to write", f.Path))
		}
	}
	if err := errors.Join(append(problems, clashes(s.files)...)...); err != nil {
		return nil, err
	}
	return s, nil
}

// clashes finds paths that would be one file, one folder, or a file and a
// folder of one name on some file system.
func clashes(files []File) []error {
	var problems []error
	fileAt := make(map[string]string, len(files))
	for _, f := range files {
		key := Key(f.Path)
		if first, ok := fileAt[key]; ok {
			problems = append(problems, fmt.Errorf("paths %q and %q are the same file on some computers", first, f.Path))
			continue
		}
		fileAt[key] = f.Path
	}
	folderAt := map[string]string{}
	for _, f := range files {
		for dir := range parents(f.Path) {
			key := Key(dir)
			first, seen := folderAt[key]
			if first == dir {
				break // and so its parents were seen too
			}
			if seen {
				problems = append(problems, fmt.Errorf("folders %q and %q are the same folder on some computers", first, dir))
				continue
			}
			folderAt[key] = dir
			if file, ok := fileAt[key]; ok {
				problems = append(problems, fmt.Errorf("path %q is both a file and the folder of %q", file, f.Path))
			}
		}
	}
	return problems
}

// parents yields the folders a path lies in, the deepest first, without ".".
func parents(name string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
			if !yield(dir) {
				return
			}
		}
	}
}

// Until returns the site with files that can no longer be made once a context has
// ended, so that writing the site stops between two files, as it does on a full disk.
func (s *Site) Until(ctx context.Context) *Site {
	until := &Site{files: slices.Clone(s.files)}
	for i, f := range s.files {
		until.files[i].Write = func(w io.Writer) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return f.Write(w)
		}
	}
	return until
}

// Files returns the files in order of path. The slice is not to be changed.
func (s *Site) Files() []File { return s.files }

// File returns the file with exactly this path.
func (s *Site) File(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(s.files, path, func(f File, path string) int { return strings.Compare(f.Path, path) })
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}
