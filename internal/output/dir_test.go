package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// lay writes paths and their bytes, in turn, to a folder.
func lay(t testing.TB, dir string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		name := filepath.Join(dir, filepath.FromSlash(pairs[i]))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(pairs[i+1]), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
}

// tree returns what is in a folder: bytes by slash path, of links "-> target", of
// folders "folder".
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case rel == ".":
		case e.IsDir():
			all[rel] = "folder"
		case e.Type()&fs.ModeSymlink != 0:
			to, _ := os.Readlink(name)
			all[rel] = "-> " + to
		default:
			b, err := os.ReadFile(name)
			all[rel] = string(b)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wantTree compares a folder, without its manifest, to paths and bytes.
func wantTree(t testing.TB, dir string, pairs ...string) {
	t.Helper()
	want := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		want[pairs[i]] = pairs[i+1]
		for p := range parents(pairs[i]) {
			want[p] = "folder"
		}
	}
	got := tree(t, dir)
	delete(got, manifestName)
	sameTree(t, got, want)
}

func sameTree(t testing.TB, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if g, ok := got[name]; !ok {
			t.Errorf("%s is missing", name)
		} else if g != want[name] {
			t.Errorf("%s is %q, want %q", name, g, want[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is left over: %q", name, got[name])
		}
	}
}

func write(t testing.TB, dir string, pairs ...string) Stats {
	t.Helper()
	stats, err := WriteDir(siteOf(t, pairs...), Target{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func wantConflicts(t testing.TB, err error, want ...string) {
	t.Helper()
	conflict, ok := errors.AsType[*ConflictError](err)
	if !ok {
		t.Fatalf("error %v, want a conflict", err)
	}
	var got []string
	for _, c := range conflict.Conflicts {
		got = append(got, c.Path+" "+c.Reason)
	}
	if !slices.Equal(got, want) {
		t.Errorf("conflicts %q, want %q", got, want)
	}
}

func TestWriteNewFolder(t *testing.T) {
	for _, at := range []string{"public", "out/deep/public"} {
		dir := filepath.Join(t.TempDir(), filepath.FromSlash(at))
		stats := write(t, dir, "index.html", "home", "lessons/book.html", "book", "static/css/a.css", "")
		wantTree(t, dir, "index.html", "home", "lessons/book.html", "book", "static/css/a.css", "")
		if got, want := fmt.Sprint(stats), fmt.Sprint(Stats{Files: 3, Changed: 3, Bytes: 8}); got != want {
			t.Errorf("stats %s, want %s", got, want)
		}
		if got := tree(t, filepath.Dir(dir)); len(got) != 8 { // the folder, its three, their three files, the list
			t.Errorf("beside the folder: %q", got)
		}
	}
}

func TestWriteNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir)
	wantTree(t, dir)
	write(t, dir, "a.html", "a")
	write(t, dir)
	wantTree(t, dir)
}

func TestManifestText(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, "b.html", "b", "a/x.html", "")
	want := `{"version":1,"files":[
{"path":"a/x.html","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
{"path":"b.html","sha256":"3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"}
]}
`
	if got := tree(t, dir)[manifestName]; got != want {
		t.Errorf("manifest\n%swant\n%s", got, want)
	}
}

func TestUpdate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, "index.html", "1", "same.html", "s", "old/a/b.html", "b", "old/c.html", "c", "lessons/x.html", "x")
	lay(t, dir, "CNAME", "example.org", ".git/HEAD", "ref", "old/note.txt", "mine")
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	for _, name := range []string{"same.html", "index.html", "CNAME"} {
		if err := os.Chtimes(filepath.Join(dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	stats := write(t, dir, "index.html", "22", "same.html", "s", "lessons/x.html", "x", "lessons/new/y.html", "yyy")
	wantTree(t, dir, "index.html", "22", "same.html", "s", "lessons/x.html", "x", "lessons/new/y.html", "yyy",
		"CNAME", "example.org", ".git/HEAD", "ref", "old/note.txt", "mine")
	if got, want := fmt.Sprint(stats), fmt.Sprint(Stats{Files: 4, Changed: 2, Removed: 2, Bytes: 7}); got != want {
		t.Errorf("stats %s, want %s", got, want)
	}
	for name, touched := range map[string]bool{"same.html": false, "CNAME": false, "index.html": true} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.ModTime().Equal(long) == touched {
			t.Errorf("%s touched: %v, want %v", name, !touched, touched)
		}
	}
}

func TestUpdateOfNothingTouchesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, "a.html", "a")
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	list := filepath.Join(dir, manifestName)
	if err := os.Chtimes(list, long, long); err != nil {
		t.Fatal(err)
	}
	if stats := write(t, dir, "a.html", "a"); stats.Changed != 0 || stats.Removed != 0 {
		t.Errorf("stats %+v", stats)
	}
	if info, err := os.Stat(list); err != nil || !info.ModTime().Equal(long) {
		t.Errorf("the list was touched (%v)", err)
	}
}

