package output

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// plan is what a folder needs to become the site: found out before anything in
// it is changed.
type plan struct {
	d       disk
	site    *Site
	old     manifest
	orphans []entry           // of the old manifest, with no file in the site
	ground  map[string]ground // each folder that the site or the old one has files in
	slots   []slot            // one for each file of the site
	removed []leftover        // what is there of the orphans, to delete
	kept    []string          // orphans that were edited since
}

// ground is what stands where a folder is needed.
type ground uint8

const (
	absent  ground = iota // nothing: the folder is to be made
	solid                 // a folder
	blocked               // something else, or nothing reachable: a conflict for the site
)

// slot is one file of the site and what stands in its place.
type slot struct {
	new      stamp
	was      fs.FileInfo // nil for nothing
	wasSum   string
	conflict string // why it may not be replaced, or ""
}

// keeps reports whether the bytes on disk are already the right ones. Then even a
// file that was not ours is no conflict: it becomes ours, untouched.
func (s slot) keeps() bool { return s.wasSum == s.new.sum }

// survey compares a site with a folder. Files in the way that are not ours are
// a *ConflictError that names them all.
func survey(d disk, site *Site, old manifest) (*plan, error) {
	p := &plan{d: d, site: site, old: old, slots: make([]slot, len(site.files)), ground: map[string]ground{}}
	for _, e := range old.Files {
		if _, ok := site.File(e.Path); !ok {
			p.orphans = append(p.orphans, e)
		}
	}
	conflicts, err := p.walkAll(foldersOf(site.paths()))
	if err != nil {
		return nil, err
	}
	if _, err := p.walkAll(foldersOf(paths(p.orphans))); err != nil {
		return nil, err
	}
	if err := each(len(p.slots), p.look); err != nil {
		return nil, err
	}
	if err := p.claimOtherCase(); err != nil {
		return nil, err
	}
	for i, s := range p.slots {
		if s.conflict != "" {
			conflicts = append(conflicts, Conflict{site.files[i].Path, s.conflict})
		}
	}
	if len(conflicts) > 0 {
		slices.SortFunc(conflicts, func(a, b Conflict) int { return strings.Compare(a.Path, b.Path) })
		return nil, &ConflictError{Target: d.Path("."), Conflicts: conflicts}
	}
	return p, p.findLeftovers()
}

// walkAll notes what stands where folders are needed, and returns what is in
// the way. Parents come before what is in them.
func (p *plan) walkAll(dirs []string) (conflicts []Conflict, err error) {
	for _, dir := range dirs {
		reason, err := p.walk(dir)
		if err != nil {
			return nil, err
		}
		if reason != "" {
			conflicts = append(conflicts, Conflict{dir, reason})
		}
	}
	return conflicts, nil
}

func (p *plan) walk(dir string) (reason string, err error) {
	if _, done := p.ground[dir]; done {
		return "", nil
	}
	if above := p.groundOf(dir); above != solid {
		p.ground[dir] = above
		return "", nil
	}
	info, err := lstat(p.d, dir)
	switch {
	case err != nil:
		return "", err
	case info == nil:
		p.ground[dir] = absent
	case info.IsDir():
		p.ground[dir] = solid
	default:
		p.ground[dir] = blocked
		return "is " + kindOf(info) + " where a folder is needed", nil
	}
	return "", nil
}

// groundOf returns what the folder is that a path lies in.
func (p *plan) groundOf(name string) ground {
	if dir := path.Dir(name); dir != "." {
		return p.ground[dir]
	}
	return solid
}

func kindOf(info fs.FileInfo) string {
	switch {
	case info.IsDir():
		return "a folder"
	case info.Mode()&fs.ModeSymlink != 0:
		return "a link"
	case info.Mode().IsRegular():
		return "a file"
	}
	return "no ordinary file"
}

// look fills slot i.
func (p *plan) look(press *press, i int) (err error) {
	f, s := p.site.files[i], &p.slots[i]
	if s.new, err = press.make(f, nil); err != nil {
		return err
	}
	if p.groundOf(f.Path) != solid {
		return nil
	}
	if s.was, err = lstat(p.d, f.Path); s.was == nil || err != nil {
		return err
	}
	if !s.was.Mode().IsRegular() {
		s.conflict = "is " + kindOf(s.was) + " where a file is needed"
		return nil
	}
	disk, err := press.stampOf(p.d, f.Path)
	if err != nil {
		return err
	}
	s.wasSum = disk.sum
	if s.keeps() {
		return nil
	}
	s.conflict = whyNotOurs(p.old, f.Path, s.wasSum)
	return nil
}

const notOurs = "was not made by commonground"

// whyNotOurs says why a file that stands in the way may not be replaced, or "".
func whyNotOurs(old manifest, name, sum string) string {
	e, listed := old.find(name)
	switch {
	case !listed:
		return notOurs
	case !e.wrote(sum):
		return "was changed since it was built"
	}
	return ""
}
