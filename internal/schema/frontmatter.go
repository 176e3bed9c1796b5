package schema

import "slices"

// FrontMatterSettings returns frontmatter.json, with which the Front Matter
// extension of VS Code shows the keys of each kind as a form beside the text.
//
// It leaves out what such a form cannot hold, which is then written as text: the
// settings of the package, sources and levels of rules. New pages are made with
// `commonground new`, so the extension is told not to make any.
func FrontMatterSettings() []byte {
	s := editor{
		Schema:     "https://frontmatter.codes/frontmatter.schema.json",
		FileTypes:  []string{"md"},
		DateFormat: "yyyy-MM-dd",
	}
	for _, k := range Kinds() {
		if k == &Settings {
			continue
		}
		s.Folders = append(s.Folders, pageFolder{Title: k.Plural, Path: "[[workspace]]/" + k.Folder,
			Flat: k == &Page, NoNew: true, Types: []string{k.Name}})
		s.Types = append(s.Types, contentType{Name: k.Name, Fields: fields(k)})
		s.NoQuotes = appendDays(s.NoQuotes, k)
	}
	return encode(s)
}

// editor is what frontmatter.json says.
type editor struct {
	Schema     string        `json:"$schema"`
	FileTypes  []string      `json:"frontMatter.content.supportedFileTypes"`
	Folders    []pageFolder  `json:"frontMatter.content.pageFolders"`
	DateFormat string        `json:"frontMatter.taxonomy.dateFormat"`
	NoQuotes   []string      `json:"frontMatter.taxonomy.noPropertyValueQuotes"`
	Types      []contentType `json:"frontMatter.taxonomy.contentTypes"`
}

type pageFolder struct {
	Title string   `json:"title"`
	Path  string   `json:"path"`
	Flat  bool     `json:"excludeSubdir,omitempty"`
	NoNew bool     `json:"disableCreation"`
	Types []string `json:"contentTypes"`
}

type contentType struct {
	Name   string  `json:"name"`
	Fields []field `json:"fields"`
}

type field struct {
	Title       string   `json:"title"`
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Type        string   `json:"type"`
	Required    bool     `json:"required,omitempty"`
	Choices     []string `json:"choices,omitempty"`
	Limits      *limits  `json:"numberOptions,omitempty"`
	Of          string   `json:"contentTypeName,omitempty"`
	By          string   `json:"contentTypeValue,omitempty"`
	Multiple    bool     `json:"multiple,omitempty"`
}

type limits struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

func fields(k *Kind) []field {
	var all []field
	for _, key := range append(k.Keys[:len(k.Keys):len(k.Keys)], Draft) {
		if f, ok := key.field(); ok {
			all = append(all, f)
		}
	}
	return all
}

// field is the key as a part of a form, or false if no part can hold it.
func (k Key) field() (field, bool) {
	f := field{Title: k.Name, Name: k.Name, Description: k.Help, Required: k.Required}
	switch k.Type {
	case Text:
		f.Type = "string"
	case Texts:
		f.Type = "list"
	case Number:
		f.Type, f.Limits = "number", &limits{k.Least, k.most()}
	case Day:
		f.Type = "datetime"
	case YesNo:
		f.Type = "boolean"
	case Choice:
		f.Type, f.Choices = "choice", k.Values
	case Slug, Slugs:
		f.Type, f.Of, f.By, f.Multiple = "contentRelationship", k.Of, "slug", k.Type == Slugs
		if k.Of == "" {
			f.Type, f.By, f.Multiple = "list", "", false
		}
	default:
		return field{}, false
	}
	return f, true
}

// appendDays adds the keys of a kind that hold dates.
func appendDays(names []string, k *Kind) []string {
	for _, key := range k.Keys {
		if key.Type == Day && !slices.Contains(names, key.Name) {
			names = append(names, key.Name)
		}
	}
	return names
}
