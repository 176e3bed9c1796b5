package scaffold

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"commonground/internal/load"
	"commonground/internal/output"
)

// Unfinished returns the files that are still to be made in a folder in which
// making a package broke off: what is there of them is as it would be made now, and
// besides there is only what editors and systems leave. In any other folder it
// returns none.
func Unfinished(dir fs.FS, files []output.Text) []output.Text {
	left := slices.Clone(files)
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && isFolderOf(files, name) {
			return err
		}
		at := slices.IndexFunc(left, func(f output.Text) bool { return f.Path == name })
		switch {
		case at >= 0 && holds(dir, left[at]):
			left = slices.Delete(left, at, at+1)
			return nil
		case at >= 0 || !load.Ignored(path.Base(name)):
			return fs.ErrExist
		case d.IsDir():
			return fs.SkipDir
		}
		return nil
	})
	if err != nil {
		return nil
	}
	return left
}

func isFolderOf(files []output.Text, dir string) bool {
	return dir == "." || slices.ContainsFunc(files, func(f output.Text) bool { return strings.HasPrefix(f.Path, dir+"/") })
}

func holds(dir fs.FS, f output.Text) bool {
	text, err := fs.ReadFile(dir, f.Path)
	return err == nil && string(text) == f.Text
}
