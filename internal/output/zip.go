package output

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"time"
)

// ZipTarget is the zip file to write a site to, and what it must keep away from.
type ZipTarget struct {
	File    string   // its folder is made if it does not exist
	Root    string   // the package's folder: File may lie in it
	Protect []string // folders that File must not lie in: content, layouts …
}

// zipComment is how a zip says that we wrote it: only such a one is replaced.
const zipComment = "commonground"

// WriteZip writes the site to a zip file, which appears at once and whole. An
// existing file is only replaced if it is a zip that we wrote; one with the same
// bytes is left untouched. The same site gives the same bytes. Stats.Changed is the
// number of files in a zip that was written.
//
// The errors are those of WriteDir.
func WriteZip(site *Site, target ZipTarget) (Stats, error) {
	return thisMachine().writeZip(site, target)
}

func (m machine) writeZip(site *Site, target ZipTarget) (stats Stats, err error) {
	file, err := guard{target.File, target.Root, target.Protect}.settle(true)
	if err != nil {
		return Stats{}, err
	}
	d, err := m.openFolder(filepath.Dir(file))
	if err != nil {
		return Stats{}, err
	}
	defer func() { d.close(err == nil) }()
	lock, err := m.lock(d)
	if err != nil {
		return Stats{}, err
	}
	defer func() {
		if released := lock.release(); err == nil && released != nil {
			stats, err = Stats{}, released
		}
	}()
	return zipInto(d, filepath.Base(file), site)
}

// zipInto writes the zip of a site in a folder whose lock is held.
func zipInto(d disk, name string, site *Site) (Stats, error) {
	was, err := lstat(d, name)
	if err != nil {
		return Stats{}, err
	}
	if err := checkZip(d, name, was); err != nil {
		return Stats{}, err
	}
	if err := sweep(d, "."); err != nil {
		return Stats{}, err
	}
	temp := tempName(name, 0)
	press := newPress()
	made, err := press.write(d, File{Path: name, Write: func(w io.Writer) error { return pack(w, site) }}, temp)
	if err != nil {
		return Stats{}, err
	}
	stats := Stats{Files: len(site.files), Changed: len(site.files), Bytes: made.size}
	changed, err := settleZip(d, temp, name, was, made)
	if err != nil {
		d.Remove(temp)
		return Stats{}, err
	}
	if !changed {
		stats.Changed = 0
	}
	return stats, nil
}

// settleZip renames the finished zip over the one that was there, or drops it if
// that has the same bytes.
func settleZip(d disk, temp, name string, was fs.FileInfo, made stamp) (changed bool, err error) {
	now, err := lstat(d, name)
	if err != nil {
		return false, err
	}
	if !same(was, now) {
		return false, conflictAt(d, name, "was changed while the zip was being written")
	}
	if was != nil {
		old, err := newPress().stampOf(d, name)
		if err != nil {
			return false, err
		}
		if old == made {
			return false, remove(d, temp)
		}
	}
	return true, move(d, temp, name)
}

// checkZip makes sure that what stands where the zip is to go is nothing, or a
// zip that we wrote.
func checkZip(d disk, name string, info fs.FileInfo) error {
	switch {
	case info == nil:
		return nil
	case !info.Mode().IsRegular():
		return conflictAt(d, name, "is "+kindOf(info)+" where a file is needed")
	}
	r, err := d.Open(name)
	if err != nil {
		return trouble("read", d.Path(name), err)
	}
	defer r.Close()
	z, err := zip.NewReader(r, info.Size())
	switch {
	case errors.Is(err, zip.ErrFormat), err == nil && z.Comment != zipComment:
		return conflictAt(d, name, notOurs)
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return trouble("read", d.Path(name), err)
	}
	return nil
}

func conflictAt(d disk, name, reason string) error {
	return &ConflictError{Target: d.Path("."), Conflicts: []Conflict{{name, reason}}}
}

// pack writes a zip: files in order of path, one fixed time, every file deflated.
func pack(w io.Writer, site *Site) error {
	z := zip.NewWriter(w)
	for _, f := range site.files {
		to, err := z.CreateHeader(&zip.FileHeader{
			Name:     f.Path,
			Method:   zip.Deflate,
			Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		})
		if err != nil {
			return err
		}
		if err := f.Write(to); err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	_ = z.SetComment(zipComment) // which fails for long ones only
	return z.Close()
}
