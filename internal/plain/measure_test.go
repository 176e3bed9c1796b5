package plain

import (
	"math"
	"strings"
	"testing"

	"commonground/internal/words"
)

func measure(texts ...string) Measure {
	var m Measure
	var read words.Text
	for _, text := range texts {
		read.Read([]byte(text))
		m.Add(&read)
	}
	return m
}

func TestMeasureCounts(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 26))
	got := measure("Order your medicine in the NHS App. It is free.", "a list item", "", long)
	want := Measure{Texts: 3, Sentences: 4, Words: 39, Over20: 1, Over25: 1, Longest: 26, Spoken: 38, Syllables: 9 + 3 + 4 + 26, Hard: 1}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestScores holds the formulas, on a text whose counts are known: sentences of
// ten words, of which two have three syllables.
func TestScores(t *testing.T) {
	var texts []string
	for range 30 {
		texts = append(texts, "The nurse can help you order medicine at the library.")
	}
	m := measure(texts...)
	if m.Sentences != 30 || m.Words != 300 || m.Syllables != 30*15 || m.Hard != 60 || !m.Scored() {
		t.Fatalf("got %+v", m)
	}
	for name, score := range map[string][2]float64{
		"reading ease": {m.ReadingEase(), 206.835 - 1.015*10 - 84.6*1.5},
		"grade":        {m.Grade(), 0.39*10 + 11.8*1.5 - 15.59},
		"SMOG":         {m.SMOG(), 3.1291 + 1.043*math.Sqrt(60)},
	} {
		if math.Abs(score[0]-score[1]) > 1e-9 {
			t.Errorf("%s: got %v, want %v", name, score[0], score[1])
		}
	}
	if few := measure(texts[:29]...); few.Scored() {
		t.Error("29 sentences have a score")
	}
	if short := measure(strings.Split(strings.Repeat("Go. ", 40), " ")...); short.Scored() {
		t.Error("40 words have a score")
	}
}

// TestJoin holds that two measures joined are the measure of both texts.
func TestJoin(t *testing.T) {
	a, b := "It is here. Go to the surgery.", "Order a repeat prescription "+strings.Repeat("and wait ", 20)
	joined := measure(a)
	joined.Join(measure(b))
	if want := measure(a, b); joined != want {
		t.Errorf("got %+v, want %+v", joined, want)
	}
}

func TestIsSpoken(t *testing.T) {
	for word, want := range map[string]bool{
		"app": true, "App": true, "I": true, "A": true, "NHS": false, "GPs": false, "GP's": false, "GPs'": false,
		"4G": false, "111": false, "don't": true, "nurse’s": true, "eConsult": true,
	} {
		if IsSpoken([]byte(word)) != want {
			t.Errorf("%s: want %v", word, want)
		}
	}
}
