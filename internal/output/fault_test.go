package output

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"commonground/internal/soak"
)

// scene is a run whose every operation is made to fail.
type scene struct {
	name  string
	prep  func(t *testing.T, dir string)
	write func(m machine, site *Site, dir string) (Stats, error)
	site  []string          // paths and bytes of the site
	mine  map[string]string // bytes by path of what is not ours, in the test's folder
}

var scenes = []scene{
	{
		name:  "new folder",
		prep:  func(t *testing.T, dir string) { lay(t, dir, "note.txt", "mine") },
		write: writePublic("out/public"),
		site:  []string{"index.html", "home", "a/b/c.html", strings.Repeat("c", 100_000), "a/d.png", "d"},
		mine:  map[string]string{"note.txt": "mine"},
	},
	{
		name: "folder that exists",
		prep: func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "public"), "index.html", "old", "same.html", "s", "gone/a/x.html", "x", "gone/y.html", "y",
				"was/edited.html", "1", "lessons/l.html", strings.Repeat("o", 100_000), "lessons/l.png", "old")
			lay(t, dir, "note.txt", "mine", "public/CNAME", "mine", "public/lessons/my.txt", "mine", "public/was/edited.html", "mine",
				"public/adopted.html", "same by chance")
		},
		write: writePublic("public"),
		site: []string{"index.html", "new", "same.html", "s", "lessons/l.html", strings.Repeat("n", 100_000), "lessons/l.png", "new",
			"new/a/b.html", "b", "new/c.css", "c", "adopted.html", "same by chance"},
		mine: map[string]string{"note.txt": "mine", "public/CNAME": "mine", "public/lessons/my.txt": "mine",
			"public/was/edited.html": "mine"},
	},
	{
		name:  "folder of others",
		prep:  func(t *testing.T, dir string) { lay(t, dir, "public/CNAME", "mine") },
		write: writePublic("public"),
		site:  []string{"index.html", "new", "a/b.html", "b"},
		mine:  map[string]string{"public/CNAME": "mine"},
	},
	{
		name:  "new zip",
		prep:  func(t *testing.T, dir string) { lay(t, dir, "note.txt", "mine") },
		write: writeTrainingZip("out/training.zip"),
		site:  []string{"index.html", "home", "a/b.html", "b"},
		mine:  map[string]string{"note.txt": "mine"},
	},
	{
		name: "zip that exists",
		prep: func(t *testing.T, dir string) {
			lay(t, dir, "note.txt", "mine")
			writeZip(t, filepath.Join(dir, "training.zip"), "index.html", "old")
		},
		write: writeTrainingZip("training.zip"),
		site:  []string{"index.html", "new", "a/b.html", "b"},
		mine:  map[string]string{"note.txt": "mine"},
	},
	{
		name: "same zip",
		prep: func(t *testing.T, dir string) {
			writeZip(t, filepath.Join(dir, "training.zip"), "index.html", "same")
		},
		write: writeTrainingZip("training.zip"),
		site:  []string{"index.html", "same"},
	},
	{
		name: "names in another case", // on a file system where case does not count, which links stand for
		prep: func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "public"), "A.png", "1", "B.png", "1")
			for _, name := range []string{"a.png", "b.png"} {
				if err := os.Link(filepath.Join(dir, "public", strings.ToUpper(name[:1])+name[1:]), filepath.Join(dir, "public", name)); err != nil {
					t.Fatal(err)
				}
			}
		},
		write: writePublic("public"),
		site:  []string{"a.png", "1", "b.png", "2"},
	},
	{
		name: "folder with what a crash left",
		prep: func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "public"), "index.html", "old", "gone/x.html", "x")
			lay(t, dir, "public/"+lockName, `{"pid":1,"computer":"gone","token":"x"}`, "public/.commonground-7.tmp", "half", "public/gone/.commonground-8.tmp", "half",
				"public/.commonground-a.tmp/x.txt", "mine", "public/.commonground-7.txt", "mine")
			if err := os.Mkdir(filepath.Join(dir, "public", ".commonground-b.tmp"), 0o777); err != nil {
				t.Fatal(err)
			}
			age(t, dir)
		},
		write: writePublic("public"),
		site:  []string{"index.html", "new"},
		mine:  map[string]string{"public/.commonground-a.tmp/x.txt": "mine", "public/.commonground-b.tmp": "folder", "public/.commonground-7.txt": "mine"},
	},
	{
		name: "new folder beside what a crash left",
		prep: func(t *testing.T, dir string) {
			lay(t, dir, ".commonground-0.tmp/a/b.html", "half", ".commonground-0.tmp/"+lockName, `{"pid":1,"computer":"gone","token":"x"}`,
				".commonground-notours.tmp/x.txt", "mine", ".commonground-file.tmp", "mine",
				"other-site/a.html", "a", "other-site/"+lockName, `{"pid":1,"computer":"gone","token":"x"}`)
			if err := os.Mkdir(filepath.Join(dir, ".commonground-1.tmp"), 0o777); err != nil {
				t.Fatal(err)
			}
			age(t, dir)
		},
		write: writePublic("public"),
		site:  []string{"index.html", "new", "a/b.html", "b"},
		mine:  map[string]string{".commonground-notours.tmp/x.txt": "mine", ".commonground-file.tmp": "mine", "other-site/a.html": "a"},
	},
}

