package fix

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"slices"
)

// overlay is a package in which some files have other bytes than on the disk.
type overlay struct {
	fs.FS
	changed map[string]File
}

var (
	_ fs.ReadDirFS  = overlay{}
	_ fs.StatFS     = overlay{}
	_ fs.ReadLinkFS = overlay{}
)

// with returns the package after a round.
func (o overlay) with(changes []change) (overlay, error) {
	next := overlay{FS: o.FS, changed: maps.Clone(o.changed)}
	if next.changed == nil {
		next.changed = map[string]File{}
	}
	for _, c := range changes {
		raw, err := fs.ReadFile(o, c.file.Name)
		if err != nil {
			return o, err
		}
		file, changed := o.changed[c.file.Name]
		if !changed {
			file = File{Name: c.file.Name, Was: raw}
		}
		if file.Now, err = apply(raw, c.file, c.edits); err != nil {
			return o, err
		}
		next.changed[file.Name] = file
	}
	return next, nil
}

// has says whether a file is one of the package.
func (o overlay) has(name string) bool {
	_, err := fs.Stat(o.FS, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// files lists what has changed, by name.
func (o overlay) files() []File {
	var files []File
	for _, name := range slices.Sorted(maps.Keys(o.changed)) {
		files = append(files, o.changed[name])
	}
	return files
}

// Open opens a file, with its new bytes if it has any.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.FS.Open(name)
	changed, ok := o.changed[name]
	if err != nil || !ok {
		return f, err
	}
	return &opened{File: f, text: bytes.NewReader(changed.Now)}, nil
}

// ReadDir lists a folder, as the package does it.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.FS, name) }

// Stat describes a file; of a changed one, its size is that on the disk.
func (o overlay) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.FS, name) }

// Lstat describes a file and follows no link.
func (o overlay) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.FS, name) }

// ReadLink says where a link leads.
func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// opened is a file with other bytes.
type opened struct {
	fs.File
	text *bytes.Reader
}

// Read reads the new bytes.
func (o *opened) Read(b []byte) (int, error) { return o.text.Read(b) }

// Stat describes the file, with its new size.
func (o *opened) Stat() (fs.FileInfo, error) {
	info, err := o.File.Stat()
	return resized{info, o.text.Size()}, err
}

// resized describes a file with other bytes.
type resized struct {
	fs.FileInfo
	size int64
}

// Size is that of the new bytes.
func (r resized) Size() int64 { return r.size }
