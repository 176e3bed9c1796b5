package schema

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/plain"
	"commonground/internal/source"
)

// WordFile is what a word list has, beside its words.
var WordFile = Kind{Name: "word list", Plural: "word lists",
	Help: "A list of words to avoid: words/plain-words.yaml and others in a package.",
	Keys: []Key{
		{Name: "source", Type: Text, Help: "Who says so, for every word that names nobody itself.", Example: "Our style guide"},
		{Name: "keep", Type: Texts, Help: "Words that are fine in this package, whatever another list says.", Example: "[facilitate, obtain]"},
		{Name: wordsKey, Type: Texts, Help: "The words, each with the keys below.", Example: "see below"},
	}}

// ListedWord is one entry of a word list, under its key words.
var ListedWord = Kind{Name: "word", Plural: "words",
	Help: "Words to avoid, and what is better.",
	Keys: []Key{
		{Name: "avoid", Type: Texts, Help: "The word or words to avoid; several that mean the same may stand together.", Example: "[circle back, loop back]"},
		{Name: "use", Type: Texts, Help: "What to write instead, the best first. In names.yaml, the right form.", Example: "[reply, come back]"},
		{Name: "advice", Type: Text, Help: "What to do where no other word will do.", Example: "say who does what"},
		{Name: "as", Type: Choice, Values: []string{"noun", "verb"}, Help: "noun: the plural is found too. verb: -s, -ed and -ing are found too. Leave it out where the word has no other form.", Example: "verb"},
		{Name: "unless", Type: Texts, Help: "Phrases with the word in which it is right.", Example: "[foster care, foster family]"},
		{Name: "exact", Type: YesNo, Help: "yes: only with these capitals, as DNA is.", Example: "yes"},
		{Name: "alone", Type: YesNo, Help: "yes: only where no other word follows that it describes, as in the elderly, and not in the elderly man.", Example: "yes"},
		{Name: "for", Type: Choice, Values: []string{"everyone", "patients"}, Help: "patients: staff may read it, patients must not hear it. Only what is said to patients is looked at.", Example: "patients"},
		{Name: "explain", Type: YesNo, Help: "yes: the glossary should explain it where several pages use it with staff.", Example: "yes"},
		{Name: "source", Type: Text, Help: "Who says so.", Example: "Our style guide"},
	}}

// wordsKey holds the entries of a word list.
const wordsKey = "words"

// ReadWords reads a word list as strictly as front matter: what cannot be read
// becomes a finding and is left out. The list has the name of its file.
func ReadWords(name plain.ListName, f *source.File) (plain.List, []diag.Finding) {
	d := &decoder{file: f, kind: &WordFile, meant: map[string]bool{}}
	list := plain.List{Name: name, File: f}
	root := d.wordTree()
	if root == nil {
		return list, d.findings
	}
	var words *yaml.Node
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if key.Value == wordsKey && words == nil {
			words, d.seen = value, append(d.seen, key)
			continue
		}
		d.pair(key, value)
	}
	front := Front{Kind: &WordFile, values: d.values}
	for _, item := range front.List("keep") {
		list.Keep = append(list.Keep, plain.Word(item))
	}
	list.Entries = d.entries(words, name, front.Text("source"))
	d.wordsTwice(&list)
	return list, d.findings
}

// wordsTwice reports words that a list names a second time: of the two things that
// it says, only one can hold.
func (d *decoder) wordsTwice(list *plain.List) {
	first := map[string]plain.Word{}
	kept := len(list.Keep)
	all := slices.Clone(list.Keep)
	for _, e := range list.Entries {
		all = append(all, e.Avoid...)
	}
	for n, w := range all {
		key := strings.ToLower(w.Text)
		before, seen := first[key]
		if !seen {
			first[key] = w
			continue
		}
		line := d.file.Position(before.Span.Start).Line
		found := ruleWordTwice.At(d.file, w.Span, "%q is in this list already, in line %d", w.Text, line).WithHint("keep the one that you mean, and take the other out")
		if n >= kept && slices.Contains(all[:kept], before) {
			found = ruleWordTwice.At(d.file, w.Span, "%q is both kept, in line %d, and to be avoided", w.Text, line).
				WithHint("take it out of keep, or take out the words to write instead")
		}
		d.report(found)
	}
}

