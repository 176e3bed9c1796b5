//go:build unix && !race

package main

import (
	"math/rand/v2"
	"syscall"
	"testing"
	"time"

	"commonground/internal/soak"
)

// Builds are asked to stop at random moments, as by Ctrl-C or by a system that shuts
// down. Whenever that is, all is written or all is as it was, with no file of ours
// left, and a build that heeds it says so.
func TestInterrupted(t *testing.T) {
	times := 6
	if soak.Asked() {
		times = 100
	}
	for seed, v := range victims[:3] {
		t.Run(v.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(uint64(seed), 2))
			dir := soak.Folder(t)
			longest := v.whole(t, dir, 0)
			ends := map[int]int{}
			for round := 1; round <= times; round++ {
				ends[v.interrupt(t, dir, round, time.Duration(random.Int64N(int64(longest))))]++
				if t.Failed() {
					t.Fatalf("round %d", round)
				}
				v.again(t, dir)
			}
			t.Logf("how they ended: %v", ends)
		})
	}
}

// interrupt runs the command, asks it to stop, and returns its exit code: 130 if it
// heeded that, 0 if it was done, and -1 if the system ended it before it had begun or
// after it was done.
func (v victim) interrupt(t *testing.T, dir string, round int, after time.Duration) int {
	t.Helper()
	v.prep(t, dir, round)
	was := settled(t, dir)
	p := start(t, v.words(dir)...)
	time.Sleep(after)
	need(t, p.Process.Signal([]syscall.Signal{syscall.SIGINT, syscall.SIGTERM}[round%2]))
	code := p.end(t)
	got := settled(t, dir)
	difference := sameAs(got, was)
	said := p.said.String()
	switch {
	case code == 130 && (difference != "" || said != "commonground: stopped; nothing was written\n"):
		t.Errorf("it was stopped, but %s; it said %q", difference, said)
	case code == 0 && difference == "" || code > 0 && code != 130:
		t.Errorf("it ended with %d, and wrote nothing: %s", code, said)
	case difference != "":
		v.whole(t, dir, round)
		if difference := sameAs(got, settled(t, dir)); difference != "" {
			t.Errorf("it ended with %d, and half of it was written: %s", code, difference)
		}
	}
	return code
}

// settled returns the files of a folder but the list in a site, which may say what
// was about to be written.
func settled(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := filesOf(t, dir)
	delete(files, "public/"+manifest)
	return files
}
