package preview

import (
	"context"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/schema"
)

// advices counts how often advice is shown.
type advices struct {
	Screen
	shown []string
}

func (a *advices) Advise(_ *output.Site, findings []diag.Finding) {
	for _, f := range findings {
		a.shown = append(a.shown, f.Path)
	}
}

// TestAdviceStops holds that advice which is no longer wanted is looked for no further,
// and not shown.
func TestAdviceStops(t *testing.T) {
	pkg := fstest.MapFS{
		"content/index.md":   {Data: []byte("---\ntitle: A package\nsummary: It is small.\n---\n")},
		"content/contact.md": {Data: []byte("---\ntitle: Contact\n---\nWrite to us until 5 pm.\n")},
	}
	result, err := build.Run(build.Options{Package: pkg, Program: os.DirFS("../.."), Advice: true, Today: schema.Date{Year: 2026, Month: 11, Day: 23}})
	if err != nil {
		t.Fatal(err)
	}
	shown := new(advices)
	o := Options{Screen: shown}
	o.advise(t.Context(), result)
	if !slices.Contains(shown.shown, "content/contact.md") {
		t.Fatalf("there is no advice to stop: %q", shown.shown)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	shown.shown = nil
	o.advise(ended, result)
	if len(shown.shown) > 0 {
		t.Errorf("advice was shown on %q", shown.shown)
	}
	for _, f := range result.Advise(ended, 1) {
		if f.Path == "content/contact.md" {
			t.Errorf("%s was looked at: %s", f.Path, f.Message)
		}
	}
}
