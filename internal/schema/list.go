package schema

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
)

// list reads a list of texts; one text alone counts as a list of one.
func (d *decoder) list(key *Key, n *yaml.Node) ([]Item, bool) {
	nodes := n.Content
	switch n.Kind {
	case yaml.ScalarNode:
		nodes = []*yaml.Node{n}
		if word, ok := strings.CutPrefix(n.Value, "-"); ok && word != "" && n.Style == 0 && !d.severalLines(n) {
			d.report(ruleTyped.At(d.file, span(d.file, n), "a line of a list begins with a hyphen and a space").
				WithHint("%s", spaceBehindHyphen(word)))
			return nil, false
		}
		if d.severalLines(n) {
			d.report(ruleTyped.At(d.file, span(d.file, n), "these lines are read as one text, not as a list").
				WithHint("begin each line with a hyphen and a space, as in - %s", firstWord(key)))
			return nil, false
		}
	case yaml.MappingNode:
		d.wrong(key, n)
		return nil, false
	}
	if len(nodes) == 0 && key.Required {
		d.report(ruleRequired.At(d.file, span(d.file, n), "%q is an empty list", key.Name).
			WithHint("for example: %s: %s", key.Name, key.Example))
		return nil, false
	}
	var items []Item
	for _, c := range nodes {
		text, ok := d.scalar(key, c)
		if !ok {
			continue
		}
		at := span(d.file, c)
		if slices.ContainsFunc(items, func(i Item) bool { return i.Text == text }) {
			d.report(ruleDuplicate.At(d.file, at, "%q lists %q a second time", key.Name, text).WithHint("keep one of the two"))
			continue
		}
		if key.Type == Slugs && key.Of == "" && !slug.MatchString(text) {
			d.report(ruleType.At(d.file, at, "%q cannot have been the name of a page", text).
				WithHint("%s", slugHint(text, firstWord(key))))
			continue
		}
		items = append(items, Item{text, at})
	}
	return items, true
}

// levels reads the rules whose severity the package changes.
func (d *decoder) levels(key *Key, n *yaml.Node) ([]Level, bool) {
	if n.Kind != yaml.MappingNode {
		d.wrong(key, n)
		return nil, false
	}
	var levels []Level
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if first := seen[name.Value]; first != nil {
			d.report(d.again(first, name).WithHint("keep one of the two levels"))
			continue
		}
		seen[name.Value] = name
		severity, ok := diag.ParseSeverity(value.Value)
		if !ok || severity == diag.Error {
			d.report(ruleChoice.At(d.file, span(d.file, value), "a rule cannot be set to %q", value.Value).
				WithHint("%s", levelHint(name.Value, value.Value)))
			continue
		}
		levels = append(levels, Level{Rule: name.Value, Severity: severity, Span: span(d.file, name)})
	}
	return levels, true
}

// levelHint says which level was meant, if one was.
func levelHint(rule, level string) string {
	lower := strings.ToLower(level)
	severity, ok := diag.ParseSeverity(lower)
	switch {
	case slices.Contains(refusals, lower):
		return "write " + rule + ": off"
	case ok && severity != diag.Error:
		return "write " + rule + ": " + lower
	}
	return "it may be off, note or warning"
}

// slug is what a slug looks like; load says what is wrong with the name of a file.
var slug = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

// slugHint shows the slug that a text most likely means, be it an address, a
// file, several names without brackets, or a title.
func slugHint(text, example string) string {
	if names := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }); len(names) > 1 {
		for i, n := range names {
			names[i] = cmp.Or(slugOf(n), example)
		}
		return "put square brackets round several names: [" + strings.Join(names, ", ") + "]"
	}
	return "write the name that the file had, without its folder and ending, such as " + cmp.Or(slugOf(text), example)
}

// slugOf makes a slug of a text that means one, or "" when it has letters that
// no slug has.
func slugOf(text string) string {
	name := strings.ToLower(strings.Trim(strings.TrimSpace(text), "/"))
	name = strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), "/index")
	name = strings.NewReplacer(" ", "-", "_", "-").Replace(path.Base(name))
	if !slug.MatchString(name) {
		return ""
	}
	return name
}

// firstWord is the first part of a list's example.
func firstWord(key *Key) string {
	first, _, _ := strings.Cut(strings.Trim(key.Example, "[]"), ",")
	return first
}

// isBareSet says whether a value is words in curly brackets, as a list is in
// square ones.
func isBareSet(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle == 0 || len(n.Content) == 0 {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Kind != yaml.ScalarNode || n.Content[i+1].Tag != "!!null" || n.Content[i+1].Value != "" {
			return false
		}
	}
	return true
}

// keysOf lists the keys of a group, as they are written in a list.
func keysOf(n *yaml.Node) (keys []string) {
	for i := 0; i < len(n.Content); i += 2 {
		keys = append(keys, quoteIfNeeded(n.Content[i].Value))
	}
	return keys
}
