package main

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"strings"
)

// hugoLook is the site for Hugo without its content. It asks for less than the
// product does: no terms in texts, no links made right, no blocks (what marks them
// stays as text), no search, no handouts, no handbook.
//
//go:embed all:hugo
var hugoLook embed.FS

func writeHugoLook(put func(name string, data []byte) error) error {
	return fs.WalkDir(hugoLook, "hugo", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := hugoLook.ReadFile(name)
		if err != nil {
			return err
		}
		return put(strings.TrimPrefix(name, "hugo/"), data)
	})
}

// hugoFile is a file of a package as Hugo wants it: the same text at the place that
// Hugo knows, with other names for the keys that mean something else to Hugo.
func hugoFile(name string, data []byte) (string, []byte) {
	if path.Ext(name) != ".md" {
		if strings.HasPrefix(name, "themes/") {
			name = "static/" + name
		}
		return name, data
	}
	dir, file := path.Split(name)
	slug := strings.TrimSuffix(file, ".md")
	switch {
	case name == "content/index.md":
		name = "content/_index.md"
	case dir == "themes/":
		name = "content/themes/" + slug + "/_index.md"
	case dir == "content/roles/":
		name = "content/roles/" + slug + "/_index.md"
	}
	front, body, _ := bytes.Cut(data, []byte("\n---\n"))
	for _, key := range [][2]string{{"kind", "sort"}, {"menu", "shown"}, {"order", "weight"}, {"fact", "title"}} {
		front = bytes.Replace(front, []byte("\n"+key[0]+": "), []byte("\n"+key[1]+": "), 1)
	}
	return name, bytes.Join([][]byte{front, body}, []byte("\n---\n"))
}
