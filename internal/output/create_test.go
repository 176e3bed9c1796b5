package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"commonground/internal/soak"
)

var _ syncer = (*os.File)(nil) // or Create would never sync

func TestCreate(t *testing.T) {
	top := t.TempDir()
	lay(t, top, "old/content/a.md", "mine")
	for _, dir := range []string{"new", "new/deep/down", "old"} {
		dir = filepath.Join(top, filepath.FromSlash(dir))
		if err := Create(dir, []Text{{"content/b.md", "b"}, {".vscode/x.json", "{}"}, {"README.md", ""}}); err != nil {
			t.Fatal(err)
		}
		got := tree(t, dir)
		if got["content/b.md"] != "b" || got[".vscode/x.json"] != "{}" || got["README.md"] != "" {
			t.Errorf("%s: %q", dir, got)
		}
	}
	if got := tree(t, filepath.Join(top, "old")); got["content/a.md"] != "mine" {
		t.Errorf("beside what was there: %q", got)
	}
}

// Whatever stands in the way stays, and nothing is made beside it.
func TestCreateNeverOverwrites(t *testing.T) {
	for name, lie := range map[string]func(t *testing.T, dir string){
		"file":    func(t *testing.T, dir string) { lay(t, dir, "content/b.md", "mine") },
		"folder":  func(t *testing.T, dir string) { lay(t, dir, "content/b.md/x", "mine") },
		"no file": func(t *testing.T, dir string) { lay(t, dir, "content", "mine") },
		"link": func(t *testing.T, dir string) {
			lay(t, dir, "x", "mine")
			if err := os.Symlink("x", filepath.Join(dir, "content")); err != nil {
				t.Fatal(err)
			}
		},
		"link to nothing": func(t *testing.T, dir string) {
			lay(t, dir, "content/a.md", "mine")
			if err := os.Symlink("nothing", filepath.Join(dir, "content", "b.md")); err != nil {
				t.Fatal(err)
			}
		},
		"link out of the folder": func(t *testing.T, dir string) {
			if err := os.Symlink(t.TempDir(), filepath.Join(dir, "content")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			lie(t, dir)
			before := tree(t, dir)
			err := Create(dir, []Text{{"README.md", "new"}, {"glossary/t.md", "new"}, {"content/b.md", "new"}})
			if err == nil || !strings.Contains(err.Error(), "content/b.md") {
				t.Errorf("error %v, want one that names the file", err)
			}
			if isThere := name == "file" || name == "folder" || name == "link to nothing"; errors.Is(err, fs.ErrExist) != isThere {
				t.Errorf("error %v: says that the file is there: %v", err, !isThere)
			}
			sameTree(t, tree(t, dir), before)
		})
	}
}

// However a run ends before its end, files of others stay as they are, and each of
// its own is whole. An error leaves nothing behind, and what a crash leaves in a new
// folder is swept by the next run.
func TestEveryOperationOfCreateFails(t *testing.T) {
	files := []Text{{"README.md", "read me"}, {"content/a.md", "text"}, {"content/b/c.md", ""}}
	for _, place := range []string{"package", "new/package"} {
		prep := func() (dir string, before map[string]string) {
			dir = soak.Folder(t)
			lay(t, dir, "note.txt", "mine", "package/content/mine.md", "mine")
			return dir, tree(t, dir)
		}
		run := func(m machine, dir string, files []Text) error {
			return m.create(filepath.Join(dir, filepath.FromSlash(place)), files)
		}
		clean, _ := prep()
		all := &Faulty{}
		must(t, run(all.machine(), clean, files))
		if synced := strings.Count(strings.Join(all.seen, "\n")+"\n", "sync\n"); synced != len(files) {
			t.Errorf("%s: %d files were synced, want %d", place, synced, len(files))
		}
		want := tree(t, clean)
		synctest.Test(t, func(t *testing.T) { // so that no time is lost with trying again
			pairs := hitAll(t, all.seen, AllFaults(), func(f *Faulty) {
				dir, before := prep()
				checkCause(t, run(f.machine(), dir, files), f)
				checkBrokenOff(t, tree(t, dir), before, want, f.CanLeave(f.hit))
				checkMends(t, dir, want, func() error {
					m := thisMachine()
					m.alive = func(int) bool { return false }
					return run(m, dir, missing(t, filepath.Join(dir, filepath.FromSlash(place)), files))
				})
			})
			t.Logf("%s: %d pairs of an operation and a fault", place, pairs)
		})
	}
}

// missing are the files that are not in a folder yet.
func missing(t *testing.T, dir string, files []Text) (left []Text) {
	t.Helper()
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(f.Path))); err != nil {
			left = append(left, f)
		}
	}
	return left
}
