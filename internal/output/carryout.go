package output

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
)

// carryOut makes the folder the site. All that is new is written under names of
// ours first, so that a full disk is met while the old site is still whole. Until
// the very end the manifest lists both old and new: wherever a run breaks off,
// the next one knows what is ours.
func (p *plan) carryOut(l *lock) error {
	if err := p.sweepTemps(); err != nil {
		return err
	}
	todo := p.todo()
	final := p.final()
	if len(todo) == 0 && bytes.Equal(final.bytes(), p.old.bytes()) {
		return nil // nor is anything to be removed: the lists would differ
	}
	if err := l.check(); err != nil {
		return err
	}
	if err := newPress().replace(p.d, p.between().file()); err != nil {
		return err
	}
	made, err := p.makeFolders()
	if err == nil {
		err = p.bringIn(todo)
	}
	if err != nil {
		for _, dir := range slices.Backward(made) {
			p.d.Remove(dir) // if it is empty
		}
		return err
	}
	for _, one := range p.removed {
		if err := p.clear(one); err != nil {
			return err
		}
	}
	if err := p.clearFolders(); err != nil {
		return err
	}
	return newPress().replace(p.d, final.file())
}

// todo returns the slots to write, in the order in which they take their place:
// pictures, styles and scripts before the pages that refer to them.
func (p *plan) todo() []int {
	var todo []int
	for i, s := range p.slots {
		if !s.keeps() {
			todo = append(todo, i)
		}
	}
	rank := func(i int) int {
		if path.Ext(p.site.files[i].Path) == ".html" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(todo, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	return todo
}

// final returns the manifest of the finished site.
func (p *plan) final() manifest {
	m := manifest{Version: manifestVersion}
	for i, s := range p.slots {
		m.Files = append(m.Files, entry{Path: p.site.files[i].Path, Sum: s.new.sum})
	}
	return m
}

// between returns the manifest that is true at every step from the old site to
// the new one.
func (p *plan) between() manifest {
	m := p.final()
	for i, s := range p.slots {
		if s.was != nil && !s.keeps() {
			m.Files[i].Was = s.wasSum
		}
	}
	m.Files = append(m.Files, p.orphans...)
	slices.SortFunc(m.Files, func(a, b entry) int { return cmp.Compare(a.Path, b.Path) })
	return m
}

// makeFolders makes the folders that are missing and returns them.
func (p *plan) makeFolders() (made []string, err error) {
	for _, dir := range foldersOf(p.site.paths()) {
		if p.ground[dir] != absent {
			continue
		}
		if err := p.d.Mkdir(dir); err != nil {
			return made, trouble("make the folder", p.d.Path(dir), err)
		}
		made = append(made, dir)
	}
	return made, nil
}

// bringIn writes the files of slots beside their places, and when all are
// written, renames them there. It leaves no file of its own behind.
func (p *plan) bringIn(todo []int) error {
	temp := func(i int) string { return tempName(p.site.files[i].Path, i) }
	err := each(len(todo), func(press *press, n int) error {
		i := todo[n]
		s, err := press.write(p.d, p.site.files[i], temp(i))
		if err == nil && s != p.slots[i].new {
			err = fmt.Errorf("make %s: it came out differently the second time", p.site.files[i].Path)
		}
		return err
	})
	for n := 0; err == nil && n < len(todo); n++ {
		err = p.place(todo[n], temp(todo[n]))
	}
	if err != nil {
		for _, i := range todo {
			p.d.Remove(temp(i)) // most are not there
		}
	}
	return err
}

// place renames a finished file into its slot, unless what stands there was
// changed since it was looked at.
func (p *plan) place(i int, temp string) error {
	name := p.site.files[i].Path
	now, err := lstat(p.d, name)
	if err != nil {
		return err
	}
	if !same(p.slots[i].was, now) {
		return &ConflictError{Target: p.d.Path("."), Conflicts: []Conflict{{name, "was changed while the site was being written"}}}
	}
	return move(p.d, temp, name)
}

// sweepTemps removes what a crashed run had not yet brought to its place. The
// lock is ours, so no other run is writing here.
func (p *plan) sweepTemps() error {
	dirs := []string{"."}
	for dir, ground := range p.ground {
		if ground == solid {
			dirs = append(dirs, dir)
		}
	}
	slices.Sort(dirs)
	for _, dir := range dirs {
		if err := sweep(p.d, dir); err != nil {
			return err
		}
	}
	return nil
}

// sweep removes the files of ours that are in no place, in one folder whose lock
// is held.
func sweep(d disk, dir string) error {
	entries, err := d.ReadDir(dir)
	if err != nil {
		return trouble("read the folder", d.Path(dir), err)
	}
	for _, e := range entries {
		if e.Type().IsRegular() && isTemp(e) {
			if err := remove(d, path.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *plan) stats() Stats {
	s := Stats{Files: len(p.slots), Changed: len(p.todo()), Kept: p.kept}
	for _, l := range p.removed {
		if l.to == "" && !slices.Contains(p.kept, l.path) {
			s.Removed++
		}
	}
	for _, slot := range p.slots {
		s.Bytes += slot.new.size
	}
	return s
}
