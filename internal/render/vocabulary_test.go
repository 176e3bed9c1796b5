package render

import (
	"fmt"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/piprate/json-gold/ld"
)

const schemaOrg = "https://schema.org/"

// vocabulary is testdata/schema-org.txt.
type vocabulary struct {
	parents map[string][]string // of a type
	domain  map[string][]string // the types that have a property
	holds   map[string][]string // what a property may hold
}

func readVocabulary(t *testing.T) vocabulary {
	t.Helper()
	raw, err := os.ReadFile("testdata/schema-org.txt")
	if err != nil {
		t.Fatal(err)
	}
	v := vocabulary{map[string][]string{}, map[string][]string{}, map[string][]string{}}
	for line := range strings.Lines(string(raw)) {
		kind, isType := strings.CutPrefix(strings.TrimSpace(line), "type ")
		property, rest, isProperty := strings.Cut(kind, ": ")
		switch {
		case strings.HasPrefix(kind, "#") || kind == "":
		case isType:
			name, parents, _ := strings.Cut(kind, " <")
			v.parents[name] = strings.Fields(parents)
		case isProperty:
			domain, holds, _ := strings.Cut(rest, " = ")
			v.domain[property], v.holds[property] = strings.Fields(domain), strings.Fields(holds)
		default:
			t.Fatalf("testdata/schema-org.txt: %q is no line of it", line)
		}
	}
	return v
}

// isA says whether a type is one of several, or a sort of one.
func (v vocabulary) isA(name string, types []string) bool {
	return slices.Contains(types, name) || slices.ContainsFunc(v.parents[name], func(p string) bool { return v.isA(p, types) })
}

// LoadDocument stands for the context at https://schema.org, so that no test
// needs the web. Addresses and dates are those of the vocabulary.
func (v vocabulary) LoadDocument(address string) (*ld.RemoteDocument, error) {
	if address != strings.TrimSuffix(schemaOrg, "/") {
		return nil, fmt.Errorf("%s is not the context that pages name", address)
	}
	context := map[string]any{"@vocab": schemaOrg}
	for property, holds := range v.holds {
		if slices.Contains(holds, "URL") {
			context[property] = map[string]any{"@type": "@id"}
		}
		if slices.Contains(holds, "Date") {
			context[property] = map[string]any{"@type": "Date"}
		}
	}
	return &ld.RemoteDocument{DocumentURL: address, Document: map[string]any{"@context": context}}, nil
}

var _ ld.DocumentLoader = vocabulary{}

// check returns what is wrong with JSON-LD, in the form that a processor has
// expanded.
func (v vocabulary) check(doc any) (wrong []string) {
	o := ld.NewJsonLdOptions("")
	o.DocumentLoader = v
	expanded, err := ld.NewJsonLdProcessor().Expand(doc, o)
	if err != nil || len(expanded) != 1 {
		return []string{fmt.Sprintf("%d things: %v", len(expanded), err)}
	}
	_, wrong = v.thing(expanded[0].(map[string]any), nil)
	return wrong
}

// thing checks an expanded thing, and returns its type.
func (v vocabulary) thing(node map[string]any, wrong []string) (string, []string) {
	types, _ := node["@type"].([]any)
	if len(types) != 1 {
		return "", append(wrong, fmt.Sprintf("%v has the types %v", node, types))
	}
	kind := strings.TrimPrefix(types[0].(string), schemaOrg)
	if _, ok := v.parents[kind]; !ok {
		wrong = append(wrong, "no type "+kind)
	}
	for key, value := range node {
		property := strings.TrimPrefix(key, schemaOrg)
		switch {
		case key == "@type":
		case key == "@id":
			wrong = append(wrong, notAbsolute(value.(string))...)
		case !v.isA(kind, v.domain[property]):
			wrong = append(wrong, kind+" has no property "+property)
		default:
			for _, one := range value.([]any) {
				wrong = v.value(property, one.(map[string]any), wrong)
			}
		}
	}
	return kind, wrong
}

var isDuration = regexp.MustCompile(`^P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?)?$`)

// value checks one value of a property.
func (v vocabulary) value(property string, one map[string]any, wrong []string) []string {
	holds := v.holds[property]
	text, isText := one["@value"].(string)
	id, isAddress := one["@id"].(string)
	switch {
	case isText && slices.Contains(holds, "Text"):
		if strings.TrimSpace(text) == "" {
			wrong = append(wrong, property+" says nothing")
		}
	case isText && slices.Contains(holds, "Date"):
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			wrong = append(wrong, property+": "+err.Error())
		}
	case isText && slices.Contains(holds, "Duration"):
		if !isDuration.MatchString(text) || strings.HasSuffix(text, "P") || strings.HasSuffix(text, "T") {
			wrong = append(wrong, property+": "+text+" is no duration")
		}
	case isAddress && len(one) == 1 && slices.Contains(holds, "URL"):
		wrong = append(wrong, notAbsolute(id)...)
	case !isText && one["@type"] != nil:
		kind, more := v.thing(one, wrong)
		if wrong = more; !v.isA(kind, holds) {
			wrong = append(wrong, property+" cannot hold "+kind)
		}
	default:
		wrong = append(wrong, fmt.Sprintf("%s cannot hold %v", property, one))
	}
	return wrong
}

func notAbsolute(address string) []string {
	if u, err := url.Parse(address); err != nil || !u.IsAbs() || u.Host == "" {
		return []string{address + " is no whole address"}
	}
	return nil
}

// The check itself can fail: each of these is wrong in one way.
func TestVocabulary(t *testing.T) {
	v := readVocabulary(t)
	about := func(more string) map[string]any {
		return readJSON(t, `{"@context":"https://schema.org","@type":"LearningResource"`+more+`}`)
	}
	if wrong := v.check(about(`,"name":"A","timeRequired":"PT10M","citation":["Print",{"@type":"CreativeWork","url":"https://example.org/"}]`)); len(wrong) > 0 {
		t.Error(wrong)
	}
	for more, want := range map[string]string{
		`,"nmae":"A"`:                    "LearningResource has no property nmae",
		`,"name":" "`:                    "name says nothing",
		`,"lastReviewed":"2026-11-20"`:   "LearningResource has no property lastReviewed",
		`,"expires":"20 November"`:       "cannot parse",
		`,"timeRequired":"10 minutes"`:   "10 minutes is no duration",
		`,"timeRequired":"PT"`:           "PT is no duration",
		`,"license":"CC BY 4.0"`:         "CC BY 4.0 is no whole address",
		`,"@id":"lessons/a.html"`:        "lessons/a.html is no whole address",
		`,"teaches":3`:                   "teaches cannot hold",
		`,"audience":{"@type":"Place"}`:  "audience cannot hold Place",
		`,"audience":{"@type":"People"}`: "no type People",
		`,"audience":{"name":"A"}`:       "audience cannot hold",
	} {
		if got := strings.Join(v.check(about(more)), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s: want %q, got %q", more, want, got)
		}
	}
}
