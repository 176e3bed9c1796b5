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

// Look looks at a package: it returns what there is to say, in order of place, and
// what else the caller wants to know of the package.
type Look[T any] func(pkg fs.FS) (seen T, found []diag.Finding, err error)

// Result is a package after mending.
type Result[T any] struct {
	Files []File         // the changed ones, by name
	Made  []diag.Finding // what was mended, in order of rounds, and of place in each
	Seen  T              // of the look at the package as it would be
	Left  []diag.Finding // what that look found
	Kept  []Kept         // which of Left offer edits that were not made
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
func Run[T any](pkg fs.FS, look Look[T]) (*Result[T], error) {
	m := mender[T]{over: overlay{FS: pkg}, look: look, harmful: map[place]diag.Finding{}}
	var err error
	if m.seen, m.left, err = look(m.over); err != nil {
		return nil, err
	}
	m.most = len(m.left)
	rounds := fewRounds + 3*len(m.left)
	for changes := m.choose(); len(changes) > 0; changes = m.choose() {
		if rounds--; rounds < 0 {
			return nil, fmt.Errorf("mend %s: the edits for %s find no end", changes[0].file.Name, changes[0].made[0].Rule)
		}
		if err := m.round(changes); err != nil {
			return nil, err
		}
	}
	return &Result[T]{Files: m.over.files(), Made: m.made, Seen: m.seen, Left: m.left, Kept: m.kept()}, nil
}

// fewRounds is how many rounds there may be besides those in search of edits that
// do harm: more than edits that bring others to light need.
const fewRounds = 20

// mender is a package while it is mended.
type mender[T any] struct {
	look    Look[T]
	over    overlay
	seen    T
	left    []diag.Finding
	made    []diag.Finding
	most    int                    // how many findings a round may take
	suspect int                    // so many of those that come next did harm together; 0 for none
	harmful map[place]diag.Finding // whose edits are not made, and a mistake that they bring
}

// place tells findings apart from one round to the next: a finding is only called
// harmful when it comes first, so that what changes later stands behind it.
type place struct {
	path, rule string
	start      int
}

func placeOf(f diag.Finding) place { return place{f.Path, f.Rule, f.Span.Start} }

// round makes changes, unless they do harm.
func (m *mender[T]) round(changes []change) error {
	over, err := m.over.with(changes)
	if err != nil {
		return err
	}
	seen, left, err := m.look(over)
	if err != nil {
		return err
	}
	var tried []diag.Finding
	for _, c := range changes {
		tried = append(tried, c.made...)
	}
	if brings := harm(m.left, left); brings != nil {
		m.refuse(tried, *brings)
		return nil
	}
	m.over, m.seen, m.left = over, seen, left
	m.made = append(m.made, tried...)
	m.accept(len(tried))
	return nil
}

// refuse halves what did harm, until it is one finding. Others like it may follow,
// so what comes next is tried in small steps again.
func (m *mender[T]) refuse(tried []diag.Finding, brings diag.Finding) {
	if len(tried) > 1 {
		m.suspect, m.most = len(tried), len(tried)/2
		return
	}
	m.harmful[placeOf(tried[0])] = brings
	m.suspect, m.most = 0, 1
}

// accept goes on to the other half of what did harm, or lets the next round take
// twice as many.
func (m *mender[T]) accept(n int) {
	m.suspect = max(m.suspect-n, 0)
	if m.suspect > 0 {
		m.most = max(m.suspect/2, 1)
		return
	}
	m.most = max(m.most, 2*n)
}

// change is what one round does to one file.
type change struct {
	file   *source.File
	quoted quotations
	edits  []diag.Edit // in order of place; none overlaps another
	made   []diag.Finding
}

// choose picks the findings of a round, those that stand first. Where the edits of
// two overlap, or touch, the one that stands first is picked, and the other is looked
// at again in the round after.
func (m *mender[T]) choose() []change {
	var changes []change
	picked := 0
	at := map[*source.File]int{}
	for _, f := range m.left {
		if _, harmful := m.harmful[placeOf(f)]; f.File == nil || len(f.Edits) == 0 || harmful {
			continue
		}
		n, ok := at[f.File]
		if !ok && !m.over.has(f.File.Name) {
			continue // the program brings it
		}
		if !ok {
			n, at[f.File] = len(changes), len(changes)
			changes = append(changes, change{file: f.File, quoted: quotationsIn(f.File)})
		}
		if !changes[n].add(f) {
			continue
		}
		if picked++; picked == m.most {
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
