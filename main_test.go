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
		Dir:                 filepath.Join("testdata", "script"),
		Cmds:                scriptCommands(),
		Setup:               setUpScript,
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
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
