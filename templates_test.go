package main

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template/parse"
)

// fits are what html/template does to a value in text, in a title and between the
// quotes of an attribute: the only places in which it has not been wrong.
var fits = []string{"htmlescaper", "rcdataescaper", "attrescaper", "urlfilter", "urlnormalizer", "urlescaper"}

// unfit are the values that stand elsewhere all the same. Each is made by us, or
// cannot lead out of where it stands.
var unfit = map[string]string{
	"{{.Policy}} in meta":     "a constant",
	"{{.Summary}} in meta":    "the description, which nothing carries out",
	"{{.To.Href}} in meta":    "the way to another lesson of the package, made of names of files",
	"{{.Structured}} in data": "JSON in which <, > and & are escapes, in an element that is no script",
	"{{.Style}} in style":     "the stylesheet of the report, which is ours",
}

// TestTemplates looks where values go in every template that comes with the program.
func TestTemplates(t *testing.T) {
	used := map[string]bool{}
	for _, set := range templateSets(t) {
		for _, found := range valuesElsewhere(t, set) {
			if unfit[found] == "" {
				t.Errorf("%s: %s", set[len(set)-1], found)
			}
			used[found] = true
		}
	}
	for found := range unfit {
		if !used[found] {
			t.Errorf("no template has %s any more", found)
		}
	}
}

func TestTemplatesThatAreWrong(t *testing.T) {
	for text, want := range map[string]string{
		`<p title="{{.A}}">{{.B}}</p><a href="{{.C}}?q={{.D}}"></a><title>{{.E}}</title>`: "",
		`<script>let a = {{.A}}</script>`:                                                 "{{.A}} in script",
		`<script>let a = "{{.A}}"</script>`:                                               "{{.A}} in script",
		`<script type="application/json">{{.A}}</script>`:                                 "{{.A}} in data",
		`<style>p { color: {{.A}} }</style>`:                                              "{{.A}} in style",
		`<p style="color: {{.A}}"></p>`:                                                   "{{.A}} in an attribute",
		`<p onclick="f({{.A}})"></p>`:                                                     "{{.A}} in an attribute",
		`<p title={{.A}}></p>`:                                                            "{{.A}} in an attribute",
		`<p {{.A}}="x"></p>`:                                                              "{{.A}} in an attribute",
		`<img srcset="{{.A}}">`:                                                           "{{.A}} in an attribute",
		`<meta name="a" content="{{.A}}">`:                                                "{{.A}} in meta",
		`<META content='0; url={{.A}}'>`:                                                  "{{.A}} in meta",
		`<!-- {{.A}} -->`:                                                                 "{{.A}} in a comment",
		`{{define "x"}}{{.A}}{{end}}<p title="{{template "x" .}}"></p>`:                   `{{template "x$htmltemplate_stateAttr_delimDoubleQuote" .}} in an attribute`,
		`{{range .X}}{{if .Y}}{{else}}<p title={{.A}}></p>{{end}}{{end}}`:                 "{{.A}} in an attribute",
	} {
		name := filepath.Join(t.TempDir(), "wrong.html")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(valuesElsewhere(t, []string{name}), ", "); got != want {
			t.Errorf("%s: found %q, want %q", text, got, want)
		}
	}
}

// templateSets lists the files that are parsed together; the last fills the others.
func templateSets(t *testing.T) [][]string {
	t.Helper()
	layouts, err := filepath.Glob("layouts/*.html")
	if err != nil || len(layouts) < 20 {
		t.Fatalf("%d layouts: %v", len(layouts), err)
	}
	sets := [][]string{{"internal/report/report.html"}, {"internal/serve/pages.html"}}
	for _, name := range layouts {
		sets = append(sets, []string{"layouts/base.html", "layouts/parts.html", name})
	}
	return sets
}

// valuesElsewhere returns the values of a set that stand where fits does not reach.
func valuesElsewhere(t *testing.T, files []string) []string {
	t.Helper()
	set := template.New("")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		template.Must(set.New(filepath.Base(name)).Parse(string(text)))
	}
	var w walk
	for _, one := range set.Templates() {
		if one.Tree == nil || parse.IsEmptyTree(one.Tree.Root) {
			continue
		}
		if e, wrong := errors.AsType[*template.Error](one.Execute(io.Discard, nil)); wrong && e.ErrorCode != template.ErrNoSuchTemplate {
			t.Errorf("%s: %v", files, e)
		}
	}
	for _, one := range set.Templates() {
		if one.Tree != nil {
			w.text = ""
			w.node(one.Tree.Root)
		}
	}
	slices.Sort(w.found)
	return slices.Compact(w.found)
}

// walk goes through a template when html/template has decided what to do to each
// value in it.
type walk struct {
	text  string // before the node
	dot   string // what {{.}} is, where a with says so
	found []string
}

func (w *walk) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n != nil {
			for _, c := range n.Nodes {
				w.node(c)
			}
		}
	case *parse.TextNode:
		w.text += string(n.Text)
	case *parse.IfNode:
		w.node(n.List)
		w.node(n.ElseList)
	case *parse.RangeNode:
		w.node(n.List)
		w.node(n.ElseList)
	case *parse.WithNode:
		around := w.dot
		w.dot = n.Pipe.String()
		w.node(n.List)
		w.dot = around
		w.node(n.ElseList)
	case *parse.TemplateNode:
		if strings.Contains(n.Name, "$htmltemplate") {
			w.found = append(w.found, n.String()+" in an attribute")
		}
	case *parse.ActionNode:
		w.value(n)
	}
}

var tag = regexp.MustCompile(`<([A-Za-z]+)([^<]*)$`)

func (w *walk) value(n *parse.ActionNode) {
	var escapers []string
	for _, c := range n.Pipe.Cmds[1:] {
		if name, ok := strings.CutPrefix(c.String(), "_html_template_"); ok {
			escapers = append(escapers, name)
		}
	}
	where := placeOf(w.text)
	if !slices.ContainsFunc(escapers, func(e string) bool { return !slices.Contains(fits, e) }) && len(escapers) > 0 {
		if m := tag.FindStringSubmatch(w.text); m == nil || !strings.EqualFold(m[1], "meta") || strings.Contains(m[2], ">") {
			return
		}
		where = "meta"
	}
	if slices.Contains(escapers, "commentescaper") { // html/template leaves the comment out
		where = "a comment"
	}
	value := n.Pipe.Cmds[0].String()
	if value == "." {
		value = cmp.Or(w.dot, value)
	}
	w.found = append(w.found, fmt.Sprintf("{{%s}} in %s", value, where))
}

// placeOf names where the end of a text stands.
func placeOf(text string) string {
	m := tag.FindStringSubmatch(text)
	switch {
	case m == nil:
		return "text"
	case !strings.Contains(m[2], ">"):
		return "an attribute"
	case strings.EqualFold(m[1], "script") && strings.Contains(m[2], "json"):
		return "data"
	}
	return strings.ToLower(m[1])
}
