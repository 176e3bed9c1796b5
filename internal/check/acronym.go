package check

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/words"
)

var ruleAcronym = diag.Rule{
	Code: "acronym-unexplained", Severity: diag.Warning, English: true, Advice: true,
	Title: "A page should say once what an acronym stands for.",
	Why:   "Letters that one team says all day mean nothing, or something else, to the next. The NHS digital service manual and the GOV.UK style guide ask for the words at first use, unless nearly everybody knows the letters.",
	Scope: "Two to six capitals, also in the plural, that neither the page nor the glossary explains: in brackets behind the words, or before them, in whatever capitals. Not those that nearly everybody knows (docs/words.md), words in capitals, quotations, code, addresses, choices of a quiz, or words in bold or italics.",
}

// acronymUnexplained reports the first use of each acronym that the page leaves
// unexplained.
func acronymUnexplained(p *Page, report func(diag.Finding)) {
	seen := map[string]bool{}
	for n := range p.Prose {
		t := &p.Prose[n]
		if !t.authored() {
			continue
		}
		text := p.readable(t, t.toPatients())
		for i := range text.Len() {
			short, ok := acronymAt(text, i)
			if !ok || seen[short] {
				continue
			}
			seen[short] = true
			stands, known := p.words.Acronym(short)
			if known || p.terms[short] || p.explains(short) {
				continue
			}
			start, end := text.Span(i)
			found := p.At(&ruleAcronym, t, start, end, "nothing on this page says what %s stands for", short)
			report(found.WithHint("%s", acronymHint(short, stands)))
		}
	}
}

func acronymHint(short, stands string) string {
	if stands == "" {
		return fmt.Sprintf("write the words at first use with %s in brackets behind them, or give it an entry in the glossary", short)
	}
	name, _, _ := strings.Cut(stands, " (") // without what it is
	return fmt.Sprintf("at first use write %s (%s), or give it an entry in the glossary", name, short)
}

// acronymAt says whether a word is an acronym, and returns it without the ending
// of a plural or a possessive. What is part of a larger whole is none: a postcode,
// a number with letters, a row of words in capitals.
func acronymAt(t *words.Text, i int) (string, bool) {
	word := t.Word(i)
	if len(word) < 2 || !isUpper(word[0]) || !isUpper(word[1]) {
		return "", false
	}
	bare, _, _ := bytes.Cut(bytes.ReplaceAll(word, []byte("’"), []byte("'")), []byte("'"))
	bare = bytes.TrimSuffix(bare, []byte("s"))
	if len(bare) < 2 || len(bare) > 6 || bytes.IndexFunc(bare, func(r rune) bool { return !isUpperOrDigit(r) }) >= 0 {
		return "", false
	}
	if isRoman(bare) || partOfCode(t, i, bare) || shouted(t, i, bare) || isPlace(t, i, bare) {
		return "", false
	}
	return string(bare), true
}

// partOfCode says whether signs or digits make a word part of something longer: a
// model, a postcode, a name with &.
func partOfCode(t *words.Text, i int, word []byte) bool {
	digits := bytes.ContainsAny(word, "0123456789")
	if i > 0 && (bindsTo(t.Gap(i)) || digits && bytes.ContainsAny(t.Word(i-1), "0123456789")) {
		return true
	}
	return i+1 < t.Len() && (bindsTo(t.Gap(i+1)) || digits && bytes.ContainsAny(t.Word(i+1), "0123456789"))
}

func isUpperOrDigit(r rune) bool { return r < utf8.RuneSelf && isUpper(byte(r)) || unicode.IsDigit(r) }

func isRoman(word []byte) bool {
	return bytes.IndexFunc(word, func(r rune) bool { return !strings.ContainsRune("IVX", r) }) < 0
}

// bindsTo says whether a sign without space makes a word part of another.
func bindsTo(gap []byte) bool {
	switch string(gap) {
	case "-", "&", "_", ".", "@", ":", "=", "+", "#":
		return true
	}
	return false
}

// isPlace says whether two letters are what follows the name of a town: Clifton, NY.
func isPlace(t *words.Text, i int, word []byte) bool {
	return len(word) == 2 && i > 0 && string(t.Gap(i)) == ", " && isUpper(t.Word(i - 1)[0]) && !inCapitals(t.Word(i-1))
}

