package build

import (
	"bytes"
	"maps"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkRebuild is what a preview does after a file was saved: a run with the
// cache of the one before, and the one page that a tab shows.
func BenchmarkRebuild(b *testing.B) {
	atSizes(b, func(b *testing.B, pkg fstest.MapFS) {
		own := maps.Clone(pkg)
		name := ""
		for n := range own {
			if strings.HasPrefix(n, "content/lessons/") && strings.HasSuffix(n, ".md") && n > name {
				name = n
			}
		}
		text := own[name].Data
		cache := new(Cache)
		for n := 0; b.Loop(); n++ {
			own[name] = &fstest.MapFile{Data: append(bytes.Clone(text), "\nSaved "+strconv.Itoa(n)+".\n"...)}
			r, err := Run(Options{Package: own, Program: program(), Today: today, Cache: cache})
			if err != nil || r.Site == nil {
				b.Fatal(err, len(r.Findings))
			}
		}
	})
}
