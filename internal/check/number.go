package check

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var (
	ruleNumberWords = diag.Rule{
		Code: "number-words", Severity: diag.Note, English: true, Advice: true,
		Title: "Numbers from 2 on should be written in figures.",
		Why:   "Figures are found at a glance and are easier for people who find reading hard; the NHS digital service manual writes all numbers in figures but one.",
		Scope: "two to ten before what is counted, in sentences that the page says itself. Not one, two or three things, the two of them, words with a hyphen, the first word of a sentence, names, and quotations.",
	}
	ruleNumberRange = diag.Rule{
		Code: "number-range", Severity: diag.Warning, English: true, Advice: true,
		Title: "From one number to another should be written with to, not with a dash.",
		Why:   "Screen readers say a dash as minus or leave it out, and 10-20 then sounds like 1,020. The NHS digital service manual writes 10 to 20.",
		Scope: "Two numbers with a dash and no space between them, the second the larger. Not addresses, phone numbers, dates, codes, footnotes and quotations.",
	}
	ruleNumberComma = diag.Rule{
		Code: "number-comma", Severity: diag.Note, English: true, Advice: true,
		Title: "A number over 999 should have commas.",
		Why:   "Nobody counts digits: 10,000 is seen at once, and the NHS digital service manual writes it so.",
		Scope: "Numbers before what is counted, and amounts in pounds. Not years, phone numbers, numbers that name something, such as 7726, and quotations.",
	}
)

