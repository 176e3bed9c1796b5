package output

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"

	"commonground/internal/soak"
)

const testMark = "<!-- made here -->"

func TestWriteReport(t *testing.T) {
	dir := t.TempDir()
	target := ReportTarget{File: filepath.Join(dir, "out", "report.html"), Mark: testMark}
	for _, text := range []string{"<!doctype html>" + testMark + "1", "<!doctype html>" + testMark + "2"} {
		if err := WriteReport([]byte(text), target); err != nil {
			t.Fatal(err)
		}
		wantTree(t, dir, "out/report.html", text)
	}
	before, err := os.Stat(target.File)
	must(t, err)
	must(t, WriteReport([]byte("<!doctype html>"+testMark+"2"), target))
	if after, err := os.Stat(target.File); err != nil || !same(before, after) {
		t.Error("the same report was written again")
	}
}

// What somebody else wrote stays.
func TestWriteReportNeverOverwrites(t *testing.T) {
	for name, lie := range map[string]func(dir string){
		"page":   func(dir string) { lay(t, dir, "r.html", "<!doctype html>mine") },
		"folder": func(dir string) { lay(t, dir, "r.html/x", "mine") },
		"link":   func(dir string) { lay(t, dir, "x.html", testMark); link(t, "x.html", filepath.Join(dir, "r.html")) },
		"marked far below": func(dir string) {
			lay(t, dir, "r.html", string(make([]byte, markWithin))+testMark)
		},
	} {
		dir := t.TempDir()
		lie(dir)
		before := tree(t, dir)
		err := WriteReport([]byte(testMark), ReportTarget{File: filepath.Join(dir, "r.html"), Mark: testMark})
		_, conflict := errors.AsType[*ConflictError](err)
		if _, refused := errors.AsType[*RefusedError](err); !conflict && !refused {
			t.Errorf("%s: error %v, want a conflict", name, err)
		}
		sameTree(t, tree(t, dir), before)
	}
}

func TestEveryOperationOfReportFails(t *testing.T) {
	prep := func() (string, ReportTarget) {
		dir := soak.Folder(t)
		lay(t, dir, "r.html", testMark+"old")
		return dir, ReportTarget{File: filepath.Join(dir, "r.html"), Mark: testMark}
	}
	all := &Faulty{}
	_, target := prep()
	must(t, all.machine().writeReport([]byte(testMark+"new"), target))
	synctest.Test(t, func(t *testing.T) { // so that no time is lost with trying again
		pairs := hitAll(t, all.seen, AllFaults(), func(f *Faulty) {
			dir, target := prep()
			checkCause(t, f.machine().writeReport([]byte(testMark+"new"), target), f)
			if got := tree(t, dir)["r.html"]; got != testMark+"old" && got != testMark+"new" {
				t.Errorf("it is %q", got)
			}
			age(t, dir)
			must(t, WriteReport([]byte(testMark+"newer"), target))
			wantTree(t, dir, "r.html", testMark+"newer")
		})
		t.Logf("%d pairs of an operation and a fault", pairs)
	})
}

// What is done for a zip is done for a report: nothing is written beside another
// run, and what somebody saves meanwhile stays.
func TestReportMeanwhile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "r.html")
	lay(t, dir, "r.html", testMark+"old")
	s := single{place: guard{target: file}, isOurs: isMarked(testMark), write: func(io.Writer) error {
		err := WriteReport([]byte(testMark+"new"), ReportTarget{File: file, Mark: testMark})
		if _, busy := errors.AsType[*BusyError](err); !busy {
			t.Errorf("a second report: error %v, want busy", err)
		}
		return os.WriteFile(file, []byte("mine"), 0o666)
	}}
	_, _, err := thisMachine().writeSingle(s)
	wantConflicts(t, err, "r.html was changed in the meantime")
	wantTree(t, dir, "r.html", "mine")
}
