package check

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var (
	ruleListLong = diag.Rule{
		Code: "list-long", Severity: diag.Off, Advice: true,
		Title: "A list should have at most ten items.",
		Why:   "People remember a few things, and skim the rest. The NHS digital service manual asks for about 6 bullets or fewer. A long list can be right all the same, so this is off by default.",
		Scope: "Lists with bullets of more than ten items. Not numbered steps, lists of links and of single words, tasks and choices.",
	}
	ruleListMixed = diag.Rule{
		Code: "list-mixed", Severity: diag.Note, Advice: true,
		Title: "The items of a list should be written in one way.",
		Why:   "Items that look alike are read as one list, and are heard as one. The NHS digital service manual knows two ways: parts of the sentence above, without full stops, or whole sentences.",
		Scope: "Whether items begin with a capital and end in a full stop. A capital that may belong to a name counts for nothing. Not choices of a quiz.",
	}
	ruleListLead = diag.Rule{
		Code: "list-lead", Severity: diag.Note, Advice: true,
		Title: "The words that lead to a list should end in a colon.",
		Why:   "A colon tells eye and ear that the items belong to these words: the NHS digital service manual ends every lead-in with one.",
		Scope: "A line right above a list with bullets that has no mark at its end, or a comma, a semicolon or a dash.",
	}
	ruleListAnd = diag.Rule{
		Code: "list-and", Severity: diag.Note, English: true, Advice: true,
		Title: "An item of a list should not end in and, or, or a semicolon.",
		Why:   "Each bullet stands for itself; the NHS digital service manual leaves out what would join them. Say above the list whether all or any of them hold.",
		Scope: "Every list with bullets or numbers but the choices of a quiz.",
	}
)

const mostItems = 10

// items calls a function with each list that is no task list and no quiz, and with
// the words that each of its items begins with.
func (p *Page) items(each func(list int, items []*Prose)) {
	byList := make([][]*Prose, len(p.Lists))
	for n := range p.Prose {
		t := &p.Prose[n]
		if t.Kind == markdown.InItem && !t.Quoted && !p.Lists[t.List].Tasks {
			byList[t.List] = append(byList[t.List], t)
		}
	}
	for list, items := range byList {
		if len(items) > 0 {
			each(list, items)
		}
	}
}

func listLong(p *Page, report func(diag.Finding)) {
	p.items(func(list int, items []*Prose) {
		if p.Lists[list].Ordered || len(items) <= mostItems {
			return
		}
		links, words := 0, 0
		for _, t := range items {
			words += t.Words.Len()
			if 2*t.covered(0, len(t.Text), markdown.Linked) > len(t.Text) {
				links++
			}
		}
		if 2*links > len(items) || words < 3*len(items) {
			return
		}
		first := items[mostItems]
		report(p.At(&ruleListLong, first, 0, len(first.Text), "this is the eleventh of %d items", len(items)).
			WithHint("leave out what matters least, or part the list in two with a line above each"))
	})
}

func listMixed(p *Page, report func(diag.Finding)) {
	p.items(func(_ int, items []*Prose) {
		if t := minority(items, endsInStop); t != nil {
			what, hint := "ends in a full stop, and others of this list do not", "end all items alike: whole sentences in a full stop, anything else in nothing"
			if endsInStop(t) == no {
				what = "has no full stop at its end, and others of this list do"
			}
			report(p.At(&ruleListMixed, t, 0, len(t.Text), "this item %s", what).WithHint("%s", hint))
			return
		}
		if t := minority(items, p.beginsLow); t != nil {
			what := "begins with a small letter, and others of this list do not"
			if p.beginsLow(t) == no {
				what = "begins with a capital, and others of this list do not"
			}
			report(p.At(&ruleListMixed, t, 0, len(t.Text), "this item %s", what).
				WithHint("begin all items alike: small where they go on with the line above, a capital where each is a sentence"))
		}
	})
}

// answer is what can be said of an item: yes, no, or nothing.
type answer uint8

