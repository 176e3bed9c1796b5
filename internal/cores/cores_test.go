package cores

import (
	"slices"
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		var workers atomic.Int64
		slots := make([]int, n)
		shared := make([]bool, n)
		type own struct{ busy atomic.Bool }
		EachWith(n, func() *own { workers.Add(1); return new(own) }, func(w *own, i int) {
			shared[i] = w.busy.Swap(true)
			slots[i]++
			w.busy.Store(false)
		})
		if slices.ContainsFunc(slots, func(done int) bool { return done != 1 }) {
			t.Errorf("%d: not each piece was done once", n)
		}
		if slices.Contains(shared, true) {
			t.Errorf("%d: two workers had one value", n)
		}
		if workers.Load() > int64(n) {
			t.Errorf("%d: %d workers", n, workers.Load())
		}
	}
}

func TestEachPanics(t *testing.T) {
	done := 0
	defer func() {
		if p := recover(); p != "out of luck" {
			t.Errorf("recovered %v", p)
		}
		if done != 3 {
			t.Errorf("%d pieces were done", done)
		}
	}()
	slots := make([]int, 4)
	defer func() {
		for _, n := range slots {
			done += n
		}
	}()
	Each(4, func(i int) {
		if i == 2 {
			panic("out of luck")
		}
		slots[i] = 1
	})
}
