package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"

	"golang.org/x/net/html"
)

// weight is what a browser gets when it opens a page for the first time, in bytes.
type weight struct {
	page, packed figures // of the page alone, as it is and as a server may pack it
	loads        figures // of the page and all it asks for
	requests     figures // for the page and all it asks for
}

// weigh prints what pages of built sites weigh, by kind: the one in the middle, and
// the largest.
func weigh(args []string) error {
	f := flags("weigh")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() == 0 {
		return fmt.Errorf("weigh: name the folder of a built site")
	}
	for _, site := range f.Args() {
		kinds, err := weighSite(site)
		if err != nil {
			return err
		}
		fmt.Print("| pages | how many | page, KB | packed, KB | page and what it loads, KB | requests |\n| --- | --: | --: | --: | --: | --: |\n")
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			w := kinds[kind]
			fmt.Printf("| `%s` | %d | %s | %s | %s | %s |\n", kind, len(w.page), w.page.upTo("%.1f"), w.packed.upTo("%.1f"), w.loads.upTo("%.1f"), w.requests.upTo("%.0f"))
		}
		fmt.Println()
	}
	return nil
}

// upTo is the median, and the largest where it is another.
func (f figures) upTo(format string) string {
	middle, most := fmt.Sprintf(format, f.median()), fmt.Sprintf(format, slices.Max(f))
	if middle == most {
		return middle
	}
	return middle + " (up to " + most + ")"
}

// weighSite weighs each page, by its kind.
func weighSite(site string) (map[string]*weight, error) {
	kinds := map[string]*weight{}
	files, err := filesOf(site)
	if err != nil {
		return nil, err
	}
	for name := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		text, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		kind := kindOf(name)
		if kinds[kind] == nil {
			kinds[kind] = new(weight)
		}
		kinds[kind].add(name, text, files)
	}
	return kinds, nil
}

// add counts a page in; files has the sizes of all files of the site.
func (w *weight) add(name string, text []byte, files map[string]int64) {
	loads := int64(len(text))
	asked := requested(name, text)
	for file := range asked {
		loads += files[file]
	}
	w.page = append(w.page, float64(len(text))/1000)
	w.packed = append(w.packed, float64(packed(text))/1000)
	w.loads = append(w.loads, float64(loads)/1000)
	w.requests = append(w.requests, float64(1+len(asked)))
}

// requested lists the files that a page asks for by itself: style, scripts, the icon
// and pictures. Styles ask for nothing, and what a film needs is not counted.
func requested(name string, page []byte) map[string]bool {
	files := map[string]bool{}
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		t := z.Token()
		attrs := map[string]string{}
		for _, a := range t.Attr {
			attrs[a.Key] = a.Val
		}
		address := attrs["src"]
		if t.Data == "link" && (attrs["rel"] == "stylesheet" || attrs["rel"] == "icon") {
			address = attrs["href"]
		}
		if address != "" && t.Data != "source" && t.Data != "track" {
			files[path.Join(path.Dir(name), unescaped(address))] = true
		}
	}
	return files
}

// unescaped is a relative address as the name of a file.
func unescaped(address string) string {
	if name, err := url.PathUnescape(address); err == nil {
		return name
	}
	return address
}

// packed is how many bytes a page has when a server packs it with gzip.
func packed(text []byte) int64 {
	var out counter
	z := gzip.NewWriter(&out)
	if _, err := z.Write(text); err != nil || z.Close() != nil {
		panic(err) // counting does not fail
	}
	return int64(out)
}

// counter counts what is written to it.
type counter int64

// Write counts.
func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

var _ io.Writer = (*counter)(nil)
