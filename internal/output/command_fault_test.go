package output_test

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"commonground/internal/output"
	"commonground/internal/soak"
)

// commands are the commands that write. Each is run as main runs it, in a folder
// with a package and files of others.
var commands = []struct {
	name string
	prep func(t *testing.T, dir, pkg string)
	args string // with PKG for the folder of the package and DIR for that around it
	step int    // every which pair is tried but for a soak, for a build takes a while
}{
	{"build into a new folder", changedPages, "build -C PKG -o DIR/out/public", 64},
	{"build into a folder that exists", func(t *testing.T, dir, pkg string) {
		layOldPages(t, pkg)
		run(t, "build", "-C", pkg)
		lay(t, pkg, "public/CNAME", "mine", "public/.git/HEAD", "mine", "public/handouts/goes.html", "mine")
		layNewPages(t, pkg)
	}, "build -C PKG", 64},
	{"build a new zip", changedPages, "build -C PKG -o DIR/out/training.zip", 24},
	{"build a zip that exists", func(t *testing.T, dir, pkg string) {
		layOldPages(t, pkg)
		run(t, "build", "-C", pkg, "-o", filepath.Join(dir, "training.zip"))
		layNewPages(t, pkg)
	}, "build -C PKG -o DIR/training.zip", 24},
	{"init in a new folder", nil, "init DIR/new/package", 16},
	{"init in a folder that exists", func(t *testing.T, dir, pkg string) { lay(t, dir, "mine/.git/HEAD", "mine") }, "init DIR/mine", 16},
	{"new", nil, "new term Scanner -C PKG", 1},
	{"check --fix", layMistakes, "check --fix -C PKG", 8},
	{"check --report, new", nil, "check --report PKG/report.html -C PKG", 8},
	{"check --report, old", func(t *testing.T, dir, pkg string) {
		run(t, "check", "--report", filepath.Join(pkg, "report.html"), "-C", pkg)
		changedPages(t, dir, pkg)
	}, "check --report PKG/report.html -C PKG", 8},
}

func changedPages(t *testing.T, _, pkg string) {
	layOldPages(t, pkg)
	layNewPages(t, pkg)
}

// layMistakes lays pages with what can only be mended in one way.
func layMistakes(t *testing.T, _, pkg string) {
	for _, name := range []string{"content/about.md", "content/more.md"} {
		lay(t, pkg, name, "---\ntitle: "+name+"\n---\n\n[Larger text](lessons/Make-Text-Larger.md)\n")
	}
}

// Each command that writes is broken off at each of its operations. It ends with 3
// and names the cause, and the same command, run again, ends with what it would have
// made at once.
func TestEveryOperationOfCommandsFails(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // so that the Nth operation is the same each time
	all := 0
	for _, test := range commands {
		t.Run(test.name, func(t *testing.T) {
			prep := func(t *testing.T) (dir string, args []string) {
				dir = soak.Folder(t)
				pkg := newPackage(t, dir)
				lay(t, dir, "notes.txt", "mine", "pkg/content/ideas.txt~", "mine")
				if test.prep != nil {
					test.prep(t, dir, pkg)
				}
				return dir, strings.Fields(strings.NewReplacer("PKG", pkg, "DIR", dir).Replace(test.args))
			}
			dir, args := prep(t)
			was, whole := output.Tree(t, dir), &output.Faulty{}
			if code, said := command(whole.On(output.Machine{}), args...); code != 0 {
				t.Fatalf("it ended with %d: %s", code, said)
			}
			want := output.Tree(t, dir)
			pair, tried, step := 0, 0, test.step
			if testing.Short() {
				step *= 4
			}
			output.HitAll(t, whole.Seen(), output.AllFaults(), func(f *output.Faulty) {
				if pair++; pair%step != 0 && !soak.Asked() {
					return
				}
				tried++
				dir, args := prep(t)
				code, said := command(f.On(output.Machine{}), args...)
				if code != 3 || !f.Crash && !strings.Contains(said, fmt.Sprint(f.Err)) {
					t.Errorf("it ended with %d and said %q", code, said)
				}
				output.CheckBrokenOff(t, output.Tree(t, dir), was, want, f.CanLeave(f.Hit()))
				output.CheckMends(t, dir, want, func() error { return again(args) })
			})
			t.Logf("%d operations, %d pairs of one and a fault, %d of them tried", len(whole.Seen()), pair, tried)
			all += tried
		})
	}
	if least := 130; all < least && !testing.Short() {
		t.Errorf("only %d pairs were tried, and there are to be %d", all, least)
	}
}

// again runs a command again that broke off, when its process is gone. If it had made
// a page or a package to its end, it refuses to make it twice; then the lock goes
// with the next command that writes there.
func again(args []string) error {
	code, said := command(output.AfterCrash(), args...)
	if code == 2 && (args[0] == "new" || args[0] == "init") {
		code, said = command(output.AfterCrash(), "check", "--fix", "-C", args[len(args)-1])
	}
	if code != 0 {
		return fmt.Errorf("it ended with %d: %s", code, said)
	}
	return nil
}
