package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"commonground/internal/soak"
)

// process is a run of the program as a process of its own.
type process struct {
	*exec.Cmd
	said bytes.Buffer
}

func start(t testing.TB, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command("commonground", args...)}
	p.Stderr = &p.said
	p.Env = append(os.Environ(), "NO_COLOR=1")
	need(t, p.Start())
	return p
}

// end waits for a process and returns its exit code, which is negative for one that
// was killed.
func (p *process) end(t testing.TB) int {
	t.Helper()
	err := p.Wait()
	if _, ended := errors.AsType[*exec.ExitError](err); !ended {
		need(t, err)
	}
	return p.ProcessState.ExitCode()
}

// mustRun ends a process that must end well.
func mustRun(t testing.TB, args ...string) {
	t.Helper()
	p := start(t, args...)
	if code := p.end(t); code != 0 {
		t.Fatalf("%q ended with %d: %s", args, code, &p.said)
	}
}

func need(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// layPackage writes a package of many lessons, in one of several versions: some
// lessons are in one only, and each can be mended in one way.
func layPackage(t testing.TB, dir, version string) {
	t.Helper()
	lessons := filepath.Join(dir, "content", "lessons")
	need(t, os.RemoveAll(lessons))
	need(t, os.MkdirAll(lessons, 0o777))
	need(t, os.WriteFile(filepath.Join(dir, "content", "index.md"), []byte(minimalSettings), 0o666))
	need(t, os.WriteFile(filepath.Join(lessons, "plain.md"), []byte(minimalLesson), 0o666))
	for i := range 60 {
		name := fmt.Sprintf("lesson-%d.md", i)
		if i%6 == 0 {
			name = fmt.Sprintf("lesson-%s-%d.md", version, i)
		}
		text := strings.Replace(minimalLesson, "title: Say it plainly", fmt.Sprintf("title: Lesson %d", i), 1) +
			strings.Repeat("\nIn version "+version+" a lesson has more to say.\n", 1+i*i%50)
		need(t, os.WriteFile(filepath.Join(lessons, name), []byte(text), 0o666))
	}
}

// filesOf returns the bytes of every file in a folder, "folder" for each folder.
func filesOf(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	need(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if all[filepath.ToSlash(rel)] = "folder"; err == nil && !d.IsDir() {
			text, readErr := os.ReadFile(name)
			all[filepath.ToSlash(rel)], err = string(text), readErr
		}
		return err
	}))
	return all
}

// isMark tells names that only the program gives, and only while it runs.
func isMark(name string) bool {
	base := filepath.Base(name)
	return base == ".commonground.lock" || strings.HasPrefix(base, ".commonground-") && strings.HasSuffix(base, ".tmp")
}

// sameAs says where two folders differ, or "".
func sameAs(got, want map[string]string) string {
	for name, text := range want {
		if g, there := got[name]; !there || g != text {
			return fmt.Sprintf("%s is %.60q (there: %v), want %.60q", name, g, there, text)
		}
	}
	for name := range got {
		if _, there := want[name]; !there {
			return name + " is left"
		}
	}
	return ""
}

// clean is what a build of a package makes in an empty place.
func clean(t testing.TB, pkg string) map[string]string {
	t.Helper()
	to := filepath.Join(soak.Folder(t), "public")
	mustRun(t, "build", "-q", "-C", pkg, "-o", to)
	return filesOf(t, to)
}

// Ten processes build into one folder. At least one does; the others say why they do
// not, and what is there in the end is one of the sites, whole.
func TestTenProcesses(t *testing.T) {
	dir := soak.Folder(t)
	packages := []string{filepath.Join(dir, "one"), filepath.Join(dir, "two")}
	var sites []map[string]string
	for i, pkg := range packages {
		layPackage(t, pkg, string(rune('a'+i)))
		sites = append(sites, clean(t, pkg))
	}
	for _, test := range []struct {
		name string
		prep func(t *testing.T, to string)
	}{
		{"new folder", func(*testing.T, string) {}},
		{"folder that exists", func(t *testing.T, to string) { mustRun(t, "build", "-q", "-C", packages[0], "-o", to) }},
		{"stale lock", func(t *testing.T, to string) {
			mustRun(t, "build", "-q", "-C", packages[0], "-o", to)
			need(t, os.WriteFile(filepath.Join(to, ".commonground.lock"), []byte(deadLock(t)), 0o666))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			top := soak.Folder(t)
			to := filepath.Join(top, "public")
			test.prep(t, to)
			var all []*process
			for i := range 10 {
				all = append(all, start(t, "build", "-q", "-C", packages[i%2], "-o", to))
			}
			done := 0
			for _, p := range all {
				switch code := p.end(t); {
				case code == 0:
					done++
				case code != 3 || !saysWhy(p.said.String()):
					t.Errorf("a process ended with %d: %s", code, &p.said)
				}
			}
			got := filesOf(t, to)
			if one, two := sameAs(got, sites[0]), sameAs(got, sites[1]); one != "" && two != "" {
				t.Errorf("it is neither site: %s; %s", one, two)
			}
			if left := filesOf(t, top); len(left) != len(got)+1 {
				t.Errorf("beside it is something left: %d files, want %d", len(left), len(got)+1)
			}
			t.Logf("%d of 10 were done", done)
			if done == 0 {
				t.Error("none of ten was done")
			}
		})
	}
}

// saysWhy tells whether a process said that another was at work.
func saysWhy(said string) bool {
	for _, why := range []string{"is writing to", "in the meantime", "was changed while the site was being written"} {
		if strings.Contains(said, why) {
			return true
		}
	}
	return false
}

// deadLock is the lock of a process of this computer that has ended.
func deadLock(t testing.TB) string {
	t.Helper()
	p := start(t, "version")
	p.end(t)
	name, err := os.Hostname()
	need(t, err)
	return fmt.Sprintf(`{"pid":%d,"computer":%q,"token":"x"}`+"\n", p.Process.Pid, name)
}

// While one process builds, a preview of the same package goes on.
func TestBuildWhileServing(t *testing.T) {
	pkg := filepath.Join(soak.Folder(t), "pkg")
	layPackage(t, pkg, "a")
	serving := exec.Command("commonground", "serve", "-C", pkg, "--addr", "127.0.0.1:0")
	serving.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir(), "LocalAppData="+t.TempDir())
	pipe, err := serving.StderrPipe()
	need(t, err)
	need(t, serving.Start())
	said := bufio.NewReader(pipe)
	line, err := said.ReadString('\n')
	if need(t, err); !strings.HasPrefix(line, "serving ") {
		t.Errorf("it said %q", line)
	}
	for _, version := range []string{"a", "b", "a"} {
		layPackage(t, pkg, version)
		mustRun(t, "build", "-q", "-C", pkg)
		if difference := sameAs(filesOf(t, filepath.Join(pkg, "public")), clean(t, pkg)); difference != "" {
			t.Errorf("version %s: %s", version, difference)
		}
	}
	need(t, serving.Process.Kill())
	rest, err := io.ReadAll(said)
	need(t, err)
	_ = serving.Wait() // which says that it was killed
	if code := serving.ProcessState.ExitCode(); code == 0 || code == 3 || strings.Contains(string(rest), "trouble") {
		t.Errorf("it ended by itself (%d) or said: %s", code, rest)
	}
}
