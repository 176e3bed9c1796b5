package watch

import (
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"path"
	"time"
)

// doubt is for how long after a size and time of a file were first seen its
// content is compared too: longer than the coarsest clock of a disk, the two
// seconds of FAT, so that an edit after it has another time. It is counted by our
// clock alone, since that of a file server may differ.
const doubt = 3 * time.Second

// tooLarge is the size from which a file is never read, only its size and time
// are compared.
const tooLarge = 8 << 20

// unreadable is the content of what cannot be read.
const unreadable = "unreadable"

// sweeper makes snapshots.
type sweeper struct {
	files   fs.FS
	folders []string                              // the names in the root that count
	ignore  func(name string) bool                // what does not count in them
	enter   func(folder string, info fs.FileInfo) // called before a folder is listed, so that no change falls between
}

// snapshot is what a sweep saw. The zero value is none yet.
type snapshot struct {
	files   map[string]entry // also links, and folders that cannot be listed
	folders map[string]bool
}

// sweep looks at every file. The error is the context's.
func (s *sweeper) sweep(ctx context.Context, now time.Time, old snapshot) (snapshot, error) {
	one := &pass{sweeper: s, ctx: ctx, now: now, old: old, new: snapshot{
		files:   make(map[string]entry, len(old.files)),
		folders: make(map[string]bool, len(old.folders)),
	}}
	if info, err := fs.Stat(s.files, "."); err == nil {
		one.arrive(".", info)
	}
	for _, name := range s.folders {
		info, err := fs.Stat(s.files, name) // follows a link, as the readers of the package do
		switch {
		case gone(err):
		case err != nil:
			one.unreadable(name)
		case info.IsDir():
			one.folder(name, info)
		default:
			one.file(name, info)
		}
	}
	return one.new, context.Cause(ctx)
}

// pass is one sweep as it runs.
type pass struct {
	*sweeper
	ctx      context.Context
	now      time.Time
	old, new snapshot
}

func (p *pass) arrive(name string, info fs.FileInfo) {
	p.new.folders[name] = true
	p.enter(name, info)
}

func (p *pass) folder(name string, info fs.FileInfo) {
	if p.ctx.Err() != nil {
		return
	}
	p.arrive(name, info)
	entries, err := fs.ReadDir(p.files, name)
	if err != nil && !gone(err) {
		p.unreadable(name)
	}
	for _, e := range entries {
		if !p.ignore(e.Name()) {
			p.visit(path.Join(name, e.Name()), e)
		}
	}
}

func (p *pass) visit(name string, e fs.DirEntry) {
	info, err := e.Info()
	switch {
	case gone(err):
	case err != nil:
		p.unreadable(name)
	case info.IsDir():
		p.folder(name, info)
	default:
		p.file(name, info)
	}
}

func (p *pass) unreadable(name string) {
	p.new.files[name] = entry{content: unreadable}
}

// file notes a file, and its content unless its size and time can be trusted.
func (p *pass) file(name string, info fs.FileInfo) {
	look := p.appearance(name, info)
	e, known := p.old.files[name]
	if !known || e.appearance != look {
		e = entry{appearance: look, since: p.now, isTrusted: p.mayTrust(look)}
	}
	if !e.isTrusted {
		content, err := p.read(name)
		if gone(err) {
			return
		}
		e.content = content
		e.isTrusted = content != unreadable && look.time > 0 && p.now.Sub(e.since) >= doubt
	}
	p.new.files[name] = e
}

// mayTrust says of a file seen for the first time that it need not be read:
// there is nothing to read, it is too large, or it is old. Only the first sweep
// goes by that; later a file is young because it is new to us, whatever time a
// server gave it.
func (p *pass) mayTrust(look appearance) bool {
	isOld := p.old.files == nil && look.time > 0 && time.Unix(0, look.time).Before(p.now.Add(-doubt))
	return isOld || !look.mode.IsRegular() || look.size > tooLarge
}

// appearance tells how a file looks from outside. A link looks like the file it
// leads to, and like a link.
func (p *pass) appearance(name string, info fs.FileInfo) appearance {
	link := ""
	if info.Mode().Type() == fs.ModeSymlink {
		link, _ = fs.ReadLink(p.files, name) // without, it is a link all the same
		if target, err := fs.Stat(p.files, name); err == nil && target.Mode().IsRegular() {
			info = target
		}
	}
	return appearance{info.Size(), info.ModTime().UnixNano(), info.Mode(), link}
}

// read returns a digest of a file's content, or with an error unreadable.
func (p *pass) read(name string) (string, error) {
	f, err := p.files.Open(name)
	if err != nil {
		return unreadable, err
	}
	defer f.Close()
	digest := sha256.New()
	if _, err := io.Copy(digest, f); err != nil {
		return unreadable, err
	}
	return string(digest.Sum(nil)), nil
}
