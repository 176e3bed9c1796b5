//go:build unix

package build

import (
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"commonground/internal/check"
	"commonground/internal/cores"
	"commonground/internal/link"
	"commonground/internal/load"
)

// BenchmarkAdvice compares what advice costs with a cold build of the same package,
// in processor time, which other work on the machine changes least: reading the prose
// and running every check take at most 40 % of a build.
func BenchmarkAdvice(b *testing.B) {
	atSizes(b, func(b *testing.B, pkg fstest.MapFS) {
		var building, parsing, advising time.Duration
		for b.Loop() {
			building += processorTime(b, func() {
				r, err := Run(Options{Package: pkg, Program: program(), Today: today})
				if err != nil || r.Site == nil {
					b.Fatal(err, r)
				}
				writeAll(b, r.Site.Files())
			})
			parsing += processorTime(b, func() { link.Resolve(loaded(b, pkg).Package) })
			advising += processorTime(b, func() {
				l, err := load.Package(load.Options{Package: pkg, Themes: program(), Prose: true})
				if err != nil {
					b.Fatal(err)
				}
				graph, _ := link.Resolve(l.Package)
				check.Advise(b.Context(), check.Input{Package: l.Package, Graph: graph, Today: today}, cores.All())
			})
		}
		b.ReportMetric(float64((advising-parsing).Milliseconds())/float64(b.N), "advice-ms")
		b.ReportMetric(float64(building.Milliseconds())/float64(b.N), "build-ms")
		b.ReportMetric(100*float64(advising-parsing)/float64(building), "%-of-build")
	})
}

// processorTime is how long all cores together worked on something.
func processorTime(b *testing.B, work func()) time.Duration {
	b.Helper()
	used := func() time.Duration {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	before := used()
	work()
	return used() - before
}
