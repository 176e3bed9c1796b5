package load

import (
	"bytes"
	"maps"
	"path"
)

// Cache remembers what the files of the last run said, so that the next one
// parses anew only what changed. It is honest: what a page says is a function of
// its name and its bytes alone, and nothing that depends on another file is in it.
// The bytes are compared, unless somebody tells what changes: see Forget. The zero
// Cache is empty; it is for one run at a time.
type Cache struct {
	pages map[string]page
	told  bool
}

// Forget drops what is remembered of files that changed: a path stands for a file, or
// for a folder with all in it. Once it was called it must be called for every change,
// for what is remembered of other files is then taken without a look at them.
func (c *Cache) Forget(paths []string) {
	c.told = true
	changed := map[string]bool{}
	for _, name := range paths {
		changed[name] = true
	}
	maps.DeleteFunc(c.pages, func(name string, _ page) bool {
		for at := name; at != "."; at = path.Dir(at) {
			if changed[at] {
				return true
			}
		}
		return false
	})
}

// unread returns what a file said, if that is known without reading it. It may be
// called from many goroutines.
func (c *Cache) unread(name string) (page, bool) {
	if c == nil || !c.told {
		return page{}, false
	}
	p, ok := c.pages[name]
	return p, ok
}

// find returns what a file said, if it had these bytes. It may be called from
// many goroutines.
func (c *Cache) find(name string, raw []byte) (page, bool) {
	if c == nil {
		return page{}, false
	}
	p, ok := c.pages[name]
	return p, ok && bytes.Equal(p.raw, raw)
}

// keep replaces what is remembered by the pages of a run, but for those that
// could not become part of the package, of which more can be said in another one.
func (c *Cache) keep(pages []page) {
	if c == nil {
		return
	}
	c.pages = make(map[string]page, len(pages))
	for i := range pages {
		if !pages[i].broken {
			c.pages[pages[i].name] = pages[i]
		}
	}
}
