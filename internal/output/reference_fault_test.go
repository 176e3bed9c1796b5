package output_test

import (
	"errors"
	"runtime"
	"testing"
	"testing/synctest"

	"commonground/internal/output"
	"commonground/internal/soak"
)

// reference are the three ways to write the site of a real package, in memory.
var reference = []struct {
	name  string
	prep  func(t *testing.T, m *output.Memory, old *output.Site)
	write func(m output.Machine, site *output.Site) error
	least int // pairs of an operation and a fault
}{
	{"new folder", layNotes, writePublic, 600},
	{"folder that exists", func(t *testing.T, m *output.Memory, old *output.Site) {
		layNotes(t, m, old)
		if err := writePublic(m.Machine(), old); err != nil {
			t.Fatal(err)
		}
		m.Lay("/home/package/public", "CNAME", "mine", ".git/HEAD", "mine", "lessons/mine.txt", "mine", "handouts/goes.html", "mine")
	}, writePublic, 700},
	{"new zip", layNotes, writeZip, 50},
	{"zip that exists", func(t *testing.T, m *output.Memory, old *output.Site) {
		layNotes(t, m, old)
		if err := writeZip(m.Machine(), old); err != nil {
			t.Fatal(err)
		}
	}, writeZip, 65},
}

func layNotes(_ *testing.T, m *output.Memory, _ *output.Site) {
	m.Lay("/home/package", "notes.txt", "mine", "content/index.md", "mine")
}

func writePublic(m output.Machine, site *output.Site) error {
	_, err := m.WriteDir(site, output.Target{Dir: "/home/package/public"})
	return err
}

func writeZip(m output.Machine, site *output.Site) error {
	_, err := m.WriteZip(site, output.ZipTarget{File: "/home/package/training.zip"})
	return err
}

// Each operation with which the site of a real package is written fails in each way
// in which it can. Then every file is wholly old or wholly new, nothing of anybody
// else's has changed, the cause is named, and the next run ends as if nothing had
// happened.
func TestEveryOperationOfBuildFails(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // so that the Nth operation is the same each time
	pkg := newPackage(t, soak.Folder(t))
	layOldPages(t, pkg)
	old := siteOf(t, pkg)
	layNewPages(t, pkg)
	site := siteOf(t, pkg)
	for _, test := range reference {
		t.Run(test.name, func(t *testing.T) {
			before := output.NewMemory()
			test.prep(t, before, old)
			after, all := before.Clone(), &output.Faulty{}
			if err := test.write(all.On(after.Machine()), site); err != nil {
				t.Fatal(err)
			}
			was, want := before.Tree("/"), after.Tree("/")
			synctest.Test(t, func(t *testing.T) { // so that no time is lost with trying again
				pairs := output.HitAll(t, all.Seen(), output.AllFaults(), func(f *output.Faulty) {
					m := before.Clone()
					err := test.write(f.On(m.Machine()), site)
					if err == nil || !f.Crash && !errors.Is(err, f.Err) {
						t.Errorf("error %v, want %v", err, f.Err)
					}
					output.CheckBrokenOff(t, m.Tree("/"), was, want, f.CanLeave(f.Hit()))
					m.Age()
					if err := test.write(m.Machine(), site); err != nil {
						t.Errorf("the next run: %v", err)
					}
					output.SameTree(t, m.Tree("/"), want)
				})
				t.Logf("%d operations, %d pairs of one and a fault", len(all.Seen()), pairs)
				if pairs < test.least {
					t.Errorf("there are to be %d: is each operation still asked of a disk?", test.least)
				}
			})
		})
	}
}