func TestFolderWithoutManifest(t *testing.T) {
	dir := t.TempDir() // exists and is empty
	write(t, dir, "a.html", "a")
	wantTree(t, dir, "a.html", "a")

	dir = t.TempDir()
	lay(t, dir, "CNAME", "example.org", "lessons/mine.txt", "mine", "lessons/same.html", "same")
	stats := write(t, dir, "a.html", "a", "lessons/same.html", "same")
	if stats.Changed != 1 {
		t.Errorf("stats %+v: what stood there with the same bytes is adopted", stats)
	}
	write(t, dir, "a.html", "a") // adopted, so ours to remove
	wantTree(t, dir, "a.html", "a", "CNAME", "example.org", "lessons/mine.txt", "mine")
}

func TestConflicts(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, "edited.html", "1", "fine.html", "1", "gone.html", "1", "twin.html", "1")
	lay(t, dir, "edited.html", "by hand", "foreign.html", "mine", "file", "mine", "folder.html/x.txt", "mine", "twin.html", "2")
	outside := filepath.Join(t.TempDir(), "outside")
	lay(t, outside, "x.html", "outside")
	link(t, filepath.Join(outside, "x.html"), filepath.Join(dir, "link.html"))
	link(t, outside, filepath.Join(dir, "linked"))
	link(t, "nowhere", filepath.Join(dir, "dangling.html"))
	before, beforeOutside := tree(t, dir), tree(t, outside)
	_, err := WriteDir(siteOf(t, "edited.html", "2", "fine.html", "2", "foreign.html", "2", "file/a/b.html", "2", "file/c.html", "2",
		"folder.html", "2", "link.html", "2", "linked/x.html", "2", "dangling.html", "2", "twin.html", "2"), Target{Dir: dir})
	wantConflicts(t, err,
		"dangling.html is a link where a file is needed",
		"edited.html was changed since it was built",
		"file is a file where a folder is needed",
		"folder.html is a folder where a file is needed",
		"foreign.html was not made by commonground",
		"link.html is a link where a file is needed",
		"linked is a link where a folder is needed",
	)
	sameTree(t, tree(t, dir), before)
	sameTree(t, tree(t, outside), beforeOutside)
}

func link(t testing.TB, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Fatal(err)
	}
}

func TestLeftovers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, "a.html", "a", "gone/edited.html", "1", "gone/deleted/x.html", "1", "linked/y.html", "y", "swapped.html", "1", "z/z.html", "z")
	outside := t.TempDir()
	lay(t, outside, "y.html", "y")
	lay(t, dir, "gone/edited.html", "by hand")
	for _, name := range []string{"gone/deleted/x.html", "linked/y.html", "linked", "swapped.html", "z/z.html", "z"} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	link(t, outside, filepath.Join(dir, "linked"))
	link(t, filepath.Join(outside, "y.html"), filepath.Join(dir, "swapped.html"))
	stats := write(t, dir, "a.html", "a")
	wantTree(t, dir, "a.html", "a", "gone/edited.html", "by hand", "linked", "-> "+outside, "swapped.html", "-> "+filepath.Join(outside, "y.html"))
	wantTree(t, outside, "y.html", "y")
	if want := []string{"gone/edited.html", "swapped.html"}; !slices.Equal(stats.Kept, want) || stats.Removed != 0 {
		t.Errorf("stats %+v, want kept %q", stats, want)
	}
	if stats := write(t, dir, "a.html", "a"); len(stats.Kept) > 0 {
		t.Errorf("kept %q again: they are no longer ours", stats.Kept)
	}
	lay(t, dir, "gone/edited.html", "1") // as we had written it, but given up
	write(t, dir, "a.html", "b")
	if tree(t, dir)["gone/edited.html"] != "1" {
		t.Error("a file we had given up was removed")
	}
}

