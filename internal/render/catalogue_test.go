package render

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"commonground/internal/schema"
)

// sections are the headings of docs/catalogue.md that have a table of keys, with
// what each is about.
var sections = map[string]reflect.Type{
	"Package": reflect.TypeFor[packageFacts](), "Themes": reflect.TypeFor[themeFacts](), "Roles": reflect.TypeFor[roleFacts](),
	"Lessons": reflect.TypeFor[lessonFacts](), "Pathways": reflect.TypeFor[pathwayFacts](), "Terms": reflect.TypeFor[termFacts](),
	"Myths": reflect.TypeFor[mythFacts](), "Insights": reflect.TypeFor[insightFacts](), "Stories": reflect.TypeFor[storyFacts](),
	"Pages": reflect.TypeFor[pageFacts](), "Sources": reflect.TypeFor[sourceFacts](),
}

// rowOf writes how the page begins the row of a key: bold when every item has it,
// and what sort of value it holds.
func rowOf(f reflect.StructField) string {
	name, left, _ := strings.Cut(f.Tag.Get("json"), ",")
	key := "**`" + name + "`**"
	if left != "" {
		key = "`" + name + "`"
	}
	sort := map[reflect.Type]string{reflect.TypeFor[string](): "text", reflect.TypeFor[int](): "number",
		reflect.TypeFor[[]string](): "list of texts", reflect.TypeFor[[]sourceFacts](): "list of sources"}[f.Type]
	return "| " + key + " | " + sort + " | "
}

// TestCatalogueDocumented holds docs/catalogue.md to the code: each table has
// the keys of its kind in their order, and says something of each.
func TestCatalogueDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/catalogue.md")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	heading := ""
	for line := range strings.Lines(string(page)) {
		line = strings.TrimSpace(line)
		if after, ok := strings.CutPrefix(line, "## "); ok {
			heading = after
		}
		if strings.HasPrefix(line, "| `") || strings.HasPrefix(line, "| **`") {
			got[heading] = append(got[heading], line)
		}
	}
	for name, kind := range sections {
		rows := got[name]
		delete(got, name)
		if len(rows) != kind.NumField() {
			t.Errorf("%s has %d rows for %d keys", name, len(rows), kind.NumField())
			continue
		}
		for i := range kind.NumField() {
			want := rowOf(kind.Field(i))
			if said, ok := strings.CutPrefix(rows[i], want); !ok || len(said) < len("Its. |") {
				t.Errorf("%s: want a row that begins %q and says something, got %q", name, want, rows[i])
			}
		}
	}
	delete(got, "The whole")
	if len(got) > 0 {
		t.Errorf("tables that belong to nothing: %v", got)
	}
	if want := fmt.Sprintf("\n\"format\": %d,\n", catalogueFormat); !strings.Contains(string(page), want) {
		t.Errorf("the page does not say %s", want)
	}
}

// withheld are the keys of front matter that the catalogue does not have: they
// say how the site is made, not what the content is.
var withheld = []string{"settings.glossary", "settings.rules", "lesson.order", "lesson.glossary", "theme.order", "theme.icon",
	"role.order", "page.menu", "page.order"}

// A key of front matter is in the catalogue under its own name, or withheld.
func TestCatalogueHasEveryKey(t *testing.T) {
	for _, k := range schema.Kinds() {
		heading := strings.ToUpper(k.Plural[:1]) + k.Plural[1:]
		if k == &schema.Settings {
			heading = "Package"
		}
		kind, ok := sections[heading]
		if !ok {
			t.Fatalf("the catalogue has no %s", k.Plural)
		}
		keys := map[string]bool{}
		for i := range kind.NumField() {
			name, _, _ := strings.Cut(kind.Field(i).Tag.Get("json"), ",")
			keys[name] = true
		}
		for _, key := range k.Keys {
			if keys[key.Name] == slices.Contains(withheld, k.Name+"."+key.Name) {
				t.Errorf("%s.%s is neither in the catalogue nor withheld, or both", k.Name, key.Name)
			}
		}
	}
}

