package render

import (
	"bytes"
	"maps"
	"slices"

	"commonground/internal/source"
)

// Cache remembers what was made of layouts, styles and scripts, so that a preview
// does not make it anew with every save. It is honest: what it holds is a
// function of the bytes it was made from, which it holds as well. The zero Cache
// is empty; it is for one run at a time.
type Cache struct {
	layouts Layouts
	bundles map[string]joined // by path in the site
}

// same returns the layouts of the run before if they were made from these texts.
func (c *Cache) same(texts map[string][]byte) (Layouts, bool) {
	if c == nil || c.layouts.set == nil || !maps.EqualFunc(texts, c.layouts.texts, bytes.Equal) {
		return Layouts{}, false
	}
	return c.layouts, true
}

func (c *Cache) keep(l Layouts) {
	if c != nil {
		c.layouts = l
	}
}

// joined returns what became of a bundle in the run before if it had the same files.
func (c *Cache) joined(path string, files []*source.File) (joined, bool) {
	if c == nil {
		return joined{}, false
	}
	known, ok := c.bundles[path]
	return known, ok && slices.EqualFunc(known.files, files, func(a, b *source.File) bool {
		return a.Name == b.Name && bytes.Equal(a.Text, b.Text)
	})
}

func (c *Cache) keepJoined(path string, made joined) {
	if c == nil {
		return
	}
	if c.bundles == nil {
		c.bundles = map[string]joined{}
	}
	c.bundles[path] = made
}