const (
	unknown answer = iota
	yes
	no
)

// minority returns the first item of those that are fewer, or nil when all give
// one answer.
func minority(items []*Prose, of func(*Prose) answer) *Prose {
	var count [3]int
	var first [3]*Prose
	for _, t := range items {
		a := of(t)
		if count[a]++; count[a] == 1 {
			first[a] = t
		}
	}
	switch {
	case count[yes] == 0 || count[no] == 0:
		return nil
	case count[no] < count[yes]:
		return first[no]
	}
	return first[yes]
}

// endsInStop says whether an item ends in a full stop. Other marks, short forms
// and what is no word leave it open.
func endsInStop(t *Prose) answer {
	text := bytes.TrimRight(t.Text, " ")
	last, _ := utf8.DecodeLastRune(text)
	switch {
	case t.Words.Len() == 0 || bytes.HasSuffix(text, []byte("etc.")) || bytes.HasSuffix(text, []byte("..")) || joinedTo(t, t.Words.Len()-1):
		return unknown
	case last == '.':
		return yes
	case unicode.IsLetter(last) || unicode.IsDigit(last):
		return no
	}
	return unknown
}

// beginsLow says whether an item begins with a small letter. One that begins with a
// capital may be a name: it counts only when the word is common.
func (p *Page) beginsLow(t *Prose) answer {
	if t.Words.Len() == 0 || len(t.Words.Gap(0)) > 0 || t.Marked(0, 1, markdown.Strong|markdown.Emphasis|markdown.Quotation|markdown.Linked) {
		return unknown
	}
	r, _ := utf8.DecodeRune(t.Words.Word(0))
	switch {
	case unicode.IsLower(r) && bytes.IndexFunc(t.Words.Word(0), unicode.IsUpper) < 0:
		return yes
	case unicode.IsUpper(r) && commonStart[string(t.Words.Fold(0))] && (t.Words.Len() == 1 || !capitalised(t, 1)):
		return no
	}
	return unknown
}

// commonStart are words that items begin with and that are no names.
var commonStart = wordSet(`a an the this that these those your our their its his her my no not all any each every some more most many other
	if when where what which who why how whether while because before after during once until as at by for from in into of on over to with without about
	ask be do does get give go have help keep let look make open put read say see select send set show start stop take talk tell think try turn use
	wait write add agree avoid bring call change check choose close create describe decide explain find focus follow include learn list note offer
	practise print provide remember repeat run share sign test type understand view visit watch work you we they it people patients staff someone
	consider consult contact define develop enable ensure identify improve is are can will using having making being`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func listLead(p *Page, report func(diag.Finding)) {
	p.items(func(list int, items []*Prose) {
		t := p.lead(list)
		if t == nil || p.Lists[list].Ordered || p.Lists[list].Depth > 0 || t.Kind != markdown.InParagraph || len(items) < 2 {
			return
		}
		text := bytes.TrimRight(t.Text, " ")
		last, size := utf8.DecodeLastRune(text)
		if !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(",;-–—", last) || t.Words.Len() < 2 {
			return
		}
		report(p.At(&ruleListLead, t, len(text)-size, len(text), "the words above this list do not end in a colon").
			WithHint("end them with a colon when the list goes on with them, or with a full stop when it does not"))
	})
}

func listAnd(p *Page, report func(diag.Finding)) {
	p.items(func(list int, items []*Prose) {
		for _, t := range items {
			text := bytes.TrimRight(t.Text, " .")
			for _, end := range []string{";", " and", " or", ", and", "; and", ", or", "; or"} {
				if bytes.HasSuffix(text, []byte(end)) && !t.Marked(len(text)-1, len(text), markdown.Quotation|markdown.Linked) {
					report(p.At(&ruleListAnd, t, len(text)-len(strings.TrimSpace(end)), len(text), "this item ends in %q", strings.TrimSpace(end)).
						WithHint("leave it out; if only one of them has to hold, say so above the list: any of these"))
					break
				}
			}
		}
	})
}
