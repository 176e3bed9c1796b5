package output

import (
	"os"
	"path/filepath"
	"testing"
)

// TestNowhere: where the folder that one stands in is gone, a name that is not whole
// leads nowhere, and nothing is written.
func TestNowhere(t *testing.T) {
	base := t.TempDir()
	whole := filepath.Join(base, "public")
	for _, target := range []Target{{Dir: "public"}, {Dir: whole, Root: "."}, {Dir: whole, Protect: []string{"content"}}} {
		gone := filepath.Join(base, "gone")
		if err := os.Mkdir(gone, 0o777); err != nil {
			t.Fatal(err)
		}
		t.Chdir(gone)
		if err := os.Remove(gone); err != nil {
			t.Skip("a folder that is in use cannot be removed here")
		}
		if _, err := WriteDir(siteOf(t, "a.html", "a"), target); err == nil {
			t.Errorf("%+v was written", target)
		}
		if left := tree(t, base); len(left) != 0 {
			t.Errorf("%+v: there is %v", target, left)
		}
	}
}
