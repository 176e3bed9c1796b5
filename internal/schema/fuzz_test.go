package schema

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/plain"
	"commonground/internal/source"
)

// FuzzDecode holds for any front matter: decoding never panics, says the same
// twice, keeps to the keys of the kind, gives every value a place in the front
// matter and valid text, and every finding a rule of the list, a place and a hint.
// A page with a required key missing is never taken in silence.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"title: x", "title: Care: a start", "title: x\ntitle: y", "title: &a x\nsummary: *a", "- x", "", "# remark", "title: |\n  a\n  b",
		"rules: {link-missing: off, b: [c]}", "sources:\n  - {title: z, url: 'javascript:x', date: 2026-13}", "title: é\n\tsummary: x",
		"reviewed: 2026-02-30", "draft: perhaps", "themes: [a, a, [b]]", "? a\n: b", "title: !!binary aGk=", "<<: {title: x}", "title: 'it's'",
		"title:x\nsummary: y", " title: x\nsummary: y", "...", "%YAML 1.2", "title: \"\\u202e\\x00\"", "title: [[[[[[", "minutes: 0x10",
	} {
		for _, kind := range Kinds() {
			f.Add(kind.Name, seed)
		}
	}
	f.Fuzz(func(t *testing.T, kindName, front string) {
		kind := kindOf(kindName)
		if kind == nil {
			kind = &Lesson
		}
		file, fault := source.Parse("content/x.md", []byte("---\n"+front+"\n---\nText\n"))
		if fault != nil {
			return
		}
		got, findings := Decode(kind, file)
		again, findingsAgain := Decode(kind, file)
		if !reflect.DeepEqual(got, again) || !reflect.DeepEqual(findings, findingsAgain) {
			t.Fatal("two runs differ")
		}
		for _, finding := range findings {
			checkFinding(t, file, finding)
		}
		for _, v := range got.values {
			checkValue(t, file, kind, v.key, v.Value)
		}
		for _, k := range kind.Keys {
			if _, ok := got.Get(k.Name); k.Required && !ok && len(findings) == 0 {
				t.Fatalf("nothing is said about %q, which is missing", k.Name)
			}
		}
	})
}

func checkSpan(t *testing.T, f *source.File, s source.Span) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > f.Body || !utf8.Valid(f.Bytes(s)) {
		t.Fatalf("the span %v is none of the front matter, which ends at %d", s, f.Body)
	}
}

func checkFinding(t *testing.T, f *source.File, finding diag.Finding) {
	t.Helper()
	checkSpan(t, f, finding.Span)
	known := false
	for _, r := range Rules() {
		known = known || r.Code == finding.Rule
	}
	if !known || finding.Message == "" || finding.Hint == "" || finding.File != f {
		t.Fatalf("the finding says too little: %+v", finding)
	}
	if !utf8.ValidString(finding.Message + finding.Hint) {
		t.Fatalf("the finding is not valid UTF-8: %+v", finding)
	}
}

func checkText(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) || text != strings.TrimSpace(text) || strings.ContainsAny(text, "\x00\x1b\u202e") {
		t.Fatalf("%q is not what a page can show", text)
	}
}

func checkValue(t *testing.T, f *source.File, kind *Kind, name string, v Value) {
	t.Helper()
	key := kind.Key(name)
	if name == Draft.Name && kind != &Settings {
		key = &Draft
	}
	if key == nil {
		t.Fatalf("a %s has no key %q", kind.Name, name)
	}
	checkSpan(t, f, v.Span)
	checkSpan(t, f, v.Key)
	texts := []string{v.Text}
	for _, item := range v.List {
		checkSpan(t, f, item.Span)
		texts = append(texts, item.Text)
	}
	for _, s := range v.Sources {
		checkSpan(t, f, s.Span)
		texts = append(texts, s.Title, s.URL, s.Reference)
	}
	for _, text := range texts {
		checkText(t, text)
	}
	if key.Required && key.Type == Text && v.Text == "" {
		t.Fatalf("%q is required and was taken empty", name)
	}
}

// FuzzReadWords holds for any text that it is read as a word list, the same twice,
// of which every word has valid text at its place and something better, and that
// what cannot be read is told at a place, with a hint.
func FuzzReadWords(f *testing.F) {
	for n, text := range []string{
		"source: us\nkeep: [obtain]\nwords:\n- {avoid: [circle back, loop back], use: reply, as: verb}\n", "words:\n- {avoid: a, avoid: b, use: c}", "- {avoid: a}", "words: a", "words:\n- a\n- {use: b}",
		"---\nwords:\n- {avoid: a, use: b}\n---\n", "words:\n- {avoid: *a, use: b}\n", "words:\n- avoid: é\n  advice: 'x'\n  unless: [a é]\n  exact: yes\n  for: patients\n", "keep: [a, A]\nwords:\n- {avoid: a, use: b}", "words: []\nwords: []", "...", "? a",
	} {
		f.Add(n, text)
	}
	f.Fuzz(func(t *testing.T, n int, text string) {
		name := plain.ListNames()[uint(n)%uint(len(plain.ListNames()))]
		file, fault := source.ParseData("words/list.yaml", []byte(text))
		if fault != nil {
			return
		}
		file.Body = len(file.Text) // all of it is looked at
		list, findings := ReadWords(name, file)
		again, more := ReadWords(name, file)
		if !reflect.DeepEqual(list, again) || !reflect.DeepEqual(findings, more) {
			t.Fatal("two runs differ")
		}
		for _, finding := range findings {
			checkFinding(t, file, finding)
		}
		words := list.Keep
		for _, e := range list.Entries {
			words = append(words, e.Avoid...)
			if len(e.Use) == 0 && e.Advice == "" || len(e.Avoid) == 0 && name != plain.Names {
				t.Errorf("nothing is better than %+v", e)
			}
			for _, text := range append(e.Use, e.Advice, e.Source) {
				checkText(t, text)
			}
		}
		for _, w := range words {
			checkSpan(t, file, w.Span)
			checkText(t, w.Text)
		}
		if list.Name != name || list.File != file {
			t.Errorf("the list is %s in %v", list.Name, list.File)
		}
	})
}
