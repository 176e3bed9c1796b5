package render

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/output"
)

var update = flag.Bool("update", false, "write the expected pages of testdata/golden anew")

// TestGolden renders the small packages of testdata/golden with the bare
// layouts. An archive holds the files of a package; "files", the list of all
// that comes out of it; and below want/ the pages that are compared in full. To
// have another page compared, add its name and run the test with -update.
func TestGolden(t *testing.T) {
	names, _ := filepath.Glob("testdata/golden/*.txtar")
	if len(names) == 0 {
		t.Fatal("no archives")
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { checkGolden(t, name) })
	}
}

func checkGolden(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "files" && !strings.HasPrefix(f.Name, "want/") {
			fsys[f.Name] = &fstest.MapFile{Data: content(t, f)}
		}
	}
	site := render(t, fsys)
	list := ""
	for _, f := range site.Files() {
		list += f.Path + "\n"
	}
	for i := range archive.Files {
		f := &archive.Files[i]
		got := list
		if page, ok := strings.CutPrefix(f.Name, "want/"); ok {
			got = text(t, site, page)
		} else if f.Name != "files" {
			continue
		}
		if *update {
			f.Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("%s: %s is not as expected: %s", name, f.Name, firstDifference(got, string(f.Data)))
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// content makes what a text archive cannot hold: a picture from its size (3x2),
// any other file from its number of bytes.
func content(t testing.TB, f txtar.File) []byte {
	t.Helper()
	text := strings.TrimSpace(string(f.Data))
	switch strings.ToLower(filepath.Ext(f.Name)) {
	case ".png":
		width, height, _ := strings.Cut(text, "x")
		w, _ := strconv.Atoi(width)
		h, _ := strconv.Atoi(height)
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	case ".pdf", ".mp4", ".vtt":
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		data := make([]byte, n)
		copy(data, map[string]string{".pdf": "%PDF", ".mp4": "\x00\x00\x00\x18ftyp", ".vtt": "WEBVTT"}[strings.ToLower(filepath.Ext(f.Name))])
		return data
	}
	return f.Data
}

// render makes a site of a package that must have no mistakes.
func render(t testing.TB, fsys fs.FS) *output.Site {
	t.Helper()
	in, findings := prepare(t, fsys)
	for _, f := range findings {
		if f.Severity == diag.Error {
			t.Errorf("%s: %s [%s]", f.Path, f.Message, f.Rule)
		}
	}
	in.Layouts = bareLayouts(t)
	files, findings, err := Pages(in)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	site, err := output.NewSite(files)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// prepare loads and links a package, with no layouts yet and an empty look.
func prepare(t testing.TB, fsys fs.FS) (Input, []diag.Finding) {
	t.Helper()
	r, err := load.Package(load.Options{Package: fsys})
	if err != nil {
		t.Fatal(err)
	}
	graph, findings := link.Resolve(r.Package)
	return Input{Package: r.Package, Graph: graph, Files: fsys, Static: fstest.MapFS{}}, append(r.Findings, findings...)
}

// text returns the bytes of one file of a site.
func text(t testing.TB, site *output.Site, path string) string {
	t.Helper()
	f, ok := site.File(path)
	if !ok {
		t.Fatalf("no file %s in the site", path)
	}
	var b strings.Builder
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return "the end is missing from line " + strconv.Itoa(i+1) + ": " + b[i]
		case i >= len(b):
			return "there is more from line " + strconv.Itoa(i+1) + ": " + a[i]
		case a[i] != b[i]:
			return "line " + strconv.Itoa(i+1) + "\n got " + a[i] + "\nwant " + b[i]
		}
	}
	return "no line differs"
}
