package check

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var (
	ruleDateForm = diag.Rule{
		Code: "date-form", Severity: diag.Warning, English: true, Advice: true,
		Title: "A date should be written as 6 August 2026.",
		Why:   "06/08 is one day in Britain and another in America, and short months and 6th are more to read. The NHS digital service manual writes the day, the month in full and the year.",
		Scope: "Dates in figures, days with st, nd, rd or th, months before days, and short names of months with a number. Not quotations and footnotes; in tables months may be short.",
	}
	ruleTimeForm = diag.Rule{
		Code: "time-form", Severity: diag.Warning, English: true, Advice: true,
		Title: "A time should be written as 5pm or 5:30pm.",
		Why:   "One way to write times is read without a thought. The NHS digital service manual writes 5pm and 5:30pm, midday and midnight, and no 24-hour clock.",
		Scope: "Times with am or pm, with a colon from 13:00 on or with a zero before it, and 12am, 12pm and 12 noon. Not quotations and footnotes.",
	}
)

// monthOf returns the month that a word names, or 0, and whether in full.
func monthOf(t *Prose, i int) (month time.Month, full bool) {
	if i < 0 || i >= t.Words.Len() {
		return 0, false
	}
	if r, _ := utf8.DecodeRune(t.Words.Word(i)); !unicode.IsUpper(r) {
		return 0, false
	}
	word := string(t.Words.Word(i))
	for month := time.January; month <= time.December; month++ {
		name := month.String()
		if strings.EqualFold(word, name) {
			return month, true
		}
		if len(word) >= 3 && len(word) <= 4 && len(word) < len(name) && strings.EqualFold(word, name[:len(word)]) {
			return month, false
		}
	}
	return 0, false
}

func dateForm(p *Page, report func(diag.Finding)) {
	tell := func(t *Prose, d date) {
		if d.last == 0 || t.cites() {
			return
		}
		start, _ := t.Words.Span(d.first)
		_, end := t.Words.Span(d.last)
		report(p.At(&ruleDateForm, t, start, end, "the date %q %s", t.Text[start:end], d.fault).WithHint("write %s", d.hint()))
	}
	p.eachFigure(func(t *Prose, i int) { tell(t, inFigures(t, i)) })
	p.eachWord(isUpper, func(t *Prose, i int) { tell(t, withMonth(t, i)) })
}

// date is a date that is written in another way, in words first to last. A date
// without fault has no last word.
type date struct {
	first, last int
	day, year   int // 0 when not given, or not sure
	month       time.Month
	fault       string
}

func (d *date) hint() string {
	if d.month == 0 {
		return "the day, the month in words and the year: 6 August 2026"
	}
	out := d.month.String()
	if d.day > 0 {
		out = fmt.Sprintf("%d %s", d.day, out)
	}
	if d.year > 0 {
		out += fmt.Sprintf(" %d", d.year)
	}
	return out
}

// inFigures finds 06/08/2026, 6.8.2026 and 2026-08-06, of which word i is the first.
func inFigures(t *Prose, i int) (d date) {
	if i+2 >= t.Words.Len() || joinedTo(t, i) || joinedTo(t, i+3) || t.Kind == markdown.InCell {
		return d
	}
	a, b, c := t.Words.Word(i), t.Words.Word(i+1), t.Words.Word(i+2)
	gap := string(t.Words.Gap(i + 1))
	if gap != string(t.Words.Gap(i+2)) || !isDigits(a) || !isDigits(b) || !isDigits(c) {
		return d
	}
	d = date{first: i, last: i + 2, fault: "is in figures only"}
	if gap == "-" && len(a) == 4 && len(b) == 2 && len(c) == 2 {
		d.year, d.month, d.day = number(a), time.Month(twoDigits(b)), twoDigits(c)
		if d.month >= 1 && d.month <= 12 && d.day <= 31 {
			return d
		}
	} else if (gap == "/" || gap == "." || gap == "-") && len(a) <= 2 && len(b) <= 2 && (len(c) == 4 || len(c) == 2 && gap == "/") {
		if one, two := twoDigits(a), twoDigits(b); one >= 1 && two >= 1 && min(one, two) <= 12 && max(one, two) <= 31 && (len(c) == 2 || number(c) >= 1900 && number(c) < 2100) {
			return d
		}
	}
	return date{}
}

