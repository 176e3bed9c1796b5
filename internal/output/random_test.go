package output

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"commonground/internal/soak"
)

// world is where lives are lived: a disk in memory, or a real one.
type world interface {
	machine() machine // with no other process at work
	put(name, body string)
	delete(name string)
	files() map[string]string // of public, and what else is beside it
	age()                     // an hour passes
}

// life is a folder that builds and people write to by turns, and what is known of
// it without asking the package: what builds wrote.
type life struct {
	world
	t    *testing.T
	rand *rand.Rand

	sure  map[string]string   // the bytes of which the list in the folder says that they are ours
	maybe map[string][]string // bytes of which it may say so, after a crash
	count *tally
}

// tally is what happened in many lives.
type tally struct{ builds, crashes, refusals, edits int }

var (
	somePaths  = []string{"a.html", "b.html", "x/a.html", "x/b.css", "x/y/a.html", "z/a.png", "z/b.png"}
	otherPaths = []string{"CNAME", ".git/HEAD", "x/note.txt", "z/z/z.txt", ".commonground-1.txt", "x/.commonground-a"}
	someBodies = []string{"", "1", "2"}
)

// randomOf returns numbers that are the same for the same seed.
func randomOf(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 1)) }

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// person adds, edits or deletes a file, as people do.
func (l *life) person() {
	l.count.edits++
	name := pick(l.rand, append(somePaths, otherPaths...))
	if l.rand.IntN(3) == 0 {
		l.delete("public/" + name)
		return
	}
	l.put("public/"+name, pick(l.rand, append(someBodies, "mine", "mine too")))
}

// build writes a random site, and may be broken off.
func (l *life) build() {
	site := map[string]string{}
	var pairs []string
	for _, name := range somePaths {
		if l.rand.IntN(2) == 0 {
			site[name] = pick(l.rand, someBodies)
			pairs = append(pairs, name, site[name])
		}
	}
	f := &Faulty{Fault: pickFault(l.rand)}
	if l.rand.IntN(3) == 0 {
		f.At = 1 + l.rand.IntN(60)
	}
	before, stood := l.public(), l.files()["public"] != ""
	it := l.machine()
	_, err := f.On(Machine{&it}).WriteDir(siteOf(l.t, pairs...), Target{Dir: l.place()})
	conflict, refused := errors.AsType[*ConflictError](err)
	l.count.builds++
	switch {
	case refused:
		l.refused(conflict, site, before)
	case err == nil:
		l.finished(site, before, stood)
	case f.hit == "":
		l.t.Errorf("error %v", err)
	default:
		l.brokenOff(site, before)
	}
}

func pickFault(r *rand.Rand) Fault {
	all := AllFaults()
	return all[r.IntN(len(all))]
}

// refused checks that nothing was touched, and that each file which was named is in
// the way and may be somebody's.
func (l *life) refused(conflict *ConflictError, site, before map[string]string) {
	l.count.refusals++
	sameTree(l.t, l.public(), before)
	for _, c := range conflict.Conflicts {
		body, there := before[c.Path]
		wanted, inSite := site[c.Path]
		isOurs := there && l.isSure(c.Path, body)
		if isOurs || inSite && wanted == body {
			l.t.Errorf("%s %s: it is not in the way, or ours", c.Path, c.Reason)
		}
	}
}

func (l *life) isSure(name, body string) bool {
	ours, ok := l.sure[name]
	return ok && ours == body
}

func (l *life) isTheirs(name, body string) bool {
	return !l.isSure(name, body) && !slices.Contains(l.maybe[name], body)
}

// finished checks that the site is there, that nothing of a person has changed, and
// that nothing else is left of ours. stood says whether the folder was there.
func (l *life) finished(site, before map[string]string, stood bool) {
	want := map[string]string{}
	for name, body := range before {
		if wanted, ok := site[name]; ok && wanted != body && l.isTheirs(name, body) {
			l.t.Errorf("%s was somebody's and was written over", name)
		}
		if l.isTheirs(name, body) {
			want[name] = body
		}
	}
	for name, body := range site {
		want[name] = body
	}
	after := l.public()
	for name, body := range after {
		if slices.Contains(l.maybe[name], body) && before[name] == body {
			want[name] = body // it may have been somebody's: then it stays
		}
	}
	sameTree(l.t, after, want)
	for name := range l.files() {
		beside := !strings.HasPrefix(name, "public/")
		if beside && stood {
			continue // a folder beside it goes with the next that is made there
		}
		if isOurMark(name) && path.Base(name) != manifestName {
			l.t.Errorf("%s is left", name)
		}
	}
	l.sure, l.maybe = site, map[string][]string{}
}

