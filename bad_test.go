//go:build !race

package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestBad runs testdata/bad/*.txtar: packages that hold something no program
// should have to read. Each is built over the site of an earlier build, and each
// is held to the same promises: every mistake is told in one run, with its place
// and a hint; nobody else's file is blamed; nothing is written when anything is
// wrong; and no more memory is spent than the case allows. bad_case_test.go says
// what a case looks like.
func TestBad(t *testing.T) {
	old := earlierSite(t)
	files, err := filepath.Glob(filepath.Join("testdata", "bad", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			c := readCase(t, file)
			if c.linux && runtime.GOOS != "linux" {
				t.Skip("a disk here cannot hold these names")
			}
			if c.accepted {
				c.testAccepted(t, old)
				return
			}
			c.testRefused(t, old)
		})
	}
}

// TestBadRows holds that there are cases of every row of the list of bad inputs,
// and of no other, unless the list says why there is none.
func TestBadRows(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "bad", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	cases := map[int]int{}
	for _, file := range files {
		cases[readCase(t, file).row]++
	}
	list, err := os.ReadFile(filepath.Join("testdata", "bad", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range wrongRows(badRow.FindAllStringSubmatch(string(list), -1), cases) {
		t.Error(line)
	}
	t.Logf("%d cases of %d rows", len(files), len(cases))
}

// badRow is a row of the list: its number, what goes in, and why there is no case.
var badRow = regexp.MustCompile(`(?m)^\| (\d+) \| (.+?) \|(?: (.+?))? \|$`)

// wrongRows says what the rows of the list and the numbers of cases have against
// each other.
func wrongRows(rows [][]string, cases map[int]int) (wrong []string) {
	listed := map[int]bool{}
	for n, row := range rows {
		number, reason := row[1], row[3]
		count := cases[n+1]
		listed[n+1] = true
		switch {
		case number != strconv.Itoa(n+1):
			wrong = append(wrong, fmt.Sprintf("row %d of the list is called %s", n+1, number))
		case count == 0 && reason == "":
			wrong = append(wrong, "there is no case of row "+number)
		case count > 0 && reason != "":
			wrong = append(wrong, fmt.Sprintf("row %s has cases, and %q", number, reason))
		}
	}
	for _, row := range slices.Sorted(maps.Keys(cases)) {
		if !listed[row] {
			wrong = append(wrong, fmt.Sprintf("row %d is not in the list", row))
		}
	}
	return wrong
}

// TestBadRowsBite holds a small list against cases that do not fit it.
func TestBadRowsBite(t *testing.T) {
	rows := badRow.FindAllStringSubmatch("| row | what | why |\n|--:|---|---|\n| 1 | one | |\n| 2 | two | waits |\n| 4 | four | |\n", -1)
	want := []string{"there is no case of row 1", `row 2 has cases, and "waits"`, "row 3 of the list is called 4", "row 9 is not in the list"}
	if wrong := wrongRows(rows, map[int]int{2: 1, 3: 1, 9: 1}); !slices.Equal(wrong, want) {
		t.Errorf("%q, want %q", wrong, want)
	}
}

// earlierSite builds the smallest package into a folder, for every case to be
// built over.
func earlierSite(t *testing.T) string {
	dir := workFolder(t)
	writeFiles(t, dir, smallest(nil))
	if r := runIn(t, dir, defaultMemory, buildArgs); r.code != 0 {
		t.Fatalf("the smallest package is not built: %d\n%s", r.code, r.said)
	}
	return filepath.Join(dir, "public")
}

// buildArgs is what a case runs unless it says otherwise. The day is fixed.
var buildArgs = []string{"build", "--quiet", "--today=2026-11-22"}

// testRefused holds a case to what it says, and to having changed nothing.
func (c *badCase) testRefused(t *testing.T, old string) {
	dir := workFolder(t)
	c.lay(t, dir, old)
	before := look(t, dir)
	r := runIn(t, dir, c.memory, c.args, c.env...)
	c.check(t, dir, r)
	if after := look(t, dir); r.code != 0 && !maps.Equal(before, after) {
		t.Errorf("something was written:\n%s", differences(before, after))
	}
}

// testAccepted holds what a case makes of its files to give the same findings
// and the same site as the files as they stand.
func (c *badCase) testAccepted(t *testing.T, old string) {
	made, plain := workFolder(t), workFolder(t)
	c.lay(t, made, old)
	r := runIn(t, made, c.memory, c.args, c.env...)
	c.check(t, made, r)
	writeFiles(t, plain, smallest(c.plainFiles()))
	if p := runIn(t, plain, c.memory, c.args); p.code != r.code || p.said != r.said {
		t.Errorf("exit code %d, and without what was done to the files %d:\n%s", r.code, p.code, p.said)
	}
	// What was built before may hold files that this package has not.
	got, want := contents(t, filepath.Join(made, "public")), contents(t, filepath.Join(plain, "public"))
	if !maps.Equal(got, want) {
		t.Errorf("the sites differ:\n%s", differences(want, got))
	}
}

// finding is the first line of a finding as the command prints it.
var finding = regexp.MustCompile(`^(\S.*?)(:\d+:\d+)?: (error|warning|note): .+ \[([a-z0-9-]+)\]$`)

// ofFiles are the rules about a file as a whole: what it is called, that it
// cannot be opened.
var ofFiles = []string{"file-unreadable", "file-special", "file-twice", "file-name", "name-clash", "name-unsafe", "asset-type", "settings-missing"}

// check compares what was said with what the case says, and both with what is
// promised of every run.
func (c *badCase) check(t *testing.T, dir string, r ran) {
	t.Helper()
	if *update {
		c.updateSaid(t, r.said)
	}
	if !c.wants(r.code) {
		t.Errorf("exit code %d, want %d", r.code, c.exit)
	}
	if r.said != c.said() {
		t.Errorf("said:\n%s\nwant:\n%s", r.said, c.said())
	}
	for _, trace := range []string{"goroutine ", "panic", ".go:", "runtime error", "%!"} {
		if strings.Contains(r.said, trace) {
			t.Errorf("%q is no word for people:\n%s", trace, r.said)
		}
	}
	if most := c.memory; r.peak > most {
		t.Errorf("%d MiB of memory were used, of %d", r.peak, most)
	}
	c.checkFindings(t, dir, r.said)
	t.Logf("%v of CPU, %d MiB", r.cpu, r.peak)
}

// checkFindings holds that every finding is about something the case brings, and
// that every error has a place, if its file is a text, and a hint.
func (c *badCase) checkFindings(t *testing.T, dir, said string) {
	t.Helper()
	lines := strings.Split(said, "\n")
	for i, line := range lines {
		m := finding.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if _, err := os.Lstat(filepath.Join(dir, m[1])); err == nil && !c.brings(m[1]) {
			t.Errorf("%s is not of this case", m[1])
		}
		if m[2] == "" && isText(filepath.Join(dir, m[1])) && !slices.Contains(ofFiles, m[4]) {
			t.Errorf("no line is given: %s", line)
		}
		rest := lines[i+1:]
		for len(rest) > 0 && strings.HasPrefix(rest[0], "  | ") {
			rest = rest[1:]
		}
		if m[3] == "error" && !(len(rest) > 0 && strings.HasPrefix(rest[0], "  hint: ")) {
			t.Errorf("no hint is given: %s", line)
		}
	}
}

// ran is how a command ended.
type ran struct {
	code int
	said string // on standard error
	cpu  fmt.Stringer
	peak int // of memory, in MiB; 0 where it cannot be measured
}

// runIn runs the command in a folder, with at most that much memory in MiB.
func runIn(t *testing.T, dir string, memory int, args []string, env ...string) ran {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	peak := filepath.Join(t.TempDir(), "peak")
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Args[0], cmd.Dir, cmd.Stderr = limitedName, dir, &said
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "HOME="+home(dir), fmt.Sprintf("%s=%d", memoryVar, memory), peakVar+"="+peak)
	cmd.Env = append(cmd.Env, env...)
	err = cmd.Run()
	if _, ended := err.(*exec.ExitError); err != nil && !ended {
		t.Fatal(err)
	}
	s := cmd.ProcessState
	words := strings.NewReplacer(dir, "$WORK", "\r\n", "\n").Replace(said.String())
	return ran{s.ExitCode(), words, s.UserTime() + s.SystemTime(), readPeak(t, peak)}
}

// isText says whether there is a page of that name, or none at all.
func isText(path string) bool {
	info, err := os.Stat(path)
	return strings.HasSuffix(path, ".md") && (err != nil || info.Mode().IsRegular())
}

// home is the folder of that name in a case, or one that is not there.
func home(dir string) string {
	if in := filepath.Join(dir, "home"); isFolder(in) {
		return in
	}
	return "/nowhere"
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// look says of every file in a folder what shows that it was left alone: its
// kind, size and time.
func look(t *testing.T, dir string) map[string]string {
	t.Helper()
	seen := map[string]string{}
	walkFolder(t, dir, func(name string, d fs.DirEntry) {
		info, err := d.Info()
		if err != nil {
			t.Fatal(err)
		}
		if d.IsDir() { // whose time changes when a lock comes and goes
			seen[name] = info.Mode().String()
			return
		}
		seen[name] = fmt.Sprint(info.Mode(), info.Size(), info.ModTime().UnixNano())
	})
	return seen
}

// contents are the bytes of every file in a folder, but of no manifest.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	walkFolder(t, dir, func(name string, d fs.DirEntry) {
		if d.IsDir() || name == manifest {
			return
		}
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = string(raw)
	})
	return all
}

func walkFolder(t *testing.T, dir string, visit func(name string, d fs.DirEntry)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if d != nil {
			visit(name, d)
		}
		if err != nil && os.IsPermission(err) {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// differences names the files in which two folders differ.
func differences(before, after map[string]string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if _, ok := after[name]; !ok {
			names = append(names, "gone: "+name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if was, ok := before[name]; !ok {
			names = append(names, "new: "+name)
		} else if was != after[name] {
			names = append(names, "changed: "+name)
		}
	}
	return strings.Join(names, "\n")
}

// workFolder makes an empty folder with a short name: a socket has only room for
// a hundred characters.
func workFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "bad")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// readPeak returns what the command wrote, in MiB; 0 when it did not come so far.
func readPeak(t *testing.T, file string) int {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		return 0
	}
	return atoi(t, string(raw))
}
