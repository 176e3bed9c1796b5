package schema

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// mistaken is the front matter of a page of the given kind and the findings it
// must raise, all of them, each as "line:column rule message".
type mistaken struct {
	name, kind, front string
	want              []string
}

func allMistaken() []mistaken {
	return []mistaken{
		{"colon in a value", "page", "title: Care: a start", []string{"2:12 front-matter-yaml this value holds a colon, so it must be in quotes"}},
		{"tab", "page", "title: x\n\tsummary: y", []string{"3:1 front-matter-yaml front matter cannot be indented with a tab"}},
		{"unknown key", "page", "title: x\ntitel: y", []string{`3:1 key-unknown a page has no key "titel"`}},
		{"duplicate key", "page", "title: x\ntitle: y", []string{`3:1 key-duplicate the key "title" is here a second time; the first is on line 2`}},
		{"list for text", "page", "title: [a]", []string{`2:8 key-type "title" must be text, not a list`}},
		{"null", "page", "title: # later", []string{`2:7 key-required "title" says nothing`}},
		{"only spaces", "page", `title: "  "`, []string{`2:8 key-required "title" says nothing`}},
		{"zero-width space", "page", "title: \"\u200b\"", []string{`2:8 key-required "title" says nothing`}},
		{"empty block", "page", "", []string{`1:1 key-required this page has no "title"`}},
		{"not a mapping", "page", "just words", []string{"2:1 front-matter-yaml the text between the two --- lines is not front matter"}},
		{"open list", "page", "title: [1, 2\nsummary: 3", []string{"2:1 front-matter-yaml the list that opens here is never closed"}},
		{"open quote", "page", "title: \"x\nsummary: 3", []string{"2:1 front-matter-yaml the quotes that open here are never closed"}},
		{"text after quote", "page", "title: 'it's'", []string{"2:12 front-matter-yaml the text goes on after the closing quote, or this line is not indented like the ones above it"}},
		{"sign", "page", "title: @me", []string{"2:8 front-matter-yaml a value cannot begin with this sign unless it is in quotes"}},
		{"alias", "page", "title: &a x\nsummary: *a", []string{
			"2:8 front-matter-yaml a value cannot begin with & or * unless it is in quotes",
			"3:10 front-matter-yaml a value cannot begin with & or * unless it is in quotes"}},
		{"no colon", "page", "title: x\nsummary\nmenu: yes", []string{"3:1 front-matter-yaml this line has no colon after the key"}},
		{"end mark", "page", "title: x\n...\nsummary: y", []string{"3:1 front-matter-yaml this line ends the front matter too early"}},
		{"a type by name", "page", "title: !!binary aGVsbG8=", []string{"2:8 front-matter-yaml a value cannot begin with ! unless it is in quotes"}},
		{"a text that begins with !", "page", "title: !Help me\nsummary: ! now", []string{
			"2:8 front-matter-yaml a value cannot begin with ! unless it is in quotes",
			"3:10 front-matter-yaml a value cannot begin with ! unless it is in quotes"}},
		{"a rule twice", "settings", "title: x\nsummary: y\nlanguage: en\nrules: {raw-html: off, raw-html: note}", []string{`5:24 key-duplicate the key "raw-html" is here a second time`}},
		{"two lines that are no YAML", "page", "title: @me\nmenu: perhaps\nsummary: a: b\norder: ten", []string{
			"2:8 front-matter-yaml a value cannot begin with this sign unless it is in quotes",
			"4:11 front-matter-yaml this value holds a colon, so it must be in quotes",
			`3:7 key-type "menu" must be yes or no, not "perhaps"`,
			`5:8 key-type "order" must be a whole number, not "ten"`}},
		{"impossible date", "story", "title: x\nsummary: y\nfrom: staff\nconsent: given\nreviewed: 2026-02-30", []string{`6:11 key-date "2026-02-30" is not a date`}},
		{"not a date", "story", "title: x\nsummary: y\nfrom: staff\nconsent: given\nreviewed: no", []string{`6:11 key-date "no" is not a date`}},
		{"choice", "story", "title: x\nsummary: y\nfrom: staf\nconsent: given", []string{`4:7 key-choice "from" cannot be "staf"`}},
		{"number", "lesson", "title: x\nsummary: y\nthemes: [a]\noutcome: Do\nminutes: ten", []string{`6:10 key-type "minutes" must be a whole number, not "ten"`}},
		{"empty list", "lesson", "title: x\nsummary: y\nthemes: []\noutcome: Do\nminutes: 10", []string{`4:9 key-required "themes" is an empty list`}},
		{"yes or no", "page", "title: x\nmenu: perhaps", []string{`3:7 key-type "menu" must be yes or no, not "perhaps"`}},
		{"too many words", "term", "title: x\nmeaning: " + strings.Repeat("a ", 26), []string{`3:10 key-words "meaning" has 26 words; it may have 25`}},
		{"source without place", "term", "title: x\nmeaning: y\nsources:\n  - title: z", []string{"5:5 source-form this source does not say where it can be found"}},
		{"source with script", "term", "title: x\nmeaning: y\nsources:\n  - {title: z, url: 'javascript:x'}", []string{`5:21 source-form "javascript:x" is not a web address`}},
		{"source key", "term", "title: x\nmeaning: y\nsources:\n  - {titel: z, url: 'https://example.org'}", []string{`5:6 key-unknown a source has no key "titel"`}},
		{"source without title", "term", "title: x\nmeaning: y\nsources:\n  - {url: 'https://example.org'}", []string{"5:5 source-form this source has no title"}},
		{"misspelt required key", "story", "Title: x\nsumary: y\nfrom: staff\nconsent: given", []string{
			`2:1 key-unknown a story has no key "Title"`, `3:1 key-unknown a story has no key "sumary"`}},
		{"no space after colon", "page", "title:Care\nsummary: y", []string{"2:1 front-matter-yaml there is no plain space after the colon"}},
		{"hard space after colon", "page", "title:\u00a0Care\nsummary: y", []string{"2:1 front-matter-yaml there is no plain space after the colon"}},
		{"equals sign", "page", "title = Care\nsummary: y", []string{"2:1 front-matter-yaml this line has = in place of a colon"}},
		{"key alone", "page", "title\nsummary: y", []string{"2:1 front-matter-yaml this line has no colon after the key"}},
		{"colon later", "page", "title: x\nsummary: y: z", []string{"3:11 front-matter-yaml this value holds a colon, so it must be in quotes"}},
		{"first line indented", "page", " title: x\nsummary: y", []string{"2:1 front-matter-yaml this line begins with a space, unlike those below it"}},
		{"several indented", "lesson", "title: x\n  summary: y\n  needs:\n    - a\n\n    - b\n\tminutes: ten\nmenu: yes", []string{
			"3:1 front-matter-yaml this line is indented, so it is read with the one above it",
			"4:1 front-matter-yaml this line is indented, so it is read with the one above it",
			"8:1 front-matter-yaml front matter cannot be indented with a tab",
			`9:1 key-unknown a lesson has no key "menu"`}},
		{"first lines indented", "page", " title: x\n summary: y\nmenu: yes", []string{
			"2:1 front-matter-yaml this line begins with a space, unlike those below it",
			"3:1 front-matter-yaml this line begins with a space, unlike those below it"}},
		{"tab before a list", "page", "title:\n\t- x", []string{"3:1 front-matter-yaml front matter cannot be indented with a tab"}},
		{"remark for a value", "page", "title: #1 tip", []string{`2:7 key-required "title" says nothing`}},
		{"nothing after the colon", "page", "title:\nsummary: y", []string{`2:1 key-required "title" says nothing`}},
		{"source in words", "term", "title: x\nmeaning: y\nsources: a book", []string{`4:10 source-form a source must say its title, and where it can be found`}},
		{"lowered to error", "settings", "title: x\nsummary: y\nlanguage: en\nrules: {a: error}", []string{`5:12 key-choice a rule cannot be set to "error"`}},
		{"after an accent", "page", "title: é: x", []string{"2:9 front-matter-yaml this value holds a colon, so it must be in quotes"}},
		{"escaped control character", "page", `title: "a\x1b[31m"`, []string{`2:8 key-type "title" holds a character that cannot be shown`}},
		{"escaped direction", "page", `title: "a\u202eb"`, []string{`2:8 key-type "title" holds a character that cannot be shown`}},
		{"words after #", "page", "title: Step #1 of two", []string{"2:8 key-typed what stands after # is not read"}},
		{"words after # in a list", "lesson", "title: x\nsummary: y\nthemes: [a]\noutcome: Do\nminutes: 10\nneeds:\n  - pen #1\n  - paper", []string{"8:5 key-typed what stands after # is not read"}},
		{"a remark after a number", "lesson", "title: x\nsummary: y\nthemes: [a]\noutcome: Do\nminutes: 10 # or so", nil},
		{"# in quotes", "page", "title: 'Step #1' # a remark", nil},
		{"# without a space", "page", "title: Step#1", nil},
		{"bullets", "lesson", "title: x\nsummary: y\nthemes: [a]\noutcome: Do\nminutes: 10\nneeds:\n  • pen\n  • paper", []string{"8:3 key-typed these lines are read as one text, not as a list"}},
		{"curly quotes", "page", "title: “Care”", []string{`2:8 key-marks readers would see the marks in "“Care”"`}},
		{"stars", "page", "title: '**Care**'", []string{`2:8 key-marks readers would see the marks in "**Care**"`}},
		{"stars within", "page", "title: x\nsummary: This is **important**", []string{`3:10 key-marks readers would see the marks in "This is **important**"`}},
		{"a link", "page", "title: x\nsummary: See [the app](app.md)", []string{`3:10 key-marks readers would see the marks in "See [the app](app.md)"`}},
		{"sums and brackets", "page", "title: 2 * 3 * 4\nsummary: a ** b [c] (d) _e_", nil},
		{"quotes within", "page", "title: “Care” and “more”", nil},
		{"deep", "page", "title: " + strings.Repeat("[", 40) + strings.Repeat("]", 40), []string{"2:41 front-matter-yaml there are too many lists inside each other"}},
	}
}

