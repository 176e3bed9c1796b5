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
	p.eachFigure(func(t *Prose, i int) {
		if t.Kind == markdown.InCell || !isDigits(t.Words.Word(i)) {
			return
		}
		start, end, want := readMoney(t, i)
		if want != "" && want != string(t.Text[start:end]) {
			f := p.At(&ruleMoneyForm, t, start, end, "the amount is written %q", t.Text[start:end]).WithHint("write %s", want)
			report(p.offer(f, t, start, end, want))
		}
	})
}

// readMoney reads the amount in pounds whose figures begin at word i: where it
// stands with its sign, and how it should be written. It is nothing for no amount.
func readMoney(t *Prose, i int) (start, end int, want string) {
	sign := bytes.TrimRight(t.Words.Gap(i), " \u00a0")
	first, _ := t.Words.Span(i)
	last := lastGroup(t, i)
	pounds := string(t.Text[first:wordEnd(t, last)])
	pence := ""
	if last+1 < t.Words.Len() && string(t.Words.Gap(last+1)) == "." {
		pence = string(t.Words.Word(last + 1))
		last++
	}
	start = first - len(t.Words.Gap(i)) + len(sign) - len("£")
	switch {
	case !bytes.HasSuffix(sign, []byte("£")) || pence != "" && (len(pence) != 2 || !isDigits([]byte(pence))):
		return 0, 0, ""
	case pounds == "0" && pence != "":
		want = strings.TrimPrefix(pence, "0") + "p"
	case pence == "" || pence == "00":
		want = "£" + pounds
	default:
		want = "£" + pounds + "." + pence
	}
	return start, wordEnd(t, last), want
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
	p.eachFigure(func(t *Prose, i int) {
		start, end, want, hint := readSize(t, i)
		if want != "" && want != string(t.Text[start:end]) {
			f := p.At(&ruleSizeForm, t, start, end, "the size is written %q", t.Text[start:end]).WithHint("%s", hint)
			if strings.EqualFold(want, string(t.Text[start:end])) {
				f = p.offer(f, t, start, end, want)
			}
			report(f)
		}
	})
}

// readSize reads the size whose last figures word i holds: where it stands, and how
// it should be written, with a space if it has one. It is nothing for no size.
func readSize(t *Prose, i int) (start, end int, want, hint string) {
	word := t.Words.Word(i)
	digits := leadingDigits(word)
	last, unit, space := i, word[len(digits):], ""
	if len(digits) == 0 {
		return 0, 0, "", ""
	}
	if len(unit) == 0 && i+1 < t.Words.Len() && isSpaces(t.Words.Gap(i+1)) {
		last, unit, space = i+1, t.Words.Word(i+1), string(t.Words.Gap(i+1))
	}
	right := sizes[strings.ToLower(string(unit))]
	if right == "" || bytes.HasPrefix(t.Words.Gap(last+1), []byte("/")) { // none, or a speed
		return 0, 0, "", ""
	}
	start = firstGroup(t, i)
	amount := string(t.Text[start : wordEnd(t, i)-len(word)+len(digits)])
	if right == "KB" && number([]byte(strings.ReplaceAll(amount, ",", ""))) >= 1000 {
		return start, wordEnd(t, last), "MB", "write it in MB: 1,000KB is 1MB"
	}
	return start, wordEnd(t, last), amount + space + right, "write " + amount + right
}

// firstGroup is where a number with commas and a point begins that ends in word i.
func firstGroup(t *Prose, i int) int {
	for i > 0 && isDigits(t.Words.Word(i-1)) && len(t.Words.Gap(i)) == 1 && bytes.ContainsAny(t.Words.Gap(i), ".,") {
		i--
	}
	start, _ := t.Words.Span(i)
	return start
}

// sizes are the signs of sizes, by what people write for them.
var sizes = map[string]string{
	"kb": "KB", "kbs": "KB", "kilobyte": "KB", "kilobytes": "KB", "kib": "KB",
	"mb": "MB", "mbs": "MB", "megabyte": "MB", "megabytes": "MB", "mib": "MB", "meg": "MB", "megs": "MB",
	"gb": "GB", "gbs": "GB", "gigabyte": "GB", "gigabytes": "GB", "gib": "GB", "gig": "GB", "gigs": "GB",
}
