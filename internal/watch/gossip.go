package watch

import (
	"sync"

	"github.com/fsnotify/fsnotify"
)

// tooMuch is how many paths are remembered before it is simply everything.
const tooMuch = 10_000

// gossip is what the system told since the last sweep. A sweep finds what is
// different; gossip adds what was different for a while, and what changed without
// a trace on the outside: someone may have read it just then.
type gossip struct {
	mu    sync.Mutex
	ops   map[string]fsnotify.Op // by path, as in a batch
	isAll bool                   // it may be everything
}

func (g *gossip) add(name string, op fsnotify.Op) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ops == nil {
		g.ops = map[string]fsnotify.Op{}
	}
	if name == "." || len(g.ops) >= tooMuch {
		g.isAll = true
		return
	}
	g.ops[name] |= op &^ fsnotify.Chmod
}

func (g *gossip) addAll() { g.add(".", 0) }

// take returns the paths that were told of, in the light of the sweep after it,
// and forgets them; or it says that they may be all.
func (g *gossip) take(next snapshot) (paths []string, isAll bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for name, op := range g.ops {
		if next.folders[name] && op == fsnotify.Write {
			continue // something in it changed, and is told of by itself
		}
		paths = append(paths, name)
	}
	isAll = g.isAll
	g.ops, g.isAll = nil, false
	return paths, isAll
}
