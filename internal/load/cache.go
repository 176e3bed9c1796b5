package load

import "crypto/sha256"

// Cache remembers what the files of the last run said, so that the next one
// reads anew only what changed. It is honest: what a page says is a function of
// its name and its bytes alone, and nothing that depends on another file is in
// it. The zero Cache is empty; it is for one run at a time.
type Cache struct{ pages map[key]page }

// key stands for the name and the bytes of a file.
type key [sha256.Size]byte

func keyOf(name string, raw []byte) key {
	h := sha256.New()
	h.Write([]byte(name))
	h.Write([]byte{0})
	h.Write(raw)
	return key(h.Sum(nil))
}

// find returns what a file said. It may be called from many goroutines.
func (c *Cache) find(k key) (page, bool) {
	if c == nil {
		return page{}, false
	}
	p, ok := c.pages[k]
	return p, ok
}

// keep replaces what is remembered by the pages of a run, but for those that
// could not become part of the package, of which more can be said in another one.
func (c *Cache) keep(pages []page) {
	if c == nil {
		return
	}
	c.pages = make(map[key]page, len(pages))
	for i := range pages {
		if !pages[i].broken {
			c.pages[pages[i].key] = pages[i]
		}
	}
}
