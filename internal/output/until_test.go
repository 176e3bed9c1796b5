package output

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"runtime"
	"testing"

	"commonground/internal/soak"
)

// A site that is no longer wanted is written to its end or not at all, whichever
// file it is at, and no file of ours is left.
func TestUntil(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // so that files are made one after the other
	for _, out := range []string{"new", "old", "new.zip", "old.zip"} {
		stopped, done := 0, 0
		for at := 1; done == 0; at++ {
			dir := soak.Folder(t)
			write := func(pairs ...string) error { return writeUntil(t, 0, dir, out, pairs...) }
			if out[:3] == "old" {
				must(t, write("a.html", "1", "b.css", "1", "gone/c.html", "1"))
			}
			before := tree(t, dir)
			err := writeUntil(t, at, dir, out, "a.html", "2", "b.css", "2", "d/e.html", "2", "f.html", "2")
			got := tree(t, dir)
			switch {
			case err == nil:
				done++
			case !errors.Is(err, context.Canceled):
				t.Fatal(err)
			default:
				stopped++
				delete(before, "old/"+manifestName) // which may say what was about to be written
				delete(got, "old/"+manifestName)
				sameTree(t, got, before)
			}
			must(t, write("a.html", "3"))
		}
		want := map[string]int{"new": 4, "old": 8, "new.zip": 4, "old.zip": 4} // into a folder that exists each is made twice
		if stopped != want[out]-1 {                                            // the last was on its way already
			t.Errorf("%s: stopped at %d files, want %d", out, stopped, want[out]-1)
		}
	}
}

// writeUntil writes a site until its nth file is made, counted from 1, or to its end.
func writeUntil(t *testing.T, at int, dir, out string, pairs ...string) error {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	made := 0
	var files []File
	for _, f := range siteOf(t, pairs...).files {
		files = append(files, File{Path: f.Path, Write: func(w io.Writer) error {
			if made++; made == at {
				stop()
			}
			return f.Write(w)
		}})
	}
	site, err := NewSite(files)
	must(t, err)
	target := filepath.Join(dir, out)
	if filepath.Ext(out) == ".zip" {
		_, err = WriteZip(site.Until(ctx), ZipTarget{File: target})
	} else {
		_, err = WriteDir(site.Until(ctx), Target{Dir: target})
	}
	return err
}
