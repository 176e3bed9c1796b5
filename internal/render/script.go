package render

import (
	"bytes"
	"errors"
	"regexp"
	"slices"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/js"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// scriptEnd keeps a script apart from the next.
const scriptEnd = "\n;\n"

// checkScripts returns the first thing wrong with each script: most often nothing,
// for which it is enough to look at each alone and at all of them together.
func checkScripts(files []*source.File) (findings []diag.Finding) {
	all := &source.File{Text: textOf(files, scriptEnd)}
	wrong := func(f *source.File) bool { return checkScript(nil, f) != nil }
	if !slices.ContainsFunc(files, wrong) && !wrong(all) {
		return nil
	}
	var before []*source.File
	for _, f := range files {
		if found := checkScript(textOf(before, scriptEnd), f); found != nil {
			findings = append(findings, *found)
		} else {
			before = append(before, f)
		}
	}
	return findings
}

// checkScript looks at a script as far as it can hurt the others: they are one
// file, so that a mistake in one of them, or a name that two of them declare,
// would stop all. A module cannot be loaded from a memory stick.
func checkScript(before []byte, f *source.File) *diag.Finding {
	ast, err := js.Parse(parse.NewInputBytes(bytes.Join([][]byte{before, f.Text}, nil)), js.Options{})
	if err != nil {
		return unreadable(before, f, err)
	}
	for _, statement := range ast.List {
		switch statement.(type) {
		case *js.ImportStmt, *js.ExportStmt:
			return moduleFinding(f)
		}
	}
	return nil
}

// unreadable says where the parser stopped, and why.
func unreadable(before []byte, f *source.File, err error) *diag.Finding {
	place, ok := errors.AsType[*parse.Error](err)
	if !ok {
		finding := ruleScript.In(f.Name, "this script cannot be read: %v", err).WithHint("%s", scriptHint)
		return &finding
	}
	line := place.Line - bytes.Count(before, []byte("\n"))
	finding := ruleScript.At(f, f.LineAt(f.LineStart(line)), "this script cannot be read: %s", place.Message).WithHint("%s", scriptHint)
	if m := declaredTwice.FindStringSubmatch(place.Message); m != nil {
		finding = ruleScript.At(f, f.LineAt(f.LineStart(line)), "%s is declared a second time, here or in another script", m[1]).
			WithHint("put the text of the file between (() => { and })();")
	}
	return &finding
}

const scriptHint = "look for a bracket or a quote mark that is not closed; no script of the site would run"

var (
	declaredTwice = regexp.MustCompile(`^identifier (\S+) has already been declared`)
	modulePlace   = regexp.MustCompile(`(?m)^[ \t]*(?:import|export)\b`)
)

func moduleFinding(f *source.File) *diag.Finding {
	finding := ruleScript.In(f.Name, "a script cannot import or export")
	if at := modulePlace.FindIndex(f.Text); at != nil {
		finding = ruleScript.At(f, f.LineAt(at[0]), "a script cannot import or export")
	}
	finding = finding.WithHint("browsers load no modules from a memory stick; put what it needs into static/js as well")
	return &finding
}
