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
	values []named
}

// named is the value of a key. A file has so few of them that looking at each is
// faster than a map, and takes half the room.
type named struct {
	key string
	Value
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
	for i := range f.values {
		if f.values[i].key == key {
			return f.values[i].Value, true
		}
	}
	return Value{}, false
}

// value returns the value of a key, or the zero Value.
func (f Front) value(key string) Value {
	v, _ := f.Get(key)
	return v
}

// IsEmpty says whether not one value could be read.
func (f Front) IsEmpty() bool { return len(f.values) == 0 }

// Text returns the text of a key, or "".
func (f Front) Text(key string) string { return f.value(key).Text }

// Number returns the number of a key, or 0.
func (f Front) Number(key string) int { return f.value(key).Number }

// Date returns the date of a key, or none.
func (f Front) Date(key string) Date { return f.value(key).Date }

// List returns the list of a key, or nil.
func (f Front) List(key string) []Item { return f.value(key).List }

// Texts returns the list of a key as plain strings.
func (f Front) Texts(key string) []string {
	var texts []string
	for _, item := range f.value(key).List {
		texts = append(texts, item.Text)
	}
	return texts
}

// Yes returns the value of a yes-or-no key, or otherwise when it was not given.
func (f Front) Yes(key string, otherwise bool) bool {
	if v, ok := f.Get(key); ok {
		return v.Yes
	}
	return otherwise
}
