// Package cores does many small pieces of work on all cores.
package cores

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls work for 0 to n-1 and returns when all are done. What is made from
// piece i belongs in slot i, so that the number of cores never shows.
func Each(n int, work func(i int)) {
	EachWith(n, func() struct{} { return struct{}{} }, func(_ struct{}, i int) { work(i) })
}

// EachWith is Each for work that needs something to work with: every worker
// makes one, which no other has. If work panics, so does EachWith when all are
// done, where its caller can answer it.
func EachWith[W any](n int, worker func() W, work func(w W, i int)) { EachOn(All(), n, worker, work) }

// All is how many cores there are.
func All() int { return runtime.GOMAXPROCS(0) }

// AllButOne leaves a core free, if there are two, for what somebody waits for.
func AllButOne() int { return max(1, All()-1) }

// EachOn is EachWith with so many workers.
func EachOn[W any](workers, n int, worker func() W, work func(w W, i int)) {
	var next atomic.Int64
	var panicked atomic.Pointer[any]
	var group sync.WaitGroup
	for range min(workers, n) {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					panicked.CompareAndSwap(nil, &p)
				}
			}()
			w := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(w, i)
			}
		})
	}
	group.Wait()
	if p := panicked.Load(); p != nil {
		panic(*p)
	}
}
