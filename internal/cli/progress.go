package cli

import (
	"io"
	"io/fs"
	"path"
	"sync/atomic"
	"time"

	"github.com/schollz/progressbar/v3"

	"commonground/internal/output"
)

const (
	unseen  = time.Second // what is over before shows nothing
	redrawn = 100 * time.Millisecond
)

// progress shows how far work has come, on one line that is gone when it ends. A nil
// progress shows nothing, and costs nothing.
type progress struct {
	done, all   atomic.Int64 // files
	stop, ended chan struct{}
}

// showProgress shows progress where somebody sits at a terminal and did not ask for silence.
func showProgress(to io.Writer, quiet bool, what string) *progress {
	if quiet || !terminal(to) {
		return nil
	}
	return progressOn(to, what)
}

func progressOn(to io.Writer, what string) *progress {
	p := &progress{stop: make(chan struct{}), ended: make(chan struct{})}
	go p.show(to, what)
	return p
}

// end returns when the line is gone.
func (p *progress) end() {
	if p != nil {
		close(p.stop)
		<-p.ended
	}
}

// show draws the line again and again once the work has gone on for a while.
func (p *progress) show(to io.Writer, what string) {
	defer close(p.ended)
	select {
	case <-p.stop:
		return
	case <-time.After(unseen):
	}
	bar := progressbar.NewOptions(1, progressbar.OptionSetWriter(to), progressbar.OptionSetDescription(what), progressbar.OptionSetWidth(24),
		progressbar.OptionSetTheme(progressbar.ThemeASCII), progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false))
	for tick := time.NewTicker(redrawn); ; {
		all := max(1, p.all.Load())
		bar.ChangeMax64(all)
		_ = bar.Set64(min(p.done.Load(), all-1)) // a full bar would stay
		select {
		case <-p.stop:
			tick.Stop()
			_ = bar.Clear()
			return
		case <-tick.C:
		}
	}
}

// reading counts the pages that are listed in folders, and those that are opened.
func (p *progress) reading(pkg fs.FS) fs.FS {
	if p == nil {
		return pkg
	}
	return counted{pkg, p}
}

// counted is a file system that tells its progress what is asked of it.
type counted struct {
	fs.FS
	progress *progress
}

var (
	_ fs.ReadDirFS  = counted{}
	_ fs.ReadFileFS = counted{}
	_ fs.StatFS     = counted{}
	_ fs.ReadLinkFS = counted{} // without, links would be taken for what they lead to
)

// ReadDir counts the pages of a folder as still to be read.
func (c counted) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(c.FS, name)
	for _, e := range entries {
		if isPage(e.Name()) {
			c.progress.all.Add(1)
		}
	}
	return entries, err
}

// Open counts a page as read.
func (c counted) Open(name string) (fs.File, error) {
	c.count(name)
	return c.FS.Open(name)
}

// ReadFile counts a page as read.
func (c counted) ReadFile(name string) ([]byte, error) {
	c.count(name)
	return fs.ReadFile(c.FS, name)
}

// Stat counts nothing.
func (c counted) Stat(name string) (fs.FileInfo, error) { return fs.Stat(c.FS, name) }

// Lstat counts nothing, and follows no link.
func (c counted) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(c.FS, name) }

// ReadLink counts nothing.
func (c counted) ReadLink(name string) (string, error) { return fs.ReadLink(c.FS, name) }

func (c counted) count(name string) {
	if isPage(name) {
		c.progress.done.Add(1)
	}
}

func isPage(name string) bool { return path.Ext(name) == ".md" }

// writing counts the files of a site as they are made.
func (p *progress) writing(site *output.Site) (*output.Site, error) {
	if p == nil {
		return site, nil
	}
	files := make([]output.File, len(site.Files()))
	for i, f := range site.Files() {
		files[i] = output.File{Path: f.Path, Type: f.Type, Write: func(w io.Writer) error {
			defer p.done.Add(1)
			return f.Write(w)
		}}
	}
	p.all.Add(int64(len(files)))
	return output.NewSite(files)
}
