package render

import (
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// views are what the layouts of pages get.
var views = map[string]any{
	"home": HomePage{}, "lesson": LessonPage{}, "lessons": LessonsPage{}, "theme": ThemePage{}, "themes": ThemesPage{},
	"role": RolePage{}, "roles": RolesPage{}, "pathway": PathwayPage{}, "pathways": PathwaysPage{}, "glossary": GlossaryPage{},
	"myth": MythPage{}, "myths": MythsPage{}, "cards": CardsPage{}, "insights": InsightsPage{}, "story": StoryPage{}, "stories": StoriesPage{},
	"page": PlainPage{}, "search": SearchPage{}, "handbook": HandbookPage{}, "handout": HandoutPage{}, "moved": MovedPage{}, "404": NotFoundPage{}, "404-bare": NotFoundPage{},
}

// bareLayouts are layouts without any look: they print every field of what they
// get under its own name, so that nothing a view holds can change unseen.
func bareLayouts(t testing.TB) Layouts {
	t.Helper()
	l, findings, err := ReadLayouts(bareFiles(), nil)
	if err != nil || len(findings) > 0 {
		t.Fatal(err, findings)
	}
	return l
}

func bareFiles() fstest.MapFS {
	files := fstest.MapFS{}
	put := func(name, text string) { files[name+".html"] = &fstest.MapFile{Data: []byte(text)} }
	frame := fields(reflect.TypeFor[Frame](), "Policy", "Head", "Menu", "Trail", "Foot", "Structured")
	put("base", "{{.Menu}}"+frame+"{{.Trail}}{{.Head}}"+"{{template \"main\" .}}{{.Foot}}")
	put("parts", "")
	put("menu", "menu {{.Root}}: {{template \"link\" .Home}}{{range .Entries}} {{template \"link\" .}}{{end}}\n"+linkTemplate)
	put("head", fields(reflect.TypeFor[HeadView](), "Policy", "Root"))
	put("trail", "trail:{{range .}} {{template \"link\" .}}{{end}}\n"+linkTemplate)
	put("foot", "foot: "+oneLine(fields(reflect.TypeFor[FootView]()))+"\n")
	put("lesson-card", "- card:"+oneLine(fields(reflect.TypeFor[CardView]()))+"\n")
	put("word", "- word:"+oneLine(fields(reflect.TypeFor[WordView]()))+"\n")
	for name, view := range views {
		main := fields(reflect.TypeOf(view), "Frame")
		if name == "404-bare" {
			put(name, frame)
			continue
		}
		put(name, "{{define \"main\"}}"+main+"{{end}}")
	}
	return files
}

const linkTemplate = `{{define "link"}}[{{.Text}}]({{.Href}}){{with .Current}} current={{.}}{{end}}{{end}}`

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", "; ") }

// fields writes a template that prints the fields of a type, a line each, and
// leaves out those that say nothing.
func fields(t reflect.Type, skip ...string) string {
	var b strings.Builder
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case !f.IsExported() || strings.Contains(" "+strings.Join(skip, " ")+" ", " "+f.Name+" "):
		case f.Anonymous && f.Type == reflect.TypeFor[Link]():
			b.WriteString("[{{.Text}}]({{.Href}}){{with .Current}} current={{.}}{{end}}\n")
		default:
			b.WriteString(field(f.Name, f.Type))
		}
	}
	return b.String()
}

func field(name string, t reflect.Type) string {
	with := func(format string, args ...any) string {
		return "{{with ." + name + "}}" + fmt.Sprintf(format, args...) + "{{end}}"
	}
	switch {
	case t == reflect.TypeFor[template.HTML]():
		return with("%s:\n{{.}}", name)
	case t == reflect.TypeFor[Link]():
		return with("{{if or .Href .Text}}%s: [{{.Text}}]({{.Href}}){{with .Current}} current={{.}}{{end}}\n{{end}}", name)
	case t == reflect.TypeFor[Day]():
		return with("{{if .Text}}%s: {{.Text}} = {{.Machine}}\n{{end}}", name)
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		return with("%s:\n{{range .}}- %s{{end}}", name, fields(t.Elem()))
	case t.Kind() == reflect.Slice:
		return with("%s:{{range .}} {{printf \"%%q\" .}}{{end}}\n", name)
	case t.Kind() == reflect.Pointer:
		return with("%s: %s", name, fields(t.Elem()))
	case t.Kind() == reflect.Struct:
		return with("%s: %s", name, fields(t))
	}
	return with("%s: {{.}}\n", name) // text, numbers and yes or no
}

// Each kind of page has a bare layout, and each layout a kind of page.
func TestViewsAreAllKnown(t *testing.T) {
	if len(views) != len(pageLayouts) {
		t.Errorf("%d views for %d layouts", len(views), len(pageLayouts))
	}
	for _, name := range pageLayouts {
		if views[name] == nil {
			t.Errorf("no view for the layout %s", name)
		}
	}
}
