package output

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
)

// writeNew writes the site to a folder that does not exist.
func (m machine) writeNew(site *Site, dir string) (stats Stats, err error) {
	err = m.appear(dir, func(l *lock) error {
		stats, err = fillWith(l.d, site)
		return err
	})
	if err != nil {
		return Stats{}, err
	}
	return stats, nil
}

// appear makes a folder with what fill writes to it: beside its place, under a name
// of ours, and renames it there. Until then nothing stands in the place; when it
// fails, nothing is left.
func (m machine) appear(dir string, fill func(l *lock) error) (err error) {
	parent, err := m.openFolder(filepath.Dir(dir))
	if err != nil {
		return denied(dir, err)
	}
	defer func() { parent.close(err == nil) }()
	if err := m.sweepStages(parent); err != nil {
		return err
	}
	stage, err := makeStage(parent)
	if err != nil {
		return denied(dir, err)
	}
	name := filepath.Base(dir)
	if err = m.fillStage(parent, stage, fill); err == nil {
		err = publish(parent, stage, name)
	}
	if err != nil {
		removeTree(parent, stage) // what this may fail to remove, the next run sweeps
		return err
	}
	return remove(parent, path.Join(name, lockName))
}

// makeStage makes a folder of a name of ours that no other run makes.
func makeStage(parent disk) (string, error) {
	name := tempPrefix + rand.Text() + tempSuffix
	if err := parent.Mkdir(name); err != nil {
		return "", trouble("make the folder", parent.Path(name), err)
	}
	return name, nil
}

// fillStage fills an empty folder of ours. The lock in it stays: it tells other
// runs that the folder is in use. One that looks before the lock is there takes the
// folder for what a crashed run left, and removes it.
func (m machine) fillStage(parent disk, stage string, fill func(l *lock) error) error {
	overtaken := fmt.Errorf("write %s: another run began in the meantime; try again", parent.Path("."))
	d, err := parent.Sub(stage)
	if errors.Is(err, fs.ErrNotExist) {
		return overtaken
	}
	if err != nil {
		return trouble("open", parent.Path(stage), err)
	}
	defer d.Close() // before the rename: Windows renames no open folder
	l, err := m.lock(d)
	if errors.Is(err, fs.ErrNotExist) {
		return overtaken
	}
	if err != nil {
		return err
	}
	return fill(l)
}

// fillWith writes all files of a site and their manifest to an empty folder.
func fillWith(d disk, site *Site) (Stats, error) {
	for _, dir := range foldersOf(site.paths()) {
		if err := d.Mkdir(dir); err != nil {
			return Stats{}, trouble("make the folder", d.Path(dir), err)
		}
	}
	stamps := make([]stamp, len(site.files))
	if err := each(len(stamps), func(p *press, i int) (err error) {
		stamps[i], err = p.write(d, site.files[i], site.files[i].Path)
		return err
	}); err != nil {
		return Stats{}, err
	}
	stats := Stats{Files: len(stamps), Changed: len(stamps)}
	list := manifest{Version: manifestVersion}
	for i, s := range stamps {
		list.Files = append(list.Files, entry{Path: site.files[i].Path, Sum: s.sum})
		stats.Bytes += s.size
	}
	_, err := newPress().write(d, list.file(), manifestName)
	return stats, err
}

// publish gives the finished folder its name.
func publish(parent disk, stage, name string) error {
	info, err := lstat(parent, name)
	if err != nil {
		return err
	}
	if info != nil {
		return fmt.Errorf("write %s: another program made it in the meantime; try again", parent.Path(name))
	}
	return move(parent, stage, name)
}

// sweepStages removes the folders that crashed runs left beside a target: those
// with a name of ours that hold our lock, left by a run that has ended, or nothing.
func (m machine) sweepStages(parent disk) error {
	entries, err := parent.ReadDir(".")
	if err != nil {
		return trouble("read the folder", parent.Path("."), err)
	}
	for _, e := range entries {
		if !e.IsDir() || !isTemp(e) {
			continue
		}
		abandoned, err := m.abandoned(parent, e.Name())
		if err != nil {
			return err
		}
		if abandoned {
			if err := removeTree(parent, e.Name()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (m machine) abandoned(parent disk, stage string) (bool, error) {
	d, err := parent.Sub(stage)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil // another run swept it
	}
	if err != nil {
		return false, trouble("open", parent.Path(stage), err)
	}
	defer d.Close()
	entries, err := d.ReadDir(".")
	if err != nil {
		return false, trouble("read the folder", d.Path("."), err)
	}
	if len(entries) == 0 {
		return true, nil
	}
	info, err := lstat(d, lockName)
	if err != nil || info == nil {
		return false, err
	}
	_, stale, err := m.inspect(d, lockName)
	return stale, err
}

// removeTree removes a folder that we made for ourselves alone. Its lock goes
// last, so that the next run knows what a failure leaves as ours. Links in it are
// removed, never followed.
func removeTree(d disk, name string) error {
	entries, err := d.ReadDir(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return trouble("read the folder", d.Path(name), err)
	}
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return isLock(a) - isLock(b) })
	for _, e := range entries {
		clear := remove
		if e.IsDir() {
			clear = removeTree
		}
		if err := clear(d, path.Join(name, e.Name())); err != nil {
			return err
		}
	}
	return remove(d, name)
}

func isLock(e fs.DirEntry) int {
	if e.Name() == lockName {
		return 1
	}
	return 0
}
