package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkSweep looks at 10,000 files of which nothing changed.
func BenchmarkSweep(b *testing.B) {
	dir := b.TempDir()
	old := time.Now().Add(-time.Hour)
	for i := range 10_000 {
		name := filepath.Join(dir, "content", fmt.Sprintf("part-%02d", i%20), fmt.Sprintf("lesson-%d.md", i))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("# A lesson\n"), 0o666); err != nil {
			b.Fatal(err)
		}
		if err := os.Chtimes(name, old, old); err != nil {
			b.Fatal(err)
		}
	}
	w, err := Open(Options{Dir: dir, Folders: []string{"content"}, Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	for b.Loop() {
		paths, err := w.look(b.Context())
		if err != nil || len(paths) > 0 {
			b.Fatal(paths, err)
		}
	}
}
