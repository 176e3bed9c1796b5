package scaffold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"commonground/internal/schema"
)

// front writes the front matter of a draft.
type front struct {
	pkg *Package
	req Request
}

// String returns the front matter with its fences: each key below a remark that
// says what it is for. Keys without a value stand at the end, as remarks.
func (f front) String() string {
	var given, spare strings.Builder
	for _, key := range f.keys() {
		if value := f.value(key); value != "" {
			if value[0] != '\n' {
				value = " " + value
			}
			explain(&given, key)
			fmt.Fprintf(&given, "%s:%s\n", key.Name, value)
			continue
		}
		explain(&spare, key)
		fmt.Fprintf(&spare, "# %s: %s\n", key.Name, f.example(key))
	}
	explain(&given, schema.Draft)
	given.WriteString("draft: true\n")
	if spare.Len() > 0 {
		given.WriteString("\n# You may also use these lines: take away the # and the space before a key.\n")
	}
	return "---" + given.String() + spare.String() + "---\n"
}

// keys are those of the kind, required ones first.
func (f front) keys() []schema.Key {
	keys := slices.Clone(f.req.Kind.Keys)
	slices.SortStableFunc(keys, func(a, b schema.Key) int { return rank(a) - rank(b) })
	return keys
}

func rank(k schema.Key) int {
	if k.Required {
		return 0
	}
	return 1
}

// explain writes what a key is for, and what it may be.
func explain(b *strings.Builder, k schema.Key) {
	fmt.Fprintf(b, "\n# %s", k.Help)
	switch {
	case k.Type == schema.Choice && len(k.Values) > 1:
		fmt.Fprintf(b, " Choose one: %s.", strings.Join(k.Values, ", "))
	case k.Most > 0:
		fmt.Fprintf(b, " From %d to %d.", k.Least, k.Most)
	}
	b.WriteByte('\n')
}

// value is what a key says in a new draft, or "" for nothing.
func (f front) value(k schema.Key) string {
	title := titleKey(f.req.Kind)
	switch {
	case title != nil && k.Name == title.Name:
		return quote(f.req.Title)
	case k.Of == schema.Theme.Name:
		return references(k, f.req.Themes)
	case k.Of == schema.Role.Name:
		return references(k, f.req.Roles)
	case k.Name == "minutes" && f.req.Minutes != 0:
		return strconv.Itoa(f.req.Minutes)
	case k.Type == schema.Day:
		return reviewDay(k.Name, f.req.Today).String()
	case !k.Required:
		return ""
	case k.Type == schema.Text:
		return quote(placeholder(k))
	case k.Type == schema.Sources:
		return "\n  - title: \"Replace this with the name of the source.\"\n    reference: \"Replace this with where it can be found, or write url: and its address.\"\n    # date: \"2026\""
	}
	return f.example(k)
}

// placeholder asks for the text that a key is to hold, in the words in which
// check finds what is still to be written.
func placeholder(k schema.Key) string {
	what, _, _ := strings.Cut(k.Help, ".")
	return "Replace this with " + strings.ToLower(what[:1]) + what[1:] + "."
}

// example is the value that a key might have. What it refers to is there, as far
// as the package has such a thing.
func (f front) example(k schema.Key) string {
	switch first := f.pkg.first(k.Of); {
	case k.Type == schema.Sources:
		return `[{title: "NHS App help", url: "https://www.nhs.uk/nhs-app/"}]`
	case first != "":
		return references(k, []string{first})
	case k.Type == schema.Text:
		return quote(strings.Trim(k.Example, `"`))
	}
	return k.Example
}

func references(k schema.Key, slugs []string) string {
	switch {
	case len(slugs) == 0:
		return ""
	case k.Type == schema.Slug:
		return slugs[0]
	}
	return "[" + strings.Join(slugs, ", ") + "]"
}

// quote writes a text so that no sign in it means anything to YAML.
func quote(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
