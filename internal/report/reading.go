package report

import (
	"math"
	"strconv"

	"commonground/internal/markdown"
	"commonground/internal/plain"
	"commonground/internal/training"
	"commonground/internal/words"
)

// readingView is how hard the lessons are to read.
type readingView struct {
	All     readingRow
	Lessons []readingRow
}

// readingRow is what was counted in a lesson, or in all. Scores are only there for
// enough text to mean something.
type readingRow struct {
	Title            string
	Sentences, Words int
	Mean             string // words a sentence
	Bar              int    // of the mean, in hundredths of barWords
	Over20, Over25   int    // shares of sentences, in hundredths
	Scored           bool
	Ease             int
	Grade, SMOG      string
}

// barWords is how many words a sentence has on average that fills the bar.
const barWords = 25

func readingOf(pkg *training.Package) readingView {
	var v readingView
	var all plain.Measure
	for _, l := range pkg.Lessons {
		m := measure(l.Doc)
		all.Join(m)
		v.Lessons = append(v.Lessons, rowOf(l.Name, m))
	}
	v.All = rowOf("All lessons", all)
	return v
}

// measure counts what learners read as sentences.
func measure(d *markdown.Doc) plain.Measure {
	var m plain.Measure
	var text words.Text
	for n := range d.Passages {
		if p := &d.Passages[n]; p.IsRunning() {
			text.Read(p.Text)
			m.Add(&text)
		}
	}
	return m
}

func rowOf(title string, m plain.Measure) readingRow {
	row := readingRow{
		Title: title, Sentences: m.Sentences, Words: m.Words, Mean: oneDecimal(m.MeanSentence()),
		Bar:    min(100, int(100*m.MeanSentence()/barWords)),
		Over20: part(m.Over20, m.Sentences), Over25: part(m.Over25, m.Sentences), Scored: m.Scored(),
	}
	if row.Scored {
		row.Ease = int(math.Round(m.ReadingEase()))
		row.Grade, row.SMOG = oneDecimal(m.Grade()), oneDecimal(m.SMOG())
	}
	return row
}

func oneDecimal(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// part is a part of a whole in hundredths, rounded.
func part(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (100*part + whole/2) / whole
}
