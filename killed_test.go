//go:build !race

package main

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"commonground/internal/soak"
)

// victim is a command that is killed while it runs. Each round begins with what the
// one before has left.
type victim struct {
	name string
	args string // with DIR for the folder of the test
	prep func(t *testing.T, dir string, round int)
	done func(t *testing.T, dir string) // a command that ends what it began, if it is not the same again
}

var victims = []victim{
	{name: "build into a new folder", args: "build -q -C DIR/pkg -o DIR/out/public", prep: func(t *testing.T, dir string, round int) {
		need(t, os.RemoveAll(filepath.Join(dir, "out")))
		layPackage(t, filepath.Join(dir, "pkg"), version(round))
	}},
	{name: "build into a folder that exists", args: "build -q -C DIR/pkg -o DIR/public", prep: func(t *testing.T, dir string, round int) {
		need(t, os.MkdirAll(filepath.Join(dir, "public", "lessons"), 0o777))
		need(t, os.WriteFile(filepath.Join(dir, "public", "lessons", "CNAME"), []byte("mine"), 0o666))
		layPackage(t, filepath.Join(dir, "pkg"), version(round))
	}},
	{name: "build a zip", args: "build -q -C DIR/pkg -o DIR/training.zip", prep: func(t *testing.T, dir string, round int) {
		layPackage(t, filepath.Join(dir, "pkg"), version(round))
	}},
	{name: "check --fix", args: "check --fix -C DIR/pkg", prep: func(t *testing.T, dir string, round int) {
		layPackage(t, filepath.Join(dir, "pkg"), version(round))
		layWrongCapitals(t, filepath.Join(dir, "pkg"))
	}},
	{name: "init", args: "init DIR/new", prep: func(t *testing.T, dir string, _ int) { need(t, os.RemoveAll(filepath.Join(dir, "new"))) }, done: clearLock},
	{name: "init in a folder that exists", args: "init DIR/new", prep: func(t *testing.T, dir string, _ int) {
		need(t, os.RemoveAll(filepath.Join(dir, "new")))
		need(t, os.MkdirAll(filepath.Join(dir, "new", ".git"), 0o777))
	}, done: clearLock},
}

// places are the folders that the victims lock.
var places = []string{"out/public", "out", "public", "pkg", "new", "."}

func version(round int) string { return string(rune('a' + round%2)) }

// layWrongCapitals adds to each lesson what check --fix mends.
func layWrongCapitals(t *testing.T, pkg string) {
	t.Helper()
	lessons, err := filepath.Glob(filepath.Join(pkg, "content", "lessons", "lesson-*.md"))
	need(t, err)
	for _, name := range lessons {
		text, err := os.ReadFile(name)
		need(t, err)
		need(t, os.WriteFile(name, append(text, "\n[Plain](Plain.md)\n"...), 0o666))
	}
}

// clearLock ends an init that had made everything and was killed before it took its
// lock away: to make the package twice is refused, and the next command clears it.
func clearLock(t *testing.T, dir string) {
	mustRun(t, "check", "--fix", "-C", filepath.Join(dir, "new"))
}

// Processes are killed at random moments, half of them soon after they have begun to
// write. Whenever that is, each file is wholly old
// or wholly new, nothing of anybody else's has changed, and the same command, run
// again, ends as if nothing had happened.
func TestKilled(t *testing.T) {
	kills := 3
	if soak.Asked() {
		kills = 60
	}
	for seed, v := range victims {
		t.Run(v.name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(uint64(seed), 1))
			dir := soak.Folder(t)
			need(t, os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o666))
			longest := v.whole(t, dir, 0)
			killed, midway := 0, 0
			for round := 1; killed < kills; round++ {
				hit, left := v.round(t, dir, round, func() {
					if round%2 == 0 {
						time.Sleep(time.Duration(random.Int64N(int64(longest))))
						return
					}
					awaitMark(dir, 2*longest)
					time.Sleep(time.Duration(random.Int64N(int64(3 * time.Millisecond))))
				})
				killed += hit
				midway += left
			}
			t.Logf("%d kills, %d of them while it was writing", killed, midway)
		})
	}
}

// whole runs the command to its end, and returns how long that takes.
func (v victim) whole(t *testing.T, dir string, round int) time.Duration {
	v.prep(t, dir, round)
	begun := time.Now()
	mustRun(t, v.words(dir)...)
	return time.Since(begun)
}

func (v victim) words(dir string) []string {
	return strings.Fields(strings.ReplaceAll(v.args, "DIR", dir))
}

// awaitMark waits until something is being written, but not for ever.
func awaitMark(dir string, most time.Duration) {
	for end := time.Now().Add(most); time.Now().Before(end); {
		for _, place := range places {
			if marks, _ := filepath.Glob(filepath.Join(dir, place, ".commonground[-.]*[kp]")); len(marks) > 0 {
				return // a lock, or a temporary file or folder
			}
		}
	}
}

// round kills one process at a moment, and returns 1 for each of: it had not ended by itself, and
// it left what it was writing.
func (v victim) round(t *testing.T, dir string, round int, moment func()) (hit, left int) {
	v.prep(t, dir, round)
	was := filesOf(t, dir)
	twin := soak.Folder(t) // where nothing goes wrong
	need(t, os.CopyFS(twin, os.DirFS(dir)))
	mustRun(t, v.words(twin)...)
	want := filesOf(t, twin)
	p := start(t, v.words(dir)...)
	moment()
	if p.Process.Kill() == nil && p.end(t) != 0 {
		hit = 1
	}
	got := filesOf(t, dir)
	if slices.ContainsFunc(slices.Collect(maps.Keys(got)), isMark) {
		left = 1
	}
	checkHalfDone(t, got, was, want)
	v.again(t, dir)
	if difference := sameAs(filesOf(t, dir), want); difference != "" {
		t.Errorf("after the next run %s", difference)
	}
	if t.Failed() {
		t.Fatalf("killed in round %d", round)
	}
	return hit, left
}

// again runs the command to its end.
func (v victim) again(t *testing.T, dir string) {
	for _, name := range places { // a lock that says nothing counts for ten seconds
		lock := filepath.Join(dir, name, ".commonground.lock")
		if text, err := os.ReadFile(lock); err == nil && len(text) == 0 {
			need(t, os.Chtimes(lock, longAgo, longAgo))
		}
	}
	p := start(t, v.words(dir)...)
	switch code := p.end(t); {
	case code == 2 && v.done != nil:
		v.done(t, dir)
	case code != 0:
		t.Errorf("the next run ended with %d: %s", code, &p.said)
	}
}

// checkHalfDone checks that each file is as it was or as it was to be.
func checkHalfDone(t *testing.T, got, was, want map[string]string) {
	t.Helper()
	for name, text := range got {
		stage := strings.Contains(name, ".commonground-") || isMark(name) || filepath.Base(name) == manifest
		if old, there := was[name]; !stage && (!there || old != text) && want[name] != text {
			t.Errorf("%s is neither old nor new: %.60q", name, text)
		}
	}
	for name, text := range was {
		if _, there := got[name]; !there && want[name] != "" && text != "" {
			t.Errorf("%s is gone", name)
		}
	}
}
