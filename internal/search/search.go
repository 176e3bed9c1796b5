// Package search makes the index that a page loads when somebody searches: with
// no server to ask, all that can be found travels with the site.
//
// A training.Package and its link.Graph go in; the files of assets/search come
// out, each one classic script that hands its data to the search script, since
// browsers load nothing else from a memory stick. A small package has one file.
// A large one has an opening file, one for each first letter of the words, and
// some with what results show, so that a search loads only what it needs.
//
// Everything that learners read is found, and nothing of a facilitator block.
// The words are those of package words, brought down to a key (see keys.go), and
// static/search reads a query the same way. The same package gives the same
// bytes. Nothing is counted or joined until a file is asked for its bytes, so a
// preview in which nobody searches pays nothing.
package search

import (
	"fmt"
	"io"
	"sync"

	"commonground/internal/link"
	"commonground/internal/output"
	"commonground/internal/training"
)

// mostWhole is up to how many bytes of HTML the texts of a package have one file
// for an index. Prose needs a file of a fifth to a quarter of that, so one file is
// no more than 1 MB. It is told from the texts, for the names of the files must be
// known before anybody asks for the index.
const mostWhole = 3_600_000

// perFile is for how many items a file of a large index says what results show.
const perFile = 100

// Files returns the files of the index of a package and the pages that list things.
// A package with nothing to find has one too,
// for its pages have the box all the same.
func Files(pkg *training.Package, graph *link.Graph, lists ...List) []output.File {
	items := listItems(pkg, graph, lists)
	made := sync.OnceValue(func() *index { return newIndex(pkg, items) })
	if sizeOf(items) <= mostWhole {
		return []output.File{fileOf("index", made, func(x *index) any { return x.whole() })}
	}
	files := []output.File{fileOf("index", made, func(x *index) any { return x.opening() })}
	for n := range letters {
		files = append(files, fileOf(fmt.Sprintf("words-%d", n), made, func(x *index) any { return x.wordsOf(n) }))
	}
	for n := range (len(items) + perFile - 1) / perFile {
		files = append(files, fileOf(fmt.Sprintf("items-%d", n), made, func(x *index) any { return x.itemsOf(n) }))
	}
	return files
}

func sizeOf(items []*item) int {
	size := 0
	for _, i := range items {
		for _, t := range i.texts {
			size += len(t.Doc.HTML)
		}
	}
	return size
}

// fileOf is a file of the index, made of what part takes from it.
func fileOf(name string, made func() *index, part func(*index) any) output.File {
	path := link.SearchIndex + name + ".js"
	kind, _ := output.TypeOf(path)
	return output.File{Path: path, Type: kind, Write: func(w io.Writer) error { return writePart(w, part(made())) }}
}
