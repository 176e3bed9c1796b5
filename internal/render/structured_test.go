package render

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"commonground/internal/output"
)

func readJSON(t testing.TB, text string) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return v
}

// dataBlocks returns the data blocks of a page as a browser finds them.
func dataBlocks(t *testing.T, site *output.Site, path string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text(t, site, path)))
	if err != nil {
		t.Fatal(err)
	}
	var blocks []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "script" {
			for _, a := range n.Attr {
				if a.Key == "type" && a.Val == "application/ld+json" {
					blocks = append(blocks, n.FirstChild.Data)
				}
			}
		}
	}
	return blocks
}

// about is what pages of the test package say, and of what type it is.
var about = map[string]string{
	"index.html": "Course", "lessons/book.html": "LearningResource", "lessons/plain.html": "LearningResource",
	"glossary/index.html": "DefinedTermSet", "myths/browser.html": "Question",
}

// TestStructured reads the data block of every page with a JSON-LD processor, and
// holds each name in it to what schema.org says.
func TestStructured(t *testing.T) {
	v := readVocabulary(t)
	for _, address := range []string{whereabouts, ""} {
		site := framedSite(t, address)
		for _, f := range site.Files() {
			if !strings.HasSuffix(f.Path, ".html") {
				continue
			}
			blocks := dataBlocks(t, site, f.Path)
			if want := about[f.Path]; len(blocks) != 1 || want == "" {
				if len(blocks) > 0 || want != "" {
					t.Errorf("%s has %d data blocks, want %q", f.Path, len(blocks), want)
				}
				continue
			}
			doc := readJSON(t, blocks[0])
			if doc["@type"] != about[f.Path] {
				t.Errorf("%s is %v", f.Path, doc["@type"])
			}
			for _, wrong := range v.check(doc) {
				t.Errorf("%s: %s", f.Path, wrong)
			}
			if address == "" && (doc["@id"] != nil || doc["url"] != nil || strings.Contains(blocks[0], "@id")) {
				t.Errorf("%s says where it stands, which nobody knows: %s", f.Path, blocks[0])
			}
		}
	}
}

// TestStructuredFacts compares what is said with what the files say.
func TestStructuredFacts(t *testing.T) {
	site := framedSite(t, whereabouts)
	for path, want := range map[string]string{
		"lessons/book.html": `{"@context": "https://schema.org", "@type": "LearningResource", "@id": "https://example.org/training/lessons/book.html",
			"url": "https://example.org/training/lessons/book.html", "name": "Book </script><!-- online & \"off\"", "description": "How to book.",
			"inLanguage": "en-GB", "learningResourceType": "lesson", "teaches": "Book an appointment", "timeRequired": "PT65M",
			"educationalLevel": "No experience needed", "keywords": ["Language"], "audience": [{"@type": "EducationalAudience", "audienceType": "Nurse"}],
			"spatialCoverage": {"@type": "Place", "name": "England"}, "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
			"citation": [{"@type": "CreativeWork", "name": "Guide", "url": "https://example.org/a?b=1&c=2"}, "Leaflet. Page 3"], "expires": "2027-05-20",
			"mainEntityOfPage": {"@type": "WebPage", "lastReviewed": "2026-11-20"},
			"isPartOf": {"@type": "Course", "@id": "https://example.org/training/", "name": "Common <Ground> & more"}}`,
		"myths/browser.html": `{"@context": "https://schema.org", "@type": "Question", "@id": "https://example.org/training/myths/browser.html",
			"url": "https://example.org/training/myths/browser.html", "text": "You need a phone", "inLanguage": "en-GB", "keywords": ["Language"],
			"audience": [{"@type": "EducationalAudience", "audienceType": "Nurse"}], "spatialCoverage": {"@type": "Place", "name": "England"},
			"license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
			"acceptedAnswer": {"@type": "Answer", "text": "A browser is enough", "answerExplanation": {"@type": "Comment", "text": "Posters show phones."},
				"citation": [{"@type": "CreativeWork", "name": "Guide", "url": "https://example.org/b"}]},
			"expires": "2027-11-20", "mainEntityOfPage": {"@type": "WebPage", "lastReviewed": "2026-11-20"},
			"isPartOf": {"@type": "Course", "@id": "https://example.org/training/", "name": "Common <Ground> & more"}}`,
		"glossary/index.html": `{"@context": "https://schema.org", "@type": "DefinedTermSet", "@id": "https://example.org/training/glossary/index.html",
			"url": "https://example.org/training/glossary/index.html", "name": "Glossary", "inLanguage": "en-GB", "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
			"hasDefinedTerm": [
				{"@type": "DefinedTerm", "@id": "https://example.org/training/glossary/index.html#term-app", "name": "App", "description": "A program on a phone.", "termCode": "app"},
				{"@type": "DefinedTerm", "@id": "https://example.org/training/glossary/index.html#term-gp", "name": "GP", "alternateName": ["family doctor"], "description": "A doctor near you.", "termCode": "gp"}],
			"isPartOf": {"@type": "Course", "@id": "https://example.org/training/", "name": "Common <Ground> & more"}}`,
	} {
		blocks := dataBlocks(t, site, path)
		if len(blocks) != 1 {
			t.Fatalf("%s has %d data blocks", path, len(blocks))
		}
		if got := readJSON(t, blocks[0]); !reflect.DeepEqual(got, readJSON(t, want)) {
			t.Errorf("%s: got\n%s\nwant\n%s", path, blocks[0], want)
		}
	}
}

// TestStructuredInert puts texts that could end the element, or begin another,
// wherever a page says something: a browser finds them whole in the data.
func TestStructuredInert(t *testing.T) {
	const hostile = `</script><script>alert(1)</script><!-- <script> ]]> {{.}} ' " \ \u003c & &lt; é` + "\u2028\u2029"
	quoted := strings.ReplaceAll(hostile, "'", "''")
	site := framedSite(t, "",
		txtar.File{Name: "content/glossary/bad.md", Data: []byte("---\ntitle: '" + quoted + "'\nmeaning: '" + quoted + "'\nalso: ['" + quoted + "']\n---\n")},
		txtar.File{Name: "content/myths/bad.md", Data: []byte("---\nfact: '" + quoted + "'\nmyth: '" + quoted + "'\nwhy: '" + quoted + "'\nsay: x\nevidence: law\nsources: [{title: '" + quoted + "', reference: x}]\n---\n")})
	for path, places := range map[string]int{"glossary/index.html": 3, "myths/bad.html": 4} {
		page := text(t, site, path)
		blocks := dataBlocks(t, site, path)
		if len(blocks) != 1 {
			t.Fatalf("%s has %d data blocks", path, len(blocks))
		}
		found := 0
		walkTexts(readJSON(t, blocks[0]), func(text string) {
			if strings.HasPrefix(text, strings.TrimRight(hostile, "\u2028\u2029")) {
				found++
			}
		})
		if found != places {
			t.Errorf("%s has the text in %d places, want %d: %s", path, found, places, blocks[0])
		}
		if strings.Contains(page, "<script>alert") || strings.ContainsAny(blocks[0], "<>&\u2028\u2029") {
			t.Errorf("%s: the text is not inert: %s", path, blocks[0])
		}
	}
}

// walkTexts calls each for every text in a JSON value.
func walkTexts(v any, each func(string)) {
	switch v := v.(type) {
	case string:
		each(v)
	case []any:
		for _, x := range v {
			walkTexts(x, each)
		}
	case map[string]any:
		for _, x := range v {
			walkTexts(x, each)
		}
	}
}
