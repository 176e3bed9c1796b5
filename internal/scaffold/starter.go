package scaffold

import (
	"embed"
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"commonground/internal/load"
	"commonground/internal/output"
	"commonground/internal/schema"
)

// starter is the package that Starter gives out, as files that can be read and
// built where they are. Their dates are replaced.
//
//go:embed all:starter
var starter embed.FS

// Starter returns the files of a small package that builds without a finding on
// the day of today, and for half a year from then.
func Starter(today schema.Date) ([]output.Text, error) {
	var files []output.Text
	err := fs.WalkDir(starter, "starter", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := starter.ReadFile(name)
		files = append(files, output.Text{Path: strings.TrimPrefix(name, "starter/"), Text: dated(string(text), today)})
		return err
	})
	if err != nil {
		return nil, err
	}
	files = append(files, editorFiles()...)
	slices.SortFunc(files, func(a, b output.Text) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// InTheWay lists what a folder holds that a package to begin with cannot lie
// beside: everything but what editors and systems leave there, and of that, too,
// what would have to be written over.
func InTheWay(dir fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(dir, ".")
	if err != nil {
		return nil, err
	}
	files, err := Starter(schema.Date{Year: 2000, Month: 1, Day: 1})
	if err != nil {
		return nil, err
	}
	ours := map[string]bool{}
	for _, f := range files {
		top, _, _ := strings.Cut(f.Path, "/")
		ours[output.Key(top)] = true
	}
	var names []string
	for _, e := range entries {
		if !load.Ignored(e.Name()) || ours[output.Key(e.Name())] {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// reviewDate matches the lines that say when a page was or will be checked.
var reviewDate = regexp.MustCompile(`(?m)^(reviewed|review_by): \d{4}-\d{2}-\d{2}$`)

// dated gives a page the dates of a day: checked then, and again in half a year.
func dated(text string, today schema.Date) string {
	return reviewDate.ReplaceAllStringFunc(text, func(line string) string {
		key, _, _ := strings.Cut(line, ":")
		return key + ": " + reviewDay(key, today).String()
	})
}

// reviewDay is what reviewed or review_by say of a page made today.
func reviewDay(key string, today schema.Date) schema.Date {
	if key == "review_by" {
		return halfYearAfter(today)
	}
	return today
}

// halfYearAfter is the same day six months on, or the last of that month.
func halfYearAfter(d schema.Date) schema.Date {
	const months = 6
	last := time.Date(d.Year, time.Month(d.Month+months+1), 0, 0, 0, 0, 0, time.UTC)
	return schema.Date{Year: last.Year(), Month: int(last.Month()), Day: min(d.Day, last.Day())}
}

// schemas is the folder of the files that describe front matter to editors.
const schemas = ".vscode/schemas/"

// editorFiles are made from the schema, so that an editor says what check says.
func editorFiles() []output.Text {
	files := []output.Text{{Path: "frontmatter.json", Text: string(schema.FrontMatterSettings())}}
	places := map[string][]string{}
	for _, k := range schema.Kinds() {
		name := schemas + k.Name + ".json"
		files = append(files, output.Text{Path: name, Text: string(schema.JSON(k))})
		places[name] = pagesOf(k)
	}
	settings, err := json.MarshalIndent(map[string]any{"files.encoding": "utf8", "yaml.schemas": places}, "", "  ")
	if err != nil {
		panic("scaffold: " + err.Error()) // the values are ours
	}
	return append(files, output.Text{Path: ".vscode/settings.json", Text: string(settings) + "\n"})
}

// pagesOf says where the pages of a kind lie, as patterns.
func pagesOf(k *schema.Kind) []string {
	switch k {
	case &schema.Settings:
		return []string{k.Folder + "/index.md"}
	case &schema.Page:
		return []string{k.Folder + "/*.md", "!" + k.Folder + "/index.md"}
	case &schema.Lesson:
		return []string{k.Folder + "/*.md", k.Folder + "/*/index.md"}
	}
	return []string{k.Folder + "/*.md"}
}
