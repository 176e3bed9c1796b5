package check

import (
	"bytes"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var (
	ruleMoneyForm = diag.Rule{
		Code: "money-form", Severity: diag.Note, English: true, Advice: true,
		Title: "An amount should be written as £75 or 75p.",
		Why:   "Pence that are not there are two figures to read for nothing. The NHS digital service manual writes £75, not £75.00, and 75p.",
		Scope: "Amounts in pounds with .00 behind them, with a space behind the £, or below £1. In tables amounts may be aligned.",
	}
	ruleSizeForm = diag.Rule{
		Code: "size-form", Severity: diag.Note, English: true, Advice: true,
		Title: "A size should be written in KB, MB or GB.",
		Why:   "People on a phone plan look for one sign, and Mb means another thing. The NHS digital service manual writes KB below 1MB and MB above.",
		Scope: "Numbers with kb, mb, gb and the like in other letters, and 1,000KB and more. Speeds such as Mbps are left alone.",
	}
)

func moneyForm(p *Page, report func(diag.Finding)) {
	p.eachWord(func(t *Prose, i int) {
		gap, word := t.Words.Gap(i), t.Words.Word(i)
		sign := bytes.TrimRight(gap, " \u00a0")
		if t.Kind == markdown.InCell || !bytes.HasSuffix(sign, []byte("£")) || !isDigits(word) {
			return
		}
		start, end := t.Words.Span(i)
		start -= len(gap) - len(sign) + len("£")
		last := lastGroup(t, i)
		whole := strings.TrimPrefix(string(t.Text[start:wordEnd(t, last)]), "£")
		amount := strings.TrimSpace(whole)
		pence := ""
		if last+1 < t.Words.Len() && string(t.Words.Gap(last+1)) == "." && len(t.Words.Word(last+1)) == 2 && isDigits(t.Words.Word(last+1)) {
			pence = string(t.Words.Word(last + 1))
			last++
		}
		end = wordEnd(t, last)
		want := ""
		switch {
		case pence == "00":
			want = "£" + amount
		case amount == "0" && pence != "":
			want = strings.TrimPrefix(pence, "0") + "p"
		case len(gap) > len(sign):
			want = strings.TrimSuffix("£"+amount+"."+pence, ".")
		default:
			return
		}
		report(p.At(&ruleMoneyForm, t, start, end, "the amount is written %q", t.Text[start:end]).WithHint("write %s", want))
	})
}

// lastGroup is the last word of a number with commas that begins at word i.
func lastGroup(t *Prose, i int) int {
	for i+1 < t.Words.Len() && string(t.Words.Gap(i+1)) == "," && len(t.Words.Word(i+1)) == 3 && isDigits(t.Words.Word(i+1)) {
		i++
	}
	return i
}

func wordEnd(t *Prose, i int) int {
	_, end := t.Words.Span(i)
	return end
}

func sizeForm(p *Page, report func(diag.Finding)) {
	p.eachWord(func(t *Prose, i int) {
		word := t.Words.Word(i)
		digits := leadingDigits(word)
		last, unit := i, word[len(digits):]
		if len(digits) == 0 {
			return
		}
		if len(unit) == 0 && i+1 < t.Words.Len() && isSpaces(t.Words.Gap(i+1)) {
			last, unit = i+1, t.Words.Word(i+1)
		}
		right := sizes[strings.ToLower(string(unit))]
		start, end := t.Words.Span(i)
		first := i
		for first > 0 && len(t.Words.Gap(first)) == 1 && bytes.ContainsAny(t.Words.Gap(first), ".,") && isDigits(t.Words.Word(first-1)) {
			first--
			start, _ = t.Words.Span(first)
		}
		end = wordEnd(t, last)
		amount := string(t.Text[start : wordEnd(t, i)-len(word)+len(digits)])
		switch {
		case right == "", bytes.HasPrefix(t.Words.Gap(last+1), []byte("/")): // none, or a speed
		case string(unit) != right:
			report(p.At(&ruleSizeForm, t, start, end, "the size is written %q", t.Text[start:end]).WithHint("write %s%s", amount, right))
		case right == "KB" && number([]byte(strings.ReplaceAll(amount, ",", ""))) >= 1000:
			report(p.At(&ruleSizeForm, t, start, end, "the size is written %q", t.Text[start:end]).WithHint("write it in MB: 1,000KB is 1MB"))
		}
	})
}

// sizes are the signs of sizes, by what people write for them.
var sizes = map[string]string{
	"kb": "KB", "kbs": "KB", "kilobyte": "KB", "kilobytes": "KB", "kib": "KB",
	"mb": "MB", "mbs": "MB", "megabyte": "MB", "megabytes": "MB", "mib": "MB", "meg": "MB", "megs": "MB",
	"gb": "GB", "gbs": "GB", "gigabyte": "GB", "gigabytes": "GB", "gib": "GB", "gig": "GB", "gigs": "GB",
}
