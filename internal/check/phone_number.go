package check

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var rulePhone = diag.Rule{
	Code: "phone-number", Severity: diag.Warning, Advice: true,
	Title: "A phone number in training should be one that nobody has.",
	Why:   "A number that was made up, or copied from a form, may ring at somebody's home. Ofcom keeps numbers for films and examples that nobody is given, such as 07700 900123 and 01632 960123.",
	Scope: "British mobile numbers and numbers of places, anywhere in a file. Not numbers that are kept for examples, short ones such as 111, those that begin with 03 or 08, and those in a link that calls them.",
}

func phoneNumber(p *Page, report func(diag.Finding)) {
	text := p.File.Text
	for at := 0; at < len(text); at++ {
		next := bytes.IndexAny(text[at:], "0+")
		if next < 0 {
			return
		}
		at += next
		number, end := readPhone(text, at)
		if end == 0 {
			continue
		}
		if span := (source.Span{Start: at, End: end}); isOnesOwn(number) && !p.isCalled(span) {
			report(rulePhone.At(p.File, span, "this number can be a real person's").
				WithHint("write one that is kept for examples: 07700 900123, or 01632 960123; if readers are to call it, make it a link: [%s](tel:%s)", text[at:end], number))
		}
		at = end
	}
}

// readPhone reads a British number that begins at an offset, with nothing but
// digits: 07700900123. The end is 0 where there is none.
func readPhone(text []byte, at int) (number string, end int) {
	before, _ := utf8.DecodeLastRune(text[:at])
	if unicode.IsLetter(before) || unicode.IsDigit(before) || strings.ContainsRune("/._=#+-,&%£$", before) {
		return "", 0
	}
	digits, groups := make([]byte, 0, 16), 1
	for i := at; i < len(text) && len(digits) < cap(digits); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits, end = append(digits, c), i+1
			continue
		case c == '+' && i == at, c == '(' || c == ')':
			continue
		case c == ' ' || c == '-' || c == 0xc2 && i+1 < len(text) && text[i+1] == 0xa0: // a space that keeps words together
			if i++; c == 0xc2 {
				i++
			}
			groups++
			if i < len(text) && (text[i] >= '0' && text[i] <= '9' || text[i] == '(') {
				i--
				continue
			}
		}
		break
	}
	after, _ := utf8.DecodeRune(text[end:])
	number = nationally(string(digits))
	if len(number) < 10 || len(number) > 11 || groups > 5 || unicode.IsLetter(after) || strings.ContainsRune("/_=@", after) {
		return "", 0
	}
	return number, end
}

// nationally writes a number as it is dialled within the country.
func nationally(digits string) string {
	for _, abroad := range []string{"440", "44", "00440", "0044"} {
		if rest, ok := strings.CutPrefix(digits, abroad); ok && len(rest) >= 9 {
			return "0" + rest
		}
	}
	if !strings.HasPrefix(digits, "0") {
		return ""
	}
	return digits
}

// reserved are the beginnings of numbers that Ofcom keeps for drama.
var reserved = []string{"01632960", "0113496", "0114496", "0115496", "0116496", "0117496", "0118496", "0121496", "0131496", "0141496", "0151496", "0161496",
	"02079460", "0191498", "0289649", "0292018", "07700900"}

// isOnesOwn says whether a number is of the kind that people and single places have,
// and none of those kept for examples.
func isOnesOwn(number string) bool {
	if len(number) < 3 || !strings.ContainsRune("127", rune(number[1])) || strings.HasPrefix(number, "00") {
		return false
	}
	for _, beginning := range reserved {
		if strings.HasPrefix(number, beginning) {
			return false
		}
	}
	return true
}

// isCalled says whether a place lies in a link that calls somebody.
func (p *Page) isCalled(at source.Span) bool {
	for _, l := range p.Doc.Links {
		if strings.HasPrefix(l.Dest, "tel:") && l.Span.Start <= at.Start && at.End <= l.Span.End {
			return true
		}
	}
	return false
}