// TestDecodeMistakes holds what an author is told.
func TestDecodeMistakes(t *testing.T) {
	for _, c := range allMistaken() {
		t.Run(c.name, func(t *testing.T) {
			_, findings := decodeText(t, c.kind, "---\n"+c.front+"\n---\nText\n")
			compareFindings(t, findings, c.want)
		})
	}
}

// TestUnreadLines holds that lines which are no YAML are told one by one, up to a
// limit, and do not make keys missing that may be in them.
func TestUnreadLines(t *testing.T) {
	_, findings := decodeText(t, "page", "---\n"+strings.Repeat("a: @\n", 2*maxUnread)+"---\n")
	if len(findings) != maxUnread {
		t.Errorf("%d lines are told, want %d", len(findings), maxUnread)
	}
	for i, f := range findings {
		if p, _ := f.Position(); p.Line != i+2 || f.Rule != ruleYAML.Code {
			t.Errorf("finding %d is of line %d: %s", i, p.Line, f.Message)
		}
	}
}

func TestDecodeWithoutFrontMatter(t *testing.T) {
	_, findings := decodeText(t, "lesson", "# Title\n")
	compareFindings(t, findings, []string{"1:1 front-matter-missing this lesson has no front matter"})
}

// TestDecodeLines holds that places are those of the file, whatever its line
// ends and with a byte order mark.
func TestDecodeLines(t *testing.T) {
	for _, text := range []string{"---\r\ntitle: x\r\nbad: y\r\n---\r\n", "\xef\xbb\xbf---\ntitle: x\nbad: y\n---\n"} {
		_, findings := decodeText(t, "page", text)
		compareFindings(t, findings, []string{`3:1 key-unknown a page has no key "bad"`})
	}
}

