package preview_test

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/preview"
	"commonground/internal/serve"
	"commonground/internal/watch"
)

// batches are Changes that are known beforehand, and end with an error.
type batches struct {
	left []watch.Batch
	end  error
}

func (b *batches) Next(context.Context) (watch.Batch, error) {
	if len(b.left) == 0 {
		return watch.Batch{}, b.end
	}
	first := b.left[0]
	b.left = b.left[1:]
	return first, nil
}

// screen notes what it shows.
type screen struct{ shown []string }

func (s *screen) Show(e serve.Edition)                { s.shown = append(s.shown, e.Title) }
func (s *screen) Fail([]diag.Finding, error)          { s.shown = append(s.shown, "failed") }
func (s *screen) Advise(*output.Site, []diag.Finding) {}

func smallFiles() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range smallPackage() {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// TestTold holds what people are told of each build, and what ends a preview.
func TestTold(t *testing.T) {
	broken := errors.New("out of watches")
	pkg, shown, now := smallFiles(), &screen{}, time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	var told []preview.Build
	err := preview.Run(t.Context(), preview.Options{
		Open:    func() (fs.FS, error) { return pkg, nil },
		Program: program(),
		Now:     func() time.Time { now = now.Add(time.Second); return now },
		Changes: &batches{left: []watch.Batch{{Note: "slow"}, {Paths: []string{"content/a.md"}, Note: "slower"}, {Paths: []string{"content"}}}, end: broken},
		Screen:  shown,
		Tell: func(b preview.Build) {
			if told = append(told, b); len(told) == 3 {
				delete(pkg, "content/index.md")
			}
		},
	})
	if !errors.Is(err, broken) {
		t.Errorf("it ended with %v", err)
	}
	if want := []string{"Test package", "Test package", "failed"}; !slices.Equal(shown.shown, want) {
		t.Errorf("shown were %q, want %q", shown.shown, want)
	}
	if len(told) != 4 {
		t.Fatalf("told were %d builds", len(told))
	}
	first, note, second, third := told[0], told[1], told[2], told[3]
	if first.Changed != nil || first.Note != "" || first.Pages == 0 || first.Failed || first.Took != time.Second {
		t.Errorf("the first build is told as %+v", first)
	}
	if note.Note != "slow" || note.Took != 0 || note.Changed != nil {
		t.Errorf("a note is told as %+v", note)
	}
	if second.Note != "slower" || !slices.Equal(second.Changed, []string{"content/a.md"}) || second.Pages != first.Pages {
		t.Errorf("the second build is told as %+v", second)
	}
	if !third.Failed || third.Trouble != nil || len(third.Findings) == 0 || third.Pages != 0 {
		t.Errorf("a build with a mistake is told as %+v", third)
	}
}

// TestTrouble holds that what is no mistake of the content is told and survived.
func TestTrouble(t *testing.T) {
	opens := []func() (fs.FS, error){
		func() (fs.FS, error) { return nil, errors.New("no such drive") },
		func() (fs.FS, error) { panic("no luck") },
		func() (fs.FS, error) { return smallFiles(), nil },
	}
	var told []string
	shown, change := &screen{}, watch.Batch{Paths: []string{"."}}
	ctx, cancel := context.WithCancel(t.Context())
	err := preview.Run(ctx, preview.Options{
		Open:    func() (fs.FS, error) { return opens[len(told)]() },
		Program: program(), Now: time.Now, Screen: shown,
		Changes: &batches{left: []watch.Batch{change, change}, end: errors.New("not asked for")},
		Tell: func(b preview.Build) {
			text := "well"
			if b.Trouble != nil {
				text = b.Trouble.Error()
			}
			if told = append(told, text); len(told) == len(opens) {
				cancel()
			}
		},
	})
	if err != nil {
		t.Errorf("after its context it ended with %v", err)
	}
	if want := []string{"no such drive", "a mistake in the program stopped the build: no luck", "well"}; !slices.Equal(told, want) {
		t.Errorf("told was %q, want %q", told, want)
	}
	if want := []string{"failed", "failed", "Test package"}; !slices.Equal(shown.shown, want) {
		t.Errorf("shown were %q", shown.shown)
	}
}

// TestEndsAtOnce ends a preview while a build runs that would never end.
func TestEndsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	forever, shown := make(chan struct{}), &screen{}
	defer close(forever)
	err := preview.Run(ctx, preview.Options{
		Open: func() (fs.FS, error) {
			cancel()
			<-forever
			return nil, errors.New("too late")
		},
		Program: program(), Now: time.Now, Screen: shown, Changes: &batches{end: errors.New("not asked for")},
	})
	if err != nil || len(shown.shown) > 0 {
		t.Errorf("it ended with %v and showed %q", err, shown.shown)
	}
}
