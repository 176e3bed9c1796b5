package cli

import "testing"

// TestGarbagePercent holds that a small package leaves more garbage lying about
// than Go would by itself, and a large one less, and never nearly none.
func TestGarbagePercent(t *testing.T) {
	for files, want := range map[int]int{0: 400, 30: 400, 1_500: 400, 3_000: 218, 6_553: 100, 11_500: 60, 100_000: 60} {
		if got := garbagePercent(files); got != want {
			t.Errorf("%d files: %d %%, want %d %%", files, got, want)
		}
	}
}
