package build

import (
	"slices"
	"testing"
)

func TestPagesOf(t *testing.T) {
	r, err := Run(Options{Package: program(), Program: program(), Today: today})
	if err != nil || r.Site == nil {
		t.Fatal(err, r.Findings)
	}
	for name, want := range map[string][]string{
		"content/lessons/say-it-plainly.md":                    {"lessons/say-it-plainly.html", "print.html", "handouts/say-it-plainly.html"},
		"content/lessons/order-a-repeat-prescription/index.md": {"lessons/order-a-repeat-prescription.html", "print.html", "handouts/order-a-repeat-prescription.html"},
		"content/myths/a-browser-is-enough.md":                 {"myths/a-browser-is-enough.html", "print.html", "myths/cards.html"},
		"content/glossary/app.md":                              {"glossary/index.html", "print.html"},
		"content/index.md":                                     {"index.html", "print.html"},
		"layouts/lesson.html":                                  nil,
	} {
		got := r.PagesOf(name)
		if !slices.Equal(got, want) {
			t.Errorf("%s makes %q, want %q", name, got, want)
		}
		for _, path := range got {
			if _, ok := r.Site.File(path); !ok {
				t.Errorf("%s: the site has no %s", name, path)
			}
		}
	}
}