// shouted says whether a word in capitals is an ordinary one that is said loudly:
// it is one of those that people shout, one of several in capitals in a row, or a
// long one with vowels that can be read.
func shouted(t *words.Text, i int, word []byte) bool {
	if loudWords[string(word)] || len(word) >= longAcronym && vowels(word) > 1 {
		return true
	}
	letters := len(t.Word(i))
	row := 1
	for n := i - 1; n >= 0 && inCapitals(t.Word(n)); n-- {
		row, letters = row+1, letters+len(t.Word(n))
	}
	for n := i + 1; n < t.Len() && inCapitals(t.Word(n)); n++ {
		row, letters = row+1, letters+len(t.Word(n))
	}
	return row >= shoutedRow || row > 1 && letters >= shoutedLetters
}

// longAcronym is from how many letters on a word with two vowels is read as a word.
const longAcronym = 5

func vowels(word []byte) int {
	n := 0
	for _, c := range word {
		if strings.IndexByte("AEIOUY", c) >= 0 {
			n++
		}
	}
	return n
}

// So many words in capitals, one behind the other, are no acronyms, and neither are
// two of so many letters.
const (
	shoutedRow     = 3
	shoutedLetters = 8
)

func inCapitals(word []byte) bool {
	return bytes.IndexFunc(word, func(r rune) bool { return !isUpperOrDigit(r) && r != '\'' && r != '’' }) < 0
}

var loudWords = wordSet(`ALL ALWAYS AND ANY ARE BUT CALL CAN CLOSED DO DRAFT EVERY FREE GO HELP HOW IF IMPORTANT IN IS LIVE MUST NAME NEVER
	NEW NEXT NO NOT NOTE NOW OF OFF ON ONLY OPEN OR OUT PLEASE READ README SEE START STOP TEST THE THIS TIP TO TODO URGENT WARD WARN WHAT WHEN
	WHO WHY YES YOU YOUR TITLE DATE SELECT SAVE SPAM EXIT NULL TRUE FALSE`)

// explains says whether the page says somewhere what an acronym stands for.
func (p *Page) explains(short string) bool {
	for n := range p.Prose {
		if explainedIn(p.Prose[n].Text, short) {
			return true
		}
	}
	return false
}

// explainedIn looks for words (ABC), ABC (words), and ABC stands for or means words.
func explainedIn(text []byte, short string) bool {
	for at := 0; ; {
		n := bytes.Index(text[at:], []byte(short))
		if n < 0 {
			return false
		}
		before, after := text[:at+n], bytes.TrimPrefix(text[at+n+len(short):], []byte("s"))
		switch {
		case begins(beforeBracket(before), short):
			return true
		case bytes.HasPrefix(after, []byte(" (")) && bytes.ContainsRune(after, ')') && begins(firstWords(after[2:]), short):
			return true
		case bytes.HasPrefix(after, []byte(" stands for ")), bytes.HasPrefix(after, []byte(" means ")), bytes.HasPrefix(after, []byte(", which stands for ")):
			return true
		}
		at += n + len(short)
	}
}

// begins says whether words can be what an acronym stands for: one of them begins
// with its first letter. Expansions in small letters, and those that take letters
// from inside a word, count.
func begins(near [][]byte, short string) bool {
	for _, w := range near {
		if bytes.EqualFold(w[:1], []byte(short[:1])) {
			return true
		}
	}
	return false
}

// expansion is how many words an expansion has at most.
const expansion = 8

// beforeBracket returns the words before a bracket that opens at the end of a text,
// or before other acronyms at its end: Integrated Activity Plan (EIS/IAP).
func beforeBracket(text []byte) [][]byte {
	open := bytes.LastIndexByte(text, '(')
	if open < 0 || bytes.IndexFunc(text[open+1:], func(r rune) bool { return !isUpperOrDigit(r) && !strings.ContainsRune("/, ", r) }) >= 0 {
		return nil
	}
	near := bytes.Fields(text[:open])
	return near[max(0, len(near)-expansion):]
}

func firstWords(text []byte) [][]byte {
	inside, _, _ := bytes.Cut(text, []byte(")"))
	near := bytes.Fields(inside)
	return near[:min(len(near), expansion)]
}
