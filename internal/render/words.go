package render

import (
	"strconv"

	"commonground/internal/link"
	"commonground/internal/markdown"
)

// The words that this package says by itself. Those that stand around values are
// in the layouts.

// minutes says how long something takes, from an hour on in hours.
func minutes(n int) string {
	hours, rest := counted(n/60, "hour", "hours"), counted(n%60, "minute", "minutes")
	switch {
	case n < 60:
		return rest
	case n%60 == 0:
		return hours
	}
	return hours + " " + rest
}

// lessons, pathways, mythsAndFacts and stories say how many of them there are.
func lessons(n int) string       { return counted(n, "lesson", "lessons") }
func pathways(n int) string      { return counted(n, "pathway", "pathways") }
func mythsAndFacts(n int) string { return counted(n, "myth and fact", "myths and facts") }
func stories(n int) string       { return counted(n, "story", "stories") }

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// hasMoved is the heading of a page that leads on to a lesson.
func hasMoved(title string) string { return title + " has moved" }

// lessonNumber, questionNumber and volumeName name things by their place.
func lessonNumber(n int) string   { return "Lesson " + strconv.Itoa(n) }
func questionNumber(n int) string { return "Question " + strconv.Itoa(n) }
func volumeName(n int) string     { return "Volume " + strconv.Itoa(n) }

// bookTitle is the heading of volume n of the handbook, and of the only one for 0.
func bookTitle(name string, n int) string {
	if n == 0 {
		return name + ": the handbook"
	}
	return name + ": the handbook, volume " + strconv.Itoa(n)
}

// volumeOf is what the browser shows for one of several volumes.
func volumeOf(n int, book string) string { return volumeName(n) + " of the " + book }

// pageNumber is the title of a further page of an index.
func pageNumber(title string, n, of int) string {
	return title + ", page " + strconv.Itoa(n) + " of " + strconv.Itoa(of)
}

// allNamed leads to all things of a sort.
func allNamed(n int, things string) string { return "All " + strconv.Itoa(n) + " " + things }

// continued is the title of a part that began in a volume, or on a page, before.
func continued(title string) string { return title + ", continued" }

// tooLong stands on a card to cut out for a text that has no room on it.
func tooLong(path string) string { return "Too long for a card. It is on the page " + path + "." }

// usedOn says on how many pages a term is used; nothing for none.
func usedOn(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "Used on 1 page"
	}
	return "Used on " + strconv.Itoa(n) + " pages"
}

// phrases are what the text of a page needs in the page's language.
var phrases = [...]string{
	markdown.PhraseFootnotes: "Footnotes",
	markdown.PhraseTable:     "Table",
	markdown.PhraseDone:      "Done: ",
	markdown.PhraseToDo:      "To do: ",
}

// blockNames are what readers see before the title of a block.
var blockNames = map[string]string{
	"example": "Example", "try-it": "Try it", "steps": "Step by step", "say": "What to say",
	"peer-tip": "Tip from a colleague", "talk": "Talk about it", "reflect": "Think back",
	"do": "Do", "dont": "Do not", "note": "Note", "warning": "Important", "more": "More",
	"quiz": "Check yourself", "facilitator": "For the facilitator",
}

// kindNames are what readers call one thing of a kind, by the name of the kind.
var kindNames = map[string]string{
	"lesson": "Lesson", "term": "Word", "myth": "Myth and fact", "story": "Story",
	"pathway": "Pathway", "theme": "Theme", "role": "Role", "page": "Page",
}

// aboutLists says, by path, what a list has, and what else readers call it.
var aboutLists = map[string]struct{ summary, also string }{
	link.Lessons:  {"All lessons, by the time they take. Each has a sheet to print.", "sheets to print, handouts"},
	link.Themes:   {"What the lessons are about.", "topics"},
	link.Roles:    {"Choose your job, and begin with the lesson that helps there first.", "jobs"},
	link.Pathways: {"Lessons in an order, for a purpose.", "courses"},
	link.Myths:    {"What people say, what is so, and what you can say.", "myth cards"},
	link.Cards:    {"Eight cards to a sheet, to print on both sides.", "print the cards"},
	link.Glossary: {"Plain meanings of the words that people meet.", "dictionary, jargon"},
	link.Insights: {"The evidence behind each theme.", "evidence"},
	link.Stories:  {"What happened when somebody tried.", "case studies"},
	"print.html":  {"To print one lesson, open it and choose “A sheet to print”.", "print everything, handouts"},
}

// levelNames say what the level of a lesson means.
var levelNames = map[string]string{
	"start": "No experience needed",
	"build": "Some experience helps",
	"share": "For helping colleagues",
}

// levelOrder lists the levels from the easiest on.
var levelOrder = []string{"start", "build", "share"}

// evidenceNames say what kind of evidence a myth card has.
var evidenceNames = map[string]string{
	"guidance": "Official guidance", "statistics": "Statistics", "research": "Research",
	"law": "Law or contract", "local": "Local practice",
}

// methodNames say where an insight comes from.
var methodNames = map[string]string{
	"interview": "Interview", "focus-group": "Focus group", "co-creation": "Co-creation session",
}

// fromNames say whose insight or story it is.
var fromNames = map[string]string{"staff": "staff", "patient": "patients"}

const (
	wordRight       = "Right."
	wordNotRight    = "Not right."
	wordAnswer      = "Show the answer"
	wordAnswers     = "Show the answers"
	wordSeveral     = "More than one is right."
	wordHome        = "Home"
	wordBack        = "Back to the text"
	wordHandbook    = "Handbook"
	wordAToZ        = "A to Z"
	wordList        = "List"
	wordPrintAll    = "The whole handbook, to print (many sheets)"
	wordHandout     = "A sheet to print"
	wordCards       = "Myth cards to cut out"
	wordPrintCards  = "Print the cards"
	wordNotFound    = "This page is not here"
	wordLetterOther = "0–9"
	wordOther       = "Other"
	wordByTime      = "Time"
	wordByRole      = "Role"
	wordByTheme     = "Theme"
	wordByLevel     = "Level"
	wordMinute      = "minute"
	wordMinutes     = "minutes"
	wordInOrder     = "All lessons, in order"
	wordPrevious    = "Previous page"
	wordNext        = "Next page"

	wordIntroduction = "Introduction"
	wordAboutThis    = "About this training"
)

// timeGroups are how lessons are grouped by time: at most so many minutes; 0
// means any number.
var timeGroups = []struct {
	id     string
	most   int
	title  string
	figure string // on the home page
}{
	{"up-to-5", 5, "Up to 5 minutes", "5"},
	{"up-to-10", 10, "6 to 10 minutes", "10"},
	{"up-to-20", 20, "11 to 20 minutes", "20"},
	{"longer", 0, "More than 20 minutes", "20+"},
}

// fileSize says how large a file is: KB up to 1 MB, then MB.
func fileSize(n int64) string {
	switch {
	case n < 1000:
		return "1 KB"
	case n < 999_500:
		return strconv.FormatInt((n+500)/1000, 10) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
}