func TestBadManifest(t *testing.T) {
	sum := strings.Repeat("0", 64)
	for _, test := range []struct{ text, want string }{
		{"", "EOF"},
		{"no", "invalid"},
		{`{"version":1,"files":[`, "EOF"},
		{`{"version":1,"files":[]} x`, "follows"},
		{`{"version":1,"files":[],"more":1}`, "more"},
		{`{"version":0,"files":[]}`, "version is 0"},
		{`{"version":2,"files":[]}`, "version is 2"},
		{`{"version":3,"sites":[]}`, "newer commonground"},
		{`{"version":1,"files":[{"path":"../x","sha256":"` + sum + `"}]}`, `"../x"`},
		{`{"version":1,"files":[{"path":".git/HEAD","sha256":"` + sum + `"}]}`, "dot"},
		{`{"version":1,"files":[{"path":"x","sha256":"0"}]}`, "sum"},
		{`{"version":1,"files":[{"path":"x","sha256":"` + sum + `","was":"0"}]}`, "sum"},
		{`{"version":1,"files":[{"path":"x","sha256":"` + sum + `"},{"path":"x","sha256":"` + sum + `"}]}`, "order"},
	} {
		dir := t.TempDir()
		lay(t, dir, manifestName, test.text, "a.html", "a")
		_, err := WriteDir(siteOf(t, "a.html", "b"), Target{Dir: dir})
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "new folder") {
			t.Errorf("%s: error %v, want %q and what to do", test.text, err, test.want)
		}
		sameTree(t, tree(t, dir), map[string]string{manifestName: test.text, "a.html": "a"})
	}
	dir := t.TempDir()
	link(t, "elsewhere.json", filepath.Join(dir, manifestName))
	if _, err := WriteDir(siteOf(t, "a.html", "b"), Target{Dir: dir}); err == nil || !strings.Contains(err.Error(), "plain file") {
		t.Errorf("link: error %v", err)
	}
}

func TestNamesThatDifferInCase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	write(t, dir, "A.png", "1", "B.png", "1", "C.png", "1")
	// As a file system without regard to case shows it: one file under both names.
	for _, name := range []string{"a.png", "b.png"} {
		if err := os.Link(filepath.Join(dir, strings.ToUpper(name[:1])+name[1:]), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	lay(t, dir, "c.png", "mine")
	_, err := WriteDir(siteOf(t, "a.png", "1", "b.png", "2", "c.png", "2"), Target{Dir: dir})
	wantConflicts(t, err, "c.png was not made by commonground")
	lay(t, dir, "c.png", "2")
	if stats := write(t, dir, "a.png", "1", "b.png", "2", "c.png", "2"); stats.Changed != 1 {
		t.Errorf("stats %+v", stats)
	}
	got := tree(t, dir)
	if got["a.png"] != "1" || got["b.png"] != "2" || got["c.png"] != "2" {
		t.Errorf("new names: %q", got)
	}
	if got["A.png"] != "1" {
		t.Error("A.png was removed, and a.png with it")
	}
	for _, name := range []string{"B.png", "C.png"} { // separate files by now
		if b, ok := got[name]; ok {
			t.Errorf("%s is left over: %q", name, b)
		}
	}
}

func TestErrorsOfPages(t *testing.T) {
	broken := errors.New("no such picture")
	for _, test := range []struct {
		name  string
		write func(io.Writer) error
		want  string
	}{
		{"error", func(io.Writer) error { return broken }, "no such picture"},
		{"error after much", func(w io.Writer) error { w.Write(make([]byte, 1<<20)); return broken }, "no such picture"},
		{"panic", func(io.Writer) error { panic("oh") }, "panic: oh"},
	} {
		t.Run(test.name, func(t *testing.T) {
			site, err := NewSite([]File{text("a.html", "new"), {Path: "b.html", Write: test.write}, text("c/d.html", "d")})
			if err != nil {
				t.Fatal(err)
			}
			parent := t.TempDir()
			fails := func(dir string) {
				t.Helper()
				_, err := WriteDir(site, Target{Dir: filepath.Join(parent, dir)})
				if err == nil || !strings.HasPrefix(err.Error(), "make b.html: "+test.want) {
					t.Errorf("error %v", err)
				}
			}
			fails("out/public")
			sameTree(t, tree(t, parent), nil)
			write(t, filepath.Join(parent, "public"), "a.html", "old")
			before := tree(t, parent)
			fails("public")
			_, err = WriteZip(site, ZipTarget{File: filepath.Join(parent, "out", "a.zip")})
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "make a.zip: ") {
				t.Errorf("error of the zip: %v", err)
			}
			sameTree(t, tree(t, parent), before)
		})
	}
}