// TestCatalogue compares the whole catalogue of the test package.
func TestCatalogue(t *testing.T) {
	for _, address := range []string{whereabouts, ""} {
		got := text(t, dataSite(t, address), "catalogue.json")
		want, err := os.ReadFile("testdata/data/catalogue.json")
		if err != nil {
			t.Fatal(err)
		}
		if address == "" {
			want = []byte(strings.Replace(string(want), `,"url":"`+whereabouts+`"`, "", 1))
		}
		if got != string(want) {
			t.Errorf("the catalogue is not as expected: %s", firstDifference(got, string(want)))
		}
		for _, hidden := range []string{"facilitator", "The text of", "What was said", "Unused"} {
			if strings.Contains(got, hidden) {
				t.Errorf("the catalogue has %q", hidden)
			}
		}
	}
}

// What a list has nothing of is an empty list, and an item a line keeps changes
// easy to see.
func TestCatalogueLines(t *testing.T) {
	lesson := txtar.File{Name: "content/lessons/extra.md", Data: []byte("---\ntitle: Bold & <b>\nsummary: S\nthemes: [language]\nminutes: 1\noutcome: Say it\n---\n\nText.\n")}
	got := text(t, dataSite(t, "", lesson), "catalogue.json")
	var all map[string]json.RawMessage
	if err := json.Unmarshal([]byte(got), &all); err != nil {
		t.Fatal(err)
	}
	before := strings.Split(text(t, dataSite(t, ""), "catalogue.json"), "\n")
	var added []string
	for line := range strings.Lines(got) {
		if line = strings.TrimSuffix(line, "\n"); !slices.Contains(before, line) {
			added = append(added, line)
		}
	}
	if len(added) != 1 || !strings.Contains(added[0], `"title":"Bold & <b>"`) {
		t.Errorf("a lesson more changes the lines %q", added)
	}
	site := render(t, mapFS(map[string]string{"content/index.md": "---\ntitle: T\nsummary: S\nlanguage: en-GB\n---\n", "themes/x.md": "---\ntitle: X\nsummary: S.\norder: 1\n---\n",
		"content/lessons/l.md": "---\ntitle: L\nsummary: S\nthemes: [x]\nminutes: 1\noutcome: Say it\n---\n\nText.\n"}))
	if err := json.Unmarshal([]byte(text(t, site, "catalogue.json")), &all); err != nil || string(all["stories"]) != "[]" {
		t.Errorf("no stories are %q: %v", all["stories"], err)
	}
}

// A role to which nothing belongs has no page: it is not in the catalogue, and
// nothing there names it.
func TestCatalogueHiddenRole(t *testing.T) {
	const role = "---\ntitle: %s\nsummary: S.\n---\n"
	site := render(t, mapFS(map[string]string{"content/index.md": "---\ntitle: T\nsummary: S\nlanguage: en-GB\n---\n", "themes/x.md": "---\ntitle: X\nsummary: S.\norder: 1\n---\n",
		"content/roles/nurse.md": fmt.Sprintf(role, "Nurse"), "content/roles/porter.md": fmt.Sprintf(role, "Porter"),
		"content/insights/i.md": "---\nkind: interview\nfrom: staff\nthemes: [x]\nrole: porter\n---\n\nText.\n",
		"content/lessons/l.md":  "---\ntitle: L\nsummary: S\nthemes: [x]\nroles: [nurse]\nminutes: 1\noutcome: Say it\n---\n\nText.\n"}))
	got := text(t, site, "catalogue.json")
	if strings.Contains(strings.ToLower(got), "porter") || !strings.Contains(got, `"slug":"nurse"`) || !strings.Contains(got, `"slug":"i"`) {
		t.Errorf("got %s", got)
	}
}
