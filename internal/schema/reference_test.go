package schema

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/front-matter.md anew")

const referencePath = "../../docs/front-matter.md"

// TestReference holds docs/front-matter.md to the description of the kinds.
func TestReference(t *testing.T) {
	want := reference()
	if *update {
		if err := os.WriteFile(referencePath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(referencePath)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/front-matter.md is not what the schema says; run: go test ./internal/schema -update")
	}
}

// reference writes the reference page.
func reference() string {
	var b strings.Builder
	b.WriteString(`# Front matter

Every page begins with front matter: keys and values between two lines with only three hyphens.

` + "```" + `
---
title: "Care: a start"
summary: What this page is for.
---

The text of the page.
` + "```" + `

- Both lines of hyphens stand at the start of the line; the first is line 1 of the file.
- A value that holds a colon and a space, or a space and #, or begins with a sign such as @ or *, stands in quotes: plain ones, not curly ones.
- A list is written ` + "`[one, two]`" + `, or one line for each part, with a hyphen before it.
- A date is written year, month, day: ` + "`2026-11-23`" + `.
- A source is ` + "`{title: …, url: https://…, date: 2026-11-23}`" + `; for something in print write ` + "`reference:`" + ` instead of ` + "`url:`" + `. Its date may be a year, or a year and a month in quotes.
- Names of themes, roles, lessons, terms and myths are the names of their files, without ` + "`.md`" + `.
- Every kind of page, but not the settings, may also have ` + "`draft: true`" + `: it is left out of builds, unless ` + "`--drafts`" + ` is given.

This page is made from the same description that checks your files. Bold keys are required.
`)
	for _, k := range Kinds() {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", strings.ToUpper(k.Name[:1])+k.Name[1:], k.Help)
		fmt.Fprintf(&b, "Files: `%s`\n\n| key | value | what it says | example |\n|---|---|---|---|\n", files(k))
		for _, key := range k.Keys {
			name := "`" + key.Name + "`"
			if key.Required {
				name = "**" + name + "**"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", name, describe(key), key.Help, example(key))
		}
	}
	return b.String()
}

func files(k *Kind) string {
	switch k {
	case &Settings:
		return "content/index.md"
	case &Lesson:
		return "content/lessons/NAME.md` or `content/lessons/NAME/index.md"
	}
	return k.Folder + "/NAME.md"
}

func describe(k Key) string {
	switch {
	case len(k.Values) > 0:
		return "one of `" + strings.Join(k.Values, "` `") + "`"
	case k.Type == Slug:
		return "the name of a " + k.Of
	case k.Type == Slugs && k.Of == "":
		return "names"
	case k.Most > 0:
		return fmt.Sprintf("%s, %d to %d", k.Type, k.Least, k.Most)
	case k.Type == Slugs:
		return "names of " + kindOf(k.Of).Plural
	case k.Words > 0:
		return fmt.Sprintf("text, at most %d words", k.Words)
	case k.Card > 0:
		return fmt.Sprintf("text, at most %d characters to fit on a card", k.Card)
	}
	return k.Type.String()
}

func example(k Key) string {
	if k.Type == Sources {
		return "see above"
	}
	return "`" + k.Example + "`"
}
