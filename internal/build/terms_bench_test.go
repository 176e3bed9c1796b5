package build

import (
	"fmt"
	"io/fs"
	"maps"
	"strconv"
	"testing"
	"testing/fstest"
)

// withTerms returns a package with n more terms, each three words that stand
// beside each other somewhere in its sentences. A lesson uses about six of 500
// and sixty of 5,000, one in thirteen words, which is more than real ones do.
func withTerms(pkg fstest.MapFS, n int) fstest.MapFS {
	own := maps.Clone(pkg)
	pairs := len(adjectives) * len(nouns)
	for i := range n {
		title := termTitle(i*7%pairs) + " " + fillers[(i*7/pairs+i)%len(fillers)]
		own[fmt.Sprintf("content/glossary/more-%d.md", i)] = &fstest.MapFile{Data: []byte(front("title", title, "meaning", "Something to look up."))}
	}
	return own
}

// BenchmarkTerms is the whole build of 1,000 lessons with more and more terms.
func BenchmarkTerms(b *testing.B) {
	for _, n := range []int{0, 500, 5000} {
		pkg := withTerms(benchPackages()[1000], n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r, err := Run(Options{Package: pkg, Program: program(), Today: today})
				if err != nil || r.Site == nil {
					b.Fatal(err, len(r.Findings))
				}
				writeAll(b, r.Site.Files())
			}
		})
	}
}

// TestTermsAreUsed shows that the benchmark measures what it says: nearly all of
// 500 more terms are found in the lessons.
func TestTermsAreUsed(t *testing.T) {
	pkg := withTerms(syntheticPackage(1, 300).files, 500)
	r, err := Run(Options{Package: fs.FS(pkg), Program: program(), Today: today})
	if err != nil {
		t.Fatal(err)
	}
	unused := 0
	for _, f := range r.Findings {
		if f.Rule == "term-unused" {
			unused++
		}
	}
	if unused > 50 {
		t.Errorf("%d of 500 terms are used nowhere", unused)
	}
}
