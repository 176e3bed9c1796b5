package build

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/schema"
)

// restless is a file system as unhelpful as one may be: it lists folders in
// another order each time, gives a few bytes at a time and lets others go first.
type restless struct {
	fsys fs.FS
	rand *rand.Rand
}

var _ fs.ReadDirFS = restless{}

func (r restless) Open(name string) (fs.File, error) {
	f, err := r.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	return &restlessFile{f, 100 + len(name)}, nil
}

// ReadDir lists a folder in no order, though fs.ReadDirFS promises one.
func (r restless) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(r.fsys, name)
	r.rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// restlessFile is a file of a restless file system.
type restlessFile struct {
	fs.File
	pieces int // how many bytes it gives at a time
}

func (f *restlessFile) Read(p []byte) (int, error) {
	runtime.Gosched()
	return f.File.Read(p[:min(len(p), f.pieces)])
}

// once is a run: the hash of every file, of the zip, and the findings.
type once struct {
	files    map[string][sha256.Size]byte
	zip      [sha256.Size]byte
	findings []string
}

// runOnce builds a package, writes it as a zip and takes what came out together.
func runOnce(t *testing.T, pkg fs.FS, today schema.Date) once {
	t.Helper()
	r, err := Run(Options{Package: pkg, Program: program(), Today: today})
	if err != nil {
		t.Fatal(err)
	}
	o := once{files: map[string][sha256.Size]byte{}, findings: findingLines(r.Findings)}
	if r.Site == nil {
		return o
	}
	for name, text := range readFiles(t, r.Site) {
		o.files[name] = sha256.Sum256(text)
	}
	file := filepath.Join(t.TempDir(), "training.zip")
	if _, err := (output.Machine{}).WriteZip(r.Site, output.ZipTarget{File: file}); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	o.zip = sha256.Sum256(raw)
	return o
}

func findingLines(findings []diag.Finding) []string {
	var lines []string
	for _, f := range findings {
		p, _ := f.Position()
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s: %s (%s) [%s]", f.Path, p.Line, p.Column, f.Severity, f.Message, f.Hint, f.Rule))
	}
	return lines
}

// differs says how one run differs from another, or "".
func (o once) differs(other once) string {
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		if o.files[name] != other.files[name] {
			return name + " has other bytes"
		}
	}
	switch {
	case len(o.files) != len(other.files):
		return fmt.Sprintf("there are %d files and %d", len(o.files), len(other.files))
	case o.zip != other.zip:
		return "the zips have other bytes"
	}
	return ""
}

// onCores runs something with a number of cores.
func onCores(t *testing.T, n int, run func() once) once {
	t.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(n))
	return run()
}

// later returns the same files with other times and modes.
func later(pkg fstest.MapFS) fstest.MapFS {
	out := fstest.MapFS{}
	for name, f := range pkg {
		out[name] = &fstest.MapFile{Data: f.Data, Mode: 0o600, ModTime: time.Date(1999, 12, 31, 23, 59, len(out)%60, 0, time.UTC)}
	}
	return out
}

// TestSameBytes builds one package in many ways: the files and the zip are the
// same to the byte.
func TestSameBytes(t *testing.T) {
	pkg := syntheticPackage(3, 40)
	shaken := restless{pkg, rand.New(rand.NewPCG(1, 1))}
	early, late := schema.Date{Year: 1980, Month: 1, Day: 1}, schema.Date{Year: 2080, Month: 1, Day: 1}
	first := onCores(t, 1, func() once { return runOnce(t, pkg, today) })
	if len(first.files) == 0 || first.zip == (once{}).zip {
		t.Fatal("nothing was built:", first.findings)
	}
	for name, run := range map[string]func() once{
		"again":        func() once { return runOnce(t, pkg, today) },
		"on 8 cores":   func() once { return onCores(t, 8, func() once { return runOnce(t, pkg, today) }) },
		"in disorder":  func() once { return onCores(t, 8, func() once { return runOnce(t, shaken, today) }) },
		"other times":  func() once { return runOnce(t, later(pkg), today) },
		"without date": func() once { return runOnce(t, pkg, schema.Date{}) },
		"long ago":     func() once { return runOnce(t, pkg, early) },
		"long after":   func() once { return runOnce(t, pkg, late) },
	} {
		if why := first.differs(run()); why != "" {
			t.Errorf("%s: %s", name, why)
		}
	}
}

