package check

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

var ruleStatistic = diag.Rule{
	Code: "statistic-source", Severity: diag.Warning, Advice: true, English: true,
	Title: "A figure about people or money should have a source.",
	Why:   "A number is what people repeat, and without its source nobody can say from when it is, of whom it is true, or whether it still holds. The NHS digital service manual asks for the evidence behind what is stated.",
	Scope: "Shares (43% of adults, 1 in 20 people, two thirds of patients), changes (25% lower), large numbers of people, and prices in pounds, on pages without sources. Not in quotations, examples, choices of a quiz, or where a link or a footnote stands with them.",
}

// people are what shares and counts are of.
const people = `(?:people|persons|adults|patients|staff|users|visitors|households|families|carers|children|citizens|residents|women|men|nurses|doctors|GPs|clinicians|` +
	`receptionists|employees|workers|readers|respondents|surgeries|practices|hospitals|trusts|pharmacies|libraries|homes|teams|those|them|the population|appointments|calls|visits)`

// What figures are made of.
const (
	percentage = `\d[\d.,]*\s?(?:%|per ?cent\b)`
	someWords  = `\s+(?:[a-z'’-]+\s+){0,3}?`
	few        = `(?:\d+|one|two|three|four|five|six|seven|eight|nine)`
	many       = `(?:\d[\d,]*|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|a thousand)`
)

// way is one in which statistics are written. Its pattern has the figure as its
// first group. Texts that it may match are looked for first, which is a hundred
// times faster, and most are none.
type way struct {
	may     func(text []byte) bool
	pattern *regexp.Regexp
}

var statistics = []way{
	{holding("%", "cent"), regexp.MustCompile(`(?i)\b(` + percentage + `)\s+of` + someWords + people + `\b`)},
	{holding("%", "cent"), regexp.MustCompile(`(?i)\b(` + percentage + `)\s+(?:more|less|fewer|lower|higher|better|worse|said|felt|found|thought)\b`)},
	{holding("%", "cent"), regexp.MustCompile(`(?i)\b(?:by|rose|fell|grew|dropped|increased|decreased)\s+(?:(?:about|around|almost|nearly|over|to|by)\s+)?(` + percentage + `)`)},
	{holdsShare, regexp.MustCompile(`(?i)\b(` + few + `\s+(?:in|out of)\s+(?:every\s+)?` + many + `)` + someWords + people + `\b`)},
	{holding("alf of", "hird of", "hirds of", "uarter of", "uarters of"),
		regexp.MustCompile(`(?i)\b((?:half|a third|one third|two[ -]thirds|a quarter|three[ -]quarters)\s+of\s+(?:all\s+|the\s+|our\s+)?(?:[a-z-]+\s+)?)` + people + `\b`)},
	{holding("illion"), regexp.MustCompile(`(?i)\b((?:` + few + `|\d[\d.,]*)\s(?:million|billion))` + someWords + people + `\b`)},
	{holding(",0", ",1", ",2", ",3", ",4", ",5", ",6", ",7", ",8", ",9"), regexp.MustCompile(`(?i)\b(\d{1,3}(?:,\d{3})+)` + someWords + people + `\b`)},
	{holding("£"), regexp.MustCompile(`(?i)(£\s?\d[\d.,]*\s(?:million|billion))\b`)},
	{holding("£"), regexp.MustCompile(`(?i)(£\s?\d[\d.,]*)\s+(?:a|per|each|every)\b`)},
	{holding("£"), regexp.MustCompile(`(?i)\b(?:costs?|saved?|saves|saving|spends?|spent|worth|pays?|paid)\s+(?:about |around |over |up to |only |the NHS )?(£\s?\d[\d.,]*)`)},
}

// holding asks whether a text holds one of a few signs.
func holding(signs ...string) func([]byte) bool {
	return func(text []byte) bool {
		return slices.ContainsFunc(signs, func(sign string) bool { return bytes.Contains(text, []byte(sign)) })
	}
}

// holdsShare asks whether a number stands before "in" or "out of".
func holdsShare(text []byte) bool {
	for _, joint := range []string{" in ", " out of "} {
		for rest := text; ; {
			before, after, found := bytes.Cut(rest, []byte(joint))
			if !found {
				break
			}
			if fewAtEnd.Match(before[max(0, len(before)-8):]) {
				return true
			}
			rest = after
		}
	}
	return false
}

var fewAtEnd = regexp.MustCompile(`(?i)\b` + few + `$`)

func statistic(p *Page, report func(diag.Finding)) {
	if _, sourced := p.Front.Get("sources"); sourced {
		return
	}
	for n := range p.Prose {
		t := &p.Prose[n]
		if t.Quoted || t.Kind == markdown.InChoice || t.Kind == markdown.InReason || t.In("example") || t.In("try-it") {
			continue
		}
		text := t.Without(markdown.Quotation)
		start, end := findFigure(text)
		if end == 0 || p.isBacked(t) {
			continue
		}
		report(p.At(&ruleStatistic, t, start, end, "%q is stated without a source", strings.TrimSpace(string(t.Text[start:end]))).
			WithHint("%s", statisticHint(p)))
	}
}

func statisticHint(p *Page) string {
	if p.Kind.Key("sources") != nil {
		return "say where it comes from: add sources to the front matter, or a footnote to the sentence"
	}
	return "say where it comes from: add a footnote to the sentence, or a link"
}

// findFigure returns the first place of a figure, or an end of 0.
func findFigure(text []byte) (start, end int) {
	for _, w := range statistics {
		if !w.may(text) {
			continue
		}
		for _, m := range w.pattern.FindAllSubmatchIndex(text, -1) {
			if isWhole(string(text[m[2]:m[3]])) {
				continue
			}
			if end == 0 || m[2] < start {
				start, end = m[2], m[3]
			}
		}
	}
	return start, end
}

// isWhole says whether a share is all or none, which is a way of speaking.
func isWhole(figure string) bool {
	n, err := strconv.Atoi(strings.TrimRight(strings.ToLower(figure), "% percnt"))
	return err == nil && (n == 0 || n == 100) && !strings.Contains(figure, "£")
}

// isBacked says whether a link or a footnote stands in a passage.
func (p *Page) isBacked(t *Prose) bool {
	for _, m := range t.Marks {
		if m.Kind&(markdown.Linked|markdown.Address) != 0 {
			return true
		}
	}
	return t.Kind == markdown.InNote || strings.Contains(string(p.File.Text[t.Span.Start:min(p.File.LineAt(t.Span.End).End, len(p.File.Text))]), "[^")
}
