package load

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var ruleNHSNumber = diag.Rule{Code: "nhs-number", Severity: diag.Error, Title: "A page may hold no NHS number that can be a person's."}

// maxNumbers is how many numbers are named in one file.
const maxNumbers = 5

// nhsNumbers finds what can be the NHS number of a person, anywhere in a file:
// also in code, in comments and in notes for the facilitator, for the file itself
// is handed on.
func nhsNumbers(f *source.File) []diag.Finding {
	var found []diag.Finding
	for at := 0; len(found) < maxNumbers; {
		n := readNumber(f.Text, &at)
		if n.end == 0 {
			break
		}
		if n.isPersons() && !n.isPartOfMore(f.Text) {
			found = append(found, ruleNHSNumber.At(f, source.Span{Start: n.start, End: n.end}, "this can be the NHS number of a real person").
				WithHint("take it out; a number for training begins with 999, such as 999 123 4567. If it is another number, part it in another way"))
		}
	}
	return found
}

// digits are those of one number, which stand together or in groups with one space or hyphen
// between them.
type digits struct {
	start, end int
	count      int
	each       [10]byte // the first ten
	groups     [4]int   // how many digits each of the first groups has
	hyphens    bool
}

// readNumber reads the next number of at least ten digits, and goes behind it.
func readNumber(text []byte, at *int) (n digits) {
	for *at < len(text) {
		if c := text[*at]; c < '0' || c > '9' {
			*at++
			continue
		}
		n = digits{start: *at}
		for group := 0; ; group++ {
			for *at < len(text) && text[*at] >= '0' && text[*at] <= '9' {
				if n.count < len(n.each) {
					n.each[n.count] = text[*at]
				}
				n.count++
				n.groups[min(group, 3)]++
				*at++
			}
			n.end = *at
			gap := gapBefore(text[*at:])
			if gap == 0 {
				break
			}
			n.hyphens = n.hyphens || text[*at] == '-'
			*at += gap
		}
		if n.count >= len(n.each) {
			return n
		}
	}
	return digits{}
}

// gapBefore is the width of a space or hyphen with a digit behind it, or 0.
func gapBefore(text []byte) int {
	for _, gap := range []string{" ", "-", "\u00a0", "\u202f"} {
		if rest, ok := bytes.CutPrefix(text, []byte(gap)); ok && len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' {
			return len(gap)
		}
	}
	return 0
}

// isPersons says whether digits are a number as the NHS gives it to people: in
// England and Wales it begins with 4, 6 or 7, in Northern Ireland with 3, and in
// Scotland with the day of birth. 999 is kept for tests. The last digit proves the
// others, modulo 11, so one in eleven other numbers passes too; hence only those
// that are grouped as people group them count. Hyphens make a phone number of it,
// or a book's.
func (n *digits) isPersons() bool {
	if n.count != len(n.each) || n.hyphens || !proves(n.each[:]) {
		return false
	}
	together := n.groups == [4]int{10}
	switch n.each[0] {
	case '4', '6', '7':
		return together || n.groups == [4]int{3, 3, 4}
	case '3':
		if n.each[1] > '1' {
			return together || n.groups == [4]int{3, 3, 4}
		}
	}
	return (together || n.groups == [4]int{6, 4}) && isBirthday(n.each[:])
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
func (n *digits) isPartOfMore(text []byte) bool {
	before, _ := utf8.DecodeLastRune(text[:n.start])
	after, _ := utf8.DecodeRune(text[n.end:])
	line := bytes.ToUpper(text[bytes.LastIndexByte(text[:n.start], '\n')+1 : n.start])
	return joins(before) || before == '.' || joins(after) || bytes.HasSuffix(bytes.TrimRight(line, " :10-3"), []byte("ISBN"))
}

// joins says whether a sign makes one thing of what stands on both sides of it.
func joins(r rune) bool {
	return unicode.IsLetter(r) || bytes.ContainsRune([]byte("/_=#+@%&£$€-"), r)
}
