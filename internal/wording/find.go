// Package wording finds the words of word lists in texts.
//
// Lists go in, once; then texts as words, and out come the places where words
// stand that a list names, in whatever form, with what to write instead. Words in
// a phrase that makes them right are passed over, and so are names.
package wording

import (
	"bytes"
	"strings"

	"commonground/internal/glossary"
	"commonground/internal/plain"
	"commonground/internal/words"
)

// Finder finds the words of all lists in a text, in one pass. It does not change,
// so it can be used by many goroutines at once.
type Finder struct {
	sought   []sought // by index of the term in names
	names    *glossary.Finder
	acronyms map[string]string // what each stands for; "" for those that everybody knows
}

// sought is what an entry looks for: the forms of its words come first among the
// names of its term, and after them the phrases in which they are right.
type sought struct {
	list  plain.ListName
	entry *plain.Entry
	forms []form
}

// form is one form of a word: the index of the word in Entry.Avoid, or -1 for the
// right one, and which of its forms it is.
type form struct{ word, n int }

// Hit is a place in a text where words stand that a list names.
type Hit struct {
	List       plain.ListName
	Entry      *plain.Entry
	Word       int    // index in Entry.Avoid, or -1 for a name that is written wrongly
	Use        string // what to write instead, in the same form if that can be told; may be empty
	Start, End int    // bytes of the text
}

// Find returns the words that some list names, in the order of the text. Words
// in a phrase that makes them right are passed over, and so is what is part of a
// name: the Center for Plain Language.
func (f *Finder) Find(t *words.Text) []Hit {
	var hits []Hit
	for _, u := range f.names.Find(t) {
		what := &f.sought[u.Term]
		if u.Name >= len(what.forms) {
			continue
		}
		hit := Hit{what.list, what.entry, what.forms[u.Name].word, what.use(what.forms[u.Name]), u.Start, u.End}
		if hit.stands(t.Text()) {
			hits = append(hits, hit)
		}
	}
	return hits
}

// use is the first word to use, in the form of the word that was found if that can
// be told.
func (w *sought) use(f form) string {
	if len(w.entry.Use) == 0 {
		return ""
	}
	use := w.entry.Use[0]
	if all := forms(use, w.entry.As); f.n < len(all) && (w.list == plain.Names || inflects(use, w.entry.As, f.n)) {
		return all[f.n]
	}
	return use
}

// stands says whether what was found is what the entry means.
func (h *Hit) stands(text []byte) bool {
	written := text[h.Start:h.End]
	switch {
	case h.List == plain.Names:
		return !isWritten(written, h.Use) && (h.Word < 0 || bytes.Contains(written, []byte("-")) == strings.Contains(h.Entry.Avoid[h.Word].Text, "-"))
	case h.Entry.Alone && describes(text[h.End:]):
		return false
	case h.Entry.Exact || strings.ToLower(h.Entry.Avoid[h.Word].Text) != h.Entry.Avoid[h.Word].Text:
		return true
	}
	return !inName(text, h.Start, h.End)
}

// isWritten says whether a name is written as it must be. One in small letters may
// have any capitals.
func isWritten(written []byte, name string) bool {
	straight := strings.NewReplacer("’", "'", "‑", "-", "\u00a0", " ").Replace(string(written))
	if strings.ToLower(name) == name {
		return strings.ToLower(straight) == name // at the start of a sentence, in another name, shouted
	}
	return straight == name
}

// NewFinder makes a Finder. What several lists of one name say of a word, the
// first of them decides: what a package says goes before what the program ships.
func NewFinder(lists []plain.List) *Finder {
	f := &Finder{acronyms: map[string]string{}}
	var terms []glossary.Term
	said := map[plain.ListName]map[string]bool{}
	for i := range lists {
		list := &lists[i]
		if said[list.Name] == nil {
			said[list.Name] = map[string]bool{}
		}
		for n := range list.Entries {
			e := &list.Entries[n]
			open := notSaid(e, said[list.Name])
			switch {
			case len(open) == 0 && len(e.Avoid) > 0:
			case list.Name == plain.Acronyms:
				f.addAcronyms(e, open)
			default:
				what, term := seek(list.Name, e, open)
				f.sought, terms = append(f.sought, what), append(terms, term)
			}
		}
		f.close(list, said[list.Name])
	}
	f.names, _ = glossary.New(terms, false)
	return f
}

// notSaid returns the words of an entry of which no list before its own says
// anything, by their index.
func notSaid(e *plain.Entry, said map[string]bool) []int {
	var open []int
	for n, w := range e.Avoid {
		if !said[strings.ToLower(w.Text)] {
			open = append(open, n)
		}
	}
	return open
}

// close notes what a list has said, so that lists after it cannot say otherwise.
func (f *Finder) close(list *plain.List, said map[string]bool) {
	for _, w := range list.Keep {
		if list.Name == plain.Acronyms && !said[strings.ToLower(w.Text)] {
			f.acronyms[w.Text] = ""
		}
		said[strings.ToLower(w.Text)] = true
	}
	for i := range list.Entries {
		for _, w := range list.Entries[i].Avoid {
			said[strings.ToLower(w.Text)] = true
		}
	}
}

func (f *Finder) addAcronyms(e *plain.Entry, open []int) {
	for _, n := range open {
		f.acronyms[e.Avoid[n].Text] = e.Use[0]
	}
}

// seek makes what is looked for of an entry: the forms of its open words, then the
// phrases in which they are right.
func seek(list plain.ListName, e *plain.Entry, open []int) (sought, glossary.Term) {
	what, term := sought{list: list, entry: e}, glossary.Term{Exact: e.Exact}
	add := func(word int, text string) {
		for n, name := range forms(text, e.As) {
			what.forms, term.Names = append(what.forms, form{word, n}), append(term.Names, name)
		}
	}
	if list == plain.Names {
		add(-1, e.Use[0])
	}
	for _, n := range open {
		add(n, e.Avoid[n].Text)
	}
	for _, phrase := range e.Unless {
		term.Names = append(term.Names, phrase)
		for _, n := range open {
			term.Names = append(term.Names, varied(phrase, forms(e.Avoid[n].Text, e.As))...)
		}
	}
	return what, term
}

// varied returns a phrase with the other forms of a word that it has.
func varied(phrase string, forms []string) []string {
	at := strings.Index(" "+phrase+" ", " "+forms[0]+" ")
	if at < 0 {
		return nil
	}
	var all []string
	for _, other := range forms[1:] {
		all = append(all, phrase[:at]+other+phrase[at+len(forms[0]):])
	}
	return all
}

// Acronym says what an acronym stands for, if a list has it; known says that it
// needs no words beside it.
func (f *Finder) Acronym(short string) (stands string, known bool) {
	stands, listed := f.acronyms[short]
	return stands, listed && stands == ""
}
