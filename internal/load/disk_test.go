package load

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"commonground/internal/source"
)

// fakeFS gives one file of its own making, the rest from a map.
type fakeFS struct {
	fstest.MapFS
	name string
	open func() (fs.File, error)
}

func (f fakeFS) Open(name string) (fs.File, error) {
	if name == f.name {
		return f.open()
	}
	return f.MapFS.Open(name)
}

func (f fakeFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == f.name {
		_, err := f.open()
		return nil, err
	}
	return f.MapFS.ReadDir(name)
}

func TestUnreadableFile(t *testing.T) {
	for _, name := range []string{"content/lessons/a.md", "content/lessons/a.pdf"} {
		fsys := fakeFS{mapFS(files{"content/index.md": settingsText, "content/lessons/b.md": lessonText(""), name: "x"}), name,
			func() (fs.File, error) {
				return nil, &fs.PathError{Op: "open", Path: "/secret/place", Err: errors.New("access is denied")}
			}}
		r := load(t, Options{Package: fsys})
		if got := short(r.Findings); got != "file-unreadable "+name {
			t.Errorf("found %s", got)
			continue
		}
		if f := r.Findings[0]; !strings.Contains(f.Message, "access is denied") || strings.Contains(f.Message, "/secret") || f.Hint == "" {
			t.Errorf("%s (%s)", f.Message, f.Hint)
		}
	}
}

// A folder that may not be listed is told, and what lies beside it is read.
func TestUnreadableFolder(t *testing.T) {
	const name = "content/lessons/closed"
	fsys := fakeFS{mapFS(files{"content/index.md": settingsText, "content/lessons/b.md": lessonText(""), name + "/index.md": lessonText("")}), name,
		func() (fs.File, error) {
			return nil, &fs.PathError{Op: "open", Path: "/secret/place", Err: errors.New("access is denied")}
		}}
	r := load(t, Options{Package: fsys})
	if got := short(r.Findings); got != "file-unreadable "+name || len(r.Package.Lessons) != 1 {
		t.Errorf("found %s; %d lessons", got, len(r.Package.Lessons))
	}
}

// What is no ordinary file is told in the folders that others read, too, and a
// file is no folder of files.
func TestSpecialElsewhere(t *testing.T) {
	fsys := mapFS(files{"content/index.md": settingsText, "content/lessons/b.md": lessonText(""), "static": "x"})
	fsys["layouts"] = &fstest.MapFile{Data: []byte("elsewhere"), Mode: fs.ModeSymlink}
	fsys["words/names.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	r := load(t, Options{Package: fsys})
	if got, want := short(r.Findings), "file-special layouts\nfile-special static\nfile-special words/names.yaml"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

// hugeFile says that it is huge and fails the test when more of it is read than
// is needed to see that.
type hugeFile struct {
	t    *testing.T
	size int64
	read int
}

func (f *hugeFile) Stat() (fs.FileInfo, error) { return fileInfo{f.size}, nil }
func (f *hugeFile) Close() error               { return nil }
func (f *hugeFile) Read(b []byte) (int, error) {
	if f.read >= 10<<20 {
		return 0, io.EOF
	}
	f.read += len(b)
	if f.read > source.MaxFile+1 {
		f.t.Errorf("%d bytes were read", f.read)
		return 0, io.ErrUnexpectedEOF
	}
	return copy(b, strings.Repeat("a", len(b))), nil
}

type fileInfo struct{ size int64 }

func (i fileInfo) Name() string     { return "a.md" }
func (i fileInfo) Size() int64      { return i.size }
func (fileInfo) Mode() fs.FileMode  { return 0o444 }
func (fileInfo) ModTime() time.Time { return time.Time{} }
func (fileInfo) IsDir() bool        { return false }
func (fileInfo) Sys() any           { return nil }

func TestHugeFile(t *testing.T) {
	for size, rule := range map[int64]string{1 << 40: "limit-file", source.MaxFile + 1: "limit-file", 100: "file-unreadable"} {
		const name = "content/lessons/a.md"
		fsys := fakeFS{mapFS(files{"content/index.md": settingsText, "content/lessons/b.md": lessonText(""), name: "x"}), name,
			func() (fs.File, error) { return &hugeFile{t: t, size: size}, nil }}
		if got := short(load(t, Options{Package: fsys}).Findings); got != rule+" "+name {
			t.Errorf("a file that says it has %d bytes: found %q", size, got)
		}
	}
}

// Links and other special files are said to be there, and never followed.
func TestSpecialFiles(t *testing.T) {
	for name, mode := range map[string]fs.FileMode{
		"content/lessons/link.md": fs.ModeSymlink, "content/lessons/link.png": fs.ModeSymlink, "content/lessons/folder": fs.ModeSymlink,
		"content/lessons/pipe.md": fs.ModeNamedPipe, "content/lessons/device.png": fs.ModeDevice, "content/lessons/socket": fs.ModeSocket,
	} {
		fsys := fakeFS{mapFS(files{"content/index.md": settingsText, "content/lessons/b.md": lessonText("")}), name,
			func() (fs.File, error) { t.Errorf("%s was opened", name); return nil, fs.ErrPermission }}
		fsys.MapFS[name] = &fstest.MapFile{Data: []byte("b.md"), Mode: mode}
		r := load(t, Options{Package: fsys})
		if got := short(r.Findings); got != "file-special "+name || r.Findings[0].Hint == "" {
			t.Errorf("%s: found %s", name, got)
		}
		if len(r.Package.Lessons) != 1 || len(r.Package.Assets) != 0 {
			t.Errorf("%s became part of the package", name)
		}
	}
}
