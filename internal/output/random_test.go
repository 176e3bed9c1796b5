package output

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"testing"
)

// life is a folder that builds and people write to by turns, and what is known of
// it without asking the package: what the last build wrote.
type life struct {
	t     *testing.T
	rand  *rand.Rand
	dir   string
	wrote map[string]string
}

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
	name := pick(l.rand, append(somePaths, otherPaths...))
	at := filepath.Join(l.dir, filepath.FromSlash(name))
	if l.rand.IntN(3) == 0 {
		os.Remove(at) // or not, if it is not there
		return
	}
	os.MkdirAll(filepath.Dir(at), 0o777)
	if err := os.WriteFile(at, []byte(pick(l.rand, append(someBodies, "mine", "mine too"))), 0o666); err != nil {
		l.t.Fatal(err)
	}
}

// build writes a random site and checks that nothing of a person is lost.
func (l *life) build() {
	var pairs []string
	site := map[string]string{}
	for _, name := range somePaths {
		if l.rand.IntN(2) == 0 {
			site[name] = pick(l.rand, someBodies)
			pairs = append(pairs, name, site[name])
		}
	}
	before := l.files()
	_, err := WriteDir(siteOf(l.t, pairs...), Target{Dir: l.dir})
	after := l.files()
	conflict, refused := errors.AsType[*ConflictError](err)
	if err != nil && !refused {
		l.t.Fatal(err)
	}
	theirs := map[string]string{}
	clash := false
	for name, body := range before {
		if ours, ok := l.wrote[name]; ok && ours == body {
			continue
		}
		theirs[name] = body
		if wanted, ok := site[name]; ok && wanted != body {
			clash = true
		}
	}
	if clash != refused {
		l.t.Fatalf("conflict %v, want one: %v", conflict, clash)
	}
	if refused {
		sameTree(l.t, after, before)
		return
	}
	for name, body := range site {
		theirs[name] = body
	}
	sameTree(l.t, after, theirs)
	l.wrote = site
}

// files returns the files of the folder without the manifest.
func (l *life) files() map[string]string {
	if _, err := os.Stat(l.dir); errors.Is(err, fs.ErrNotExist) {
		return map[string]string{}
	}
	all := tree(l.t, l.dir)
	for name, body := range all {
		if body == "folder" || path.Base(name) == manifestName {
			delete(all, name)
		}
	}
	return all
}

func TestPeopleAndBuildsByTurns(t *testing.T) {
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	for seed := range uint64(rounds) {
		l := &life{t: t, rand: randomOf(seed), dir: filepath.Join(memoryDir(t), "public")}
		if seed%2 == 0 {
			if err := os.Mkdir(l.dir, 0o777); err != nil {
				t.Fatal(err)
			}
			l.person()
		}
		for turn := range 20 {
			if turn > 0 && l.rand.IntN(2) == 0 {
				l.person()
			} else {
				l.build()
			}
			if t.Failed() {
				t.Fatalf("seed %d, turn %d", seed, turn)
			}
		}
	}
}
