// Package markdown turns the body of one file into a Doc and is the only user
// of goldmark.
//
// A Doc is a pure function of the file's bytes: HTML in pieces, with holes
// where something must be decided later (where a link leads, which place the
// text is written for), and the facts found on the way (headings, links,
// pictures, blocks, quizzes, findings). It knows no other file. The syntax tree
// is dropped as soon as the Doc is made.
//
// The HTML holds no class, id or word that depends on a language, a page or a
// look, other than the class names that docs/blocks.md lists.
package markdown

import (
	"commonground/internal/diag"
	"commonground/internal/source"
)

// Doc is the body of one file, ready to be written for a place.
type Doc struct {
	HTML   []byte  // the body, followed by the fragments that quizzes refer to
	Body   Range   // the part of HTML that is the body itself
	Holes  []Hole  // ordered by At
	Runs   []Run   // in the order of HTML
	Pieces []Piece // what runs refer to

	Headings []Heading
	Links    []Link
	Images   []Image
	Blocks   []Block
	Quizzes  []Quiz
	Notes    []Note
	Backs    []Back
	// Footnotes is the part of Body that lists the footnotes; it may be empty.
	Footnotes Range
	IDs       []string // of footnotes, which HoleID refers to
	Ignores   []Ignore
	Findings  []diag.Finding

	Passages []Passage // only of ReadProse
	Lists    []List    // which passages refer to
}

// Range is a range of bytes in Doc.HTML. A hole belongs to it if Start <= At < End;
// no hole stands at the end of a range.
type Range struct{ Start, End int }

// Hole is a place in Doc.HTML where the writer of a page puts something: At is
// the offset before which it goes, N says which one of its kind.
type Hole struct {
	At   int
	Kind HoleKind
	N    int
}

// HoleKind says what belongs in a hole.
type HoleKind uint8

// What belongs in a hole.
const (
	HoleLink       HoleKind = iota // the start tag of Links[N]
	HoleLinkEnd                    // the end tag of Links[N], and what is said after it
	HoleImage                      // all of Images[N]
	HoleHeading                    // the start tag of Headings[N], with its id
	HoleHeadingEnd                 // the end tag of Headings[N]
	HoleID                         // the bare value of an id or of a fragment: IDs[N]
	HoleBlock                      // the start of Blocks[N], with its title
	HoleBlockEnd                   // the end of Blocks[N]
	HoleQuiz                       // the choices of Quizzes[N], where its task list stood
	HoleNote                       // the number that leads to a footnote: Notes[N]
	HoleBack                       // the way back from a footnote: Backs[N]
	HolePhrase                     // words of the page's own language: Phrase(N), as text
)

// Phrase is something the page says in its own language.
type Phrase int

// The phrases a body can need.
const (
	PhraseFootnotes Phrase = iota // names the list of footnotes
	PhraseTable                   // names a table that scrolls
	PhraseDone                    // before a ticked item of a task list
	PhraseToDo                    // before an item that is not ticked
)

// Heading is a heading of the body. Its id is what code hosts make of its text,
// unique in the Doc.
type Heading struct {
	Level int // 2 to 6: the title of the page is the only 1
	Text  string
	ID    string
	Span  source.Span
}

// Link is a link in the body.
type Link struct {
	Dest    string // as written, with Markdown escapes and entities undone
	Text    string // what is read out, pictures by their alt text
	Section int    // as of a Run
	Span    source.Span
}

// Image is a picture in the body.
type Image struct {
	Dest string
	Alt  string
	Span source.Span
}

// Block is a marked part of the body (try it, talk, quiz …).
type Block struct {
	Kind    string // one of the names in Kinds
	Title   string // as written after the name; may be empty
	Minutes int    // 0 when not given
	Level   int    // of the heading that its title becomes: 2 to 6
	Parent  int    // index of the block it lies in, or -1
	Span    source.Span
}

// Quiz is a question with its choices. Block is the index of the quiz block.
type Quiz struct {
	Block   int
	Choices []Choice
	Span    source.Span
}

// Several says whether more than one choice is right.
func (q *Quiz) Several() bool {
	n := 0
	for _, c := range q.Choices {
		if c.Right {
			n++
		}
	}
	return n > 1
}

// Choice is one answer of a quiz. Text and Why are fragments in Doc.HTML, after
// the body; Why is empty when the author gave no reason.
type Choice struct {
	Right     bool
	Text, Why Range
	Span      source.Span
}

// Note is a place that refers to a footnote: ID is its own id, Text that of the
// footnote.
type Note struct {
	Number   int
	ID, Text string
}

// Back is the way from a footnote to a place that refers to it: the id of the
// place, and how many others refer to the note before it.
type Back struct {
	ID     string
	Others int
}

// Ignore is a comment that silences one rule for the block that follows it.
type Ignore struct {
	Rule   string
	Reason string
	Span   source.Span // the comment
	Covers source.Span // what it covers
}
