package schema

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// JSON returns the JSON Schema (draft 2020-12) of a kind's front matter, for
// editors that check as one types.
//
// It refuses unknown and missing keys, values of another type, words that are no
// choice and dates that the calendar has not. It asks for values in the form of
// the reference page, so it is stricter than Decode in spelling (yes, not YES;
// 8, not "8"), and it cannot see what only the text shows, such as curly quotes.
func JSON(kind *Kind) []byte {
	keys := kind.Keys
	if kind != &Settings {
		keys = append(keys[:len(keys):len(keys)], Draft)
	}
	s := object(keys)
	s.Schema, s.Title, s.Description = "https://json-schema.org/draft/2020-12/schema", kind.Name, kind.Help
	for _, k := range keys {
		if k.Type == Sources {
			s.Defs = properties{{"source", sourceSchema()}}
		}
	}
	return encode(s)
}

// node is a JSON Schema, in the order in which it is printed.
type node struct {
	Schema      string     `json:"$schema,omitempty"`
	Ref         string     `json:"$ref,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        any        `json:"type,omitempty"` // a name or a list of names
	Enum        []any      `json:"enum,omitempty"`
	Format      string     `json:"format,omitempty"`
	Pattern     string     `json:"pattern,omitempty"`
	MaxLength   int        `json:"maxLength,omitempty"`
	Minimum     *int       `json:"minimum,omitempty"`
	Maximum     int        `json:"maximum,omitempty"`
	Items       *node      `json:"items,omitempty"`
	MinItems    int        `json:"minItems,omitempty"`
	Unique      bool       `json:"uniqueItems,omitempty"`
	Properties  properties `json:"properties,omitempty"`
	Required    []string   `json:"required,omitempty"`
	AnyOf       []node     `json:"anyOf,omitempty"`
	Additional  any        `json:"additionalProperties,omitempty"` // false, or what they must be
	Examples    []any      `json:"examples,omitempty"`
	Defs        properties `json:"$defs,omitempty"`
}

// properties are named schemas in an order of their own.
type properties []property

type property struct {
	name string
	node node
}

// MarshalJSON writes the properties as one object, in their order.
func (p properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, property := range p {
		b.WriteByte("{,"[min(i, 1)])
		fmt.Fprintf(&b, "%s:%s", encode(property.name), encode(property.node))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// encode writes JSON as people read it: indented, and < as itself. The values
// are ours, so it cannot fail.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("schema: " + err.Error())
	}
	return b.Bytes()
}

// object is the schema of keys with values, and of no others.
func object(keys []Key) node {
	s := node{Type: "object", Additional: false}
	for _, k := range keys {
		s.Properties = append(s.Properties, property{k.Name, k.schema()})
		if k.Required {
			s.Required = append(s.Required, k.Name)
		}
	}
	return s
}

// schema is that of the values a key may have.
func (k Key) schema() node {
	s := k.shape()
	s.Description = k.Help
	s.Examples = []any{k.example()}
	return s
}

// Patterns of texts. JSON Schema looks for them anywhere in a text.
const (
	somePattern    = `\S`
	dayPattern     = `^\d{4}-\d{2}-\d{2}$`
	partialPattern = `^[1-9]\d{3}(-(0[1-9]|1[0-2]))?$`
	addressPattern = `^https?://([^/?#@\s\\"<>]*@)?[^/?#@\s\\"<>]+([/?#][^\s\\"<>]*)?$`
)

func (k Key) shape() node {
	switch k.Type {
	case Texts:
		return k.listOf(words(somePattern))
	case Number:
		return node{Type: "integer", Minimum: new(k.Least), Maximum: k.most()}
	case Day:
		return node{Type: "string", Format: "date", Pattern: dayPattern}
	case YesNo:
		return node{Enum: []any{"yes", "no", true, false}}
	case Choice:
		return node{Enum: anys(k.Values)}
	case Slug:
		return words(slug.String())
	case Slugs:
		return k.listOf(words(slug.String()))
	case Sources:
		one := node{Ref: "#/$defs/source"}
		return node{AnyOf: []node{{Type: "array", Items: &one, MinItems: 1}, one}}
	case Levels:
		return node{Type: "object", Additional: node{Enum: []any{"off", "note", "warning"}}}
	}
	s := words(somePattern)
	s.MaxLength = cmp.Or(k.Card, longestText)
	if k.Words > 0 {
		s.Pattern = `^\s*\S+(\s+\S+){0,` + strconv.Itoa(k.Words-1) + `}\s*$`
	}
	return s
}

// words is a text as YAML gives it: 111 is a number there, and a text here.
func words(pattern string) node {
	return node{Type: []string{"string", "number"}, Pattern: pattern}
}

// listOf is a list of items, or one of them without a list.
func (k Key) listOf(item node) node {
	s := node{Type: []string{"array", "string", "number"}, Pattern: item.Pattern, Items: &item, Unique: true}
	if k.Required {
		s.MinItems = 1
	}
	return s
}

// sourceSchema is that of one source.
func sourceSchema() node {
	s := object(oneSource.Keys)
	for i := range s.Properties {
		switch p := &s.Properties[i].node; s.Properties[i].name {
		case "url":
			p.Type, p.Format, p.Pattern = "string", "uri", addressPattern
		case "date":
			year := node{Type: []string{"string", "integer"}, Pattern: partialPattern, Minimum: new(1000), Maximum: 9999}
			p.Type, p.Pattern, p.MaxLength, p.AnyOf = nil, "", 0, []node{Key{Type: Day}.shape(), year}
		}
	}
	s.AnyOf = []node{{Required: []string{"url"}}, {Required: []string{"reference"}}}
	return s
}

// example is the key's example as a value.
func (k Key) example() any {
	if k.Type == Sources {
		source := map[string]any{}
		for _, s := range oneSource.Keys {
			if s.Name != "reference" {
				source[s.Name] = s.Example
			}
		}
		return []any{source}
	}
	var n yaml.Node
	if err := yaml.Load([]byte(k.Example), &n); err != nil || len(n.Content) == 0 {
		return strings.TrimSpace(k.Example)
	}
	return asJSON(n.Content[0])
}

// asJSON returns a YAML value as JSON has it; dates and what else JSON has not
// stay text.
func asJSON(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, c := range n.Content {
			list[i] = asJSON(c)
		}
		return list
	case n.Kind == yaml.MappingNode:
		group := make(map[string]any, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			group[n.Content[i].Value] = asJSON(n.Content[i+1])
		}
		return group
	}
	var v any
	switch n.ShortTag() {
	case "!!int", "!!float", "!!bool", "!!null":
		if json.Unmarshal([]byte(n.Value), &v) == nil {
			return v
		}
	}
	return n.Value
}

func anys(texts []string) []any {
	all := make([]any, len(texts))
	for i, t := range texts {
		all[i] = t
	}
	return all
}
