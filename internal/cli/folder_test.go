package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"
)

// TestServeFolderRenamed holds that a preview that was started in the package's
// folder says so when the folder or its content is renamed, and goes on when it is
// back.
func TestServeFolderRenamed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "training")
	move(t, folderToServe(t), dir)
	program := shippedProgram(t)
	t.Chdir(dir)
	s := serveIn(t, Env{Program: program}, server{dir: ".", addr: "127.0.0.1:0", poll: true})
	s.line(`^\d+ pages, no errors`)
	gone := []struct{ name, told string }{{filepath.Join(dir, "content"), `trouble: ".*training" is no package`}}
	if runtime.GOOS != "windows" { // which keeps a folder that a program runs in
		gone = append(gone, struct{ name, told string }{dir, `trouble: there is no folder ".*training"$`})
	}
	for _, g := range gone {
		move(t, g.name, g.name+"-2")
		s.line(g.told)
		move(t, g.name+"-2", g.name)
		s.line(`\d+ pages, no errors`)
	}
	s.end()
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// closed is a folder that may be entered and not listed.
type closed struct{ fs.FS }

// ReadDir is refused.
func (closed) ReadDir(string) ([]fs.DirEntry, error) { return nil, fs.ErrPermission }

func TestFolderThatCannotBeListed(t *testing.T) {
	folder := fstest.MapFS{"content/index.md": {}}
	if err := mustBePackage(folder, "."); err != nil {
		t.Error(err)
	}
	if err := mustBePackage(closed{folder}, "."); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v, and not why the folder cannot be listed", err)
	}
}
