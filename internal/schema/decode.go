package schema

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// Decode reads the front matter of a file of the given kind. What cannot be
// read becomes a finding and is left out of the Front.
func Decode(kind *Kind, f *source.File) (Front, []diag.Finding) {
	d := decoder{file: f, kind: kind, meant: map[string]bool{}}
	d.decode()
	return Front{Kind: kind, values: d.values}, d.findings
}

// decoder reads one front matter block.
type decoder struct {
	file     *source.File
	kind     *Kind
	values   []named
	seen     []*yaml.Node    // the keys that are there, be they well filled or not
	meant    map[string]bool // required keys that a misspelt one stands for
	findings []diag.Finding
}

func (d *decoder) report(f diag.Finding) { d.findings = append(d.findings, f) }

func (d *decoder) decode() {
	top := d.file.LineAt(0)
	if !d.file.HasFront() {
		d.missing()
		return
	}
	root, unread := readRest(d.file)
	d.findings = append(d.findings, unread...)
	if len(unread) > 0 && root == nil {
		return
	}
	if root != nil && root.Kind != yaml.MappingNode {
		if found, ok := findCulprit(d.file, d.file.Front.Start, d.file.Front.Start); ok {
			d.report(found)
			return
		}
		d.report(ruleYAML.At(d.file, span(d.file, root), "the text between the two --- lines is not front matter").
			WithHint("front matter is lines of key: value; for a line across the page write *** instead of ---"))
		return
	}
	if root != nil {
		d.seen, d.values = make([]*yaml.Node, 0, len(root.Content)/2), make([]named, 0, len(root.Content)/2)
		for i := 0; i+1 < len(root.Content); i += 2 {
			d.pair(root.Content[i], root.Content[i+1])
		}
	}
	if len(unread) == 0 { // else a key may be there, and stand where nothing could be read
		d.required(top)
	}
}

// missing reports a file without front matter.
func (d *decoder) missing() {
	f := ruleMissing.At(d.file, source.Span{}, "this %s has no front matter", d.kind.Name).
		WithHint("copy the top of another %s, or begin the file with these lines: --- / %s / ---", d.kind.Name, d.example())
	if d.kind == &Settings {
		f.Message = "the settings of the package have no front matter"
		f = f.WithHint("begin the file with these lines: --- / %s / ---", d.example())
	}
	d.report(f)
}

// example names the required keys, for the hint to a file that has none.
func (d *decoder) example() string {
	var lines []string
	for _, k := range d.kind.Keys {
		if k.Required {
			lines = append(lines, k.Name+": …")
		}
	}
	return strings.Join(lines, " / ")
}

// first returns the key of a name that is there already, or nil.
func (d *decoder) first(name string) *yaml.Node {
	for _, n := range d.seen {
		if n.Value == name {
			return n
		}
	}
	return nil
}

// pair reads one key with its value.
func (d *decoder) pair(name, value *yaml.Node) {
	at := span(d.file, name)
	key := d.kind.Key(name.Value)
	if name.Value == Draft.Name && d.kind.isPage() {
		key = &Draft
	}
	switch {
	case name.Kind != yaml.ScalarNode:
		d.report(ruleYAML.At(d.file, at, "a key must be a single word").WithHint("write it as key: value"))
		return
	case d.first(name.Value) != nil:
		d.report(d.again(d.first(name.Value), name).WithHint("keep one of the two lines"))
		return
	case key == nil:
		d.unknown(name.Value, at)
		return
	}
	d.seen = append(d.seen, name)
	if d.forbidden(value, 0) {
		return
	}
	v, ok := d.value(key, value)
	if ok {
		v.Key = at
		d.values = append(d.values, named{key.Name, v})
	}
}

// again reports a key that is there already.
func (d *decoder) again(first, name *yaml.Node) diag.Finding {
	at := span(d.file, name)
	before, here := d.file.Position(span(d.file, first).Start).Line, d.file.Position(at.Start).Line
	if before == here {
		return ruleDuplicate.At(d.file, at, "the key %q is here a second time", name.Value)
	}
	return ruleDuplicate.At(d.file, at, "the key %q is here a second time; the first is on line %d", name.Value, before)
}

func (d *decoder) unknown(name string, at source.Span) {
	f := ruleUnknown.At(d.file, at, "%s has no key %q", d.kind.A(), name)
	if d.kind == &Settings {
		f = ruleUnknown.At(d.file, at, "the settings have no key %q", name)
	}
	if strings.HasPrefix(name, "-") && len(name) > 1 {
		line := strings.TrimSpace(string(d.file.Bytes(d.file.LineAt(at.Start))))
		f.Message = "a line of a list begins with a hyphen and a space"
		d.report(f.WithHint("%s", spaceBehindHyphen(strings.TrimPrefix(line, "-"))))
		return
	}
	names := d.kind.KeyNames()
	if d.kind.isPage() {
		names = append(names, Draft.Name)
	}
	clean := strings.Map(visible, name)
	if near := cmp.Or(d.kind.meantBy(clean), diag.Nearest(clean, names)); near != "" {
		f = f.WithHint("did you mean %q?", near)
		if near == clean {
			f.Message = "there is an invisible character in this key"
			f = f.WithHint("delete the key and type it again: %s", near)
		}
		d.meant[near] = true
	} else {
		f = f.WithHint("its keys are %s", list(names))
	}
	d.report(f)
}

// maxDepth is how many lists and mappings may lie inside each other.
const maxDepth = 32

// forbidden reports what YAML allows and we do not, and says whether there was any:
// aliases, types that are given by name (which a text that begins with ! becomes),
// and very deep nesting.
func (d *decoder) forbidden(n *yaml.Node, depth int) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		d.report(ruleYAML.At(d.file, span(d.file, n), "a value cannot begin with & or * unless it is in quotes").
			WithHint("%s", quoteValue(string(d.file.Bytes(d.file.LineAt(span(d.file, n).Start))))))
		return true
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		d.report(ruleYAML.At(d.file, span(d.file, n), "a value cannot begin with ! unless it is in quotes").
			WithHint("%s", quoteValue(string(d.file.Bytes(d.file.LineAt(span(d.file, n).Start))))))
		return true
	case depth > maxDepth:
		d.report(ruleYAML.At(d.file, span(d.file, n), "there are too many lists inside each other").
			WithHint("write a plain list: [one, two]"))
		return true
	}
	return slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return d.forbidden(c, depth+1) })
}

// required reports every required key that is not there. Keys that are there
// and could not be read, or are misspelt, have been reported already.
func (d *decoder) required(top source.Span) {
	for i, k := range d.kind.Keys {
		if !k.Required || d.first(k.Name) != nil || d.meant[k.Name] || slices.ContainsFunc(d.kind.Keys[:i], func(o Key) bool { return o.Name == k.Name }) {
			continue
		}
		who := "this " + d.kind.Name
		if d.kind == &Settings {
			who = "the package"
		}
		d.report(ruleRequired.At(d.file, top, "%s has no %q", who, k.Name).
			WithHint("add a line: %s: %s", k.Name, exampleOf(k)))
	}
}

const sourceExample = `{title: "…", url: https://…, date: 2026-11-23}`

func exampleOf(k Key) string {
	if k.Type == Sources {
		return "[" + sourceExample + "]"
	}
	return k.Example
}
