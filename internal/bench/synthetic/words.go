package synthetic

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
)

const (
	wordsToTerm = 60     // how many words there are to one use of a term
	vocabulary  = 20_000 // how many nouns there are
)

// author writes sentences and pages by chance.
type author struct {
	*rand.Rand
	*Package
	out *sheaf
}

var (
	nouns = strings.Fields("phone letter screen nurse clinic patient button form message surgery desk colleague family " +
		"question answer picture appointment computer library reception map doctor result paper list page carer ward team visit")
	adjectives = strings.Fields("plain shared first quiet small new weekly local open early late short long online printed busy kind clear spare safe")
	verbs      = strings.Fields("ask show read open find choose write send check call wait listen point try tell")
	fillers    = strings.Fields("the a and then before after with for to at when because so they you we it is was on in this that one more")
	syllables  = strings.Fields("ba be bo ca ce co da de di do fa fe fi ga go ha he ho la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so")
	// foreign are headings in other scripts, with capitals and marks that fold.
	foreign = []string{"Über die Straße", "Привет и помощь", "Ελληνικά λόγια", "日本語 の 見出し", "Cymraeg yn gyntaf ŵyr", "مرحبا بكم", "हिन्दी में शब्द"}
)

func (a author) pick(list []string) string { return list[a.IntN(len(list))] }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// words returns n words without a full stop, a term now and then among them.
func (a author) words(n int) string {
	out := make([]string, n)
	for i := range out {
		switch {
		case a.IntN(wordsToTerm) == 0:
			out[i] = strings.ToLower(a.pick(a.terms))
		case i%3 == 0:
			out[i] = a.pick(fillers)
		case i%3 == 1:
			out[i] = a.pick(adjectives)
		default:
			out[i] = a.thing()
		}
	}
	return strings.Join(out, " ")
}

// thing returns a noun, common or rare: the n-th of the vocabulary comes about 1/n
// as often as the first.
func (a author) thing() string {
	n := int(math.Pow(vocabulary, a.Float64())) - 1
	if n < len(nouns) {
		return nouns[n]
	}
	return coined(n)
}

// coined returns word n of a language that nobody speaks. No two are the same,
// and none is the plural of another.
func coined(n int) string {
	word := syllables[n%len(syllables)] + syllables[n/len(syllables)%len(syllables)]
	if n >= len(syllables)*len(syllables) {
		word += syllables[n/len(syllables)/len(syllables)]
	}
	return word + "nmlk"[n%4:][:1]
}

func (a author) sentence() string { return capital(a.words(7+a.IntN(9))) + "." }

// paragraph returns about n words in sentences, over several lines.
func (a author) paragraph(n int) string {
	var b strings.Builder
	for written := 0; written+5 < n; {
		s := a.sentence()
		written += strings.Count(s, " ") + 1
		b.WriteString(s)
		b.WriteByte(" \n"[a.IntN(2)])
	}
	return strings.TrimSpace(b.String()) + "\n\n"
}

// heading returns a few words that make a heading; every fourth is in another script.
func (a author) heading() string {
	if a.IntN(4) == 0 {
		return a.pick(foreign)
	}
	return capital(a.pick(verbs)) + " the " + a.pick(adjectives) + " " + a.pick(nouns)
}

func (a author) lessonPlan(i int) lessonPlan {
	verb, adjective, noun := a.pick(verbs), a.pick(adjectives), a.pick(nouns)
	p := lessonPlan{
		slug:   fmt.Sprintf("%s-%s-%s-%d", verb, adjective, noun, i+1),
		title:  fmt.Sprintf("%s the %s %s, part %d", capital(verb), adjective, noun, i+1),
		folder: i%5 == 2,
	}
	for len(p.sections) < 4 {
		p.sections = append(p.sections, fmt.Sprintf("%s %d", a.heading(), len(p.sections)+1))
	}
	return p
}

// headingID is the id that code hosts make of a heading of the words above.
func headingID(heading string) string { return strings.ReplaceAll(strings.ToLower(heading), " ", "-") }

// termTitle is the title of term i: of one word or two, and never without one that
// only terms have, so that a term is used where an author chose to and nowhere else.
func termTitle(i int) string {
	own := coined(vocabulary + i)
	switch i % 3 {
	case 0:
		return capital(own)
	case 1:
		return capital(adjectives[i/3%len(adjectives)]) + " " + own
	}
	return capital(own) + " " + nouns[i/3%len(nouns)]
}

// Front writes front matter: keys and values in turn. Texts are quoted.
func Front(pairs ...any) string {
	var b strings.Builder
	b.WriteString("---\n")
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case string:
			fmt.Fprintf(&b, "%s: %q\n", pairs[i], v)
		case []string:
			fmt.Fprintf(&b, "%s: [%s]\n", pairs[i], strings.Join(v, ", "))
		case YAML:
			fmt.Fprintf(&b, "%s: %s\n", pairs[i], v)
		default:
			fmt.Fprintf(&b, "%s: %v\n", pairs[i], v)
		}
	}
	return b.String() + "---\n\n"
}

// YAML is a value that is written as it is.
type YAML string

// Picture is a picture of a few pixels.
var Picture = sync.OnceValue(func() string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 12, 8))); err != nil {
		panic(err) // an encoder that cannot encode
	}
	return b.String()
})

const svgPicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff"/></svg>` + "\n"
