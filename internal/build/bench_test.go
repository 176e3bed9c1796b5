package build

import (
	"io"
	"strconv"
	"sync"
	"testing"
	"testing/fstest"

	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/output"
	"commonground/internal/render"
)

// Benchmarks build synthetic packages without a disk, each stage by itself and
// then all of them. The packages are synthetic.

var benchPackages = sync.OnceValue(func() map[int]fstest.MapFS {
	packages := map[int]fstest.MapFS{}
	for _, n := range []int{30, 300, 1000} {
		packages[n] = syntheticPackage(1, n)
	}
	return packages
})

// atSizes runs a benchmark with packages of 30, 300 and 1,000 lessons, and says
// how long a lesson takes.
func atSizes(b *testing.B, run func(b *testing.B, pkg fstest.MapFS)) {
	for _, n := range []int{30, 300, 1000} {
		pkg := benchPackages()[n]
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			run(b, pkg)
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/lesson")
		})
	}
}

func loaded(b *testing.B, pkg fstest.MapFS) *load.Result {
	b.Helper()
	r, err := load.Package(load.Options{Package: pkg, Themes: program()})
	if err != nil || len(r.Findings) > 0 {
		b.Fatal(err, r.Findings)
	}
	return r
}

func pagesOf(b *testing.B, pkg fstest.MapFS, l *load.Result, g *link.Graph, layouts render.Layouts) []output.File {
	b.Helper()
	files, findings, err := render.Pages(render.Input{Package: l.Package, Graph: g, Layouts: layouts, Files: pkg, Static: over(pkg, program(), "static")})
	if err != nil || len(findings) > 0 {
		b.Fatal(err, findings)
	}
	return files
}

func writeAll(b *testing.B, files []output.File) {
	b.Helper()
	for _, f := range files {
		if err := f.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	atSizes(b, func(b *testing.B, pkg fstest.MapFS) {
		for b.Loop() {
			loaded(b, pkg)
		}
	})
}

func BenchmarkLink(b *testing.B) {
	atSizes(b, func(b *testing.B, pkg fstest.MapFS) {
		l := loaded(b, pkg)
		for b.Loop() {
			if _, findings := link.Resolve(l.Package); len(findings) > 0 {
				b.Fatal(findings)
			}
		}
	})
}

// BenchmarkRender makes the list of files and asks each for its bytes, one after
// the other.
func BenchmarkRender(b *testing.B) {
	atSizes(b, func(b *testing.B, pkg fstest.MapFS) {
		l := loaded(b, pkg)
		graph, _ := link.Resolve(l.Package)
		layouts, findings, err := render.ReadLayouts(over(pkg, program(), "layouts"), nil)
		if err != nil || len(findings) > 0 {
			b.Fatal(err, findings)
		}
		for b.Loop() {
			writeAll(b, pagesOf(b, pkg, l, graph, layouts))
		}
	})
}

// BenchmarkBuild is the whole of it, as build.Run does it, without writing to a disk.
func BenchmarkBuild(b *testing.B) {
	atSizes(b, func(b *testing.B, pkg fstest.MapFS) {
		for b.Loop() {
			r, err := Run(Options{Package: pkg, Program: program(), Today: today})
			if err != nil || r.Site == nil {
				b.Fatal(err, r)
			}
			writeAll(b, r.Site.Files())
		}
	})
}
