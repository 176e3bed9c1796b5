package schema

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"commonground/internal/plain"
)

const wordsPath = "../../docs/words.md"

// TestWordsReference holds docs/words.md to the lists and the keys they have.
func TestWordsReference(t *testing.T) {
	want := wordsReference()
	if *update {
		if err := os.WriteFile(wordsPath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(wordsPath)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/words.md is not what the lists say; run: go test ./internal/schema -update")
	}
}

// listRules says of each list what it is for, and which rule reads it.
var listRules = map[plain.ListName]string{
	plain.PlainWords:   "Long and official words (rule `plain-word`).",
	plain.HealthWords:  "Words of medicine (rule `health-word`).",
	plain.DigitalWords: "Words of digital services (rule `digital-word`). Those marked ◆ should be in the glossary where several pages use them (rule `jargon-unexplained`).",
	plain.PeopleWords:  "Words about people (rule `people-word`).",
	plain.ValueWords:   "Words that say how easy something is (rule `value-word`).",
	plain.Spelling:     "American spellings and words (rule `uk-spelling`).",
	plain.Names:        "Names that are written in one way (rule `name-form`). Other capitals and hyphens are found by themselves.",
	plain.Contractions: "Short forms with not and have (rule `contraction-not`).",
	plain.ShortForms:   "Letters that stand for words (rule `short-form`).",
	plain.Acronyms:     "Acronyms, and what they stand for (rule `acronym-unexplained`).",
}

func wordsReference() string {
	var b strings.Builder
	b.WriteString(`# Words

The word lists that advice on wording reads. They come with the program; a package can add to them, and say otherwise.

## Add a word

Make a folder ` + "`words`" + ` beside ` + "`content`" + `, and in it a file with the name of the list, such as ` + "`words/plain-words.yaml`" + `:

` + "```yaml" + `
source: Our style guide
words:
- {avoid: circle back, use: reply, as: verb}
- {avoid: [the hub, the spoke], advice: name the building}
- {avoid: clerk, use: receptionist, as: noun, unless: [ward clerk]}
` + "```" + `

A word that is in a list of the program already is replaced by yours.

## Turn a word off

Words under ` + "`keep`" + ` are fine in this package:

` + "```yaml" + `
keep: [facilitate, obtain]
` + "```" + `

In ` + "`words/acronyms.yaml`" + ` it names acronyms that your readers know: ` + "`keep: [ICB]`" + `. To turn off a whole list, turn off its rule in the front matter of ` + "`content/index.md`" + `: ` + "`rules: {value-word: off}`" + `. For one block, write above it ` + "`<!-- ignore plain-word: we quote the form -->`" + `.

## What a list says

| key | value | what it says | example |
|---|---|---|---|
`)
	keyRows(&b, &WordFile)
	b.WriteString("\nEach of the words:\n\n| key | value | what it says | example |\n|---|---|---|---|\n")
	keyRows(&b, &ListedWord)
	b.WriteString(`
Capitals do not matter, unless ` + "`exact`" + ` says so. The longest words win: where a list has a phrase and a word in it, the phrase counts. What begins with a capital in the middle of a sentence is taken for a name.

This page is made from the lists.
`)
	for _, list := range ShippedWords() {
		listSection(&b, list)
	}
	return b.String()
}

func keyRows(b *strings.Builder, k *Kind) {
	for _, key := range k.Keys {
		value := "`" + key.Example + "`"
		if key.Example == "see below" {
			value = key.Example
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", key.Name, describe(key), key.Help, value)
	}
}

func listSection(b *strings.Builder, list plain.List) {
	fmt.Fprintf(b, "\n## %s.yaml\n\n%s\n", list.Name, listRules[list.Name])
	if len(list.Keep) > 0 {
		var kept []string
		for _, w := range list.Keep {
			kept = append(kept, w.Text)
		}
		fmt.Fprintf(b, "\nNeeds no words beside it: %s.\n", strings.Join(kept, ", "))
	}
	b.WriteString("\n| avoid | instead | said to | right in | source |\n|---|---|---|---|---|\n")
	for _, e := range list.Entries {
		var avoid []string
		for _, w := range e.Avoid {
			avoid = append(avoid, w.Text)
		}
		instead, to := strings.Join(e.Use, ", "), "everyone"
		if e.Advice != "" {
			instead = e.Advice
		}
		if e.Patients {
			to = "patients"
		}
		if e.Explain {
			to += " ◆"
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", strings.Join(avoid, ", "), instead, to, strings.Join(e.Unless, ", "), e.Source)
	}
}
