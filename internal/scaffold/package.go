package scaffold

import (
	"errors"
	"io/fs"

	"commonground/internal/load"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// Package is what a draft must know of the package it is for: what it can refer
// to, and which names are taken.
type Package struct {
	choices map[string][]Choice // by the name of a kind, in the order of lists
	names   map[string][]string // what lies in the folder of a kind, by folder
}

// Choice is something that a page can refer to.
type Choice struct {
	Slug string
	Name string // what readers see
}

// Read looks at the package in a folder. Program holds the themes that it has
// unless it brings its own. What cannot be read in the package is left out; check
// says why.
func Read(folder, program fs.FS) (*Package, error) {
	loaded, err := load.Package(load.Options{Package: folder, Themes: program, Drafts: true})
	if err != nil {
		return nil, err
	}
	p := &Package{choices: map[string][]Choice{}, names: map[string][]string{}}
	for _, i := range finishedFirst(loaded.Package.Items) {
		p.choices[i.Kind.Name] = append(p.choices[i.Kind.Name], Choice{i.Slug, i.Name})
	}
	for _, k := range Kinds() {
		entries, err := fs.ReadDir(folder, k.Folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for _, e := range entries {
			p.names[k.Folder] = append(p.names[k.Folder], e.Name())
		}
	}
	return p, nil
}

// finishedFirst puts drafts behind all others: a page that refers to one cannot
// be finished before it.
func finishedFirst(items []*training.Item) []*training.Item {
	var finished, drafts []*training.Item
	for _, i := range items {
		if i.Front.Yes(schema.Draft.Name, false) {
			drafts = append(drafts, i)
		} else {
			finished = append(finished, i)
		}
	}
	return append(finished, drafts...)
}

// slugs lists what there is of a kind.
func (p *Package) slugs(kind string) []string {
	var all []string
	for _, c := range p.choices[kind] {
		all = append(all, c.Slug)
	}
	return all
}

// first returns the slug of the first thing of a kind, or "".
func (p *Package) first(kind string) string {
	if all := p.choices[kind]; len(all) > 0 {
		return all[0].Slug
	}
	return ""
}
