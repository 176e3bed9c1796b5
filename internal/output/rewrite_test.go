package output

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"commonground/internal/soak"
)

// mended are changes to two of three files.
func mended() []Rewritten {
	return []Rewritten{{"content/a.md", []byte("a"), []byte("A\r\n")}, {"content/b/c.md", []byte("c"), []byte("C")}}
}

func layUnmended(t *testing.T, dir string) {
	t.Helper()
	lay(t, dir, "content/a.md", "a", "content/b/c.md", "c", "content/d.md", "d")
}

func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	layUnmended(t, dir)
	private := filepath.Join(dir, "content", "a.md")
	if err := os.Chmod(private, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Rewrite(dir, mended()); err != nil {
		t.Fatal(err)
	}
	wantTree(t, dir, "content/a.md", "A\r\n", "content/b/c.md", "C", "content/d.md", "d")
	if info, err := os.Stat(private); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v: the rights of the file are others now", info.Mode(), err)
	}
}

// With nothing to write, only the lock of a run that crashed is taken away.
func TestRewriteNothing(t *testing.T) {
	m := thisMachine()
	m.alive = func(pid int) bool { return pid == 1 }
	dir := t.TempDir()
	must(t, m.rewrite(dir, nil))
	wantTree(t, dir)
	lay(t, dir, lockName, heldBy(1, m.name))
	must(t, m.rewrite(dir, nil))
	wantTree(t, dir, lockName, heldBy(1, m.name))
	lay(t, dir, lockName, heldBy(2, m.name))
	must(t, m.rewrite(dir, nil))
	wantTree(t, dir)
}

// Nothing is written when one of the files is not what it was.
func TestRewriteRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(t *testing.T, dir, file string)
		says  string
	}{
		"changed":  {func(t *testing.T, dir, _ string) { lay(t, dir, "content/b/c.md", "other") }, "somebody changed it"},
		"removed":  {func(t *testing.T, _, file string) { must(t, os.Remove(file)) }, "somebody removed it"},
		"readonly": {func(t *testing.T, _, file string) { must(t, os.Chmod(file, 0o444)) }, "protected against writing"},
		"link": {func(t *testing.T, dir, file string) {
			lay(t, dir, "elsewhere.md", "c")
			must(t, os.Remove(file))
			link(t, "../../elsewhere.md", file)
		}, "it is a link"},
		"folder": {func(t *testing.T, _, file string) { must(t, os.Remove(file)); must(t, os.Mkdir(file, 0o777)) }, "it is a folder"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			layUnmended(t, dir)
			test.spoil(t, dir, filepath.Join(dir, "content", "b", "c.md"))
			before := tree(t, dir)
			err := Rewrite(dir, mended())
			if err == nil || !strings.Contains(err.Error(), "content/b/c.md") || !strings.Contains(err.Error(), test.says) {
				t.Errorf("error %v, want one that names the file and says %q", err, test.says)
			}
			sameTree(t, tree(t, dir), before)
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// However a run ends before its end, each file is as it was or as it is to be,
// and the next run mends the rest.
func TestEveryOperationOfRewriteFails(t *testing.T) {
	prep := func() string {
		dir := soak.Folder(t)
		layUnmended(t, dir)
		return dir
	}
	all := &Faulty{}
	must(t, all.machine().rewrite(prep(), mended()))
	if synced := strings.Count(strings.Join(all.seen, "\n")+"\n", "sync\n"); synced != len(mended()) {
		t.Errorf("%d files were synced, want %d", synced, len(mended()))
	}
	synctest.Test(t, func(t *testing.T) { // so that no time is lost with trying again
		pairs := hitAll(t, all.seen, AllFaults(), func(f *Faulty) {
			dir := prep()
			checkCause(t, f.machine().rewrite(dir, mended()), f)
			got := tree(t, dir)
			var rest []Rewritten
			for _, f := range mended() {
				if body := got[f.Path]; body != string(f.Was) && body != string(f.Now) {
					t.Errorf("%s is %q", f.Path, body)
				}
				if got[f.Path] == string(f.Was) {
					rest = append(rest, f)
				}
			}
			age(t, dir)
			must(t, Rewrite(dir, rest))
			wantTree(t, dir, "content/a.md", "A\r\n", "content/b/c.md", "C", "content/d.md", "d")
		})
		t.Logf("%d pairs of an operation and a fault", pairs)
	})
}