func twoDigits(word []byte) int { return number(bytes.TrimLeft(word, "0")) }

// withMonth finds dates around a month, which word i is.
func withMonth(t *Prose, i int) (d date) {
	month, full := monthOf(t, i)
	if month == 0 {
		return d
	}
	d = date{first: i, last: i, month: month}
	before, ordinalBefore := dayAt(t, i-1, i)
	if i >= 2 && string(t.Words.Fold(i-1)) == "of" {
		if day, ordinal := dayAt(t, i-2, i-1); ordinal {
			d.first, before, ordinalBefore = i-2, day, true
		}
	} else if before > 0 {
		d.first = i - 1
	}
	after, ordinalAfter := dayAt(t, i+1, i+1)
	d.day = before
	if before == 0 && after > 0 {
		d.day, d.last = after, i+1
	}
	if d.last+1 < t.Words.Len() && len(bytes.Trim(t.Words.Gap(d.last+1), " ,")) == 0 {
		if y := number(t.Words.Word(d.last + 1)); len(t.Words.Word(d.last+1)) == 4 && y >= 1500 && y < 2200 {
			d.year, d.last = y, d.last+1
		}
	}
	switch {
	case before > 0 && ordinalBefore, before == 0 && ordinalAfter:
		d.fault = "has letters behind its day"
	case before == 0 && after > 0 && (d.year > 0 || full && month != time.May && !counted(t, i+1)):
		d.fault = "has the day behind the month"
	case !full && (before > 0 || d.year > 0) && t.Kind != markdown.InCell && t.Kind != markdown.InHead:
		d.fault = "has a short month"
	default:
		return date{}
	}
	return d
}

// counted says whether something that word i counts may follow it.
func counted(t *Prose, i int) bool {
	return i+1 < t.Words.Len() && isSpaces(t.Words.Gap(i+1)) && !notCounted[string(t.Words.Fold(i+1))]
}

// dayAt reads word i as a day of a month; only spaces may stand before word gap.
func dayAt(t *Prose, i, gap int) (day int, ordinal bool) {
	if i < 0 || i >= t.Words.Len() || gap >= t.Words.Len() || !isSpaces(bytes.ReplaceAll(t.Words.Gap(gap), []byte("."), nil)) || joinedTo(t, i) {
		return 0, false
	}
	word := t.Words.Fold(i)
	digits := leadingDigits(word)
	if day = number(digits); day < 1 || day > 31 {
		return 0, false
	}
	switch string(word[len(digits):]) {
	case "":
		return day, false
	case "st", "nd", "rd", "th":
		return day, true
	}
	return 0, false
}

func timeForm(p *Page, report func(diag.Finding)) {
	p.eachFigure(func(t *Prose, i int) {
		hour := twoDigits(leadingDigits(t.Words.Word(i)))
		if bytes.Equal(t.Words.Word(i), []byte("00")) {
			hour = 0
		}
		if hour < 0 || hour > 24 || joinedTo(t, i) {
			return
		}
		c := readClock(t, i)
		want := c.form()
		start, _ := t.Words.Span(i)
		_, end := t.Words.Span(c.last)
		written := string(t.Text[start:min(end+c.stop, len(t.Text))])
		if want == "" || written == want {
			return
		}
		f := p.At(&ruleTimeForm, t, start, start+len(written), "the time is written %q", written).WithHint("write %s", want)
		if !strings.HasSuffix(written, ".") { // which may end the sentence too
			f = p.offer(f, t, start, start+len(written), want)
		}
		report(f)
	})
}
