package output

import (
	"testing"

	"commonground/internal/soak"
)

// The disk in memory does what a real one does: the same is left by the same
// random operations, and the same ones fail.
func TestMemoryIsLikeADisk(t *testing.T) {
	m, dir := NewMemory(), soak.Folder(t)
	m.Lay("/top", "a", "")
	m.Delete("/top/a")
	real, err := openDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer real.Close()
	pretended, err := m.open("/top")
	if err != nil {
		t.Fatal(err)
	}
	random := randomOf(1)
	names := []string{"a", "b", "x", "x/a", "x/y", "x/y/a", "z"}
	for n := range 20_000 {
		op, name, to := random.IntN(6), pick(random, names), pick(random, names)
		if op == 3 && name == to {
			continue // which may or may not be an error
		}
		if info, err := real.Lstat(name); op == 3 && err == nil && info.IsDir() {
			continue // no file is renamed over, and folders only to what is not there: see publish
		}
		got, want := operate(pretended, op, name, to), operate(real, op, name, to)
		if (got == nil) != (want == nil) {
			t.Fatalf("operation %d (%d %s %s): %v, want %v", n, op, name, to, got, want)
		}
		sameTree(t, m.Tree("/top"), tree(t, dir))
		if t.Failed() {
			t.Fatalf("operation %d (%d %s %s)", n, op, name, to)
		}
	}
}

func operate(d disk, op int, name, to string) error {
	switch op {
	case 0:
		w, err := d.Create(name)
		if err == nil {
			err = fill(w, name)
		}
		return err
	case 1:
		return d.Mkdir(name)
	case 2:
		return d.Remove(name)
	case 3:
		return d.Rename(name, to)
	case 4:
		_, err := d.Lstat(name)
		return err
	}
	_, err := d.ReadDir(name)
	return err
}
