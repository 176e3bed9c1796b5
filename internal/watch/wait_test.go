package watch

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

func TestSettle(t *testing.T) {
	ms := time.Millisecond
	every15 := []time.Duration{}
	for at := 15 * ms; at < 200*ms; at += 15 * ms {
		every15 = append(every15, at)
	}
	for _, test := range []struct {
		name   string
		events []time.Duration // after the first
		want   time.Duration
	}{
		{"one event", nil, 20 * ms},
		{"a second one", []time.Duration{19 * ms}, 39 * ms},
		{"a burst", []time.Duration{1 * ms, 2 * ms, 3 * ms}, 23 * ms},
		{"no end", every15, 100 * ms},
		{"one too late", []time.Duration{21 * ms}, 20 * ms},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				wake := make(chan struct{}, 1)
				for _, at := range test.events {
					time.AfterFunc(at, func() {
						select {
						case wake <- struct{}{}:
						default:
						}
					})
				}
				start := time.Now()
				if err := settle(t.Context(), wake); err != nil {
					t.Error(err)
				}
				if took := time.Since(start); took != test.want {
					t.Errorf("settled after %v, want %v", took, test.want)
				}
			})
		})
	}
}

func TestSettleEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Millisecond)
		defer cancel()
		start := time.Now()
		err := settle(ctx, make(chan struct{}))
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != 5*time.Millisecond {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

// polling returns a watcher of a package in memory; each sweep begins with a call.
func polling(t *testing.T, pkg faulty, begins func()) *Watcher {
	w := &Watcher{interval: interval, now: time.Now, notifier: newNotifier("", Options{})}
	w.life, w.end = context.WithCancel(context.Background())
	w.sweeper = sweeper{files: pkg, folders: folders, ignore: ignored, enter: func(folder string, _ fs.FileInfo) {
		if folder == "." {
			begins()
		}
	}}
	if _, err := w.look(t.Context()); err != nil {
		t.Fatal(err)
	}
	return w
}

func TestNextSweepsEverySecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		pkg, sweeps := faulty{MapFS: fstest.MapFS{}}, 0
		w := polling(t, pkg, func() {
			if sweeps++; sweeps == 6 {
				pkg.MapFS["content/a.md"] = &fstest.MapFile{}
			}
		})
		defer w.Close()
		start := time.Now()
		batch, err := w.Next(t.Context())
		if err != nil || !slices.Equal(batch.Paths, []string{"content/a.md"}) || batch.Note != "" {
			t.Errorf("%+v, %v", batch, err)
		}
		if took := time.Since(start); took != 5*time.Second {
			t.Errorf("the sixth sweep came after %v", took)
		}
	})
}

func TestNextGivesASlowDiskRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sweeps := 0
		pkg := faulty{MapFS: fstest.MapFS{"content/a.md": {}}, onList: func(string) { time.Sleep(2 * time.Second) }}
		w := polling(t, pkg, func() { sweeps++ })
		defer w.Close()
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Second)
		defer cancel()
		if _, err := w.Next(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		if sweeps != 11 {
			t.Errorf("%d sweeps of 2 seconds in 100", sweeps)
		}
	})
}

func TestCloseEndsNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := polling(t, faulty{MapFS: fstest.MapFS{}}, func() {})
		start := time.Now()
		time.AfterFunc(300*time.Millisecond, func() { _ = w.Close() })
		if _, err := w.Next(t.Context()); !errors.Is(err, fs.ErrClosed) || time.Since(start) != 300*time.Millisecond {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}
