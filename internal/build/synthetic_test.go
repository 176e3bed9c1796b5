package build

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"
)

// canary begins every word that learners must never see: synthetic packages
// have it in facilitator blocks and in comments.
const canary = "zqcanary"

// synthetic is a package of training made from a seed. The same seed and size
// give the same files, and all of them are right: a build has no finding.
type synthetic struct {
	files    fstest.MapFS
	lessons  []lessonPlan
	terms    []string // their titles
	myths    int
	pathways int
	insights int
	stories  int
}

// lessonPlan is what other files need to know of a lesson before it is written.
type lessonPlan struct {
	slug, title string
	folder      bool // it is a folder with pictures
	sections    []string
}

// file returns the path of the lesson from content/lessons.
func (p lessonPlan) file() string {
	if p.folder {
		return p.slug + "/index.md"
	}
	return p.slug + ".md"
}

// syntheticPackage makes a package of n lessons.
func syntheticPackage(seed uint64, n int) *synthetic {
	s := &synthetic{files: fstest.MapFS{}, myths: max(8, n/10), pathways: max(2, n/20), insights: max(12, n/10), stories: max(2, n/20)}
	plan := author{rand.New(rand.NewPCG(seed, 0))}
	for i := range n {
		s.lessons = append(s.lessons, plan.lessonPlan(i))
	}
	for i := range max(20, n/5) {
		s.terms = append(s.terms, termTitle(i))
	}
	for i := range n {
		author{rand.New(rand.NewPCG(seed, uint64(i)+1))}.lesson(s, i)
	}
	author{rand.New(rand.NewPCG(seed, 1<<32))}.others(s)
	return s
}

func (s *synthetic) add(name, text string) { s.files[name] = &fstest.MapFile{Data: []byte(text)} }

// author writes sentences and pages by chance.
type author struct{ *rand.Rand }

var (
	nouns = strings.Fields("phone letter screen nurse clinic patient button form message surgery desk colleague family " +
		"question answer picture appointment computer library reception map doctor result paper list page carer ward team visit")
	adjectives = strings.Fields("plain shared first quiet small new weekly local open early late short long online printed busy kind clear spare safe")
	verbs      = strings.Fields("ask show read open find choose write send check call wait listen point try tell")
	fillers    = strings.Fields("the a and then before after with for to at when because so they you we it is was on in this that one more")
	// foreign are headings in other scripts, with capitals and marks that fold.
	foreign = []string{"Über die Straße", "Привет и помощь", "Ελληνικά λόγια", "日本語 の 見出し", "Cymraeg yn gyntaf ŵyr", "مرحبا بكم", "हिन्दी में शब्द"}
)

func (a author) pick(list []string) string { return list[a.IntN(len(list))] }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// words returns n words without a full stop.
func (a author) words(n int) string {
	out := make([]string, n)
	for i := range out {
		switch i % 3 {
		case 0:
			out[i] = a.pick(fillers)
		case 1:
			out[i] = a.pick(adjectives)
		default:
			out[i] = a.pick(nouns)
		}
	}
	return strings.Join(out, " ")
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

// termTitle is the title of term i: words that the prose often has side by side.
func termTitle(i int) string {
	title := capital(adjectives[i%len(adjectives)]) + " " + nouns[i/len(adjectives)%len(nouns)]
	if round := i / (len(adjectives) * len(nouns)); round > 0 {
		title += " " + strconv.Itoa(round+1)
	}
	return title
}

// front writes front matter: keys and values in turn. Texts are quoted.
func front(pairs ...any) string {
	var b strings.Builder
	b.WriteString("---\n")
	for i := 0; i < len(pairs); i += 2 {
		switch v := pairs[i+1].(type) {
		case string:
			fmt.Fprintf(&b, "%s: %q\n", pairs[i], v)
		case []string:
			fmt.Fprintf(&b, "%s: [%s]\n", pairs[i], strings.Join(v, ", "))
		case yaml:
			fmt.Fprintf(&b, "%s: %s\n", pairs[i], v)
		default:
			fmt.Fprintf(&b, "%s: %v\n", pairs[i], v)
		}
	}
	return b.String() + "---\n\n"
}

// yaml is a value that is written as it is.
type yaml string

// pngPicture is a picture of a few pixels.
var pngPicture = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 12, 8))); err != nil {
		panic(err) // an encoder that cannot encode
	}
	return b.Bytes()
})

const svgPicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff"/></svg>` + "\n"

// TestSynthetic holds the generator to what it promises: sizes, a repeatable
// seed, and text of the length of a real lesson.
func TestSynthetic(t *testing.T) {
	s, again, other := syntheticPackage(1, 60), syntheticPackage(1, 60), syntheticPackage(2, 60)
	if len(s.lessons) != 60 || len(s.terms) != 20 || len(syntheticPackage(1, 200).terms) != 40 {
		t.Errorf("%d lessons and %d terms", len(s.lessons), len(s.terms))
	}
	same, words := true, 0
	for name, f := range s.files {
		if !bytes.Equal(f.Data, again.files[name].Data) {
			t.Errorf("%s is different the second time", name)
		}
		same = same && other.files[name] != nil && bytes.Equal(f.Data, other.files[name].Data)
		if strings.HasSuffix(name, ".md") && !utf8.Valid(f.Data) {
			t.Errorf("%s is not UTF-8", name)
		}
	}
	if same {
		t.Error("another seed gives the same files")
	}
	for _, p := range s.lessons {
		_, body, _ := strings.Cut(string(s.files["content/lessons/"+p.file()].Data[3:]), "\n---\n")
		for field := range strings.FieldsSeq(body) {
			if strings.ContainsFunc(field, unicode.IsLetter) {
				words++
			}
		}
	}
	if mean := words / len(s.lessons); mean < 600 || mean > 800 {
		t.Errorf("a lesson has %d words on average, want about 700", mean)
	}
}
