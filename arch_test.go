package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers is the table of docs/architecture.md: a package imports only from a
// layer below its own. What measures the program is no part of it, and lies above.
var layers = map[string]int{
	"source": 0, "output": 0, "words": 0, "cores": 0, "watch": 0,
	"diag": 1, "glossary": 1, "plain": 1,
	"schema": 2, "markdown": 2, "wording": 2,
	"training": 3, "fix": 3,
	"load":     4,
	"link":     5,
	"scaffold": 5,
	"check":    6, "render": 6, "report": 6, "search": 6,
	"build": 7, "serve": 7,
	"preview":         8,
	"cli":             9,
	"soak":            10, // for tests
	"bench/synthetic": 10, "bench/patterns": 10, "bench/floor": 10,
	"bench": 11,
}

// fences lists packages that only some of ours may import.
var fences = map[string][]string{
	"github.com/yuin/goldmark":       {"markdown", "bench/floor"},
	"github.com/adrg/frontmatter":    {"schema"},
	"go.yaml.in/yaml/v4":             {"schema"},
	"html/template":                  {"render", "report", "serve"},
	"text/template":                  {},
	"text/template/parse":            {"render"}, // to say which field a layout got wrong
	"net/http":                       {"serve"},
	"github.com/fsnotify/fsnotify":   {"watch"},
	"github.com/spf13/cobra":         {"cli"},
	"github.com/spf13/pflag":         {"cli"},
	"github.com/schollz/progressbar": {"cli"},
	"os/exec":                        {"cli", "bench"}, // to open a browser
	"os/signal":                      {"cli", "bench"},
	"os":                             {"cli", "output", "watch", "bench", "bench/floor", "soak"},
	"unsafe":                         {},
	"encoding/gob":                   {},
}

// goPackage is what go list prints of a package.
type goPackage struct {
	ImportPath string
	Dir        string
	Imports    []string
	GoFiles    []string
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", "./internal/...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p goPackage
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

// fenceOf returns the narrowest fence around an import, or "".
func fenceOf(imported string) string {
	best := ""
	for fence := range fences {
		if (imported == fence || strings.HasPrefix(imported, fence+"/")) && len(fence) > len(best) {
			best = fence
		}
	}
	return best
}

// TestImports holds the layers and the fences of docs/architecture.md.
func TestImports(t *testing.T) {
	packages := listPackages(t)
	if len(packages) != len(layers) {
		t.Errorf("there are %d packages, and %d in the table", len(packages), len(layers))
	}
	for _, p := range packages {
		for _, line := range brokenBy(p) {
			t.Error(line)
		}
	}
}

// ours begins the path of every package of the program.
const ours = "commonground/internal/"

// brokenBy says which layers and fences the imports of a package break.
func brokenBy(p goPackage) (broken []string) {
	name := strings.TrimPrefix(p.ImportPath, ours)
	layer, ok := layers[name]
	if !ok {
		return []string{fmt.Sprintf("package %s is not in the table", name)}
	}
	for _, imported := range p.Imports {
		if own, ok := strings.CutPrefix(imported, ours); ok {
			if below, ok := layers[own]; !ok || below >= layer {
				broken = append(broken, fmt.Sprintf("%s (layer %d) imports %s (layer %d)", name, layer, own, below))
			}
		}
		if fence := fenceOf(imported); fence != "" && !slices.Contains(fences[fence], name) {
			broken = append(broken, fmt.Sprintf("%s imports %s", name, imported))
		}
	}
	return broken
}

// TestImportsBite imports what must not be, and what may.
func TestImportsBite(t *testing.T) {
	for _, test := range []struct {
		from, imported string
		want           bool
	}{
		{"render", ours + "link", false},
		{"render", ours + "check", true},
		{"render", ours + "bench/patterns", true},
		{"cli", ours + "bench/synthetic", true},
		{"render", ours + "nowhere", true},
		{"bench", ours + "bench/patterns", false},
		{"nowhere", "fmt", true},
		{"render", "net/http", true},
		{"bench/floor", "github.com/yuin/goldmark/parser", false},
		{"bench", "github.com/yuin/goldmark/parser", true},
	} {
		if broken := brokenBy(goPackage{ImportPath: ours + test.from, Imports: []string{test.imported}}); (len(broken) > 0) != test.want {
			t.Errorf("%s imports %s: %q", test.from, test.imported, broken)
		}
	}
}
