package schema

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
)

// value reads a value as the type that its key asks for. Everything is taken as
// written, so 010, no and 1.10 stay what the author typed.
func (d *decoder) value(key *Key, n *yaml.Node) (Value, bool) {
	v := Value{Span: span(d.file, n)}
	ok := true
	switch key.Type {
	case Texts, Slugs:
		v.List, ok = d.list(key, n)
	case Sources:
		v.Sources, ok = d.sources(key, n)
	case Levels:
		v.Levels, ok = d.levels(key, n)
	default:
		v.Text, ok = d.scalar(key, n)
		if ok {
			ok = d.convert(key, &v)
		}
	}
	return v, ok
}

// scalar reads a single value, which must say something.
func (d *decoder) scalar(key *Key, n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		d.wrong(key, n)
		return "", false
	}
	text := strings.TrimSpace(n.Value)
	if strings.TrimFunc(text, invisible) == "" || n.Tag == "!!null" {
		d.nothing(key, n)
		return "", false
	}
	if strings.ContainsFunc(text, unshowable) {
		d.report(ruleType.At(d.file, span(d.file, n), "%q holds a character that cannot be shown", key.Name).
			WithHint(`leave out the \ that writes it, or use single quotes if a \ is part of the text`))
		return "", false
	}
	if key.Type == Text || key.Type == Texts {
		d.asTyped(key, n, text)
	}
	return text, true
}

// unshowable are characters that a file cannot hold as they are, and that an
// escape in double quotes could still write.
func unshowable(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == utf8.RuneError
}

// nothing reports a value that says nothing, also when what was typed begins
// with # and so is a remark.
func (d *decoder) nothing(key *Key, n *yaml.Node) {
	at := span(d.file, n)
	rest := d.file.Text[at.Start:d.file.LineAt(at.Start).End]
	f := ruleRequired.At(d.file, at, "%q says nothing", key.Name).WithHint("for example: %s: %s", key.Name, exampleOf(*key))
	if remark := strings.TrimSpace(string(rest)); strings.HasPrefix(remark, "#") {
		f = f.WithHint("what stands after # is not read; if it is the value, write %s: %s", key.Name, quote(remark))
	}
	if at.Start == at.End {
		f.Span = d.file.LineAt(at.Start)
	}
	d.report(f)
}

func invisible(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.Cf) }

// visible is for strings.Map: it drops what cannot be seen.
func visible(r rune) rune {
	if invisible(r) {
		return -1
	}
	return r
}

func (d *decoder) wrong(key *Key, n *yaml.Node) {
	given := "a single value"
	switch n.Kind {
	case yaml.SequenceNode:
		given = "a list"
	case yaml.MappingNode:
		given = "a group of keys"
	}
	f := ruleType.At(d.file, span(d.file, n), "%q must be %s, not %s", key.Name, key.Type, given).
		WithHint("for example: %s: %s", key.Name, exampleOf(*key))
	line := strings.TrimSpace(string(d.file.Bytes(d.file.LineAt(f.Span.Start))))
	item, isItem := strings.CutPrefix(line, "- ")
	switch {
	case len(n.Content) == 1 && n.Kind == yaml.SequenceNode && n.Content[0].Kind == yaml.ScalarNode:
		f = f.WithHint("write it without a list: %s: %s", key.Name, quoteIfNeeded(cmp.Or(n.Content[0].Value, key.Example)))
	case key.Type == Text && n.Style&yaml.FlowStyle != 0:
		f = f.WithHint("write one text without brackets; if they are part of it, %s", quoteValue(line))
	case key.Type == Choice:
		f = f.WithHint("choose one: it may be %s", list(key.Values))
	case key.Type == Levels && n.Kind == yaml.SequenceNode:
		f = f.WithHint("leave out hyphens and square brackets: rules: %s", key.Example)
	case (key.Type == Texts || key.Type == Slugs) && isBareSet(n):
		f = ruleType.At(d.file, f.Span, "a list stands in square brackets").WithHint("write %s: [%s]", key.Name, strings.Join(keysOf(n), ", "))
	case key.Type == Texts && n.Kind == yaml.MappingNode && isItem:
		f = ruleType.At(d.file, f.Span, "this text holds a colon, so it must be in quotes").WithHint("write - %s", quote(item))
	case key.Type == Texts && n.Kind == yaml.MappingNode:
		f = ruleType.At(d.file, f.Span, "this text holds a colon, so it must be in quotes").WithHint("for example: %s: [\"one: two\", three]", key.Name)
	}
	d.report(f)
}

