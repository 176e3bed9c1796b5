package load

import "bytes"

// Cache remembers what the files of the last run said, so that the next one
// parses anew only what changed. It is honest: what a page says is a function of
// its name and its bytes alone, both of which are compared, and nothing that
// depends on another file is in it. The zero Cache is empty; it is for one run at
// a time.
type Cache struct{ pages map[string]page }

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
