package watch

import (
	"io/fs"
	"time"
)

// entry is a file as a sweep saw it.
type entry struct {
	appearance
	content   string    // a digest, unreadable, or empty if it was never read
	since     time.Time // when it was first seen to look like this
	isTrusted bool      // as long as it looks like this, its content is the same
}

// appearance is what can be told of a file without opening it. The mode counts,
// since a file may become readable by it.
type appearance struct {
	size int64
	time int64 // of the last change, in nanoseconds since 1970; zero tells nothing
	mode fs.FileMode
	link string // where it leads
}

func (e entry) equal(other entry) bool {
	return e.appearance == other.appearance && e.content == other.content
}

// diff returns the files that were added, changed or removed from s to
// next.
func (s snapshot) diff(next snapshot) []string {
	var paths []string
	for name, e := range next.files {
		if old, ok := s.files[name]; !ok || !e.equal(old) {
			paths = append(paths, name)
		}
	}
	for name := range s.files {
		if _, ok := next.files[name]; !ok {
			paths = append(paths, name)
		}
	}
	return paths
}