func writePublic(name string) func(machine, *Site, string) (Stats, error) {
	return func(m machine, site *Site, dir string) (Stats, error) {
		return m.writeDir(site, Target{Dir: filepath.Join(dir, filepath.FromSlash(name))})
	}
}

func writeTrainingZip(name string) func(machine, *Site, string) (Stats, error) {
	return func(m machine, site *Site, dir string) (Stats, error) {
		return m.writeZip(site, ZipTarget{File: filepath.Join(dir, filepath.FromSlash(name))})
	}
}

// age makes all locks in a folder old: an hour has passed.
func age(t testing.TB, dir string) {
	t.Helper()
	then := time.Now().Add(-time.Hour)
	for name := range tree(t, dir) {
		if filepath.Base(name) == lockName {
			if err := os.Chtimes(filepath.Join(dir, name), then, then); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestEveryOperationFails(t *testing.T) {
	pairs := 0
	for _, scene := range scenes {
		for _, fault := range AllFaults() {
			for _, cores := range []int{1, 4} {
				if cores > 1 && fault.Hits != "*" {
					continue // which operation is the Nth differs from run to run
				}
				t.Run(fmt.Sprintf("%s/%s/%d", scene.name, fault.Name, cores), func(t *testing.T) {
					defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
					synctest.Test(t, func(t *testing.T) { // so that no time is lost with trying again
						pairs += scene.failAll(t, fault)
					})
				})
			}
		}
	}
	t.Logf("%d pairs of an operation and a fault", pairs)
	if least := 2000; pairs < least {
		t.Errorf("only %d pairs, and there are to be %d: is each operation still asked of a disk?", pairs, least)
	}
}

// failAll runs a scene once for each operation that a fault can hit.
func (s scene) failAll(t *testing.T, fault Fault) (pairs int) {
	site := siteOf(t, s.site...)
	clean := soak.Folder(t)
	s.prep(t, clean)
	old := tree(t, clean)
	all := &Faulty{}
	if _, err := s.write(all.machine(), site, clean); err != nil {
		t.Fatal(err)
	}
	want := tree(t, clean)
	return hitAll(t, all.seen, []Fault{fault}, func(f *Faulty) {
		dir := soak.Folder(t)
		s.prep(t, dir)
		_, err := s.write(f.machine(), site, dir)
		checkCause(t, err, f)
		checkBrokenOff(t, tree(t, dir), old, want, f.CanLeave(f.hit))
		checkMends(t, dir, want, func() error {
			m := thisMachine()
			m.alive = func(int) bool { return false } // it was the process that broke off
			_, err := s.write(m, site, dir)
			return err
		})
	})
}

// hitAll calls run once for each of the operations that were seen and each fault
// that can hit it, and returns how many these are.
func hitAll(t *testing.T, seen []string, faults []Fault, run func(f *Faulty)) (pairs int) {
	t.Helper()
	for n, what := range seen {
		for _, fault := range faults {
			if !fault.CanHit(what) {
				continue
			}
			pairs++
			f := &Faulty{Fault: fault, At: n + 1}
			if run(f); t.Failed() {
				t.Fatalf("operation %d, %s: %s", f.At, f.hit, fault.Name)
			}
		}
	}
	return pairs
}

// checkCause checks that an error says what failed; of a crash nobody is told.
func checkCause(t *testing.T, err error, f *Faulty) {
	t.Helper()
	if err == nil || !f.Crash && !errors.Is(err, f.Err) {
		t.Errorf("error %v, want %v", err, f.Err)
	}
}

// checkBrokenOff checks what a run that failed left: every file wholly old or
// wholly new or, if it has no old or no new form, absent; the files of others as they
// were. Names of ours are left only by a crash, and by what can no longer be removed.
func checkBrokenOff(t *testing.T, got, old, want map[string]string, canLeave bool) {
	t.Helper()
	for name, body := range got {
		base := filepath.Base(name)
		switch {
		case strings.Contains(name, tempPrefix) && (canLeave || old[name] == body):
		case base == manifestName || base == lockName || body == "folder":
		case body != old[name] && body != want[name]:
			t.Errorf("%s is neither old nor new: %.20q", name, body)
		}
	}
	for name, body := range got {
		if body == "folder" && old[name] == "" && !canLeave && !slices.ContainsFunc(slices.Collect(maps.Keys(got)), func(in string) bool { return strings.HasPrefix(in, name+"/") }) {
			t.Errorf("the folder %s was made for nothing", name)
		}
	}
	for name, body := range old {
		if _, stays := want[name]; stays && got[name] == "" && body != "" {
			t.Errorf("%s is gone", name)
		}
		if got[name] != body && want[name] == body {
			t.Errorf("%s was to stay as it was", name)
		}
	}
}

// checkMends checks that the next run ends as if nothing had failed.
func checkMends(t *testing.T, dir string, want map[string]string, run func() error) {
	t.Helper()
	for name, body := range tree(t, dir) {
		if filepath.Base(name) == lockName && !json.Valid([]byte(body)) {
			age(t, dir) // a lock that does not say whose it is: after some seconds it is old
		}
	}
	if err := run(); err != nil {
		t.Errorf("the next run: %v", err)
	}
	got := tree(t, dir)
	for name, body := range want {
		if got[name] != body {
			t.Errorf("after the next run %s is %.20q", name, got[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("after the next run %s is left", name)
		}
	}
}

// The scenes do what their names say, and leave the files of others alone.
func TestScenes(t *testing.T) {
	for _, scene := range scenes {
		dir := soak.Folder(t)
		scene.prep(t, dir)
		stats, err := scene.write(thisMachine(), siteOf(t, scene.site...), dir)
		if err != nil || stats.Files != len(scene.site)/2 {
			t.Errorf("%s: stats %+v, error %v", scene.name, stats, err)
		}
		got := tree(t, dir)
		for name, body := range scene.mine {
			if got[name] != body {
				t.Errorf("%s: %s is %q", scene.name, name, got[name])
			}
		}
	}
}

// Pictures and styles take their places before the pages that refer to them.
func TestOrderOfRenames(t *testing.T) {
	dir := soak.Folder(t)
	lay(t, dir, "public/CNAME", "mine")
	f := &Faulty{}
	site := siteOf(t, "a.html", "", "b.css", "", "c/d.html", "", "c/e.png", "")
	if _, err := f.machine().writeDir(site, Target{Dir: filepath.Join(dir, "public")}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, what := range f.seen {
		if to, ok := strings.CutPrefix(what, "rename "); ok {
			got = append(got, to[strings.Index(to, " ")+1:])
		}
	}
	if want := []string{manifestName, "b.css", "c/e.png", "a.html", "c/d.html", manifestName}; !slices.Equal(got, want) {
		t.Errorf("renamed %q, want %q", got, want)
	}
}
