package render

import (
	"bytes"
	"maps"
)

// Cache remembers what was made of layouts, styles and scripts, so that a preview
// does not make it anew with every save. It is honest: what it holds is a
// function of the bytes it was made from, which it holds as well. The zero Cache
// is empty; it is for one run at a time.
type Cache struct {
	layouts Layouts
	small   map[string]shrunk // by path in the site
}

// shrunk is a bundle as it was joined, and made small.
type shrunk struct{ text, small []byte }

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

// shrink returns a text made small by what makes it so, unless it did that before.
func (c *Cache) shrink(path string, text []byte, shrink func([]byte) ([]byte, error)) ([]byte, error) {
	if c != nil && bytes.Equal(c.small[path].text, text) && c.small[path].text != nil {
		return c.small[path].small, nil
	}
	small, err := shrink(text)
	if c != nil && err == nil {
		if c.small == nil {
			c.small = map[string]shrunk{}
		}
		c.small[path] = shrunk{text, small}
	}
	return small, err
}
