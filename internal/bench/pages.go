package main

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// number is what pages that continue each other have at the end of their names: those
// of an index, and the volumes of the handbook.
var number = regexp.MustCompile(`(?:_|^(print)-)[0-9]+\.`)

// lists are pages of a folder that are not like the others in it.
var lists = []string{"index.html", "cards.html"}

// kindOf is the kind of a page or a file of data: a list, which has a kind of its
// own, or any other of a folder.
func kindOf(name string) string {
	dir, file := path.Split(name)
	one := number.ReplaceAllString(file, "$1.")
	if dir == "" || slices.Contains(lists, one) {
		return dir + one
	}
	return dir + "*" + path.Ext(file)
}

// filesOf lists the files of a folder, with their sizes.
func filesOf(dir string) (map[string]int64, error) {
	files := map[string]int64{}
	err := filepath.WalkDir(dir, func(full string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, full)
		files[filepath.ToSlash(name)] = info.Size()
		return err
	})
	return files, err
}

// extent is how large a folder is.
type extent struct {
	files int
	bytes int64
}

func extentOf(files map[string]int64) (e extent) {
	for _, size := range files {
		e.files++
		e.bytes += size
	}
	return e
}

// largest returns how many bytes the largest page of each kind has, and the largest
// list of what there is.
func largest(files map[string]int64) map[string]int64 {
	most := map[string]int64{}
	for name, size := range files {
		if ext := path.Ext(name); ext == ".html" || ext == ".json" || ext == ".js" && strings.HasPrefix(name, "assets/search/") {
			most[kindOf(name)] = max(most[kindOf(name)], size)
		}
	}
	return most
}
