package output

import (
	"io/fs"
	"os"
	"slices"
)

// leftover is a file that we wrote and that has no place in the site any more.
type leftover struct {
	path string
	was  fs.FileInfo
	to   string // its name in the site, where that is the same file in another case
}

// findLeftovers finds what is there of the orphans: what we wrote is to be
// deleted, what someone edited is kept.
func (p *plan) findLeftovers() error {
	siteKeys := p.siteKeys()
	press := newPress()
	for _, e := range p.orphans {
		info, err := p.lstatOld(e.Path)
		if err != nil {
			return err
		}
		if info == nil {
			continue
		}
		ours := info.Mode().IsRegular()
		if ours {
			disk, err := press.stampOf(p.d, e.Path)
			if err != nil {
				return err
			}
			ours = e.wrote(disk.sum)
		}
		i, both := siteKeys[Key(e.Path)]
		both = both && p.slots[i].was != nil && os.SameFile(info, p.slots[i].was)
		switch {
		case both:
			p.removed = append(p.removed, leftover{e.Path, info, p.site.files[i].Path})
		case ours:
			p.removed = append(p.removed, leftover{e.Path, info, ""})
		default:
			p.kept = append(p.kept, e.Path)
		}
	}
	return nil
}

// lstatOld looks at a file of the old site, and finds nothing where a folder it
// lay in is no longer one.
func (p *plan) lstatOld(name string) (fs.FileInfo, error) {
	if p.groundOf(name) != solid {
		return nil, nil
	}
	return lstat(p.d, name)
}

// siteKeys returns the place in the site of every folded path. It is empty when
// there are no orphans to compare with.
func (p *plan) siteKeys() map[string]int {
	keys := map[string]int{}
	if len(p.orphans) == 0 {
		return keys
	}
	for i, f := range p.site.files {
		keys[Key(f.Path)] = i
	}
	return keys
}

// claimOtherCase takes back conflicts with files that are ours under another
// spelling: where case does not count, what is now a.png may stand there as A.png.
func (p *plan) claimOtherCase() error {
	siteKeys := p.siteKeys()
	for _, e := range p.orphans {
		i, ok := siteKeys[Key(e.Path)]
		if !ok || p.slots[i].conflict != notOurs {
			continue
		}
		info, err := p.lstatOld(e.Path)
		if err != nil {
			return err
		}
		if s := &p.slots[i]; info != nil && os.SameFile(info, s.was) && e.wrote(s.wasSum) {
			s.conflict = ""
		}
	}
	return nil
}

// clear deletes a leftover, unless someone edited it since it was looked at.
func (p *plan) clear(l leftover) error {
	now, err := lstat(p.d, l.path)
	if err != nil || now == nil {
		return err
	}
	if l.to != "" {
		other, err := lstat(p.d, l.to)
		if err != nil {
			return err
		}
		if other != nil && os.SameFile(now, other) {
			return move(p.d, l.path, l.to)
		}
	}
	if !same(l.was, now) {
		p.kept = append(p.kept, l.path)
		return nil
	}
	return remove(p.d, l.path)
}

// clearFolders removes the folders that have become empty because the old site
// had files there, the deepest first.
func (p *plan) clearFolders() error {
	for _, dir := range slices.Backward(foldersOf(paths(p.orphans))) {
		if p.ground[dir] != solid {
			continue
		}
		entries, err := p.d.ReadDir(dir)
		if err != nil {
			return trouble("read the folder", p.d.Path(dir), err)
		}
		if len(entries) > 0 {
			continue
		}
		if err := remove(p.d, dir); err != nil {
			return err
		}
	}
	return nil
}