// TestTodayChangesFindings shows that the day matters, and to findings only.
func TestTodayChangesFindings(t *testing.T) {
	pkg := syntheticPackage(3, 10)
	early := runOnce(t, pkg, schema.Date{})
	late := runOnce(t, pkg, schema.Date{Year: 2080, Month: 1, Day: 1})
	if len(early.findings) != 0 || len(late.findings) < 10 {
		t.Errorf("%d findings without a day, %d late", len(early.findings), len(late.findings))
	}
	if why := early.differs(late); why != "" {
		t.Error(why)
	}
}

// TestSameFindings builds a package with mistakes of many stages: the findings
// come in the same order with the same words.
func TestSameFindings(t *testing.T) {
	pkg := syntheticPackage(4, 12)
	for i, name := range slices.Sorted(maps.Keys(pkg)) {
		mistake := [...]string{"\n[dead](nowhere.md)\n", "\n<b>\n", "\n::: nowt\n", "\n![](step-2.png)\n", "\n## \n"}[i%5]
		if filepath.Ext(name) == ".md" {
			pkg[name] = &fstest.MapFile{Data: append(bytes.Clone(pkg[name].Data), mistake...)}
		}
	}
	first := onCores(t, 1, func() once { return runOnce(t, pkg, today) })
	if len(first.findings) < 50 || len(first.files) > 0 {
		t.Fatalf("%d findings and %d files", len(first.findings), len(first.files))
	}
	for range 3 {
		shaken := restless{later(pkg), rand.New(rand.NewPCG(2, 2))}
		again := onCores(t, 8, func() once { return runOnce(t, shaken, today) })
		if !slices.Equal(first.findings, again.findings) {
			t.Errorf("the findings differ:\n%q\n%q", first.findings, again.findings)
		}
	}
}

// TestWriteTwice asks each file for its bytes twice, as serve does.
func TestWriteTwice(t *testing.T) {
	r, err := Run(Options{Package: syntheticPackage(5, 10), Program: program(), Today: today})
	if err != nil || r.Site == nil {
		t.Fatal(err, r)
	}
	first, second := readFiles(t, r.Site), readFiles(t, r.Site)
	for name, text := range first {
		if !bytes.Equal(text, second[name]) {
			t.Errorf("%s is different the second time", name)
		}
	}
	if f, ok := r.Site.File("index.html"); !ok || f.Write(io.Discard) != nil {
		t.Error("index.html cannot be written")
	}
}

// TestDiffers shows that a difference would be seen, and that a restless file
// system is what it says.
func TestDiffers(t *testing.T) {
	run := func(names string, zip byte) once {
		o := once{files: map[string][sha256.Size]byte{}, zip: [sha256.Size]byte{zip}}
		for i, c := range names {
			o.files[string(rune('a'+i))] = [sha256.Size]byte{byte(c)}
		}
		return o
	}
	for _, other := range []once{run("13", 1), run("1", 1), run("123", 1), run("12", 2)} {
		if run("12", 1).differs(other) == "" {
			t.Errorf("%v is taken for the same", other)
		}
	}
	if why := run("12", 1).differs(run("12", 1)); why != "" {
		t.Error(why)
	}
	shaken := restless{syntheticPackage(1, 40), rand.New(rand.NewPCG(1, 1))}
	first, err := fs.ReadDir(shaken, "content/lessons")
	second, _ := fs.ReadDir(shaken, "content/lessons")
	if err != nil || slices.EqualFunc(first, second, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }) {
		t.Error("the folder is listed in the same order twice", err)
	}
	f, err := shaken.Open("content/index.md")
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := f.Read(make([]byte, 1000)); n == 0 || n > 200 {
		t.Errorf("%d bytes at a time", n)
	}
}