// TestIndentedFence holds that a fence inside a text block is refused at its
// line: the file sees text there, the front matter library an end.
func TestIndentedFence(t *testing.T) {
	_, findings := decodeText(t, "page", "---\ntitle: x\nsummary: |\n  one\n  ---\n  two\n---\n")
	compareFindings(t, findings, []string{"5:1 front-matter-yaml a line with only --- cannot stand inside a value"})
}

func TestDecodeKeepsWhatWasTyped(t *testing.T) {
	front, findings := decodeText(t, "settings", "---\ntitle: 010\nsummary: no\nlanguage: en-GB\nversion: 1.10\nid: 12:30\n---\n")
	compareFindings(t, findings, nil)
	for key, want := range map[string]string{"title": "010", "summary": "no", "version": "1.10", "id": "12:30"} {
		if got := front.Text(key); got != want {
			t.Errorf("%s = %q, want %q", key, got, want)
		}
	}
}

func TestDecodeValues(t *testing.T) {
	front, findings := decodeText(t, "lesson", `---
title: "Care: a start"
summary: >
  One
  two
themes: language
roles: [gp, receptionist]
minutes: 8
outcome: Explain it
draft: true
review_by: 2027-05-20
sources:
  - {title: A, reference: B, date: 2024-08}
---
`)
	compareFindings(t, findings, nil)
	if got := front.Text("summary"); got != "One two" {
		t.Errorf("summary = %q", got)
	}
	if got := front.Texts("themes"); len(got) != 1 || got[0] != "language" {
		t.Errorf("themes = %q", got)
	}
	if got := front.Texts("roles"); strings.Join(got, " ") != "gp receptionist" {
		t.Errorf("roles = %q", got)
	}
	if front.Number("minutes") != 8 || !front.Yes("draft", false) || front.Date("review_by").String() != "2027-05-20" {
		t.Errorf("minutes, draft, review_by = %d, %v, %s", front.Number("minutes"), front.Yes("draft", false), front.Date("review_by"))
	}
	v, _ := front.Get("sources")
	if len(v.Sources) != 1 || v.Sources[0].Date.String() != "2024-08" {
		t.Errorf("sources = %+v", v.Sources)
	}
}

func decodeText(t *testing.T, kind, text string) (Front, []diag.Finding) {
	t.Helper()
	f, fault := source.Parse("content/x.md", []byte(text))
	if fault != nil {
		t.Fatalf("fault: %+v", fault)
	}
	return Decode(kindOf(kind), f)
}

func compareFindings(t *testing.T, findings []diag.Finding, want []string) {
	t.Helper()
	var got bytes.Buffer
	for _, f := range findings {
		p, _ := f.Position()
		if f.Hint == "" {
			t.Errorf("no hint for: %s", f.Message)
		}
		got.WriteString(strings.Join([]string{strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column), f.Rule, f.Message}, " ") + "\n")
	}
	if w := strings.Join(want, "\n"); strings.TrimSuffix(got.String(), "\n") != w {
		t.Errorf("findings:\n%swant:\n%s", got.String(), w)
	}
}

// kindOf returns the kind with that name, or nil.
func kindOf(name string) *Kind {
	for _, k := range Kinds() {
		if k.Name == name {
			return k
		}
	}
	return nil
}
