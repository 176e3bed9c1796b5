package output_test

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"commonground/internal/build"
	"commonground/internal/cli"
	"commonground/internal/output"
	"commonground/internal/schema"
)

func program() fs.FS { return os.DirFS(filepath.Join("..", "..")) }

// command runs the program as main does, on a machine, and returns its exit code and
// what it said to people.
func command(m output.Machine, args ...string) (code int, said string) {
	var stderr bytes.Buffer
	code = cli.Main(args, cli.Env{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &stderr, Program: program(), Machine: m,
		Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }})
	return code, stderr.String()
}

// run is command, which must end well.
func run(t testing.TB, args ...string) {
	t.Helper()
	if code, said := command(output.Machine{}, args...); code != 0 {
		t.Fatalf("%q ended with %d: %s", args, code, said)
	}
}

// newPackage makes the package that every trainer begins with, in the folder pkg.
func newPackage(t testing.TB, dir string) (pkg string) {
	t.Helper()
	pkg = filepath.Join(dir, "pkg")
	run(t, "init", pkg)
	return pkg
}

func lay(t testing.TB, dir string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		name := filepath.Join(dir, filepath.FromSlash(pairs[i]))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(pairs[i+1]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func lesson(title, text string) string {
	return "---\ntitle: " + title + "\nsummary: A lesson.\nthemes: [language]\nminutes: 5\noutcome: Do it.\n---\n\n## Why\n\n" + text + "\n"
}

// layOldPages adds two lessons to a package, and layNewPages puts others in their
// place, so that a build then changes, adds and removes pages.
func layOldPages(t testing.TB, pkg string) {
	lay(t, pkg, "content/lessons/stays.md", lesson("It stays", "Before."), "content/lessons/goes.md", lesson("It goes", "Before."))
}

func layNewPages(t testing.TB, pkg string) {
	lay(t, pkg, "content/lessons/stays.md", lesson("It stays", "After."), "content/lessons/comes.md", lesson("It comes", "After."))
	if err := os.Remove(filepath.Join(pkg, "content", "lessons", "goes.md")); err != nil {
		t.Fatal(err)
	}
}

// siteOf builds the site of a package, of which each file is then made at once.
func siteOf(t testing.TB, pkg string) *output.Site {
	t.Helper()
	result, err := build.Run(build.Options{Package: os.DirFS(pkg), Program: program(), Today: schema.Date{Year: 2026, Month: 11, Day: 23}})
	if err != nil || result.Site == nil {
		t.Fatal(err, result)
	}
	var files []output.File
	for _, f := range result.Site.Files() {
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		files = append(files, output.File{Path: f.Path, Type: f.Type, Write: func(w io.Writer) error {
			_, err := w.Write(b.Bytes())
			return err
		}})
	}
	site, err := output.NewSite(files)
	if err != nil {
		t.Fatal(err)
	}
	return site
}
