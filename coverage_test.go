package main

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// leastCovered is the share of all statements that tests must run.
const leastCovered = 0.90

// whollyCovered are the packages and files of which tests must run every statement:
// what decides where is written and what is deleted, and who is answered.
var whollyCovered = []string{"internal/output", "internal/serve/guard.go"}

// statements are places of one file: how many there are, and how many of them ran.
type statements struct {
	all, ran int
	missed   []string // file:line of those that did not run
}

// TestCoverage reads the profile that COVERAGE names, which make unit has the other
// tests write, says of each package how much of it ran, and holds both floors.
func TestCoverage(t *testing.T) {
	profile := os.Getenv("COVERAGE")
	if profile == "" {
		t.Skip("make unit gives the profile")
	}
	files := readProfile(t, profile)
	packages, whole := map[string]statements{}, statements{}
	for name, s := range files {
		p := packages[path.Dir(name)]
		packages[path.Dir(name)] = statements{all: p.all + s.all, ran: p.ran + s.ran}
		whole.all, whole.ran = whole.all+s.all, whole.ran+s.ran
	}
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		t.Logf("%-22s %s", name, packages[name])
	}
	t.Logf("%-22s %s", "all", whole)
	if whole.share() < leastCovered {
		t.Errorf("tests run %s, want %.0f %%", whole, 100*leastCovered)
	}
	for _, name := range whollyCovered {
		found := false
		for file, s := range files {
			if file == name || path.Dir(file) == name {
				found = true
				for _, place := range s.missed {
					t.Errorf("no test runs %s", place)
				}
			}
		}
		if !found {
			t.Errorf("the profile says nothing of %s", name)
		}
	}
}

func (s statements) share() float64 { return float64(s.ran) / float64(max(s.all, 1)) }

func (s statements) String() string {
	return fmt.Sprintf("%5.1f %% of %d statements", 100*s.share(), s.all)
}

// readProfile reads a profile of go test, file by file. A block that is there more
// than once ran if it did in one of them.
func readProfile(t *testing.T, name string) map[string]statements {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	blocks, ran := map[string]int{}, map[string]bool{}
	for line := range strings.Lines(string(text)) {
		place, rest, _ := strings.Cut(strings.TrimPrefix(line, "commonground/"), " ")
		var count, times int
		if n, _ := fmt.Sscan(rest, &count, &times); n == 2 && count > 0 {
			blocks[place] = count
			ran[place] = ran[place] || times > 0
		}
	}
	files := map[string]statements{}
	for place, count := range blocks {
		file, at, _ := strings.Cut(place, ":")
		line, _, _ := strings.Cut(at, ".")
		s := files[file]
		s.all += count
		if ran[place] {
			s.ran += count
		} else {
			s.missed = append(s.missed, file+":"+line)
		}
		files[file] = s
	}
	return files
}
