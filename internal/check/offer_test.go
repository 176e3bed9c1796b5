package check

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/fix"
	"commonground/internal/link"
	"commonground/internal/load"
)

// TestOffers makes every edit that rules offer for their own examples: each mends
// what was found, and none brings a mistake or has no end.
func TestOffers(t *testing.T) {
	offered := map[string]bool{}
	for _, c := range All() {
		if !c.Rule.Advice {
			continue
		}
		look := func(pkg fs.FS) (r *load.Result, found []diag.Finding, err error) {
			r, err = load.Package(load.Options{Package: pkg, Prose: true})
			if err != nil {
				return nil, nil, err
			}
			graph, linked := link.Resolve(r.Package)
			found = append(advice(Input{Package: r.Package, Graph: graph}, c), linked...)
			return r, diag.Sort(append(found, r.Findings...)), nil
		}
		for _, e := range readExamples(t, c.Rule.Code) {
			pkg := fstest.MapFS{"themes/care.md": page("title: Care\nsummary: S.\norder: 1\n", ""), "content/index.md": settings("")}
			for name, text := range e.files {
				pkg[name] = &fstest.MapFile{Data: []byte(text)}
			}
			r, err := fix.Run(pkg, look)
			if err != nil {
				t.Errorf("%s, %s: %v", c.Rule.Code, e.name, err)
				continue
			}
			for _, f := range r.Made {
				offered[f.Rule] = true
			}
			if !e.wrong && len(r.Made) > 0 {
				t.Errorf("%s, %s: what is right was mended: %v", c.Rule.Code, e.name, r.Made)
			}
		}
	}
	for _, code := range []string{"heading-stop", "money-form", "size-form", "time-form"} {
		if !offered[code] {
			t.Errorf("%s offers nothing for its examples", code)
		}
	}
}
