package output

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func writeZip(t testing.TB, file string, pairs ...string) Stats {
	t.Helper()
	stats, err := WriteZip(siteOf(t, pairs...), ZipTarget{File: file})
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func TestWriteZip(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "out", "training.zip")
	stats := writeZip(t, file, "b.html", "bb", "a/\u00e9.html", "e", "a/x.png", strings.Repeat("x", 1000))
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var got []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f.Name, string(body))
		if f.Method != zip.Deflate || !f.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) || !f.Mode().IsRegular() {
			t.Errorf("%s: method %d, time %v, mode %v", f.Name, f.Method, f.Modified, f.Mode())
		}
	}
	want := []string{"a/x.png", strings.Repeat("x", 1000), "a/\u00e9.html", "e", "b.html", "bb"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("zip holds %q", got)
	}
	info, err := os.Stat(file)
	if err != nil || stats.Files != 3 || stats.Changed != 3 || stats.Bytes != info.Size() {
		t.Errorf("stats %+v, size %d, %v", stats, info.Size(), err)
	}
	if left := tree(t, dir); len(left) != 2 {
		t.Errorf("left %q", left)
	}
}

func TestZipAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.zip")
	writeZip(t, file, "a.html", "a")
	first, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(file, long, long); err != nil {
		t.Fatal(err)
	}
	if stats := writeZip(t, file, "a.html", "a"); stats.Changed != 0 || stats.Bytes != int64(len(first)) {
		t.Errorf("stats %+v", stats)
	}
	if info, err := os.Stat(file); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("touched: %v", err)
	}
	writeZip(t, file, "a.html", "b")
	writeZip(t, file, "a.html", "a")
	if again, err := os.ReadFile(file); !bytes.Equal(again, first) {
		t.Errorf("other bytes for the same site (%v)", err)
	}
	if left := tree(t, filepath.Dir(file)); len(left) != 1 {
		t.Errorf("left %q", left)
	}
}

func TestZipConflicts(t *testing.T) {
	var foreign bytes.Buffer
	z := zip.NewWriter(&foreign)
	if _, err := z.Create("a"); err != nil {
		t.Fatal(err)
	}
	z.Close()
	dir := t.TempDir()
	writeZip(t, filepath.Join(dir, "ours.zip"), "a.html", "a")
	lay(t, dir, "foreign.zip", foreign.String(), "text.zip", "mine", "empty.zip", "")
	ours, err := os.ReadFile(filepath.Join(dir, "ours.zip"))
	if err != nil {
		t.Fatal(err)
	}
	lay(t, dir, "half.zip", string(ours[:len(ours)/2]))
	link(t, "ours.zip", filepath.Join(dir, "link.zip"))
	link(t, "nowhere.zip", filepath.Join(dir, "dangling.zip"))
	before := tree(t, dir)
	for name, want := range map[string]string{
		"foreign.zip": notOurs, "text.zip": notOurs, "empty.zip": notOurs, "half.zip": notOurs,
		"link.zip": "is a link where a file is needed", "dangling.zip": "is a link where a file is needed",
	} {
		_, err := WriteZip(siteOf(t, "a.html", "b"), ZipTarget{File: filepath.Join(dir, name)})
		wantConflicts(t, err, name+" "+want)
	}
	sameTree(t, tree(t, dir), before)
}

func TestZipEditedMeanwhile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.zip")
	site, err := NewSite([]File{{Path: "a.html", Write: func(io.Writer) error {
		return os.WriteFile(file, []byte("mine"), 0o666)
	}}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = WriteZip(site, ZipTarget{File: file})
	wantConflicts(t, err, "a.zip was changed in the meantime")
	wantTree(t, filepath.Dir(file), "a.zip", "mine")
}

func TestZipBusy(t *testing.T) {
	dir := t.TempDir()
	site, err := NewSite([]File{{Path: "a.html", Write: func(io.Writer) error {
		_, err := WriteZip(new(Site), ZipTarget{File: filepath.Join(dir, "b.zip")})
		return err
	}}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = WriteZip(site, ZipTarget{File: filepath.Join(dir, "a.zip")})
	if _, ok := errors.AsType[*BusyError](err); !ok {
		t.Errorf("error %v, want busy", err)
	}
	wantTree(t, dir)
}

// fullWriter is a disk with room for so many bytes.
type fullWriter struct{ room int }

func (w *fullWriter) Write(b []byte) (int, error) {
	n := min(len(b), w.room)
	w.room -= n
	if n < len(b) {
		return n, errCrash
	}
	return n, nil
}

func TestPackOnFullDisk(t *testing.T) {
	var pairs []string
	for i := range 80 {
		pairs = append(pairs, strings.Repeat("a", i+1), strings.Repeat("x", i))
	}
	site := siteOf(t, pairs...)
	var whole bytes.Buffer
	if err := pack(&whole, site); err != nil {
		t.Fatal(err)
	}
	for room := 0; room < whole.Len(); room += 607 {
		if err := pack(&fullWriter{room}, site); !errors.Is(err, errCrash) {
			t.Fatalf("room for %d bytes: error %v", room, err)
		}
	}
}
