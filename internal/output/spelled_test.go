package output

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spellings are ways to name a folder from that of a package: as paths, and through
// links of each kind, which are made in the folder links of the package.
func spellings(t *testing.T, pkg, dir string) []string {
	t.Helper()
	rel, err := filepath.Rel(pkg, dir)
	must(t, err)
	links := filepath.Join("links", "to-"+strings.NewReplacer("/", "_", `\`, "_").Replace(rel))
	must(t, os.MkdirAll(filepath.Join(pkg, links), 0o777))
	up, err := filepath.Rel(filepath.Join(pkg, links), dir)
	must(t, err)
	for name, to := range map[string]string{"absolute": dir, "relative": up, "twice": "absolute", "above": filepath.Dir(dir), "package": pkg} {
		link(t, to, filepath.Join(pkg, links, name))
	}
	through := func(names ...string) string { return strings.Join(append([]string{links}, names...), "/") }
	all := []string{
		dir, dir + "/", dir + "/.", dir + "//x/..", rel, rel + "/", "./" + rel, rel + "/x/..", "public/../" + rel, strings.ToUpper(dir),
		through("absolute"), through("relative"), through("twice"), through("twice") + "/",
		through("above", filepath.Base(dir)),
	}
	if filepath.IsLocal(rel) { // else the path, which is read from left to right, is another
		all = append(all, through("package", rel), through("package", "links", "..", rel))
	}
	return all
}

// However a place is spelled, and whatever links lead there, nothing is written to
// the sources of a package, around it, to a home folder or to a drive.
func TestRefusedHoweverSpelled(t *testing.T) {
	pkg := inPackage(t)
	home, err := os.UserHomeDir()
	must(t, err)
	protect := []string{"content", "themes", "layouts", "static", "words"}
	for _, name := range protect {
		must(t, os.MkdirAll(filepath.Join(name, "deep"), 0o777))
	}
	var folders, files []string
	for _, name := range append(protect, "content/lessons", "static/deep") {
		for _, place := range spellings(t, pkg, filepath.Join(pkg, filepath.FromSlash(name))) {
			folders = append(folders, place, place+"/new", place+"/new/deep")
			files = append(files, place+"/a", place+"/new/a")
		}
	}
	for _, dir := range []string{pkg, home, filepath.Dir(home), filepath.VolumeName(pkg) + string(filepath.Separator)} {
		folders = append(folders, spellings(t, pkg, dir)...)
	}
	for _, name := range []string{"content", "nowhere"} { // links that lead nowhere, there or elsewhere
		link(t, filepath.Join(pkg, name, "nothing"), "links/hangs-"+name)
		folders = append(folders, "links/hangs-"+name, "links/hangs-"+name+"/new")
		files = append(files, "links/hangs-"+name+"/a")
	}
	before := tree(t, filepath.Dir(home))
	site := siteOf(t, "a.html", "a")
	refused := func(place string, err error) {
		t.Helper()
		if _, ok := errors.AsType[*RefusedError](err); !ok {
			t.Errorf("%s: error %v, want that it is refused", place, err)
		}
	}
	for _, place := range folders {
		_, err := WriteDir(site, Target{Dir: place, Root: ".", Protect: protect})
		refused(place, err)
	}
	for _, place := range files {
		_, err := WriteZip(site, ZipTarget{File: place + ".zip", Root: ".", Protect: protect})
		refused(place, err)
		refused(place, WriteReport([]byte("a"), ReportTarget{File: place + ".html", Root: ".", Protect: protect}))
	}
	if after := tree(t, filepath.Dir(home)); !maps.Equal(after, before) {
		t.Error("something was written")
	}
	t.Logf("%d folders and %d files were refused", len(folders), 2*len(files))
}
