package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// errStopped ends a command that was asked to stop before it had written anything.
var errStopped = errors.New("stopped; nothing was written")

// stoppable gives a context that ends when the program is asked to: by Ctrl-C, by
// the system, or on Windows by closing the window. A second Ctrl-C ends what the
// first one did not. end is to be called when nobody looks at the context any more.
func stoppable() (ctx context.Context, end func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// orStopped does what takes a while and writes nothing. When the program is asked
// to stop, it is left to end by itself, unseen.
func orStopped[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type outcome struct {
		made T
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		made, err := do()
		done <- outcome{made, err}
	}()
	select {
	case o := <-done:
		return o.made, o.err
	case <-ctx.Done():
		var none T
		return none, errStopped
	}
}

// unstopped does what is quick and is better done than broken off: to write a few
// files of the user's.
func unstopped(do func() error) error {
	_, end := stoppable()
	defer end()
	return do()
}
