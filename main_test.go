package main

import (
	"flag"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

// TestMain makes the test binary the command itself when a script runs it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"commonground": main, limitedName: limited})
}

// TestScripts runs testdata/script/*.txtar, each named for the one behaviour or
// the one mistake of a user that it holds. The commands they have besides those
// of testscript are in script_test.go.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Files:               scripts(t),
		Cmds:                scriptCommands(),
		Setup:               setUpScript,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// scripts lists the scripts: with -short, which goes with the race detector and makes
// every process slow, every fifth.
func scripts(t *testing.T) []string {
	all, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(all) < 100 {
		t.Fatalf("found %d scripts: %v", len(all), err)
	}
	if !testing.Short() {
		return all
	}
	var some []string
	for n := 0; n < len(all); n += 5 {
		some = append(some, all[n])
	}
	return some
}

// setUpScript makes what a script prints the same on every computer and day.
func setUpScript(e *testscript.Env) error {
	e.Setenv("NO_COLOR", "1")
	e.Setenv("today", "--today=2026-11-22")
	for _, name := range []string{"XDG_CACHE_HOME", "LocalAppData"} { // where a preview leaves its note
		e.Setenv(name, filepath.Join(e.WorkDir, ".cache"))
	}
	return nil
}
