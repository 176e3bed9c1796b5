package render

import (
	"html"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"
	"golang.org/x/tools/txtar"

	"commonground/internal/output"
)

// whereabouts is where the test package stands when it says so.
const whereabouts = "https://example.org/training/"

// dataFiles are the package of testdata/data, in which every kind has every key,
// with an address in its settings or with none.
func dataFiles(t testing.TB, address string, more []txtar.File) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/data/package.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range append(archive.Files, more...) {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	if address != "" {
		index := fsys["content/index.md"]
		index.Data = []byte(strings.Replace(string(index.Data), "version:", "url: "+address+"\nversion:", 1))
	}
	return fsys
}

// dataSite renders the test package with the bare layouts.
func dataSite(t testing.TB, address string, more ...txtar.File) *output.Site {
	t.Helper()
	return render(t, dataFiles(t, address, more))
}

// framedSite renders the test package with the layouts of the program.
func framedSite(t testing.TB, address string, more ...txtar.File) *output.Site {
	t.Helper()
	in, _ := prepare(t, dataFiles(t, address, more))
	layouts, found, err := ReadLayouts(os.DirFS("../../layouts"), nil)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	in.Layouts = layouts
	files, found, err := Pages(in)
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	site, err := output.NewSite(files)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// has says whether a site has a file.
func has(site *output.Site, path string) bool {
	_, ok := site.File(path)
	return ok
}

// element is an element of an XML file.
type element struct {
	name     string
	attrs    map[string]string
	text     string
	children []*element
}

// readXML reads an XML file with a lexer that is not the standard library's,
// which wrote it. Every element must be closed in order.
func readXML(t testing.TB, raw string) *element {
	t.Helper()
	open := []*element{{}}
	last := func() *element { return open[len(open)-1] }
	l := xml.NewLexer(parse.NewInputString(raw))
	for {
		kind, data := l.Next()
		switch kind {
		case xml.ErrorToken:
			if l.Err().Error() != "EOF" || len(open) != 1 || len(open[0].children) != 1 {
				t.Fatalf("not one whole element: %v, %d open", l.Err(), len(open)-1)
			}
			return open[0].children[0]
		case xml.StartTagToken:
			e := &element{name: string(l.Text()), attrs: map[string]string{}}
			last().children = append(last().children, e)
			open = append(open, e)
		case xml.AttributeToken:
			if len(open) > 1 { // not that of the declaration
				last().attrs[string(l.Text())] = html.UnescapeString(strings.Trim(string(l.AttrVal()), `"`))
			}
		case xml.StartTagCloseVoidToken, xml.EndTagToken:
			if kind == xml.EndTagToken && last().name != string(l.Text()) {
				t.Fatalf("%s is closed as %s", last().name, l.Text())
			}
			open = open[:len(open)-1]
		case xml.TextToken:
			last().text += html.UnescapeString(string(data))
		}
	}
}

// all returns the children of that name.
func (e *element) all(name string) []*element {
	var found []*element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
		}
	}
	return found
}

// only returns the text of the one child of that name.
func (e *element) only(t testing.TB, name string) string {
	t.Helper()
	found := e.all(name)
	if len(found) != 1 {
		t.Fatalf("%s has %d of %s", e.name, len(found), name)
	}
	return strings.TrimSpace(found[0].text)
}
