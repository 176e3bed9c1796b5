package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// inPackage makes a package with content, layouts and links of all kinds, and
// changes to its folder.
func inPackage(t *testing.T) string {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(base, "home", "nurse")
	dir := filepath.Join(home, "package")
	lay(t, dir, "content/index.md", "x", "content/lessons/a.md", "x", "layouts/page.html", "x", "a-file", "x", "other/content/index.md", "x", "site/"+manifestName, "{}")
	for to, name := range map[string]string{
		dir: "to-root", filepath.Dir(dir): "to-home", "content": "to-content", "content/lessons": "to-lessons",
		"nowhere": "to-nowhere", "loop": "loop", "real-public": "to-public", ".": "to-here",
	} {
		link(t, to, filepath.Join(dir, name))
	}
	lay(t, dir, "real-public/CNAME", "x")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Chdir(dir)
	return dir
}

func TestRefusedFolders(t *testing.T) {
	dir := inPackage(t)
	before := tree(t, filepath.Dir(dir))
	for target, want := range map[string]string{
		"":                          "no name",
		".":                         "package itself",
		"./":                        "package itself",
		"content/..":                "package itself",
		"to-here":                   "package itself",
		"to-root":                   "package itself",
		dir:                         "package itself",
		strings.ToUpper(dir):        "package itself",
		"content":                   "is or lies in the folder content",
		"Content":                   "is or lies in the folder content",
		"content/public":            "is or lies in the folder content",
		"content/lessons/new/deep":  "is or lies in the folder content",
		"public/../content":         "is or lies in the folder content",
		"to-content":                "is or lies in the folder content",
		"to-content/public":         "is or lies in the folder content",
		"to-lessons":                "is or lies in the folder content",
		"to-here/to-lessons/public": "is or lies in the folder content",
		"layouts":                   "is or lies in the folder layouts",
		"words/x":                   "is or lies in the folder words",
		"..":                        "home",
		"../..":                     "home",
		"to-home":                   "home",
		"to-home/..":                "home",
		"/":                         "root of a drive",
		"../../../../../../../../../../../../../..": "root of a drive",
		"site/sub":               "lies in the built site site",
		"site/deep/er/sub":       "lies in the built site site",
		"a-file":                 "is a file",
		"to-nowhere":             "leads nowhere",
		"to-nowhere/public":      "leads nowhere",
		"other":                  "is the folder of a package",
		"loop":                   "find loop",
		"a-file/public":          "leads through a-file, which is a file",
		strings.Repeat("x", 300): "find ",
		"../package/content":     "is or lies in the folder content",
	} {
		_, err := WriteDir(siteOf(t, "a.html", "a"), Target{Dir: target, Root: ".", Protect: []string{"content", "layouts", "words", ""}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", target, err, want)
		}
		if _, ok := errors.AsType[*RefusedError](err); !ok && !strings.HasPrefix(want, "find ") {
			t.Errorf("%s: error %T", target, err)
		}
	}
	sameTree(t, tree(t, filepath.Dir(dir)), before)
}

func TestTargetThatHoldsAProtectedFolder(t *testing.T) {
	inPackage(t)
	for _, target := range []string{"deep", "deep/er", "DEEP"} {
		_, err := WriteDir(siteOf(t, "a.html", "a"), Target{Dir: target, Protect: []string{"deep/er/content"}})
		if err == nil || !strings.Contains(err.Error(), "holds the folder") {
			t.Errorf("%s: error %v", target, err)
		}
	}
	for _, bad := range []Target{{Dir: "public", Root: "loop"}, {Dir: "public", Protect: []string{"loop"}}, {Dir: "public", Root: "to-nowhere"}} {
		if _, err := WriteDir(siteOf(t, "a.html", "a"), bad); err == nil || !strings.Contains(err.Error(), "find ") {
			t.Errorf("%+v: error %v", bad, err)
		}
	}
}

func TestFoldersThatAreFine(t *testing.T) {
	dir := inPackage(t)
	for _, target := range []string{"public", "contents", "out/public", "to-public", "to-here/public2", "../public"} {
		if _, err := WriteDir(siteOf(t, "a.html", "a"), Target{Dir: target, Root: dir, Protect: []string{filepath.Join(dir, "content"), "layouts"}}); err != nil {
			t.Errorf("%s: %v", target, err)
		}
		if b, err := os.ReadFile(filepath.Join(target, "a.html")); string(b) != "a" {
			t.Errorf("%s: %q, %v", target, b, err)
		}
	}
	wantTree(t, "real-public", "a.html", "a", "CNAME", "x")
}

func TestWithoutHome(t *testing.T) {
	dir := inPackage(t)
	t.Setenv("HOME", "")
	t.Setenv("USERPROFILE", "")
	write(t, filepath.Join(dir, "public"), "a.html", "a")
}

func TestRefusedZips(t *testing.T) {
	dir := inPackage(t)
	before := tree(t, dir)
	for target, want := range map[string]string{
		"":                                "no name",
		".":                               "package itself",
		"/":                               "root of a drive",
		"content":                         "content",
		"content/a.zip":                   "is or lies in the folder content",
		"to-lessons/a.zip":                "is or lies in the folder content",
		"other":                           "is a folder",
		"to-nowhere/a.zip":                "leads nowhere",
		"a-file/a.zip":                    "leads through a-file, which is a file",
		strings.Repeat("x", 300) + ".zip": "look at ",
		"layouts/x/../a.zip":              "is or lies in the folder layouts",
	} {
		_, err := WriteZip(siteOf(t, "a.html", "a"), ZipTarget{File: target, Root: ".", Protect: []string{"content", "layouts"}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", target, err, want)
		}
	}
	sameTree(t, tree(t, dir), before)
}

func TestHolds(t *testing.T) {
	dir := inPackage(t)
	for _, test := range []struct {
		outer, inner string
		want         bool
	}{
		{dir, dir, true},
		{filepath.Join(dir, "content"), filepath.Join(dir, "content", "lessons", "a.md"), true},
		{filepath.Join(dir, "content"), filepath.Join(dir, "to-content", "public"), true}, // one folder, two names, as with mounts
		{filepath.Join(dir, "content"), filepath.Join(dir, "contents"), false},
		{filepath.Join(dir, "content", "lessons"), filepath.Join(dir, "content"), false},
		{filepath.Join(dir, "not", "there"), filepath.Join(dir, "NOT", "There", "x"), true},
	} {
		if got := holds(test.outer, test.inner); got != test.want {
			t.Errorf("%s holds %s: %v", test.outer, test.inner, got)
		}
	}
}
