package render

import (
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var templatePlace = regexp.MustCompile(`^(?:html/)?template: ?([\w-]+\.html):(\d+)(?::\d+)?: (.*)$`)

const layoutHint = "docs/layouts.md says what a layout can use; without this file the program's own layout is used"

// finding turns an error of the template library, which names its place in its
// text only, into a finding at that place. Layout is the one that was read or
// filled; the mistake may be in a part that it uses.
func (l Layouts) finding(layout string, err error) diag.Finding {
	message, _, _ := strings.Cut(err.Error(), "\n")
	m := templatePlace.FindStringSubmatch(message)
	if m == nil {
		message, hint := plainly(message)
		return ruleLayout.In("layouts/"+layout+".html", "%s", message).WithHint("%s", hint)
	}
	text := l.texts[strings.TrimSuffix(m[1], ".html")]
	file := &source.File{Name: "layouts/" + m[1], Text: text}
	line, _ := strconv.Atoi(m[2])
	message, hint := plainly(m[3])
	return ruleLayout.At(file, file.LineAt(file.LineStart(line)), "%s", message).WithHint("%s", hint)
}

// wording is what the template library says, and what we say. In message and
// hint, $1 and $2 stand for the groups of the library's words.
type wording struct {
	theirs        *regexp.Regexp
	message, hint string
}

var wordings = []wording{
	{regexp.MustCompile(`no part called main`), "this layout defines no part called main, so its pages would be blank", `put {{define "main"}} above its text and {{end}} below it`},
	{regexp.MustCompile(`unexpected EOF`), "a part that opens above is never closed", "each {{if}}, {{range}}, {{with}} and {{define}} needs an {{end}}"},
	{regexp.MustCompile(`unexpected {{end}}`), "this {{end}} closes nothing", "take it out, or put back the {{if}}, {{range}} or {{define}} that it belonged to"},
	{regexp.MustCompile(`unclosed action|unclosed left|bad character U\+007D|unexpected "[}{]" in|unexpected "\\n" in`), "what {{ opens here is not closed by }}", "write two brackets on each side: {{.Title}}"},
	{regexp.MustCompile(`function "(\w+)" not defined`), "there is no function $1", "a value begins with a dot, as in {{.Title}}"},
	{regexp.MustCompile(`missing value for (\w+)`), "after $1 something must stand", "write {{$1 .Title}}"},
	{regexp.MustCompile(`no such template "([^"]*)"|template "([^"]*)" not defined`), "there is no part called $1$2", "the parts are those that parts.html defines"},
}

// plainly puts what the template library says into plain words where it can.
func plainly(message string) (plain, hint string) {
	if m := noField.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%s is no field of %s", m[1], m[2]), fieldHint(m[1], m[2])
	}
	for _, w := range wordings {
		if at := w.theirs.FindStringSubmatchIndex(message); at != nil {
			plain := w.theirs.ExpandString(nil, w.message, message, at)
			return string(plain), string(w.theirs.ExpandString(nil, w.hint, message, at))
		}
	}
	return message, layoutHint
}

var noField = regexp.MustCompile(`can't evaluate field (\w+) in type \*?render\.(\w+)`)

// fieldHint names the field that was meant, or all that there are.
func fieldHint(field, view string) string {
	var names []string
	for _, v := range []any{HomePage{}, LessonPage{}, LessonsPage{}, ThemePage{}, ThemesPage{}, RolePage{}, RolesPage{}, PathwayPage{},
		PathwaysPage{}, GlossaryPage{}, MythPage{}, MythsPage{}, InsightsPage{}, StoryPage{}, StoriesPage{}, PlainPage{}, HandbookPage{}, HandoutPage{}, MovedPage{}, NotFoundPage{},
		MenuView{}, FootView{}, CardView{}, WordView{}} {
		if t := typeNamed(reflect.TypeOf(v), view); t != nil {
			names = fieldNames(t)
			break
		}
	}
	if near := diag.Nearest(field, names); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	if len(names) == 0 {
		return layoutHint
	}
	return "its fields are " + strings.Join(names, ", ")
}

// typeNamed returns the struct of that name in a view, or in what it holds.
func typeNamed(t reflect.Type, name string) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	if t.Name() == name {
		return t
	}
	for f := range t.Fields() {
		if found := typeNamed(f.Type, name); found != nil {
			return found
		}
	}
	return nil
}

// fieldNames lists what a layout can ask of a view, that of its frame included.
func fieldNames(t reflect.Type) []string {
	var names []string
	for _, f := range reflect.VisibleFields(t) {
		if !f.Anonymous && f.IsExported() {
			names = append(names, f.Name)
		}
	}
	return names
}
