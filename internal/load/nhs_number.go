package load

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var ruleNHSNumber = diag.Rule{Code: "nhs-number", Severity: diag.Error, Title: "No page, drawing or caption may hold an NHS number that can be a person's."}

const (
	maxNumbers = 5 // so many are named in one file
	number999  = "a number for training begins with 999, such as 999 123 4567. If it is another number, part it in another way"
)

// nhsNumbers finds what can be the NHS number of a person, anywhere in a file:
// also in code, in comments and in notes for the facilitator, for the file itself
// is handed on.
func nhsNumbers(f *source.File) []diag.Finding {
	var found []diag.Finding
	for _, number := range personsIn(f.Text) {
		found = append(found, ruleNHSNumber.At(f, number, "this can be the NHS number of a real person").
			WithHint("take it out; %s", number999))
	}
	return found
}

// numbersBeside is the finding of a file beside a page whose text can hold the
// numbers of people, or nil. It names them, for in such a file they are searched for.
func numbersBeside(name string, text []byte) *diag.Finding {
	var numbers []string
	for _, number := range personsIn(text) {
		numbers = append(numbers, string(text[number.Start:number.End]))
	}
	if len(numbers) == 0 {
		return nil
	}
	f := ruleNHSNumber.In(name, "this can be the NHS number of a real person: %s", strings.Join(numbers, ", ")).
		WithHint("search the file for it and take it out; %s", number999)
	return &f
}

// personsIn finds the first numbers in a text that can be those of people.
func personsIn(text []byte) (found []source.Span) {
	for at := 0; len(found) < maxNumbers; {
		r := readRun(text, &at)
		if r == nil {
			return found
		}
		found = append(found, r.persons(text)...)
	}
	return found[:maxNumbers]
}

// run is groups of digits with one space or hyphen between them: a number, or
// several, such as a year and the number behind it.
type run []source.Span

// readRun reads the next run, and goes behind it; nil at the end.
func readRun(text []byte, at *int) (r run) {
	for *at < len(text) && !isDigit(text[*at]) {
		*at++
	}
	for *at < len(text) {
		group := source.Span{Start: *at}
		for *at < len(text) && isDigit(text[*at]) {
			*at++
		}
		group.End = *at
		r = append(r, group)
		gap := gapBefore(text[*at:])
		if gap == 0 {
			break
		}
		*at += gap
	}
	return r
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// gapBefore is the width of a space or hyphen with a digit behind it, or 0.
func gapBefore(text []byte) int {
	for _, gap := range []string{" ", "-", "\u00a0", "\u202f"} {
		if rest, ok := bytes.CutPrefix(text, []byte(gap)); ok && len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' {
			return len(gap)
		}
	}
	return 0
}

// persons finds the numbers of people in a run. Which groups belong together is
// told by how many digits they have, since people write a year or a ward before a
// number without a comma; in the four groups of a card no number begins.
func (r run) persons(text []byte) (found []source.Span) {
	for i := 0; i < len(r); {
		n := r[i:].grouped()
		if n == 0 {
			i++
			continue
		}
		number := source.Span{Start: r[i].Start, End: r[i+n-1].End}
		abroad := i > 0 && r.isAbroad(text)
		if !abroad && isPersons(text[number.Start:number.End], n) && !isPartOfMore(text, number) {
			found = append(found, number)
			i += n
			continue
		}
		i++
	}
	return found
}

// grouped returns how many groups at the beginning of a run are ten digits as people
// group them, or 0.
func (r run) grouped() int {
	for _, shape := range [][]int{{10}, {6, 4}, {3, 3, 4}} {
		n := 0
		for n < len(shape) && n < len(r) && r[n].End-r[n].Start == shape[n] {
			n++
		}
		if n == len(shape) {
			return n
		}
	}
	return 0
}

// isAbroad says whether a run begins with the code of a country: +1, 001.
func (r run) isAbroad(text []byte) bool {
	code := text[r[0].Start:r[0].End]
	return bytes.HasSuffix(text[:r[0].Start], []byte("+")) || bytes.HasPrefix(code, []byte("00")) && len(code) > 2
}

// isPersons says whether ten digits in so many groups are a number as the NHS gives
// it to people: in England and Wales it begins with 4, 6 or 7, in Northern Ireland
// with 3, and in Scotland with the day of birth. 999 is kept for tests. The last
// digit proves the others, modulo 11, so one in eleven other numbers passes too;
// hence only those that are grouped as people group them count. Hyphens make a
// phone number of it, or a book's.
func isPersons(number []byte, groups int) bool {
	if bytes.IndexByte(number, '-') >= 0 {
		return false
	}
	each := bytes.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
	issued := each[0] == '4' || each[0] == '6' || each[0] == '7' || each[0] == '3' && each[1] > '1'
	return proves(each) && (issued && groups != 2 || isBirthday(each) && groups != 3)
}

// proves says whether the tenth digit is what the first nine ask for.
func proves(each []byte) bool {
	sum := 0
	for i, d := range each {
		sum += (10 - i) * int(d-'0')
	}
	return sum%11 == 0
}

// isBirthday says whether digits begin with a day and a month.
func isBirthday(d []byte) bool {
	day, month := int(d[0]-'0')*10+int(d[1]-'0'), int(d[2]-'0')*10+int(d[3]-'0')
	return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

// isPartOfMore says whether a number belongs to a word, an address, an amount or
// the number of a book.
func isPartOfMore(text []byte, number source.Span) bool {
	before, _ := utf8.DecodeLastRune(text[:number.Start])
	after, _ := utf8.DecodeRune(text[number.End:])
	line := bytes.ToUpper(text[bytes.LastIndexByte(text[:number.Start], '\n')+1 : number.Start])
	return joins(before) || before == '.' || joins(after) || bytes.HasSuffix(bytes.TrimRight(line, " :-0123456789"), []byte("ISBN"))
}

// joins says whether a sign makes one thing of what stands on both sides of it.
func joins(r rune) bool {
	return unicode.IsLetter(r) || bytes.ContainsRune([]byte("/_=#+@%&£$€-"), r)
}