// People save while a build runs: what they wrote is not lost.
func TestEditedWhileWriting(t *testing.T) {
	for _, test := range []struct {
		name, edit string
		conflict   string
		kept       bool
	}{
		{"page", "b.html", "b.html was changed while the site was being written", false},
		{"new page", "new.html", "new.html was changed while the site was being written", false},
		{"leftover", "gone.html", "", true},
		{"other", "note.txt", "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			write(t, dir, "a.html", "1", "b.html", "1", "gone.html", "1")
			calls := 0
			site, err := NewSite([]File{
				{Path: "a.html", Write: func(w io.Writer) error {
					if calls++; calls == 2 { // the first is for the survey
						lay(t, dir, test.edit, "by hand")
					}
					_, err := io.WriteString(w, "2")
					return err
				}},
				text("b.html", "2"), text("new.html", "2"),
			})
			if err != nil {
				t.Fatal(err)
			}
			stats, err := WriteDir(site, Target{Dir: dir})
			if test.conflict != "" {
				wantConflicts(t, err, test.conflict)
			} else if err != nil {
				t.Fatal(err)
			}
			if got := slices.Contains(stats.Kept, test.edit); got != test.kept {
				t.Errorf("stats %+v", stats)
			}
			for name, body := range tree(t, dir) {
				if name == test.edit && body != "by hand" {
					t.Errorf("%s is %q", name, body)
				}
				if strings.HasPrefix(name, tempPrefix) {
					t.Errorf("%s is left", name)
				}
			}
		})
	}
}

// A folder that someone makes while the site is written beside it is theirs.
func TestFolderMadeMeanwhile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site, err := NewSite([]File{{Path: "a.html", Write: func(io.Writer) error { return os.Mkdir(dir, 0o777) }}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := WriteDir(site, Target{Dir: dir}); err == nil || !strings.Contains(err.Error(), "in the meantime") {
		t.Errorf("error %v", err)
	}
	wantTree(t, filepath.Dir(dir), "public", "folder")
}

func TestKindOf(t *testing.T) {
	files := fstest.MapFS{"pipe": {Mode: fs.ModeNamedPipe}, "file": {}, "folder": {Mode: fs.ModeDir}, "link": {Mode: fs.ModeSymlink}}
	for name, want := range map[string]string{"pipe": "no ordinary file", "file": "a file", "folder": "a folder", "link": "a link"} {
		info, err := files.Lstat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := kindOf(info); got != want {
			t.Errorf("%s is %s", name, got)
		}
	}
}

func TestSame(t *testing.T) {
	now := time.Now()
	files := fstest.MapFS{"a": {ModTime: now}, "b": {ModTime: now, Data: []byte("b")}, "c": {ModTime: now.Add(1)}, "d": {ModTime: now, Mode: fs.ModeSymlink}}
	a, err := files.Lstat("a")
	if err != nil || !same(a, a) || !same(nil, nil) || same(a, nil) || same(nil, a) {
		t.Errorf("same of one or none: %v", err)
	}
	for _, name := range []string{"b", "c", "d"} {
		if other, err := files.Lstat(name); err != nil || same(a, other) {
			t.Errorf("%s is the same as a: %v", name, err)
		}
	}
}

func TestPageThatComesOutDifferently(t *testing.T) {
	n := 0
	site, err := NewSite([]File{{Path: "a.html", Write: func(w io.Writer) error {
		n++
		_, err := fmt.Fprint(w, n)
		return err
	}}})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := WriteDir(site, Target{Dir: dir}); err == nil || !strings.Contains(err.Error(), "differently") {
		t.Errorf("error %v", err)
	}
	wantTree(t, dir)
}

func TestSameBytesOnAnyNumberOfCores(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var pairs []string
	for i := range 200 {
		pairs = append(pairs, fmt.Sprintf("l%d/p%d.html", i%7, i), strings.Repeat("x", i*100))
	}
	site := siteOf(t, pairs...)
	var first map[string]string
	for _, cores := range []int{1, 2, 3, 8} {
		runtime.GOMAXPROCS(cores)
		parent := t.TempDir()
		for _, dir := range []string{"new", "old"} {
			if dir == "old" {
				write(t, filepath.Join(parent, dir), "l1/p1.html", "old", "x.html", "old")
			}
			if _, err := WriteDir(site, Target{Dir: filepath.Join(parent, dir)}); err != nil {
				t.Fatal(err)
			}
			got := tree(t, filepath.Join(parent, dir))
			if first == nil {
				first = got
			}
			sameTree(t, got, first)
		}
	}
}
