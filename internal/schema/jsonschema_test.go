package schema

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// validators compiles the JSON Schema of every kind with a validator that is not
// ours, which also checks each against the definition of JSON Schema itself.
func validators(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	for _, k := range Kinds() {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSON(k)))
		if err != nil {
			t.Fatalf("%s: %v", k.Name, err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(k.Name+".json", doc); err != nil {
			t.Fatal(err)
		}
		if all[k.Name], err = c.Compile(k.Name + ".json"); err != nil {
			t.Fatalf("%s: %v", k.Name, err)
		}
	}
	return all
}

// values reads front matter as an editor does, or returns nil if it is no YAML.
func values(front string) any {
	var n yaml.Node
	if err := yaml.Load([]byte(front), &n); err != nil || len(n.Content) == 0 {
		return nil
	}
	return asJSON(n.Content[0])
}

// TestJSONTakesShippedFiles holds that the front matter of everything that comes
// with the program is what the schemas ask for.
func TestJSONTakesShippedFiles(t *testing.T) {
	schemas := validators(t)
	seen := map[string]int{}
	for _, folder := range []string{"content", "themes"} {
		fsys := os.DirFS("../..")
		err := fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".md" {
				return err
			}
			raw, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			f, _ := source.Parse(name, raw)
			kind := kindAt(name)
			seen[kind]++
			if err := schemas[kind].Validate(values(string(f.Bytes(f.Front)))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range Kinds() {
		if seen[k.Name] == 0 {
			t.Errorf("no %s was looked at", k.Name)
		}
	}
}

func kindAt(name string) string {
	if name == "content/index.md" {
		return Settings.Name
	}
	dir := path.Dir(name)
	if path.Base(name) == "index.md" {
		dir = path.Dir(dir)
	}
	i := slices.IndexFunc(Kinds()[1:], func(k *Kind) bool { return k.Folder == dir })
	return Kinds()[i+1].Name
}

// TestJSONTakesExamples holds that each example of the reference page fits.
func TestJSONTakesExamples(t *testing.T) {
	schemas := validators(t)
	for _, k := range Kinds() {
		all := map[string]any{}
		for _, key := range k.Keys {
			all[key.Name] = key.example()
		}
		if err := schemas[k.Name].Validate(all); err != nil {
			t.Errorf("%s: %v", k.Name, err)
		}
	}
}

// TestJSONRefusesMistakes holds that what Decode reports about the values of
// keys is refused by the schemas as well.
func TestJSONRefusesMistakes(t *testing.T) {
	schemas := validators(t)
	rules := []diag.Rule{ruleUnknown, ruleRequired, ruleType, ruleChoice, ruleDate, ruleWords, ruleSource}
	onlyInText := []string{"zero-width space", "escaped control character", "escaped direction"}
	refused := map[string]int{}
	for _, c := range allMistaken() {
		v := values(c.front)
		i := slices.IndexFunc(rules, func(r diag.Rule) bool { return len(c.want) > 0 && strings.Contains(c.want[0], " "+r.Code+" ") })
		if i < 0 || v == nil || slices.Contains(onlyInText, c.name) {
			continue
		}
		refused[rules[i].Code]++
		if schemas[c.kind].Validate(v) == nil {
			t.Errorf("%s: the schema takes %q", c.name, c.front)
		}
	}
	for _, r := range rules {
		if refused[r.Code] == 0 {
			t.Errorf("there is no mistake of %s", r.Code)
		}
	}
}

// TestJSONValues holds values at the edges of what keys may have.
func TestJSONValues(t *testing.T) {
	schemas := validators(t)
	const term, lesson = "title: t\nmeaning: m\n", "title: t\nsummary: s\nthemes: [a]\noutcome: Do\nminutes: 5\n"
	for _, c := range []struct {
		kind, front string
		want        bool
	}{
		{"term", term + "also: 111", true},
		{"term", term + "also: [111, one one one]", true},
		{"term", term + "also: [111, 111]", false},
		{"term", term + "also: []", true},
		{"term", term + "also: [[a]]", false},
		{"term", term + "meaning: " + strings.Repeat("a ", 25), true},
		{"term", term + "see: Wrong Name", false},
		{"term", term + "see: [wrong_name]", false},
		{"term", term + "sources: {title: t, url: https://example.org}", true},
		{"term", term + "sources: [{title: t, reference: 12}]", true},
		{"term", term + "sources: [{title: t, url: example.org}]", false},
		{"term", term + "sources: [{title: t, url: 'https://'}]", false},
		{"term", term + "sources: [{title: t, url: 'https://?a'}]", false},
		{"term", term + "sources: [{title: t, url: 'https://a@'}]", false},
		{"term", term + "sources: [{title: t, url: 'https://example.org:8080/a?b#c'}]", true},
		{"term", term + "sources: []", false},
		{"term", term + "sources: [{title: t, reference: r, date: 2026}]", true},
		{"term", term + "sources: [{title: t, reference: r, date: '2026-11'}]", true},
		{"term", term + "sources: [{title: t, reference: r, date: 2026-11-23}]", true},
		{"term", term + "sources: [{title: t, reference: r, date: 2026-13}]", false},
		{"term", term + "sources: [{title: t, reference: r, date: 26}]", false},
		{"term", term + "sources: [{title: t, reference: r, date: 2026-02-30}]", false},
		{"term", term + "sources: [{title: t, reference: r, by: me}]", false},
		{"term", term + "draft: true", true},
		{"term", term + "draft: yes", true},
		{"term", term + "draft: perhaps", false},
		{"lesson", lesson, true},
		{"lesson", lesson + "minutes: 0", false},
		{"lesson", lesson + "minutes: 601", false},
		{"lesson", lesson + "minutes: 1.5", false},
		{"lesson", lesson + "order: 0", true},
		{"lesson", lesson + "order: -1", false},
		{"lesson", lesson + "order: 100001", false},
		{"lesson", lesson + "reviewed: 2026-02-30", false},
		{"lesson", lesson + "reviewed: 2026", false},
		{"lesson", lesson + "summary: ' '", false},
		{"lesson", lesson + "summary: " + strings.Repeat("a", longestText+1), false},
		{"settings", "title: t\nsummary: s\nlanguage: en\nrules: {asset-unused: off}", true},
		{"settings", "title: t\nsummary: s\nlanguage: en\ndraft: true", false},
	} {
		err := schemas[c.kind].Validate(lastWins(c.front))
		if (err == nil) != c.want {
			t.Errorf("%s %q: %v", c.kind, c.front, err)
		}
	}
}

// lastWins reads front matter in which a later line may say a key again.
func lastWins(front string) any {
	all := map[string]any{}
	for line := range strings.Lines(front) {
		for name, v := range values(line).(map[string]any) {
			all[name] = v
		}
	}
	return all
}

// FuzzJSONIsNoLooser holds that what a schema takes, Decode takes too: no key is
// unknown to one alone, no required one is missing, no choice or date is wrong; and
// that what it finds beyond that is told at a place, and what it takes has one.
func FuzzJSONIsNoLooser(f *testing.F) {
	schemas := validators(f)
	for _, c := range allMistaken() {
		f.Add(c.kind, c.front)
	}
	f.Add("story", "title: 111\nsummary: y\nfrom: staff\nconsent: given\nreviewed: 2026-02-28\nthemes: a-b")
	f.Add("term", "title: x\nmeaning: y\nsources: {title: z, url: 'https://example.org/', date: 2026}")
	f.Fuzz(func(t *testing.T, kindName, front string) {
		kind := kindOf(kindName)
		if kind == nil {
			return
		}
		file, fault := source.Parse("content/x.md", []byte("---\n"+front+"\n---\nText\n"))
		if fault != nil {
			return
		}
		v := values(string(file.Bytes(file.Front)))
		if v == nil || schemas[kindName].Validate(v) != nil {
			return
		}
		read, findings := Decode(kind, file)
		again, more := Decode(kind, file)
		if !reflect.DeepEqual(read, again) || !reflect.DeepEqual(findings, more) {
			t.Fatal("two runs differ")
		}
		for _, v := range read.values {
			checkValue(t, file, kind, v.key, v.Value)
		}
		for _, finding := range findings {
			checkFinding(t, file, finding)
			if slices.Contains([]string{ruleUnknown.Code, ruleChoice.Code, ruleDate.Code, ruleSource.Code}, finding.Rule) {
				t.Errorf("the schema takes what Decode does not: %s", finding.Message)
			}
		}
	})
}
