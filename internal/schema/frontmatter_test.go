package schema

import (
	"encoding/json"
	"slices"
	"testing"
)

// TestFrontMatterSettings holds that the extension is told of every key of every
// kind but those that no form can hold, in the words that the extension knows.
func TestFrontMatterSettings(t *testing.T) {
	var got editor
	if err := json.Unmarshal(FrontMatterSettings(), &got); err != nil {
		t.Fatal(err)
	}
	types := map[string]contentType{}
	for _, c := range got.Types {
		types[c.Name] = c
	}
	if len(types) != len(Kinds())-1 || len(got.Folders) != len(types) {
		t.Errorf("there are %d types and %d folders", len(types), len(got.Folders))
	}
	for _, k := range Kinds()[1:] {
		for _, key := range append(slices.Clone(k.Keys), Draft) {
			i := slices.IndexFunc(types[k.Name].Fields, func(f field) bool { return f.Name == key.Name })
			if noForm := key.Type == Sources || key.Type == Levels; (i < 0) != noForm {
				t.Errorf("%s of a %s: a field is there is %v", key.Name, k.Name, i >= 0)
			}
			if i < 0 {
				continue
			}
			f := types[k.Name].Fields[i]
			if !slices.Contains([]string{"string", "list", "number", "datetime", "boolean", "choice", "contentRelationship"}, f.Type) {
				t.Errorf("%s of a %s is a %s", key.Name, k.Name, f.Type)
			}
			if _, known := types[f.Of]; f.Of != key.Of || key.Of != "" && !known {
				t.Errorf("%s of a %s names a %q", key.Name, k.Name, f.Of)
			}
			if f.Required != key.Required || !slices.Equal(f.Choices, key.Values) {
				t.Errorf("%s of a %s: %+v", key.Name, k.Name, f)
			}
		}
	}
	if !slices.Equal(got.NoQuotes, []string{"reviewed", "review_by"}) {
		t.Errorf("dates are %q", got.NoQuotes)
	}
}