// convert turns the text of a single value into what its key asks for.
func (d *decoder) convert(key *Key, v *Value) bool {
	switch key.Type {
	case Text:
		return d.words(key, v)
	case Number:
		return d.number(key, v)
	case Day:
		return d.day(key, v)
	case YesNo:
		return d.yesNo(key, v)
	case Choice:
		return d.choice(key, v)
	}
	return true
}

// longestText is how many characters a text in front matter may have.
const longestText = 2000

func (d *decoder) words(key *Key, v *Value) bool {
	words := strings.Fields(v.Text)
	if n := len(words); key.Words > 0 && n > key.Words {
		d.report(ruleWords.At(d.file, v.Span, "%q has %d words; it may have %d", key.Name, n, key.Words).
			WithHint("keep the first thing a reader must know, and move the rest below the front matter"))
	}
	if len(v.Text) > longestText {
		d.report(ruleType.At(d.file, v.Span, "%q is far too long for one key", key.Name).
			WithHint("move the text below the front matter"))
		return false
	}
	v.Text = strings.Join(words, " ")
	if n := utf8.RuneCountInString(v.Text); key.Card > 0 && n > key.Card {
		d.report(ruleCard.At(d.file, v.Span, "%q has %d characters; %d fit on a card to cut out", key.Name, n, key.Card).
			WithHint("say it in fewer words; the page of the myth has room for the rest"))
	}
	return true
}

// mostNumber is the most that a number may be whose key sets no limit.
const mostNumber = 100_000

// most is the most that a Number may be.
func (k Key) most() int {
	if k.Most > 0 {
		return k.Most
	}
	return mostNumber
}

func (d *decoder) number(key *Key, v *Value) bool {
	n, err := strconv.Atoi(v.Text)
	whole := err == nil && n >= 0 && n <= mostNumber && !strings.HasPrefix(v.Text, "+")
	if whole && (key.Most == 0 || n >= key.Least && n <= key.Most) {
		v.Number = n
		return true
	}
	f := ruleType.At(d.file, v.Span, "%q must be a whole number, not %q", key.Name, v.Text)
	if whole {
		f = ruleType.At(d.file, v.Span, "%q must lie between %d and %d", key.Name, key.Least, key.Most)
	}
	d.report(f.WithHint("for example: %s: %s", key.Name, key.Example))
	return false
}

func (d *decoder) day(key *Key, v *Value) bool {
	date, ok := ParseDate(v.Text)
	if !ok {
		d.report(ruleDate.At(d.file, v.Span, "%q is not a date", v.Text).
			WithHint("%s", dateHint(v.Text, key.Example)))
	}
	v.Date = date
	return ok
}

func (d *decoder) yesNo(key *Key, v *Value) bool {
	switch strings.ToLower(v.Text) {
	case "yes", "true":
		v.Yes = true
	case "no", "false":
	default:
		d.report(ruleType.At(d.file, v.Span, "%q must be yes or no, not %q", key.Name, v.Text).
			WithHint("write %s: yes or %s: no", key.Name, key.Name))
		return false
	}
	return true
}

// refusals are words that people write for off.
var refusals = []string{"no", "false", "none", "never"}

func (d *decoder) choice(key *Key, v *Value) bool {
	if slices.Contains(key.Values, v.Text) {
		return true
	}
	f := ruleChoice.At(d.file, v.Span, "%q cannot be %q", key.Name, v.Text)
	near := diag.Nearest(v.Text, key.Values)
	if says := strings.ToLower(v.Text); slices.Contains(refusals, says) && slices.Contains(key.Values, "off") {
		near = "off"
	}
	switch {
	case len(key.Values) == 1:
		f = f.WithHint("write %s: %s, or leave the line out", key.Name, key.Values[0])
	case near != "":
		f = f.WithHint("did you mean %q? it may be %s", near, list(key.Values))
	default:
		f = f.WithHint("it may be %s", list(key.Values))
	}
	d.report(f)
	return false
}

// list joins names for a message: a, b or c.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
