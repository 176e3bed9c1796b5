package output

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// Target is the folder to write a site to, and what it must keep away from.
type Target struct {
	Dir     string   // made, with its parents, if it does not exist
	Root    string   // the package's folder: Dir may lie in it, but not be it or hold it
	Protect []string // folders that Dir must not be, hold or lie in: content, layouts …
}

// Stats is what was done.
type Stats struct {
	Files   int      // in the site
	Changed int      // of them, written because they are new or differ
	Removed int      // from an earlier build, no longer in the site
	Bytes   int64    // of the site's files; of a zip, its size
	Kept    []string // no longer in the site, but left because someone edited them; no longer ours
}

// WriteDir writes the site to a folder. One that does not exist appears at once
// and whole; one that exists is brought up to date file by file, and what in it is
// not ours is left alone. See the package comment for what is promised.
//
// The error is a *RefusedError for a place never written to, a *ConflictError for
// files that are not ours in the way, a *BusyError while another build writes
// there, a *DeniedError where nothing can be written, or trouble with the disk.
func (m Machine) WriteDir(site *Site, target Target) (Stats, error) {
	return m.real().writeDir(site, target)
}

func (m machine) writeDir(site *Site, target Target) (Stats, error) {
	dir, err := guard{target: target.Dir, root: target.Root, protect: target.Protect, apart: true}.settle(false)
	if err != nil {
		return Stats{}, err
	}
	d, err := m.open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return m.writeNew(site, dir)
	}
	if err != nil {
		return Stats{}, trouble("open", dir, err)
	}
	defer d.Close()
	return m.update(d, site, target.Dir)
}

// update brings a folder that exists up to date.
func (m machine) update(d disk, site *Site, target string) (stats Stats, err error) {
	lock, err := m.lockFor(d, target)
	if err != nil {
		return Stats{}, err
	}
	defer func() {
		if released := lock.release(); err == nil && released != nil {
			stats, err = Stats{}, released
		}
	}()
	old, found, err := readManifest(d)
	if err != nil {
		return Stats{}, err
	}
	if !found {
		if err := refusePackage(d, target); err != nil {
			return Stats{}, err
		}
	}
	p, err := survey(d, site, old)
	if err != nil {
		return Stats{}, err
	}
	if err := p.carryOut(lock); err != nil {
		return Stats{}, err
	}
	return p.stats(), nil
}

// refusePackage refuses a folder that looks like a package, whichever: a site is
// never written among the sources of one.
func refusePackage(d disk, target string) error {
	info, err := lstat(d, "content/index.md")
	if err != nil || info == nil {
		return err
	}
	return &RefusedError{Target: target, Reason: "is the folder of a package: it has content/index.md"}
}

// foldersOf returns the folders that paths lie in, parents first.
func foldersOf(paths []string) []string {
	seen := map[string]bool{}
	var all []string
	for _, p := range paths {
		for dir := range parents(p) {
			if seen[dir] {
				break
			}
			seen[dir] = true
			all = append(all, dir)
		}
	}
	slices.SortFunc(all, strings.Compare)
	return all
}

func (s *Site) paths() []string {
	paths := make([]string, len(s.files))
	for i, f := range s.files {
		paths[i] = f.Path
	}
	return paths
}