// wordTree reads the file into a tree, or reports why it is none.
func (d *decoder) wordTree() *yaml.Node {
	if saysNothing(d.file.Text) {
		return nil
	}
	var root yaml.Node
	if err := yaml.Load(d.file.Text, &root); err != nil {
		if at, ok := fenceLine(d.file); ok {
			d.report(ruleYAML.At(d.file, at, "a word list has no lines of ---").WithHint("take them out; all of the file is keys and values"))
			return nil
		}
		found := yamlFinding(d.file, err)
		found.Message = strings.ReplaceAll(found.Message, "front matter", "word list")
		d.report(found)
		return nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		d.report(ruleYAML.At(d.file, span(d.file, top), "a word list begins with a key").
			WithHint("write words: on a line of its own, and below it each word as - {avoid: utilise, use: use}"))
		return nil
	}
	return top
}

// fenceLine finds the first line of three hyphens, as front matter has.
func fenceLine(f *source.File) (source.Span, bool) {
	at := 0
	for line := range bytes.Lines(f.Text) {
		if bare := bytes.TrimRight(line, " \t\n"); string(bare) == "---" {
			return source.Span{Start: at, End: at + len(bare)}, true
		}
		at += len(line)
	}
	return source.Span{}, false
}

// entries reads the words of a list.
func (d *decoder) entries(words *yaml.Node, name plain.ListName, source string) []plain.Entry {
	if words == nil {
		return nil
	}
	if words.Kind != yaml.SequenceNode {
		d.report(ruleType.At(d.file, span(d.file, words), "%q must be a list", wordsKey).
			WithHint("begin each word with a hyphen: - {avoid: utilise, use: use}"))
		return nil
	}
	d.kind = &ListedWord
	var entries []plain.Entry
	for _, n := range words.Content {
		if e, ok := d.entry(n, name, source); ok {
			entries = append(entries, e)
		}
	}
	return entries
}

// entry reads one word.
func (d *decoder) entry(n *yaml.Node, name plain.ListName, source string) (plain.Entry, bool) {
	if n.Kind != yaml.MappingNode {
		d.report(ruleType.At(d.file, span(d.file, n), "a word must be a group of keys").
			WithHint("write - {avoid: %s, use: …}", n.Value))
		return plain.Entry{}, false
	}
	before := len(d.findings)
	d.values, d.seen = nil, nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		d.pair(n.Content[i], n.Content[i+1])
	}
	if len(d.findings) > before {
		return plain.Entry{}, false
	}
	front := Front{Kind: &ListedWord, values: d.values}
	e := plain.Entry{
		Use: front.Texts("use"), Advice: front.Text("advice"), Unless: front.Texts("unless"),
		Exact: front.Yes("exact", false), Alone: front.Yes("alone", false), Patients: front.Text("for") == "patients", Explain: front.Yes("explain", false),
		Source: front.Text("source"),
	}
	if e.Source == "" {
		e.Source = source
	}
	for _, item := range front.List("avoid") {
		e.Avoid = append(e.Avoid, plain.Word(item))
	}
	switch front.Text("as") {
	case "noun":
		e.As = plain.Noun
	case "verb":
		e.As = plain.Verb
	}
	return e, d.complete(n, name, &e)
}

// complete says whether an entry has what its list needs.
func (d *decoder) complete(n *yaml.Node, name plain.ListName, e *plain.Entry) bool {
	missing := ""
	switch {
	case name == plain.Names && len(e.Use) == 0:
		missing = "use"
	case name != plain.Names && len(e.Avoid) == 0:
		missing = "avoid"
	case len(e.Use) == 0 && e.Advice == "":
		missing = "use"
	default:
		return true
	}
	d.report(ruleRequired.At(d.file, span(d.file, n), "this word has no %q", missing).
		WithHint("for example: - {avoid: utilise, use: use}"))
	return false
}

// ShippedWords returns the word lists that come with the program, which a test
// holds to be without mistakes. They are read when they are first asked for: a
// build never asks, and a preview asks often.
var ShippedWords = sync.OnceValue(func() []plain.List {
	var lists []plain.List
	for _, name := range plain.ListNames() {
		file := path.Join("lists", string(name)+".yaml")
		raw, err := plain.Shipped.ReadFile(file)
		if err != nil {
			panic(err) // it is part of the program
		}
		f, _ := source.ParseData(file, raw)
		list, _ := ReadWords(name, f)
		lists = append(lists, list)
	}
	return lists
})
