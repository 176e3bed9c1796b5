package cli

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/output"
)

// TestProgress draws nothing for a second, then how far the work is, and leaves the
// line as it was.
func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var to screen
		p := progressOn(&to, "reading")
		p.all.Store(200)
		p.done.Store(50)
		time.Sleep(unseen - time.Millisecond)
		synctest.Wait()
		if said := to.String(); said != "" {
			t.Errorf("it says %q at once", said)
		}
		time.Sleep(2 * redrawn)
		synctest.Wait()
		if said := to.String(); !strings.Contains(said, "reading  25% [=") || !strings.Contains(said, "(50/200)") || strings.Contains(said, "\n") || strings.Contains(said, "\x1b[3") {
			t.Errorf("it says %q", said)
		}
		p.done.Store(300) // a file may be asked for its bytes more than once
		time.Sleep(2 * redrawn)
		p.end()
		if lines := strings.Split(to.String(), "\r"); strings.TrimSpace(lines[len(lines)-1]) != "" {
			t.Errorf("it leaves %q", lines[len(lines)-1])
		}
	})
}

// screen is what a terminal was told, for two goroutines.
type screen struct {
	mu   sync.Mutex
	said strings.Builder
}

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.Write(b)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.String()
}

// TestProgressOfShortWork shows that what is over at once draws nothing.
func TestProgressOfShortWork(t *testing.T) {
	var to bytes.Buffer
	progressOn(&to, "reading").end()
	if to.Len() > 0 {
		t.Errorf("%q", to.String())
	}
}

// TestProgressCounts reads a package and writes a site.
func TestProgressCounts(t *testing.T) {
	p := new(progress)
	pkg := p.reading(fstest.MapFS{"a/one.md": {}, "a/two.md": {}, "a/three.png": {}})
	if err := fs.WalkDir(pkg, ".", func(name string, d fs.DirEntry, err error) error {
		if d.IsDir() || strings.Contains(name, "two") {
			return err
		}
		_, err = fs.ReadFile(pkg, name)
		return err
	}); err != nil || p.all.Load() != 2 || p.done.Load() != 1 {
		t.Errorf("%d of %d, %v", p.done.Load(), p.all.Load(), err)
	}
	site, err := output.NewSite([]output.File{{Path: "index.html", Type: "text/html", Write: func(w io.Writer) error {
		_, err := io.WriteString(w, "a")
		return err
	}}})
	if err != nil {
		t.Fatal(err)
	}
	p = new(progress)
	if site, err = p.writing(site); err != nil || p.all.Load() != 1 || p.done.Load() != 0 {
		t.Fatalf("%d of %d, %v", p.done.Load(), p.all.Load(), err)
	}
	var page bytes.Buffer
	if err := site.Files()[0].Write(&page); err != nil || page.String() != "a" || p.done.Load() != 1 {
		t.Errorf("%q, %d, %v", page.String(), p.done.Load(), err)
	}
}

// TestProgressFollowsNoLink holds that a package is the same whether progress is
// shown or not: a folder that is a link is refused.
func TestProgressFollowsNoLink(t *testing.T) {
	dir := folderToServe(t) // which has no themes
	if err := os.Symlink("content", filepath.Join(dir, "themes")); err != nil {
		t.Skip("a disk here cannot hold a link:", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	pkg := new(progress).reading(root.FS())
	if to, err := fs.ReadLink(pkg, "themes"); to != "content" {
		t.Errorf("themes leads to %q, %v", to, err)
	}
	r, err := build.Run(build.Options{Package: pkg, Program: shippedProgram(t)})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(r.Findings, func(f diag.Finding) bool { return f.Path == "themes" && f.Rule == "file-special" }) {
		t.Error("the link is followed")
	}
}

// TestNoProgress is silent where nobody sees it.
func TestNoProgress(t *testing.T) {
	if showProgress(new(bytes.Buffer), false, "reading") != nil {
		t.Error("a pipe is told")
	}
	var none *progress
	pkg := fstest.MapFS{}
	if _, same := none.reading(pkg).(fstest.MapFS); !same {
		t.Error("reading is counted for nobody")
	}
	none.end()
}
