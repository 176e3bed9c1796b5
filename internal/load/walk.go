package load

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"commonground/internal/diag"
)

// walker lists the files of a folder, sorted by path, into pages and assets.
type walker struct {
	fsys     fs.FS
	pages    []string
	assets   []string
	findings []diag.Finding
}

// walk shows every file of one folder that is not ignored; it is no error if there
// is none. A folder below it that cannot be listed is a finding, and so is
// something else of its name.
func (w *walker) walk(folder string, visit func(name string, d fs.DirEntry)) error {
	switch info, err := fs.Lstat(w.fsys, folder); {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err == nil && info.Mode().IsRegular():
		w.findings = append(w.findings, ruleSpecial.In(folder, "this is a file, and a folder of this name is looked for").
			WithHint("give the file another name"))
		return nil
	case err == nil && !info.IsDir():
		w.special(folder, fs.FileInfoToDirEntry(info))
		return nil
	}
	return fs.WalkDir(w.fsys, folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == folder:
			return err
		case err != nil:
			w.findings = append(w.findings, ruleUnreadable.In(name, "this folder cannot be read: %s", cause(err)).
				WithHint("check that you may open it"))
			return fs.SkipDir
		case Ignored(d.Name()) && name != folder:
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case !utf8.ValidString(name):
			w.findings = append(w.findings, ruleUnreadable.In(name, "the name of this file holds a character that cannot be read").
				WithHint("give it another name; letters, digits and hyphens are safe everywhere"))
		default:
			visit(name, d)
		}
		return nil
	})
}

// packageFolders are the folders that a package may have, and pageFolders those
// in which pages lie.
var (
	packageFolders = []string{"content", "themes", "layouts", "static", "words"}
	pageFolders    = packageFolders[:2]
)

// capitals reports folders of the package that have a right name in wrong
// capitals: some disks would take them for the right ones, and others not.
func (w *walker) capitals() error {
	entries, err := fs.ReadDir(w.fsys, ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		lower := strings.ToLower(e.Name())
		if e.IsDir() && e.Name() != lower && slices.Contains(packageFolders, lower) {
			w.findings = append(w.findings, ruleFolder.In(e.Name(), "this folder is not used, for its name has capitals").WithHint("call it %s", lower))
		}
	}
	return nil
}

// special reports a link, or what is a file by name only and may never end.
func (w *walker) special(name string, d fs.DirEntry) {
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		w.findings = append(w.findings, ruleSpecial.In(name, "this is a link to another file; links are not followed").
			WithHint("copy the file here instead"))
	case !d.Type().IsRegular():
		w.findings = append(w.findings, ruleSpecial.In(name, "this is no ordinary file").WithHint("remove it from this folder"))
	}
}

// file takes a page or a file beside one.
func (w *walker) file(name string, d fs.DirEntry) {
	switch {
	case !d.Type().IsRegular():
		w.special(name, d)
	case strings.EqualFold(path.Ext(name), ".md"):
		w.pages = append(w.pages, name)
	default:
		w.assets = append(w.assets, name)
	}
}

func (w *walker) hasThemes() bool {
	return slices.ContainsFunc(w.pages, func(name string) bool { return strings.HasPrefix(name, "themes/") })
}

// Ignored says whether a file or folder is one that editors and systems leave
// behind. This is the one rule, for every folder of a package: names that begin
// with a dot, ~$ or #, names that end in ~, and those listed below.
func Ignored(name string) bool {
	lower := strings.ToLower(name)
	switch {
	case strings.HasPrefix(lower, "."), strings.HasPrefix(lower, "~$"), strings.HasPrefix(lower, "#"), strings.HasSuffix(lower, "~"), strings.HasSuffix(lower, "___jb_tmp___"), strings.HasSuffix(lower, "___jb_old___"):
		return true
	case slices.Contains([]string{"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "4913"}, lower):
		return true
	}
	return slices.Contains([]string{".swp", ".swo", ".swx", ".tmp", ".temp", ".bak", ".orig", ".part", ".crdownload"}, path.Ext(lower))
}
