package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nearBold reports two stars that came to nothing, together with two others
// before them on the line, when spaces within them are all that is wrong. at is
// the offset of a star that is shown as one.
func (w *writer) nearBold(at int) {
	run := w.src[at:w.lineEnd(at)]
	run = run[:len(run)-len(bytes.TrimLeft(run, "*"))]
	if at > 0 && w.src[at-1] == '*' || len(run) != 2 {
		return
	}
	open := w.bold - 1
	w.bold = at + 1
	if open < 0 || open > at || bytes.ContainsAny(w.src[open+2:at], "\n|*") {
		return
	}
	within := string(w.src[open+2 : at])
	words := strings.TrimSpace(within)
	before, _ := utf8.DecodeLastRune(w.src[:open])
	if unicode.IsLetter(before) || unicode.IsDigit(before) {
		return // such as a** and b**, which lead to notes
	}
	if words == within || strings.IndexFunc(words, unicode.IsLetter) == strings.LastIndexFunc(words, unicode.IsLetter) {
		return // such as 2 ** n ** 3
	}
	w.bold = 0
	w.add(ruleBoldForm, open, at+2, "this is not read as bold, so its stars are shown", "leave no space within the stars: **"+strings.Trim(quote(words), `"`)+"**")
}
