package watch

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"
	"time"
)

// TestCloseLeavesNothing would run out of the system's watchers, of which Linux
// gives 128, and looks for files and goroutines that stay.
func TestCloseLeavesNothing(t *testing.T) {
	dir, before := t.TempDir(), 0
	for i := range 200 {
		w, err := Open(Options{Dir: dir, Folders: folders, Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan error)
		go func() {
			_, err := w.Next(t.Context())
			done <- err
		}()
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := <-done; !errors.Is(err, fs.ErrClosed) { // a note would come first
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			before = openFiles()
		}
	}
	if after := openFiles(); after > before {
		t.Errorf("%d files were open, and now %d", before, after)
	}
	for bytes.Contains(stacks(), []byte("/fsnotify.")) || bytes.Contains(stacks(), []byte("notifier")) {
		runtime.Gosched()
	}
}

// openFiles counts them where the system has a list.
func openFiles() int {
	entries, _ := os.ReadDir("/proc/self/fd")
	return len(entries)
}

func stacks() []byte {
	var b bytes.Buffer
	_ = pprof.Lookup("goroutine").WriteTo(&b, 1)
	return b.Bytes()
}
