package schema

import (
	"path"
	"strings"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/plain"
	"commonground/internal/source"
)

// leastShipped is how many words to avoid come with the program.
const leastShipped = 300

// TestShippedWords holds that the lists have no mistakes, that each word has a
// source and stands once in its list, and that there are enough.
func TestShippedWords(t *testing.T) {
	all := 0
	for _, name := range plain.ListNames() {
		raw, err := plain.Shipped.ReadFile(path.Join("lists", string(name)+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		f, fault := source.ParseData(string(name)+".yaml", raw)
		if fault != nil {
			t.Fatal(fault)
		}
		list, findings := ReadWords(name, f)
		for _, found := range findings {
			t.Errorf("%s:%d: %s (%s)", f.Name, f.Position(found.Span.Start).Line, found.Message, found.Hint)
		}
		all += len(list.Entries)
		seen := map[string]bool{}
		for _, e := range list.Entries {
			if e.Source == "" {
				t.Errorf("%s: %+v has no source", name, e)
			}
			for _, w := range e.Avoid {
				if key := strings.ToLower(w.Text); seen[key] {
					t.Errorf("%s: %q is there twice", name, w.Text)
				} else {
					seen[key] = true
				}
			}
		}
	}
	if all < leastShipped {
		t.Errorf("%d words, want %d", all, leastShipped)
	}
}

// TestReadWords holds what is read, and that every mistake is told at its place.
func TestReadWords(t *testing.T) {
	for name, c := range map[string]struct {
		list plain.ListName
		text string
		want string // line and message of each finding
	}{
		"good":           {plain.PlainWords, "source: us\nkeep: [obtain]\nwords:\n- {avoid: [circle back, loop back], use: reply, as: verb}\n- {avoid: x, advice: leave it out}\n", ""},
		"nothing":        {plain.PlainWords, "# only a remark\n", ""},
		"empty":          {plain.PlainWords, "", ""},
		"a name":         {plain.Names, "words:\n- {use: My App}\n", ""},
		"key":            {plain.PlainWords, "word:\n- {avoid: a, use: b}\n", `1: a word list has no key "word"`},
		"draft":          {plain.PlainWords, "draft: yes\n", `1: a word list has no key "draft"`},
		"entry key":      {plain.PlainWords, "words:\n- {avoid: a, uses: b}\n", `2: a word has no key "uses"`},
		"twice":          {plain.PlainWords, "words:\n- {avoid: a, avoid: b, use: c}\n", `2: the key "avoid" is here a second time`},
		"words twice":    {plain.PlainWords, "words:\n- {avoid: a, use: c}\nwords: []\n", `3: the key "words" is here a second time; the first is on line 1`},
		"no use":         {plain.PlainWords, "words:\n- {avoid: a}\n", `2: this word has no "use"`},
		"no avoid":       {plain.PlainWords, "words:\n- {use: a}\n", `2: this word has no "avoid"`},
		"name of none":   {plain.Names, "words:\n- {avoid: a}\n", `2: this word has no "use"`},
		"class":          {plain.PlainWords, "words:\n- {avoid: a, use: b, as: adverb}\n", `2: "as" cannot be "adverb"`},
		"reader":         {plain.PlainWords, "words:\n- {avoid: a, use: b, for: patient}\n", `2: "for" cannot be "patient"`},
		"yes or no":      {plain.PlainWords, "words:\n- {avoid: a, use: b, exact: maybe}\n", `2: "exact" must be yes or no, not "maybe"`},
		"a bare word":    {plain.PlainWords, "words:\n- utilise\n", `2: a word must be a group of keys`},
		"no list":        {plain.PlainWords, "words: utilise\n", `1: "words" must be a list`},
		"no keys":        {plain.PlainWords, "- {avoid: a, use: b}\n", `1: a word list begins with a key`},
		"front matter":   {plain.PlainWords, "---\nwords:\n- {avoid: a, use: b}\n---\n", `1: a word list has no lines of ---`},
		"one fence":      {plain.PlainWords, "---\nwords:\n- {avoid: a, use: b}\n", ""},
		"word twice":     {plain.PlainWords, "words:\n- {avoid: [a, b], use: c}\n- {avoid: B, use: d}\n", `3: "B" is in this list already, in line 2`},
		"kept twice":     {plain.PlainWords, "keep: [a, a]\n", `1: "keep" lists "a" a second time`},
		"kept and not":   {plain.PlainWords, "words:\n- {avoid: A, use: c}\nkeep: [a]\n", `2: "A" is both kept, in line 3, and to be avoided`},
		"not closed":     {plain.PlainWords, "words:\n- {avoid: a, use: b\n", `2: the bracket { that opens here is never closed`},
		"an alias":       {plain.PlainWords, "words:\n- {avoid: *a, use: b}\n", `2: a value cannot begin with * unless it is in quotes`},
		"second mistake": {plain.PlainWords, "words:\n- {avoid: a}\n- {avoid: b}\n", `2: this word has no "use"; 3: this word has no "use"`},
	} {
		t.Run(name, func(t *testing.T) {
			f, _ := source.ParseData("words/list.yaml", []byte(c.text))
			list, findings := ReadWords(c.list, f)
			var got []string
			for _, found := range findings {
				got = append(got, line(f, found)+": "+found.Message)
				if found.Hint == "" {
					t.Errorf("%q has no hint", found.Message)
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), c.want)
			}
			if list.Name != c.list {
				t.Errorf("the list is called %q", list.Name)
			}
		})
	}
}

func line(f *source.File, found diag.Finding) string {
	return string(rune('0' + f.Position(found.Span.Start).Line))
}
