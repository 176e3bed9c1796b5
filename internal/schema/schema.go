// Package schema describes every kind of content and its keys, once.
//
// The description feeds the decoder of front matter, the messages an author
// sees, the reference page in docs/, and what editors are told: JSON Schema, and
// the settings of the Front Matter extension. Front matter goes in as the bytes
// between two fences; typed values come out, each with its place, beside the
// findings about what could not be read.
package schema

import (
	"slices"
	"strings"
)

// Kind is a kind of content: what a file in one folder may say about itself.
type Kind struct {
	Name   string // as messages say it: lesson
	Plural string // lessons
	Folder string // where its files lie, from the package's folder
	Help   string // one line for people who write
	Keys   []Key  // in the order in which an author meets them
}

// A is the kind as one of many: a lesson, an insight.
func (k *Kind) A() string {
	if strings.ContainsRune("aeiou", rune(k.Name[0])) {
		return "an " + k.Name
	}
	return "a " + k.Name
}

// Key is one key of a kind's front matter.
type Key struct {
	Name     string
	Type     Type
	Required bool
	Values   []string // what a Choice may say
	Of       string   // the kind that a Slug or Slugs name; "" for names that are no longer there
	Words    int      // the most words a Text may have; 0 for no limit
	Card     int      // the most characters a Text should have, to fit on a card to cut out; 0 for no limit
	Least    int      // the least a Number may be
	Most     int      // the most a Number may be; 0 for no limit
	Prose    bool     // a Text or Texts that readers of the item's page see as sentences
	Help     string   // one line for people who write
	Example  string   // a value as it is written
	Called   []string // what people who know other programs may call the key
}

// How many characters fit on a card to cut out: for each of the two statements
// on its front, and for what to say on its back.
const (
	CardFront = 90
	CardBack  = 200
)

// Type says what the value of a key looks like.
type Type uint8

// The types of values.
const (
	Text    Type = iota // words; may run over several lines in YAML
	Texts               // a list of Text; one alone may stand without a list
	Number              // a whole number, not negative
	Day                 // a date: 2026-11-23
	YesNo               // true or false, yes or no
	Choice              // one of Values
	Slug                // the slug of something of the kind Of
	Slugs               // a list of Slug
	Sources             // a list of {title, url or reference, date}
	Levels              // rule codes with off, note or warning
)

// typeNames say in messages what a value must be.
var typeNames = [...]string{
	Text: "text", Texts: "a list of short texts", Number: "a whole number", Day: "a date",
	YesNo: "yes or no", Choice: "one word", Slug: "one name", Slugs: "a list of names",
	Sources: "a list of sources", Levels: "pairs of rule: level",
}

func (t Type) String() string { return typeNames[t] }

// Key returns the key with that name, or nil.
func (k *Kind) Key(name string) *Key {
	for i := range k.Keys {
		if k.Keys[i].Name == name {
			return &k.Keys[i]
		}
	}
	return nil
}

// KeyNames lists the names of the keys in order.
func (k *Kind) KeyNames() []string {
	names := make([]string, len(k.Keys))
	for i, key := range k.Keys {
		names[i] = key.Name
	}
	return names
}

// meantBy returns the key that has another name elsewhere, or "".
func (k *Kind) meantBy(name string) string {
	for i := range k.Keys {
		if slices.Contains(k.Keys[i].Called, strings.ToLower(name)) {
			return k.Keys[i].Name
		}
	}
	return ""
}

// isPage says whether a kind is that of a page, which can be a draft.
func (k *Kind) isPage() bool { return k != &Settings && k.Folder != "" }
