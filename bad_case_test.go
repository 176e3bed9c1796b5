//go:build !race

package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// badCase is a file of testdata/bad. Its files are laid over the smallest
// package; `said` is what the command prints to standard error. The comment
// begins with a line that names the row of the list of bad inputs, which is in
// testdata/bad/README.md, and goes on with lines of these words:
//
//	exit N         the exit code, 1 if it is not given
//	accepted       exit code 0; what the makers below do to the files makes no
//	               difference to the site. Files in plain/ are what the others
//	               are compared with, where no maker can say it.
//	linux          only there can a disk hold its names
//	bare           there is no smallest package below its files
//	env NAME=VALUE is there when it runs
//	run ARGS       run this instead of a build
//	memory N       the most memory in MiB, defaultMemory if it is not given
//
// and makers, which make what a text cannot hold: see bad_make_test.go. Their
// words are divided by spaces; one in double quotes is read as Go reads it.
type badCase struct {
	path    string
	row     int
	archive *txtar.Archive
	exit    int
	memory  int
	args    []string
	env     []string
	makers  [][]string

	accepted, bare, linux bool
}

// rowLine begins every case.
var rowLine = regexp.MustCompile(`^# Row (\d+)\. .+\.$`)

func readCase(t *testing.T, path string) *badCase {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &badCase{path: path, archive: a, exit: 1, memory: defaultMemory, args: buildArgs}
	lines := strings.Split(string(a.Comment), "\n")
	m := rowLine.FindStringSubmatch(lines[0])
	if m == nil {
		t.Fatalf("the first line does not name a row: %q", lines[0])
	}
	c.row = atoi(t, m[1])
	for _, line := range lines {
		if line == "" || line[0] == '#' {
			continue
		}
		c.setting(t, split(t, line))
	}
	return c
}

// setting takes one line of the comment.
func (c *badCase) setting(t *testing.T, words []string) {
	t.Helper()
	switch words[0] {
	case "exit":
		c.exit = atoi(t, words[1])
	case "accepted":
		c.exit, c.accepted = 0, true
	case "linux":
		c.linux = true
	case "env":
		c.env = append(c.env, words[1:]...)
	case "bare":
		c.bare = true
	case "run":
		c.args = words[1:]
	case "memory":
		c.memory = atoi(t, words[1])
	default:
		c.makers = append(c.makers, words)
	}
}

func (c *badCase) wants(code int) bool { return code == c.exit }

// file returns a file of the case, or false.
func (c *badCase) file(name string) (string, bool) {
	for _, f := range c.archive.Files {
		if f.Name == name {
			return string(f.Data), true
		}
	}
	return "", false
}

// said is what the case wants to be said.
func (c *badCase) said() string {
	text, _ := c.file("said")
	return text
}

// updateSaid writes what was said into the case, for a person to read.
func (c *badCase) updateSaid(t *testing.T, said string) {
	t.Helper()
	rest := slices.DeleteFunc(c.archive.Files, func(f txtar.File) bool { return f.Name == "said" })
	if c.archive.Files = rest; said != "" {
		c.archive.Files = append(rest, txtar.File{Name: "said", Data: []byte(said)})
	}
	if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

// files are those of the package.
func (c *badCase) files() map[string]string {
	files := map[string]string{}
	for _, f := range c.archive.Files {
		if f.Name != "said" && !strings.HasPrefix(f.Name, "plain/") {
			files[f.Name] = string(f.Data)
		}
	}
	return files
}

// plainFiles are those that an accepted case is compared with.
func (c *badCase) plainFiles() map[string]string {
	files := c.files()
	for _, f := range c.archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "plain/"); ok {
			files[name] = string(f.Data)
		}
	}
	return files
}

// brings says whether a file or folder is one of the case.
func (c *badCase) brings(name string) bool {
	for _, f := range c.archive.Files {
		if made(f.Name, name) {
			return true
		}
	}
	return slices.ContainsFunc(c.makers, func(words []string) bool { return makes(words, name) })
}

// lay puts the package of the case into a folder, over an earlier site.
func (c *badCase) lay(t *testing.T, dir, old string) {
	t.Helper()
	if err := os.CopyFS(filepath.Join(dir, "public"), os.DirFS(old)); err != nil {
		t.Fatal(err)
	}
	files := c.files()
	if !c.bare {
		files = smallest(files)
	}
	writeFiles(t, dir, files)
	for _, words := range c.makers {
		makeOne(t, dir, words)
	}
}

// smallest returns the files of the smallest package with others over them.
func smallest(files map[string]string) map[string]string {
	all := map[string]string{"content/index.md": minimalSettings, "content/lessons/plain.md": minimalLesson}
	maps.Copy(all, files)
	return all
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		writeFile(t, filepath.Join(dir, name), text)
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// split divides a line of a comment into words.
func split(t *testing.T, line string) []string {
	t.Helper()
	var words []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		word, rest, _ := strings.Cut(line, " ")
		if quoted, err := strconv.QuotedPrefix(line); err == nil {
			word, _ = strconv.Unquote(quoted)
			rest = line[len(quoted):]
		}
		words, line = append(words, word), rest
	}
	return words
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
