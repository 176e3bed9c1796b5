package schema

import (
	"commonground/internal/diag"
	"commonground/internal/source"
)

// Front is what the front matter of one file says. Every value has the type
// that its key asks for; a key that was absent, or could not be read, is not
// in it and reads as the zero value.
type Front struct {
	Kind   *Kind
	values map[string]Value
}

// Value is the value of one key. Which field is set depends on the type.
type Value struct {
	Span    source.Span // the value in the file
	Key     source.Span // the name of the key
	Text    string      // Text, Choice, Slug
	Number  int         // Number
	Yes     bool        // YesNo
	Date    Date        // Day
	List    []Item      // Texts, Slugs
	Sources []Source    // Sources
	Levels  []Level     // Levels
}

// Item is one entry of a list.
type Item struct {
	Text string
	Span source.Span
}

// Source says where a fact comes from: a title, a web address or a reference
// in words, and a date.
type Source struct {
	Title     string
	URL       string
	Reference string
	Date      Date
	Span      source.Span
}

// Level sets the severity of a rule.
type Level struct {
	Rule     string
	Severity diag.Severity
	Span     source.Span
}

// Get returns the value of a key and whether it was given.
func (f Front) Get(key string) (Value, bool) {
	v, ok := f.values[key]
	return v, ok
}

// IsEmpty says whether not one value could be read.
func (f Front) IsEmpty() bool { return len(f.values) == 0 }

// Text returns the text of a key, or "".
func (f Front) Text(key string) string { return f.values[key].Text }

// Number returns the number of a key, or 0.
func (f Front) Number(key string) int { return f.values[key].Number }

// Date returns the date of a key, or none.
func (f Front) Date(key string) Date { return f.values[key].Date }

// List returns the list of a key, or nil.
func (f Front) List(key string) []Item { return f.values[key].List }

// Texts returns the list of a key as plain strings.
func (f Front) Texts(key string) []string {
	var texts []string
	for _, item := range f.values[key].List {
		texts = append(texts, item.Text)
	}
	return texts
}

// Yes returns the value of a yes-or-no key, or otherwise when it was not given.
func (f Front) Yes(key string, otherwise bool) bool {
	if v, ok := f.values[key]; ok {
		return v.Yes
	}
	return otherwise
}
