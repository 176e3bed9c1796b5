package plain

import (
	"bytes"
	"math"
	"unicode"

	"commonground/internal/words"
)

// Measure is what can be counted in texts, and what formulas make of it. The
// zero Measure is of no text.
type Measure struct {
	Texts     int // blocks of prose: paragraphs and items
	Sentences int
	Words     int
	Over20    int // sentences of more than 20 words, and of more than 25 and 30
	Over25    int
	Over30    int
	Longest   int // words of the longest sentence
	Spoken    int // words that are said as words: no acronym, no number
	Syllables int // of those
	Hard      int // of those, words of three syllables or more
}

// Add counts one more text, its sentences and its words.
func (m *Measure) Add(t *words.Text) {
	m.AddText(Sentences(nil, t))
	for i := range t.Len() {
		if IsSpoken(t.Word(i)) {
			m.AddWord(Syllables(t.Fold(i)))
		}
	}
}

// AddText counts one more block of prose, by its sentences.
func (m *Measure) AddText(sentences []Sentence) {
	if len(sentences) == 0 {
		return
	}
	m.Texts++
	for i := range sentences {
		m.addSentence(sentences[i].Words)
	}
}

func (m *Measure) addSentence(words int) {
	m.Sentences++
	m.Words += words
	m.Longest = max(m.Longest, words)
	for _, limit := range [...]struct {
		words int
		over  *int
	}{{20, &m.Over20}, {25, &m.Over25}, {30, &m.Over30}} {
		if words > limit.words {
			*limit.over++
		}
	}
}

// AddWord counts one more word that is said as a word.
func (m *Measure) AddWord(syllables int) {
	m.Spoken++
	m.Syllables += syllables
	if syllables >= HardWord {
		m.Hard++
	}
}

// Join counts the texts of another measure as well, for a whole package.
func (m *Measure) Join(other Measure) {
	longest := max(m.Longest, other.Longest)
	for _, sum := range []struct{ to, from *int }{
		{&m.Texts, &other.Texts}, {&m.Sentences, &other.Sentences}, {&m.Words, &other.Words},
		{&m.Over20, &other.Over20}, {&m.Over25, &other.Over25}, {&m.Over30, &other.Over30},
		{&m.Spoken, &other.Spoken}, {&m.Syllables, &other.Syllables}, {&m.Hard, &other.Hard},
	} {
		*sum.to += *sum.from
	}
	m.Longest = longest
}

// HardWord is how many syllables make a word hard for SMOG.
const HardWord = 3

// Scores of fewer sentences or words than these say nothing: on one and the same
// text, windows of 5 sentences gave SMOG from 3 to 15, windows of 30 only 8 to 12.
const (
	leastSentences = 30
	leastWords     = 150
)

// Scored says whether there is enough text for the scores to mean something. It
// does not ask whether words have been counted.
func (m *Measure) Scored() bool { return m.Sentences >= leastSentences && m.Words >= leastWords }

// MeanSentence is how many words a sentence has on average.
func (m *Measure) MeanSentence() float64 { return ratio(m.Words, m.Sentences) }

// ReadingEase is Flesch's score, from about 0 (very hard) to 100 (very easy):
// Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948.
func (m *Measure) ReadingEase() float64 {
	return 206.835 - 1.015*m.MeanSentence() - 84.6*ratio(m.Syllables, m.Spoken)
}

// Grade is the Flesch–Kincaid grade, in years of American school: Kincaid and
// others, Research Branch Report 8-75, Naval Technical Training, 1975.
func (m *Measure) Grade() float64 {
	return 0.39*m.MeanSentence() + 11.8*ratio(m.Syllables, m.Spoken) - 15.59
}

// SMOG is McLaughlin's grade, from words of three syllables or more, in years of
// school: McLaughlin, SMOG grading, Journal of Reading 12, 1969.
func (m *Measure) SMOG() float64 {
	return 3.1291 + 1.0430*math.Sqrt(30*ratio(m.Hard, m.Sentences))
}

// ratio is 0 where there is nothing to divide by.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// IsSpoken says whether a word, as it is written, is said as a word: it has no
// digit, and is no acronym such as NHS, GPs or A.
func IsSpoken(word []byte) bool {
	if bytes.IndexFunc(word, unicode.IsDigit) >= 0 {
		return false
	}
	bare := bytes.TrimSuffix(bytes.TrimRight(word, "'’"), []byte("s"))
	bare = bytes.TrimRight(bare, "'’")
	capitals := bytes.IndexFunc(bare, unicode.IsLower) < 0
	return !capitals || len(bare) < 2
}