// figures are the numbers that are written in words.
var figures = map[string]string{"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}

// notCounted are words that can follow a number and are not what is counted.
var notCounted = wordSet(`of and or are is was were am be been in on at to for by with from as that who which whose whom what have has had
	can could will would may might must shall should if but than so do does did then when while where because here there too not only
	a an the this these those it they we you he she i me us them him her how why together apart thirds quarters fifths halves hundred
	hundreds thousand thousands million millions billion dozen point plus minus times percent per went came said say says each both all`)

// eachOwn calls a function with every passage that a page says itself, where
// numbers, dates and sizes are looked for.
func (p *Page) eachOwn(each func(t *Prose)) {
	for n := range p.Prose {
		if t := &p.Prose[n]; t.Own() && t.Kind != markdown.InNote {
			each(t)
		}
	}
}

// eachFigure calls a function with every word that begins with a figure: i is its
// index. Quotations are left out.
func (p *Page) eachFigure(each func(t *Prose, i int)) {
	p.eachOwn(func(t *Prose) {
		for _, i := range t.Figures {
			if start, end := t.Words.Span(i); !t.Marked(start, end, markdown.Quotation) {
				each(t, i)
			}
		}
	})
}

// eachWord is eachFigure for words that begin with a letter for which this is true.
func (p *Page) eachWord(begins func(first byte) bool, each func(t *Prose, i int)) {
	p.eachOwn(func(t *Prose) {
		for i := range t.Words.Len() {
			start, end := t.Words.Span(i)
			if begins(t.Text[start]) && !t.Marked(start, end, markdown.Quotation) {
				each(t, i)
			}
		}
	})
}

func numberWords(p *Page, report func(diag.Finding)) {
	begins := func(c byte) bool { return c == 't' || c == 'f' || c == 's' || c == 'e' || c == 'n' }
	p.eachWord(begins, func(t *Prose, i int) {
		figure, ok := figures[string(t.Words.Fold(i))]
		if !ok || !t.IsText() || i+1 >= t.Words.Len() || !isSpaces(t.Words.Gap(i+1)) {
			return
		}
		next := t.Words.Fold(i + 1)
		if notCounted[string(next)] || notBefore(t, i) || figures[string(next)] != "" {
			return
		}
		start, end := t.Words.Span(i)
		report(p.At(&ruleNumberWords, t, start, end, "%q is a number in words", t.Words.Word(i)).
			WithHint("write %s", figure))
	})
}

// notBefore says whether what stands before a number makes it part of a saying or
// a word: one or two, the two, forty-two, and at the front of a name.
func notBefore(t *Prose, i int) bool {
	if i == 0 {
		return false
	}
	gap := t.Words.Gap(i)
	if !bytes.ContainsAny(gap, " ") {
		return len(gap) == 0 || gap[len(gap)-1] == '-'
	}
	switch string(t.Words.Fold(i - 1)) {
	case "or", "one", "part", "chapter", "stage", "level", "step", "phase", "section":
		return true
	}
	return false
}

func isSpaces(gap []byte) bool { return len(gap) > 0 && len(bytes.TrimSpace(gap)) == 0 }

func numberRange(p *Page, report func(diag.Finding)) {
	p.eachFigure(func(t *Prose, i int) {
		if i+1 >= t.Words.Len() || !isDigits(t.Words.Word(i)) || !isDash(t.Words.Gap(i+1)) || joinedTo(t, i) || joinedTo(t, i+2) {
			return
		}
		from, to := number(t.Words.Word(i)), number(leadingDigits(t.Words.Word(i+1)))
		ofYears := from > 1900 && from < 2100 && to == from%100+1
		grows := len(leadingDigits(t.Words.Word(i+1))) - len(t.Words.Word(i))
		like := grows >= 2 || grows == 1 && to >= 1000 // a code or a phone number
		if to < 0 || from < 0 || from >= to && !ofYears || from == 24 && to == 7 || like || namesNumber(t, i) || t.cites() {
			return
		}
		start, _ := t.Words.Span(i)
		_, end := t.Words.Span(i + 1)
		last := string(t.Words.Word(i + 1))
		if ofYears {
			last = string(t.Words.Word(i)[:2]) + last
		}
		report(p.At(&ruleNumberRange, t, start, end, "the dash in %q is not read out", t.Text[start:end]).
			WithHint("write %s %s %s", t.Words.Word(i), joinsNumbers(t, i), last))
	})
}

// joinsNumbers is the word between two numbers, of which word i is the first: between
// 10 and 15, but 10 to 15.
func joinsNumbers(t *Prose, i int) string {
	if i > 0 && string(t.Words.Fold(i-1)) == "between" {
		return "and"
	}
	return "to"
}

// joinedTo says whether word i is stuck to the word before it, as in a phone
// number, a code or a date.
func joinedTo(t *Prose, i int) bool {
	if i == 0 || i >= t.Words.Len() {
		return false
	}
	gap := t.Words.Gap(i)
	last, _ := utf8.DecodeLastRune(gap)
	first, _ := utf8.DecodeRune(gap)
	loose := func(r rune) bool {
		return unicode.IsSpace(r) || bytes.ContainsRune([]byte("()[]“”\"‘’—£$€,;:!?"), r)
	}
	return !loose(last) && !loose(first) && !bytes.ContainsAny(gap, " \u00a0")
}

// namesNumber says whether the word before word i says that it names something and
// counts nothing: room 12, version 3, ISO 9001, text 7726.
func namesNumber(t *Prose, i int) bool {
	if i == 0 {
		return false
	}
	gap := t.Words.Gap(i)
	if bytes.ContainsAny(gap, "#§") {
		return true
	}
	if !isSpaces(bytes.Trim(gap, ".)")) {
		return false
	}
	word := t.Words.Word(i - 1)
	shouted := bytes.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0 && (len(word) > 1 || word[0] != 'I')
	before := t.Words.Fold(i - 1)
	return shouted || nameNumbers[string(before)] || namePlaces[string(before)] && (i == 1 || !oneOf[string(t.Words.Fold(i-2))])
}

var nameNumbers = wordSet(`number no nos code pin ref reference version order law id call dial text phone to on ext extension room form
	section part article port circular rule step act bill postcode zip box report case ticket issue release error standard option account street`)

// namePlaces are places that numbers name: on ward 3, but on the ward 3 people.
var (
	namePlaces = wordSet("ward wards bay bays bed beds floor floors wing block")
	oneOf      = wordSet("a an the this that each every our your my her his their")
)

func numberComma(p *Page, report func(diag.Finding)) {
	p.eachFigure(func(t *Prose, i int) {
		word := t.Words.Word(i)
		if len(word) < 4 || !isDigits(word) || word[0] == '0' || joinedTo(t, i) || joinedTo(t, i+1) || namesNumber(t, i) || nearNumber(t, i) {
			return
		}
		if !counts(t, i) && !bytes.HasSuffix(t.Words.Gap(i), []byte("£")) || len(word) > 9 || t.cites() {
			return
		}
		start, end := t.Words.Span(i)
		report(p.At(&ruleNumberComma, t, start, end, "%s has no comma", word).WithHint("write %s", withCommas(word)))
	})
}

// nearNumber says whether another number stands beside word i, as in a phone number.
func nearNumber(t *Prose, i int) bool {
	near := func(j, gap int) bool {
		return j >= 0 && j < t.Words.Len() && isDigits(t.Words.Word(j)) && len(t.Words.Gap(gap)) == 1
	}
	return near(i-1, i) || near(i+1, i+1)
}

// counts says whether a number is followed by what it counts, and is no year.
func counts(t *Prose, i int) bool {
	n := number(t.Words.Word(i))
	if i+1 >= t.Words.Len() || !isSpaces(t.Words.Gap(i+1)) || n >= 1900 && n < 2100 {
		return false
	}
	next := t.Words.Fold(i + 1)
	several := len(next) > 3 && next[len(next)-1] == 's' || string(next) == "people"
	return several || n >= 10000 && !notCounted[string(next)] && unicode.IsLower(rune(t.Words.Word(i + 1)[0]))
}

func withCommas(digits []byte) string {
	var out []byte
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out = append(out, ',')
		}
		out = append(out, c)
	}
	return string(out)
}

func isDash(gap []byte) bool {
	switch string(gap) {
	case "-", "–", "—", "‐", "‑":
		return true
	}
	return false
}

func isDigits(word []byte) bool {
	return len(word) > 0 && bytes.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// leadingDigits are the figures that a word begins with: 5 of 5pm.
func leadingDigits(word []byte) []byte {
	n := 0
	for n < len(word) && word[n] >= '0' && word[n] <= '9' {
		n++
	}
	return word[:n]
}

// number reads figures, or returns -1 when they are none, too many, or begin with a
// zero, as no count does.
func number(digits []byte) int {
	if !isDigits(digits) || len(digits) > 9 || digits[0] == '0' && len(digits) > 1 {
		return -1
	}
	n := 0
	for _, c := range digits {
		n = 10*n + int(c-'0')
	}
	return n
}
