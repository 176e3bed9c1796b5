package scaffold_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"commonground/internal/output"
	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

// A package whose making broke off is made to its end, and nothing else is.
func TestUnfinished(t *testing.T) {
	files, err := scaffold.Starter(schema.Date{Year: 2026, Month: 11, Day: 23})
	if err != nil {
		t.Fatal(err)
	}
	half := func() fstest.MapFS {
		dir := fstest.MapFS{".git/HEAD": {}, ".commonground-7.tmp": {}, "content/.commonground-8.tmp": {}}
		for _, f := range files[:len(files)/2] {
			dir[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
		}
		return dir
	}
	check := func(name string, dir fstest.MapFS, want []output.Text) {
		t.Helper()
		got := scaffold.Unfinished(dir, files)
		if len(got) != len(want) || len(want) > 0 && got[0] != want[0] {
			t.Errorf("%s: %d files are left, want %d", name, len(got), len(want))
		}
	}
	check("half", half(), files[len(files)/2:])
	check("nothing", fstest.MapFS{}, files)
	check("folders", fstest.MapFS{"content/lessons": {Mode: fs.ModeDir | 0o777}}, files)
	for name, also := range map[string]output.Text{
		"a file of somebody's":     {Path: "notes.txt"},
		"in a folder of ours":      {Path: "content/lessons/mine.md"},
		"changed by somebody":      {Path: files[0].Path, Text: "mine"},
		"made by somebody, hidden": {Path: ".gitignore", Text: "mine"},
	} {
		dir := half()
		dir[also.Path] = &fstest.MapFile{Data: []byte(also.Text)}
		check(name, dir, nil)
	}
	whole := half()
	for _, f := range files {
		whole[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	check("whole", whole, nil)
}
