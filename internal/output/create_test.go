package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Sync lets the last step of Create fail as well.
func (w faultyWriter) Sync() error {
	if w.f.fail("sync") {
		return errFault
	}
	return w.WriteCloser.(syncer).Sync()
}

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

// However a run ends before its end, files of others stay as they are. An error
// leaves nothing behind, and a crash nothing that is not wholly or partly ours.
func TestEveryOperationOfCreateFails(t *testing.T) {
	files := []Text{{"README.md", "read me"}, {"content/a.md", "text"}, {"content/b/c.md", ""}}
	for _, place := range []string{"package", "new/package"} {
		prep := func(t *testing.T) (dir string, before map[string]string) {
			dir = memoryDir(t)
			lay(t, dir, "note.txt", "mine", "package/content/mine.md", "mine")
			return dir, tree(t, dir)
		}
		run := func(f *faults, dir string) error {
			return f.machine().create(filepath.Join(dir, filepath.FromSlash(place)), files)
		}
		clean, _ := prep(t)
		all := &faults{}
		if err := run(all, clean); err != nil {
			t.Fatal(err)
		}
		if synced := strings.Count(strings.Join(all.seen, "\n")+"\n", "sync\n"); synced != len(files) {
			t.Errorf("%s: %d files were synced, want %d", place, synced, len(files))
		}
		want := tree(t, clean)
		for n, what := range all.seen {
			for _, kind := range []struct{ crash, short bool }{{}, {crash: true}, {short: true}, {crash: true, short: true}} {
				dir, before := prep(t)
				err := run(&faults{at: int64(n) + 1, crash: kind.crash, short: kind.short}, dir)
				if !errors.Is(err, errFault) {
					t.Errorf("%s: operation %d, %s, failed: error %v", place, n, what, err)
				}
				if got := tree(t, dir); kind.crash {
					checkCrashed(t, got, before, want)
				} else {
					sameTree(t, got, before)
				}
				if t.Failed() {
					t.Fatalf("%s: operation %d, %s, %+v", place, n, what, kind)
				}
			}
		}
	}
}

func checkCrashed(t *testing.T, got, before, want map[string]string) {
	t.Helper()
	for name, body := range before {
		if got[name] != body {
			t.Errorf("%s is %q, was %q", name, got[name], body)
		}
	}
	for name, body := range got {
		if full, ours := want[name]; !ours || !strings.HasPrefix(full, body) {
			t.Errorf("%s is %q", name, body)
		}
	}
}
