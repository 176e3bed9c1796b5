//go:build !race

package main

import "testing"

// TestLimitBites shows that a case which asks for more memory than it may is
// seen: by what it used, and long before it has taken much, by the system.
func TestLimitBites(t *testing.T) {
	dir := workFolder(t)
	writeFiles(t, dir, smallest(nil))
	if r := runIn(t, dir, defaultMemory, buildArgs); r.code != 0 || r.peak < 5 || r.peak > defaultMemory {
		t.Errorf("exit code %d, %d MiB\n%s", r.code, r.peak, r.said)
	}
	if r := runIn(t, dir, 1-slack, buildArgs); r.code == 0 {
		t.Error("a build with 1 MiB of memory ended well")
	}
}
