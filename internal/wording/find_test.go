package wording

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"commonground/internal/plain"
	"commonground/internal/words"
)

func listOf(name plain.ListName, entries ...plain.Entry) plain.List {
	return plain.List{Name: name, Entries: entries}
}

func avoid(texts ...string) []plain.Word {
	var all []plain.Word
	for _, t := range texts {
		all = append(all, plain.Word{Text: t})
	}
	return all
}

// found says what a finder finds, as the words with what to use behind them.
func found(f *Finder, text string) string {
	var read words.Text
	read.Read([]byte(text))
	var all []string
	for _, h := range f.Find(&read) {
		all = append(all, fmt.Sprintf("%s=%s", text[h.Start:h.End], h.Use))
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	f := NewFinder([]plain.List{
		listOf(plain.PlainWords,
			plain.Entry{Avoid: avoid("utilise"), Use: []string{"use"}, As: plain.Verb},
			plain.Entry{Avoid: avoid("assist"), Use: []string{"help"}, As: plain.Verb, Unless: []string{"assist dog"}},
			plain.Entry{Avoid: avoid("obtain"), Use: []string{"get"}, As: plain.Verb},
			plain.Entry{Avoid: avoid("touch base"), Advice: "say what you want"},
			plain.Entry{Avoid: avoid("in order to"), Use: []string{"to"}},
		),
		listOf(plain.PeopleWords,
			plain.Entry{Avoid: avoid("the elderly"), Use: []string{"older people"}, Alone: true},
			plain.Entry{Avoid: avoid("BAME"), Use: []string{"ethnic minorities"}, Exact: true},
		),
		listOf(plain.Names,
			plain.Entry{Use: []string{"NHS App"}},
			plain.Entry{Use: []string{"Wi-Fi"}, Avoid: avoid("wifi")},
			plain.Entry{Use: []string{"QR code"}, As: plain.Noun},
			plain.Entry{Use: []string{"inpatient"}, Avoid: avoid("in-patient"), As: plain.Noun},
		),
	})
	for text, want := range map[string]string{
		"We utilise it":                                              "utilise=use",
		"She utilised and is utilising it":                           "utilised=used utilising=using",
		"They obtained it":                                           "obtained=get", // got is for people to find
		"Assisting an assist dog, assisted dogs":                     "Assisting=helping assisted=helped",
		"Touch base, in  order\nto":                                  "Touch base= in  order\nto=to",
		"Utilise it. Utilise Street is a street":                     "Utilise=use",
		"Near Utilise Street":                                        "",
		"UTILISE IT":                                                 "UTILISE=use",
		"the elderly often do":                                       "the elderly=older people",
		"the elderly, and the elderly man":                           "the elderly=older people",
		"the Elderly Care Ward":                                      "",
		"BAME and bame":                                              "BAME=ethnic minorities",
		"the NHS App's page, NHS app, nhs App":                       "NHS app=NHS App nhs App=NHS App",
		"wifi, Wi-Fi, Wi‑Fi, WiFi, wi-fi":                            "wifi=Wi-Fi WiFi=Wi-Fi wi-fi=Wi-Fi",
		"QR codes and QR Codes":                                      "QR Codes=QR codes",
		"In-patient, inpatients, in patient, Inpatient, in-patients": "In-patient=inpatient in-patients=inpatients",
		"reutilise and utilise-like, www.utilise.org":                "",
		"": "",
	} {
		if got := found(f, text); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// TestFirstListHolds holds that what a package says goes before what the program
// ships, list by list.
func TestFirstListHolds(t *testing.T) {
	f := NewFinder([]plain.List{
		{Name: plain.PlainWords, Keep: avoid("assist"), Entries: []plain.Entry{{Avoid: avoid("Utilise"), Use: []string{"work with"}}}},
		{Name: plain.Acronyms, Keep: avoid("ICB"), Entries: []plain.Entry{{Avoid: avoid("NHS"), Use: []string{"our health service"}}}},
		{Name: plain.PlainWords, Entries: []plain.Entry{
			{Avoid: avoid("utilise", "employ"), Use: []string{"use"}},
			{Avoid: avoid("assist"), Use: []string{"help"}},
		}},
		{Name: plain.Acronyms, Keep: avoid("NHS", "GP"), Entries: []plain.Entry{{Avoid: avoid("ICB"), Use: []string{"board"}}, {Avoid: avoid("PCN"), Use: []string{"network"}}}},
		{Name: plain.DigitalWords, Entries: []plain.Entry{{Avoid: avoid("assist with"), Use: []string{"help with"}}}},
	})
	if got, want := found(f, "utilise, employ, assist, assist with"), "utilise=work with employ=use assist with=help with"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for short, want := range map[string]string{"ICB": " true", "NHS": "our health service false", "GP": " true", "PCN": "network false", "XYZ": " false"} {
		stands, known := f.Acronym(short)
		if got := fmt.Sprint(stands, " ", known); got != want {
			t.Errorf("%s: got %q, want %q", short, got, want)
		}
	}
}

func TestForms(t *testing.T) {
	for _, c := range []struct {
		text string
		as   plain.Class
		want string
	}{
		{"utilise", plain.Verb, "utilise utilises utilised utilising"},
		{"notify", plain.Verb, "notify notifies notified notifying"},
		{"stop", plain.Verb, "stop stops stopped stopping"},
		{"cancel", plain.Verb, "cancel cancels cancelled cancelling"},
		{"obtain", plain.Verb, "obtain obtains obtained obtaining"},
		{"deploy", plain.Verb, "deploy deploys deployed deploying"},
		{"wish", plain.Verb, "wish wishes wished wishing"},
		{"enter", plain.Verb, "enter enters entered entering"},
		{"submit", plain.Verb, "submit submits submitted submitting"},
		{"vomit", plain.Verb, "vomit vomits vomited vomiting"},
		{"work", plain.Verb, "work works worked working"},
		{"record", plain.Noun, "record records"},
		{"box", plain.Noun, "box boxes"},
		{"key priority", plain.Noun, "key priority|key priorities"},
		{"sign up for", plain.Verb, "sign up for|signs up for|signed up for|signing up for"},
		{"whilst", plain.Fixed, "whilst"},
	} {
		separator := " "
		if strings.Contains(c.text, " ") {
			separator = "|"
		}
		if got := strings.Join(forms(c.text, c.as), separator); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// What to use takes the form of what is found only where that is sure to be English.
func TestUseInForm(t *testing.T) {
	for _, c := range []struct {
		use  string
		as   plain.Class
		want string
	}{
		{"lead", plain.Verb, "leads|lead|leading"}, {"come back", plain.Verb, "comes back|come back|coming back"}, {"do it", plain.Verb, "does it|do it|doing it"},
		{"be sick", plain.Verb, "be sick"}, {"have", plain.Verb, "has|have|having"}, {"get", plain.Verb, "gets|get|getting"}, {"undergo", plain.Verb, "undergoes|undergo|undergoing"}, {"read and sort", plain.Verb, "read and sort"},
		{"check and sort", plain.Verb, "check and sort"}, {"speed up", plain.Verb, "speeds up|speeded up|speeding up"}, {"check it is you", plain.Verb, "checks it is you|checked it is you|checking it is you"},
		{"carer", plain.Noun, "carers"}, {"health record", plain.Noun, "health records"}, {"person", plain.Noun, "person"},
		{"older people", plain.Noun, "older people"}, {"contact us online", plain.Noun, "contact us online"}, {"people online", plain.Noun, "people online"},
		{"what happens", plain.Noun, "what happens"}, {"address", plain.Noun, "addresses"}, {"drugs", plain.Noun, "drugs"},
	} {
		entry := plain.Entry{Avoid: avoid("x"), Use: []string{c.use}, As: c.as}
		var got []string
		for n := range forms(c.use, c.as)[1:] {
			got = append(got, (&sought{entry: &entry}).use(form{0, n + 1}))
		}
		if got := strings.Join(slices.Compact(got), "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", c.use, got, c.want)
		}
	}
}

// FuzzFind holds that hits come in order, never overlap, are whole words of the
// text and not in the form that they should have, that each says what is better,
// and that the same text has the same hits.
func FuzzFind(f *testing.F) {
	finder := NewFinder([]plain.List{
		listOf(plain.PlainWords, plain.Entry{Avoid: avoid("in order to", "utilise", "é"), Use: []string{"to"}, As: plain.Verb, Unless: []string{"utilise it"}}),
		listOf(plain.PeopleWords, plain.Entry{Avoid: avoid("the old"), Use: []string{"people"}, Alone: true}),
		listOf(plain.Names, plain.Entry{Use: []string{"Wi-Fi"}, Avoid: avoid("wifi")}),
	})
	f.Add("In order to utilise it, the old Wi-Fi’s É wifi. The Old, THE OLD")
	f.Fuzz(func(t *testing.T, text string) {
		var read words.Text
		read.Read([]byte(text))
		at := 0
		hits := finder.Find(&read)
		if again := finder.Find(&read); !reflect.DeepEqual(hits, again) {
			t.Fatalf("%q: %+v, and then %+v", text, hits, again)
		}
		for _, h := range hits {
			if h.Start < at || h.End <= h.Start || h.End > len(text) || h.Use == "" {
				t.Fatalf("%q: %+v after %d", text, h, at)
			}
			at = h.End
			if written := text[h.Start:h.End]; written == h.Use || utf8.ValidString(text) && !utf8.ValidString(written+h.Use) {
				t.Fatalf("%q: %q is to be %q", text, written, h.Use)
			}
			if h.Word >= len(h.Entry.Avoid) || h.Word < 0 && h.List != plain.Names || !bounds(&read)[[2]int{h.Start, h.End}] {
				t.Fatalf("%q: %+v is no word of it", text, h)
			}
		}
	})
}

// bounds are the places of all words in a row, of up to four, with the last one's 's
// and without.
func bounds(t *words.Text) map[[2]int]bool {
	all := map[[2]int]bool{}
	for i := range t.Len() {
		for j := i; j < min(i+4, t.Len()); j++ {
			start, _ := t.Span(i)
			_, end := t.Span(j)
			all[[2]int{start, end}] = true
			for _, s := range []string{"'s", "’s", "'S", "’S"} {
				if bytes.HasSuffix(t.Word(j), []byte(s)) {
					all[[2]int{start, end - len(s)}] = true
				}
			}
		}
	}
	return all
}
