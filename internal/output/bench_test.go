package output

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"commonground/internal/soak"
)

// BenchmarkWriteDir writes 10,000 pages of 12 KB: to a new folder, and again where
// nothing, and where everything, has changed.
func BenchmarkWriteDir(b *testing.B) {
	site := func(body byte) *Site {
		page := make([]byte, 12_000)
		for i := range page {
			page[i] = body
		}
		files := make([]File, 10_000)
		for i := range files {
			files[i] = File{Path: fmt.Sprintf("lessons/%05d.html", i), Write: func(w io.Writer) error {
				_, err := w.Write(page)
				return err
			}}
		}
		s, err := NewSite(files)
		if err != nil {
			b.Fatal(err)
		}
		return s
	}
	one, two := site('1'), site('2')
	run := func(b *testing.B, s *Site, dir string) {
		if _, err := WriteDir(s, Target{Dir: dir}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("new", func(b *testing.B) {
		parent := soak.Folder(b)
		for b.Loop() {
			run(b, one, filepath.Join(parent, "public"))
			b.StopTimer()
			os.RemoveAll(filepath.Join(parent, "public"))
			b.StartTimer()
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		dir := filepath.Join(soak.Folder(b), "public")
		run(b, one, dir)
		for b.Loop() {
			run(b, one, dir)
		}
	})
	b.Run("changed", func(b *testing.B) {
		dir := filepath.Join(soak.Folder(b), "public")
		run(b, one, dir)
		for i := 0; b.Loop(); i++ {
			run(b, []*Site{two, one}[i%2], dir)
		}
	})
}
