// Package fix makes the edits that findings offer: the one safe way to mend a
// thing that somebody wrote.
//
// A package goes in, and a way to look at it; out come the files as they would
// be, and what was mended. Nothing is written. Looking and mending take turns
// until no finding offers an edit, so that what one edit brings to light, or
// what two want to change at once, is mended in the same run, and a second run
// finds nothing to do.
package fix

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// Look says what there is to say about a package.
type Look func(pkg fs.FS) ([]diag.Finding, error)

// Result is a package after mending.
type Result struct {
	Files []File         // the changed ones, by name
	Made  []diag.Finding // what was mended, in order of rounds, and of place in each
	Left  []diag.Finding // what there is to say about the package as it would be
}

// File is a file of the package before and after: all of its bytes, with mark
// and line ends.
type File struct {
	Name     string
	Was, Now []byte
}

// Run looks at a package and mends it until no finding offers an edit that does
// no harm. An edit does harm when it brings a mistake that stops a build, such as
// a heading that links name by its old words: its finding stays with those Left.
func Run(pkg fs.FS, look Look) (*Result, error) {
	m := mender{over: overlay{FS: pkg}, look: look, harmful: map[place]bool{}}
	var err error
	if m.left, err = look(m.over); err != nil {
		return nil, err
	}
	rounds := fewRounds + 2*len(m.left)
	for changes := m.choose(); len(changes) > 0; changes = m.choose() {
		if rounds--; rounds < 0 {
			return nil, fmt.Errorf("mend %s: the edits for %s find no end", changes[0].file.Name, changes[0].made[0].Rule)
		}
		if err := m.round(changes); err != nil {
			return nil, err
		}
	}
	return &Result{Files: m.over.files(), Made: m.made, Left: m.left}, nil
}

// fewRounds is how many rounds there may be besides those that try one edit at a
// time: more than edits that bring others to light need.
const fewRounds = 20

// mender is a package while it is mended.
type mender struct {
	look    Look
	over    overlay
	left    []diag.Finding
	made    []diag.Finding
	careful bool           // one finding a round, since those of a round together did harm
	harmful map[place]bool // whose edits are not made
}

// place tells findings apart from one round to the next: in careful rounds only
// what stands behind it has changed.
type place struct {
	path, rule string
	start      int
}

func placeOf(f diag.Finding) place { return place{f.Path, f.Rule, f.Span.Start} }

// round makes changes, unless they do harm.
func (m *mender) round(changes []change) error {
	over, err := m.over.with(changes)
	if err != nil {
		return err
	}
	left, err := m.look(over)
	if err != nil {
		return err
	}
	switch {
	case !harmed(m.left, left):
		m.over, m.left = over, left
		for _, c := range changes {
			m.made = append(m.made, c.made...)
		}
	case m.careful:
		m.harmful[placeOf(changes[0].made[0])] = true
	default:
		m.careful = true
	}
	return nil
}

// harmed says whether there are mistakes that were not there before.
func harmed(before, after []diag.Finding) bool {
	type kind struct{ path, rule string }
	more := map[kind]int{}
	for _, f := range after {
		if f.Severity == diag.Error {
			more[kind{f.Path, f.Rule}]++
		}
	}
	for _, f := range before {
		if f.Severity == diag.Error {
			more[kind{f.Path, f.Rule}]--
		}
	}
	for _, n := range more {
		if n > 0 {
			return true
		}
	}
	return false
}

// change is what one round does to one file.
type change struct {
	file   *source.File
	quoted quotations
	edits  []diag.Edit // in order of place; none overlaps another
	made   []diag.Finding
}

// choose picks the findings of a round. Where the edits of two overlap, or touch,
// the one that stands first is picked, and the other is looked at again in the
// round after.
func (m *mender) choose() []change {
	var changes []change
	at := map[*source.File]int{}
	for _, f := range m.left {
		if f.File == nil || len(f.Edits) == 0 || m.harmful[placeOf(f)] {
			continue
		}
		n, ok := at[f.File]
		if !ok {
			n, at[f.File] = len(changes), len(changes)
			changes = append(changes, change{file: f.File, quoted: quotationsIn(f.File)})
		}
		if changes[n].add(f) && m.careful {
			break
		}
	}
	return slices.DeleteFunc(changes, func(c change) bool { return len(c.made) == 0 })
}

// add takes all edits of a finding, or none.
func (c *change) add(f diag.Finding) bool {
	if c.quoted.holds(f.Edits) {
		return false
	}
	all := append(slices.Clip(c.edits), f.Edits...)
	slices.SortStableFunc(all, func(a, b diag.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	for n := 1; n < len(all); n++ {
		if all[n].Span.Start <= all[n-1].Span.End {
			return false
		}
	}
	c.edits, c.made = all, append(c.made, f)
	return true
}
