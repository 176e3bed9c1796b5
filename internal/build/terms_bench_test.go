package build

import (
	"cmp"
	"strconv"
	"testing"

	"commonground/internal/bench/synthetic"
)

// BenchmarkTerms is the whole build of 1,000 lessons with more and more terms, of
// which every lesson uses as many; with 0 the same words are explained nowhere.
func BenchmarkTerms(b *testing.B) {
	for _, n := range []int{0, 50, 500, 5000} {
		pkg := madeOf(synthetic.Options{Seed: 1, Lessons: 1000, Terms: cmp.Or(n, 500), Unexplained: n == 0})
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
// 500 terms are found in the lessons.
func TestTermsAreUsed(t *testing.T) {
	r, err := Run(Options{Package: madeOf(synthetic.Options{Seed: 1, Lessons: 300, Terms: 500}), Program: program(), Today: today})
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
