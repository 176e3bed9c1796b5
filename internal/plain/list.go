package plain

import (
	"embed"

	"commonground/internal/source"
)

// Shipped holds the word lists that come with the program: lists/NAME.yaml for
// each of ListNames.
//
//go:embed lists
var Shipped embed.FS

// ListName names a list, and its file.
type ListName string

// The lists. A package may have a file of each of these names in its folder words.
const (
	PlainWords   ListName = "plain-words"
	HealthWords  ListName = "health-words"
	DigitalWords ListName = "digital-words"
	PeopleWords  ListName = "people-words"
	ValueWords   ListName = "value-words"
	Spelling     ListName = "spelling"
	Names        ListName = "names"
	Contractions ListName = "contractions"
	ShortForms   ListName = "short-forms"
	Acronyms     ListName = "acronyms"
)

// ListNames are the names of all lists.
func ListNames() []ListName {
	return []ListName{PlainWords, HealthWords, DigitalWords, PeopleWords, ValueWords, Spelling, Names, Contractions, ShortForms, Acronyms}
}

// List is one file of words: those to avoid, and those that are fine here
// whatever another list says.
type List struct {
	Name    ListName
	File    *source.File
	Entries []Entry
	Keep    []Word
}

// Word is a word or some words in a row, and where they stand in their file.
type Word struct {
	Text string
	Span source.Span
}

// Entry is words to avoid, and what is better.
type Entry struct {
	Avoid    []Word
	Use      []string // what to write instead, the best first
	Advice   string   // what to do where no other word will do
	As       Class    // whether the words have other forms
	Unless   []string // phrases around the words in which they are right
	Exact    bool     // only as it is written: DNA
	Alone    bool     // only where no word follows that it describes: the elderly
	Patients bool     // staff may read it; patients must not hear it
	Explain  bool     // a glossary should have it where staff use it
	Source   string   // who says so
}

// Class says which other forms words have.
type Class uint8

// What words can be. Of several words, a verb changes its first and a noun its last.
const (
	Fixed Class = iota
	Noun
	Verb
)