// brokenOff checks that each file is as it was, or as the site has it, or was ours
// to delete, and notes what the list in the folder may say by now.
func (l *life) brokenOff(site, before map[string]string) {
	l.count.crashes++
	after := l.public()
	for name, body := range before {
		now, there := after[name]
		wanted, inSite := site[name]
		changed := !there || now != body
		if changed && l.isTheirs(name, body) || there && now != body && !(inSite && now == wanted) || !there && inSite {
			l.t.Errorf("%s was %q and is %q (there: %v)", name, body, now, there)
		}
	}
	for name, body := range after {
		if _, was := before[name]; !was && site[name] != body {
			l.t.Errorf("%s is %q", name, body)
		}
	}
	l.doubt(site, before, after)
	l.age() // so that a lock that does not say whose it is holds nobody up
}

// doubt notes that what was sure may not be so any more, but for what the run has
// just written, or left of what was ours.
func (l *life) doubt(site, before, after map[string]string) {
	for name, body := range l.sure {
		l.maybe[name] = append(l.maybe[name], body)
	}
	for name, body := range site {
		l.maybe[name] = append(l.maybe[name], body)
	}
	sure := map[string]string{}
	for name, body := range after {
		if was, there := before[name]; l.isSure(name, body) || !there || was != body {
			sure[name] = body
		}
	}
	l.sure = sure
}

// isOurMark tells names that only this package gives.
func isOurMark(name string) bool {
	base := path.Base(name)
	return base == manifestName || base == lockName || strings.HasPrefix(base, tempPrefix) && strings.HasSuffix(base, tempSuffix)
}

// public returns the files in the folder that are not the package's own.
func (l *life) public() map[string]string {
	public := map[string]string{}
	for name, body := range l.files() {
		if in, ok := strings.CutPrefix(name, "public/"); ok && body != "folder" && !isOurMark(name) {
			public[in] = body
		}
	}
	return public
}

func (l *life) place() string {
	if on, ok := l.world.(onDisk); ok {
		return filepath.Join(on.dir, "public")
	}
	return "/lives/public"
}

// inMemoryOnly is a world in memory.
type inMemoryOnly struct{ *Memory }

func (g inMemoryOnly) machine() machine         { return *g.Machine().other }
func (g inMemoryOnly) put(name, body string)    { g.Lay("/lives", name, body) }
func (g inMemoryOnly) delete(name string)       { g.Delete("/lives/" + name) }
func (g inMemoryOnly) files() map[string]string { return g.Tree("/lives") }
func (g inMemoryOnly) age()                     { g.Age() }

// onDisk is a world on a real disk.
type onDisk struct {
	t   *testing.T
	dir string
}

func (g onDisk) machine() machine {
	m := thisMachine()
	m.alive = func(int) bool { return false }
	return m
}

func (g onDisk) put(name, body string) { lay(g.t, g.dir, name, body) }
func (g onDisk) delete(name string)    { os.RemoveAll(filepath.Join(g.dir, filepath.FromSlash(name))) }
func (g onDisk) age()                  { age(g.t, g.dir) }

func (g onDisk) files() map[string]string {
	if _, err := os.Stat(g.dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return tree(g.t, g.dir)
}

// People and builds write to a folder by turns, and some builds are broken off. No
// file of a person is ever lost, and none of ours is left where it has no place.
func TestPeopleAndBuildsByTurns(t *testing.T) {
	lives := 1000
	switch {
	case soak.Asked():
		lives = 10_000
	case testing.Short():
		lives = 100
	}
	liveAll(t, lives, func() world {
		m := NewMemory()
		m.Lay("/lives", "note.txt", "mine")
		return inMemoryOnly{m}
	})
}

func TestPeopleAndBuildsByTurnsOnDisk(t *testing.T) {
	liveAll(t, 200, func() world { return onDisk{t, soak.Folder(t)} })
}

func liveAll(t *testing.T, lives int, newWorld func() world) {
	count := &tally{}
	for seed := range uint64(lives) {
		synctest.Test(t, func(t *testing.T) { // so that no time is lost with trying again
			l := &life{t: t, rand: randomOf(seed), world: newWorld(), maybe: map[string][]string{}, count: count}
			for turn := range 20 {
				if l.rand.IntN(2) == 0 {
					l.person()
				} else {
					l.build()
				}
				if t.Failed() {
					t.Fatalf("seed %d, turn %d", seed, turn)
				}
			}
		})
		if t.Failed() {
			return
		}
	}
	t.Logf("%d lives: %+v", lives, *count)
	if count.crashes < lives || count.refusals < lives || count.builds < 5*lives {
		t.Errorf("too little happens: %+v", *count)
	}
}
