package output

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
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
func (m Machine) WriteZip(site *Site, target ZipTarget) (Stats, error) {
	return m.real().writeZip(site, target)
}

func (m machine) writeZip(site *Site, target ZipTarget) (Stats, error) {
	made, changed, err := m.writeSingle(single{
		place:  guard{target: target.File, root: target.Root, protect: target.Protect},
		write:  func(w io.Writer) error { return pack(w, site) },
		isOurs: isOurZip,
	})
	if err != nil {
		return Stats{}, err
	}
	stats := Stats{Files: len(site.files), Bytes: made.size}
	if changed {
		stats.Changed = stats.Files
	}
	return stats, nil
}

func isOurZip(d disk, name string, info fs.FileInfo) (bool, error) {
	r, err := d.Open(name)
	if err != nil {
		return false, trouble("read", d.Path(name), err)
	}
	defer r.Close()
	z, err := zip.NewReader(r, info.Size())
	switch {
	case errors.Is(err, zip.ErrFormat):
		return false, nil
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return false, trouble("read", d.Path(name), err)
	}
	return z.Comment == zipComment, nil
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
