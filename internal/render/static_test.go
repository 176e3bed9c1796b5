package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/output"
)

func TestStaticFiles(t *testing.T) {
	files, findings, err := staticFiles(mapFS(map[string]string{
		"css/20-b.css":     "/* a comment */\n.b {\n  color: #ffffff;\n}\n",
		"css/10-a.css":     ".a { margin: 0px }",
		"css/30-c.css":     ".c{color:red}\n\n",
		"css/notes.txt":    "not a style",
		"css/deep/x.css":   ".deep{color:red}",
		"icons/eye.svg":    "<svg/>",
		"js/20-b.js":       "(function () { b() })()\n",
		"js/10-a.js":       "// a comment\n(function () { const long = 1; a(long) })()",
		"js/30-c.js":       "",
		"js/c.json":        "{}",
		"js/deep/x.js":     "x()",
		"js/later/2.js":    "second()",
		"js/later/1.js":    "first()",
		".DS_Store":        "x",
		"icons/.hidden.js": "x",
		"README":           "x",
		"fonts/a.woff2":    "x",
	}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := summary(findings), "static-file static/README, static-file static/css/deep/x.css, static-file static/fonts/a.woff2, static-file static/js/deep/x.js"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	slices.Sort(paths)
	want := []string{"assets/css/deep/x.css", "assets/css/notes.txt", "assets/icons/eye.svg", "assets/js/c.json", "assets/js/deep/x.js", "assets/later.js", "assets/site.css", "assets/site.js"}
	if !slices.Equal(paths, want) {
		t.Errorf("files are %q, want %q", paths, want)
	}
	for _, f := range files {
		if kind, ok := output.TypeOf(f.Path); !ok || kind != f.Type {
			t.Errorf("%s is of type %q", f.Path, f.Type)
		}
		switch f.Path {
		case "assets/site.css":
			if got := write(t, f); got != ".a{margin:0}.b{color:#fff}.c{color:red}" {
				t.Errorf("the stylesheet is %q", got)
			}
		case "assets/site.js": // the second is not taken for what the first is called with
			if got := write(t, f); got != `(function(){"use strict";(function(){const e=1;a(e)})(),function(){b()}()})()` {
				t.Errorf("the script is %q", got)
			}
		case "assets/later.js":
			if got := write(t, f); got != `(function(){"use strict";first(),second()})()` {
				t.Errorf("the script for later is %q", got)
			}
		}
	}
}

// A file without a line end does not run into the next.
func TestStyleJoins(t *testing.T) {
	files, _, err := staticFiles(mapFS(map[string]string{"css/a.css": "@media print{.a{color:red}}/* end */", "css/b.css": ".b{color:red}"}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := write(t, files[0]); got != "@media print{.a{color:red}}.b{color:red}" {
		t.Errorf("the stylesheet is %q", got)
	}
}

// The stylesheet's own name is taken, however it is written.
func TestStaticFileInTheWay(t *testing.T) {
	for _, name := range []string{"site.css", "Site.CSS", "site.js", "con.svg", "a:b.svg"} {
		_, findings, err := staticFiles(mapFS(map[string]string{name: "x"}), nil)
		if err != nil || summary(findings) != "static-name static/"+name {
			t.Errorf("%s: found %s, %v", name, summary(findings), err)
		}
	}
}

func TestNoStaticFiles(t *testing.T) {
	files, _, err := staticFiles(fstest.MapFS{}, nil)
	if err != nil || len(files) != 1 || write(t, files[0]) != "" {
		t.Errorf("%v, %v", files, err)
	}
}

// What is written for facilitators reaches nothing that learners get.
func TestFacilitatorLeftOut(t *testing.T) {
	const secret = "xyzzy"
	text := strings.ReplaceAll(`
Before.

::: facilitator @ title
## @ heading

@ words, [@ link](@.pdf), ![@ picture](@.png), <https://example.org/@>, @[^1]

::: quiz @ question?
- [ ] @ choice
  > @ reason with [@](@-2.pdf)
- [x] @ other
  > @
:::

::: more @
@
:::

- list
  ::: note @
  @
  :::
:::

- item

  ::: facilitator
  @
  :::

::: quiz Question?
- [ ] Choice
  > Reason.
  >
  > ::: facilitator
  > @
  > :::
- [x] Other
  > Reason.
:::

After.

[^1]: A note.
`, "@", secret)
	files := map[string]string{"content/lessons/" + secret + ".pdf": "x", "content/lessons/" + secret + ".png": "x", "content/lessons/" + secret + "-2.pdf": "x"}
	for name, front := range tiny {
		files[name] = front + text
	}
	for name := range files {
		if strings.HasSuffix(name, ".md") && !strings.HasPrefix(name, "content/lessons/") {
			files[name] = strings.NewReplacer("("+secret, "(../lessons/"+secret).Replace(files[name])
		}
	}
	in, _ := prepare(t, mapFS(files))
	in.Layouts = bareLayouts(t)
	made, findings, err := Pages(in)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	pages := 0
	for _, f := range made {
		got := write(t, f)
		if strings.Contains(f.Path+got, secret) {
			t.Errorf("%s says %q", f.Path, got[max(0, strings.Index(got, secret)-200):])
		}
		if strings.Contains(got, "Before.") {
			pages++
			quiz := !strings.HasPrefix(f.Path, "handouts/") // a sheet of a lesson without steps and the like has none
			if !strings.Contains(got, "After.") || strings.Contains(got, "Choice") != quiz {
				t.Errorf("%s lost what learners get", f.Path)
			}
		}
	}
	if pages < 10 {
		t.Errorf("only %d pages have the text", pages)
	}
}

// summary lists rules and paths in order.
func summary(findings []diag.Finding) string {
	var all []string
	for _, f := range diag.Sort(findings) {
		all = append(all, f.Rule+" "+f.Path)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// What would break every page, or not be there on a memory stick, is a mistake at
// its place.
func TestStyles(t *testing.T) {
	for _, test := range []struct{ css, want string }{
		{".a { color: red }\n@media print { .b { margin: 0 } }\n", ""},
		{".a::after { content: '}'; } /* } */ .b { background: url(data:image/svg+xml,a) }", ""},
		{".a { fill: url(#b) } .c { background: url( 'data:image/png;base64,AA==' ) }", ""},
		{".a { color: red;\n.b { margin: 0 }\n", "1:4 never closed"},
		{".a { color: red }\n}\n", "2:1 closes nothing"},
		{".a { color: red }\n@import 'b.css';", "2:1 another one"},
		{"@IMPORT url(https://example.org/a.css);", "1:1 another one"},
		{".a { background: URL(https://example.org/a.png) }", "1:18 cannot load"},
		{".a { background: url(\"b.png\") }", "1:18 cannot load"},
		{"/* a", "1:1 comment"},
		{".a { content: 'b }", "1:15 quotes"},
		{".a { content: 'caf\xe9' }", "1:19 not saved as UTF-8"},
	} {
		_, findings, err := staticFiles(mapFS(map[string]string{"css/a.css": test.css}), nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range findings {
			p, _ := f.Position()
			got += fmt.Sprintf("%d:%d %s", p.Line, p.Column, f.Message)
			if f.Rule != ruleStyle.Code || f.Hint == "" {
				t.Errorf("%q: %s, hint %q", test.css, f.Rule, f.Hint)
			}
		}
		at, words, _ := strings.Cut(test.want, " ")
		if test.want == "" && got != "" || !strings.HasPrefix(got, at) || !strings.Contains(got, words) {
			t.Errorf("%q: found %q, want %q", test.css, got, test.want)
		}
	}
}

// TestScriptHides holds that a script is told which another one makes whole again: all
// between the two would be lost.
func TestScriptHides(t *testing.T) {
	_, findings, err := staticFiles(mapFS(map[string]string{"js/1.js": "a() /* b", "js/2.js": "c()", "js/3.js": "*/ d()"}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := summary(findings), "script-form static/js/1.js, script-form static/js/3.js"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

// TestStaticAgain holds that what is remembered of a bundle is never said of another:
// neither of other bytes nor of a file of another name.
func TestStaticAgain(t *testing.T) {
	cache := new(Cache)
	const style, script = "a { color: red }", "f()"
	tests := []struct{ name, text, js, want string }{
		{"1.css", style, script, ""},
		{"1.css", style, script, ""},
		{"1.css", style + "}", script, "style-form static/css/1.css"},
		{"2.css", style + "}", script, "style-form static/css/2.css"},
		{"2.css", style, script, ""},
		{"2.css", style, script + "(", "script-form static/js/1.js"},
		{"2.css", style, script, ""},
	}
	for _, test := range tests {
		files, findings, err := staticFiles(mapFS(map[string]string{"css/" + test.name: test.text, "js/1.js": test.js}), cache)
		if err != nil {
			t.Fatal(err)
		}
		if got := summary(findings); got != test.want {
			t.Errorf("%+v: found %s", test, got)
		}
		if test.want == "" && len(files) != 2 {
			t.Errorf("%+v: %d files", test, len(files))
		}
	}
}

// All scripts are one file, so a mistake in one would stop the others. It is told
// in the file that has it, also when only two of them together are wrong.
func TestScripts(t *testing.T) {
	const before = "const taken = 1\n"
	for _, test := range []struct{ js, want string }{
		{"(function () { 'use strict'; const taken = 2; f(`${taken} }`, /[/'\"]/) })()\n", ""},
		{"// import nothing\nimportant()\nconst a = { import: 1 }", ""},
		{"", ""},
		{"a()\nb(\n", "3:1 cannot be read"},
		{"if (a {\n}\n", "1:1 cannot be read"},
		{"a()\nlet b = 'open\n", "2:1 cannot be read"},
		{"a()\nconst taken = 2", "2:1 taken is declared a second time"},
		{"a()\nimport b from './b.js'\n", "2:1 cannot import"},
		{"\nexport const b = 1", "2:1 cannot import"},
		{"a('caf\xe9')", "1:7 not saved as UTF-8"},
	} {
		_, findings, err := staticFiles(mapFS(map[string]string{"js/10-before.js": before, "js/20-own.js": test.js}), nil)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range findings {
			p, _ := f.Position()
			got += fmt.Sprintf("%d:%d %s", p.Line, p.Column, f.Message)
			if f.Rule != ruleScript.Code || f.Path != "static/js/20-own.js" || f.Hint == "" {
				t.Errorf("%q: %s in %s, hint %q", test.js, f.Rule, f.Path, f.Hint)
			}
		}
		at, words, _ := strings.Cut(test.want, " ")
		if test.want == "" && got != "" || !strings.HasPrefix(got, at) || !strings.Contains(got, words) {
			t.Errorf("%q: found %q, want %q", test.js, got, test.want)
		}
	}
}

// A page asks for the script only when there is one.
func TestNoScript(t *testing.T) {
	for static, want := range map[string]bool{"js/10-a.js": true, "js/notes.txt": false} {
		in, _ := prepare(t, mapFS(tiny))
		in.Layouts, in.Static = bareLayouts(t), mapFS(map[string]string{static: "a()"})
		files, _, err := Pages(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if f.Path == "lessons/a.html" && strings.Contains(write(t, f), "Script: ../assets/site.js\n") != want {
				t.Errorf("with %s the page is %q", static, write(t, f))
			}
			if f.Path == link.Script && !want {
				t.Errorf("with %s there is a script", static)
			}
		}
	}
}

// What systems and editors leave behind is no part of the look.
func TestStaticIgnores(t *testing.T) {
	files, findings, err := staticFiles(mapFS(map[string]string{"css/._70-own.css": "\x00", "css/.#70-own.css": "\x00", ".sass-cache/x.css": "}", "css/a.css~": "}", "Thumbs.db": "x"}), nil)
	if err != nil || len(findings) > 0 || len(files) != 1 || write(t, files[0]) != "" {
		t.Errorf("files %v, found %v, %v", files, findings, err)
	}
}
