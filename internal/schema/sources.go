package schema

import (
	"fmt"
	"net/url"
	"strings"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
)

// sources reads a list of sources; a single one may stand without a list.
func (d *decoder) sources(key *Key, n *yaml.Node) ([]Source, bool) {
	nodes := n.Content
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			d.nothing(key, n)
			return nil, false
		}
		d.report(ruleSource.At(d.file, span(d.file, n), "a source must say its title, and where it can be found").
			WithHint("write %s: [%s]", key.Name, sourceFor(n.Value)))
		return nil, false
	case yaml.MappingNode:
		nodes = []*yaml.Node{n}
	}
	if len(nodes) == 0 {
		d.report(ruleRequired.At(d.file, span(d.file, n), "%q is an empty list", key.Name).
			WithHint("add a source: %s", exampleOf(*key)))
		return nil, false
	}
	var all []Source
	for _, c := range nodes {
		if s, ok := d.source(key, c); ok {
			all = append(all, s)
		}
	}
	return all, len(all) > 0
}

// source reads one source and reports what it lacks.
func (d *decoder) source(key *Key, n *yaml.Node) (Source, bool) {
	if n.Kind != yaml.MappingNode {
		d.report(ruleSource.At(d.file, span(d.file, n), "a source must say its title, and where it can be found").
			WithHint("write it as %s", sourceFor(n.Value)))
		return Source{}, false
	}
	s := Source{Span: span(d.file, n)}
	seen, meant := map[string]bool{}, map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		if seen[name.Value] {
			d.report(ruleDuplicate.At(d.file, span(d.file, name), "the key %q is in this source a second time", name.Value).
				WithHint("begin each source with - title: on a line of its own"))
			continue
		}
		seen[name.Value] = true
		if i > 0 && n.Content[i+1].Tag == "!!null" && oneSource.Key(name.Value) == nil && n.Style&yaml.FlowStyle != 0 {
			key, text := n.Content[i-2].Value, n.Content[i-1].Value+", "+name.Value
			d.report(ruleSource.At(d.file, span(d.file, name), "this %s holds a comma, so it must be in quotes", key).
				WithHint("write %s: %s", key, quote(text)))
			continue
		}
		meant[d.sourceKey(&s, name, n.Content[i+1])] = true
	}
	if !seen["title"] && !meant["title"] {
		d.report(ruleSource.At(d.file, s.Span, "this source has no title").WithHint(`add title: "…"`))
	}
	if !seen["url"] && !seen["reference"] && !meant["url"] && !meant["reference"] {
		d.report(ruleSource.At(d.file, s.Span, "this source does not say where it can be found").
			WithHint(`add url: https://… or, for something in print, reference: "…"`))
	}
	return s, s.Title != ""
}

// sourceFor shows how a source that was given as a bare text is written.
func sourceFor(text string) string {
	switch {
	case WebAddress(text):
		return fmt.Sprintf(`{title: "…", url: %s}`, text)
	case text != "":
		return fmt.Sprintf(`{title: %s, url: https://…} or, for something in print, with reference: "…"`, quote(text))
	}
	return sourceExample
}

// oneSource describes what a source may say. Decode also asks for an address or
// a reference.
var oneSource = Kind{Name: "source", Plural: "sources", Keys: []Key{
	{Name: "title", Type: Text, Required: true, Help: "What it is called.", Example: "NHS App help"},
	{Name: "url", Type: Text, Help: "Its address on the web.", Example: "https://www.nhs.uk/nhs-app/"},
	{Name: "reference", Type: Text, Help: "For something in print: where it can be found.", Example: "Leaflet 12, page 3"},
	{Name: "date", Type: Text, Help: "When it was written: a date, a month or a year.", Example: "2026-11-23"},
}}

// sourceKey reads one key of a source. It returns the key that a misspelt one
// most likely means.
func (d *decoder) sourceKey(s *Source, name, value *yaml.Node) (meant string) {
	at := span(d.file, value)
	key := oneSource.Key(name.Value)
	if key == nil {
		names := oneSource.KeyNames()
		f := ruleUnknown.At(d.file, span(d.file, name), "a source has no key %q", name.Value).WithHint("its keys are %s", list(names))
		near := diag.Nearest(name.Value, names)
		if near != "" {
			f = f.WithHint("did you mean %q?", near)
		}
		d.report(f)
		return near
	}
	text, ok := d.scalar(key, value)
	if !ok {
		return ""
	}
	switch name.Value {
	case "title":
		s.Title = text
	case "reference":
		s.Reference = text
	case "url":
		s.URL = text
		if !WebAddress(text) {
			s.URL = ""
			d.report(ruleSource.At(d.file, at, "%q is not a web address", text).
				WithHint("begin it with https://, or use reference: for something in print"))
		}
	case "date":
		if s.Date, ok = parsePartialDate(text); !ok {
			d.report(ruleDate.At(d.file, at, "%q is not a date", text).
				WithHint(`write 2026-11-23; a year, or a year and a month ("2026-11"), will do for a source`))
		}
	}
	return ""
}

// WebAddress says whether a text is an address that a reader's browser may
// open: http or https, with a host.
func WebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && !strings.ContainsAny(text, " \t\n\\\"<>")
}
