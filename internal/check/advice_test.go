package check

import (
	"context"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/schema"
)

// The examples of a rule are testdata/rules/CODE.txtar, each by itself a small
// package: wrong/NAME.md is the body of a lesson (or all of it, when it begins with
// ---), wrong/NAME/content/… the files of a package that has a lesson too. A line
// that must be found ends in a comment that is taken out before it is read:
//
//	Some words. <!-- want "a regular expression for the message" -->
//
// Nothing else may be found. A line that comes close ends in <!-- fine -->, and a
// file below right without such a line comes close as a whole. The first of each
// side stand in docs/rules.md.

// leastExamples is how many places a rule must find, and how many it must not.
const leastExamples = 6

var (
	wantComment = regexp.MustCompile(`[ \t]*<!-- want((?: "[^"]*")+) -->`)
	wantPattern = regexp.MustCompile(`"([^"]*)"`)
	fineComment = regexp.MustCompile(`[ \t]*<!-- fine -->`)
)

// example is a small package and what a rule must find in it.
type example struct {
	name  string
	wrong bool
	files map[string]string // without the comments
	wants []want
	fine  int // places that must not be found
}

type want struct {
	path    string
	line    int
	message *regexp.Regexp
}

func (w want) String() string { return fmt.Sprintf("%s:%d: %s", w.path, w.line, w.message) }

// readExamples reads the examples of a rule.
func readExamples(t *testing.T, code string) []*example {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/rules/" + code + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all []*example
	for _, f := range archive.Files {
		side, rest, _ := strings.Cut(f.Name, "/")
		name, file, inPackage := strings.Cut(rest, "/")
		if side != "wrong" && side != "right" || !inPackage && path.Ext(name) != ".md" {
			t.Fatalf("%s: a file is called wrong/NAME.md, right/NAME.md, or right/NAME/content/…, not %s", code, f.Name)
		}
		if !inPackage {
			file = "content/lessons/example.md"
		}
		n := slices.IndexFunc(all, func(e *example) bool { return e.name == side+"/"+name })
		if n < 0 {
			n = len(all)
			all = append(all, &example{name: side + "/" + name, wrong: side == "wrong", files: map[string]string{}})
		}
		all[n].add(t, file, string(f.Data))
	}
	return all
}

// add adds a file without its comments, and what they want.
func (e *example) add(t *testing.T, file, text string) {
	t.Helper()
	if strings.HasPrefix(file, "content/lessons/") && !strings.HasPrefix(text, "---\n") {
		text = "---\ntitle: An example\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Show it.\n---\n" + text
	}
	for n, line := range strings.Split(text, "\n") {
		for _, comment := range wantComment.FindAllStringSubmatch(line, -1) {
			for _, p := range wantPattern.FindAllStringSubmatch(comment[1], -1) {
				e.wants = append(e.wants, want{file, n + 1, regexp.MustCompile(p[1])})
			}
		}
	}
	e.fine += len(fineComment.FindAllString(text, -1))
	e.files[file] = fineComment.ReplaceAllString(wantComment.ReplaceAllString(text, ""), "")
}

// load makes a package of the files, with settings and a theme if there are none.
func (e *example) load(t *testing.T) Input {
	t.Helper()
	fsys := fstest.MapFS{
		"themes/care.md":             page("title: Care\nsummary: S.\norder: 1\n", ""),
		"content/index.md":           settings(""),
		"content/lessons/example.md": page("title: A\nsummary: S.\nthemes: [care]\nminutes: 1\noutcome: Show it.\n", "Text.\n"),
	}
	for name, text := range e.files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := load.Package(load.Options{Package: fsys, Prose: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Severity == diag.Error {
			t.Errorf("the example cannot be built: %s: %s", f.Path, f.Message)
		}
	}
	graph, _ := link.Resolve(r.Package)
	return Input{Package: r.Package, Graph: graph, Today: schema.Date{Year: 2026, Month: 11, Day: 22}}
}

// hold runs one check and compares what it finds with what is wanted.
func (e *example) hold(t *testing.T, c Check) {
	wants := slices.Clone(e.wants)
	for _, f := range advice(e.load(t), c) {
		if f.Rule != c.Rule.Code || f.Hint == "" || f.File == nil || f.Span.End <= f.Span.Start || f.Span.End > len(f.File.Text) {
			t.Errorf("a finding without rule, hint or place: %+v", f)
			continue
		}
		at, _ := f.Position()
		n := slices.IndexFunc(wants, func(w want) bool { return w.path == f.Path && w.line == at.Line && w.message.MatchString(f.Message) })
		if n < 0 {
			t.Errorf("%s:%d: found, and not wanted: %s", f.Path, at.Line, f.Message)
			continue
		}
		wants = slices.Delete(wants, n, n+1)
	}
	for _, w := range wants {
		t.Errorf("wanted, and not found: %v", w)
	}
	if e.wrong != (len(e.wants) > 0) {
		t.Errorf("an example has a want if, and only if, it is wrong")
	}
}

// advice runs one check, whatever its level.
func advice(in Input, c Check) []diag.Finding {
	in = in.prepared()
	if c.Read != nil {
		return diag.Sort(readPages(context.Background(), in, 2, []Check{c}))
	}
	var findings []diag.Finding
	c.Run(in, func(f diag.Finding) { findings = append(findings, f) })
	return diag.Sort(findings)
}

// TestAdvice holds every rule that is advice to its examples, and to what its
// section of docs/rules.md needs.
func TestAdvice(t *testing.T) {
	for _, c := range All() {
		if !c.Rule.Advice {
			continue
		}
		t.Run(c.Rule.Code, func(t *testing.T) {
			if c.Rule.Why == "" || c.Rule.Scope == "" || (c.Run == nil) == (c.Read == nil) || c.Rule.Severity == diag.Error {
				t.Errorf("advice needs a reason, a scope and one function, and stops nothing: %+v", c.Rule)
			}
			found, fine := 0, 0
			for _, e := range readExamples(t, c.Rule.Code) {
				found, fine = found+len(e.wants), fine+e.fine
				if !e.wrong && e.fine == 0 {
					fine++
				}
				t.Run(e.name, func(t *testing.T) { e.hold(t, c) })
			}
			if found < leastExamples || fine < leastExamples {
				t.Errorf("there are %d places to be found and %d not to be, and %d of each are needed", found, fine, leastExamples)
			}
		})
	}
}
