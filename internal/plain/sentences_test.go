package plain

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/words"
)

// TestSentences holds where sentences end, marked by a bar.
func TestSentences(t *testing.T) {
	for _, text := range []string{
		"Open the app.|Select Messages.",
		"Is it free?|Yes!|It is.",
		"Wait … then look.|It works…|Really.",
		"No mark at the end",
		"The end of a list item|\n\n|and another",
		"A soft line\nbreak goes on.|Here it ends.",
		"It costs £3.50 a month.|Version 10.6.1 is out.",
		"See nhs.uk for more.|Go to www.nhs.uk/app today.",
		"Ask Dr. Patel or Mrs. Jones.|They know.",
		"Bring something, e.g. a bus pass.|Or i.e. Write it down.",
		"Use tablets, drops, etc. if you need them.|Use drops etc.|Then rest.",
		"J. Smith wrote it.|It was read by P. D. James and Peter J. Smith.|Good.",
		"Take vitamin C.|Then rest.",
		"The U.K. Government said so.|We open at 8 a.m. and close at 6 p.m.|Come in.",
		"1. Open the app.|2. Select Messages.",
		"It is in step 3.|Go back.",
		"See no. 7 and fig. 2 on it.|No.|It is not.",
		"“What is it?” she asked.|“A form.”|He nodded.",
		"\"Is it free?\" he asked.|\"Yes.\"|(It is.)|Good.",
		"They asked (Why now?) and left.|Then they came back.",
		"It is here (see page 2).|Look.",
		"Call 111.|999 is for emergencies.",
		"Go there first.|nhs.uk is free to use.|iPads work too.|eBay does not.",
		"What?!|Never.|Wait... what is that?",
		"Type: www.nhs.uk.|Then select Go.",
		"Select **Log in**.|Then wait.",
		"One.\n\n|Two.",
		"Was it Plan B?|It was.",
	} {
		want := strings.Split(text, "|")
		plain := strings.ReplaceAll(text, "|", " ")
		var read words.Text
		read.Read([]byte(plain))
		var got []string
		for _, s := range Sentences(nil, &read) {
			got = append(got, plain[s.Start:s.Stop])
		}
		var wanted []string
		for _, w := range want {
			if w = strings.TrimSpace(w); w != "" {
				wanted = append(wanted, w)
			}
		}
		if strings.Join(got, "|") != strings.Join(wanted, "|") {
			t.Errorf("got  %q\nwant %q", got, wanted)
		}
	}
}

// TestSentenceWords holds what counts as a word.
func TestSentenceWords(t *testing.T) {
	for text, want := range map[string]int{
		"Open the NHS App.":                 4,
		"Don't phone nhs.uk at 6:30pm.":     5,
		"A 10-minute follow-up call – soon": 5,
		"day/night and/or (maybe) £1,000":   6,
		"Write to a.b@example.org":          3,
		"Call 01632 960123":                 3,
		"well—known":                        2,
		"Fish & chips, A&E":                 3,
	} {
		var read words.Text
		read.Read([]byte(text))
		got := Sentences(nil, &read)
		if len(got) != 1 || got[0].Words != want {
			t.Errorf("%q: got %v, want one of %d words", text, got, want)
		}
	}
}

// FuzzSentences holds that every word is in exactly one sentence, that sentences
// come in order, begin and end with no space, and hold their words, and that they are
// the same twice.
func FuzzSentences(f *testing.F) {
	f.Add("Open the app. \"Why?\" she asked. Dr. J. Smith, e.g. 3.5.\n\nnhs.uk is")
	f.Add("… . ! x ?” 1. 2. A. B.C. é. ß\u2029z")
	f.Fuzz(func(t *testing.T, text string) {
		var read words.Text
		read.Read([]byte(text))
		all := Sentences(nil, &read)
		if again := Sentences(nil, &read); !slices.Equal(all, again) {
			t.Fatalf("%q: %+v, and then %+v", text, all, again)
		}
		at, word := 0, 0
		for _, s := range all {
			if s.First != word || s.End <= s.First || s.Start < at || s.Stop <= s.Start || s.Stop > len(text) {
				t.Fatalf("%q: %+v after byte %d, word %d", text, s, at, word)
			}
			first, _ := read.Span(s.First)
			_, last := read.Span(s.End - 1)
			if first < s.Start || last > s.Stop || s.Words < 1 || s.Words > s.End-s.First {
				t.Fatalf("%q: %+v holds words at %d to %d", text, s, first, last)
			}
			if got := text[s.Start:s.Stop]; strings.TrimSpace(got) != got {
				t.Fatalf("%q: %q has space around it", text, got)
			}
			at, word = s.Stop, s.End
		}
		if word != read.Len() {
			t.Fatalf("%q: %d of %d words", text, word, read.Len())
		}
	})
}
