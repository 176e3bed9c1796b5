package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTarget is how long what stands in the round brackets of a link may be.
const maxTarget = 1000

// nearLink reports a ] that was meant to belong to a link or a picture: at is
// its offset.
func (w *writer) nearLink(at int) {
	next, _ := utf8.DecodeRune(w.src[at+1:])
	if next != '(' && !unicode.IsSpace(next) || next == '\n' {
		return
	}
	rest := w.src[at+1 : min(at+1+maxTarget, w.lineEnd(at))]
	target := bytes.TrimLeftFunc(rest, unicode.IsSpace)
	gap := len(rest) - len(target)
	if len(target) == 0 || target[0] != '(' {
		return
	}
	address, closed := inBrackets(target)
	if !isAddress(address) || gap > 0 && address[0] == '#' {
		return
	}
	start := w.before(at, '[')
	if start < 0 {
		return
	}
	end := at + 1 + gap + 1 + len(address)
	rule, what, sign := ruleLinkForm, "link", ""
	if start > 0 && w.src[start-1] == '!' {
		rule, what, sign, start = ruleImageForm, "picture", "!", start-1
	}
	problem, hint := linkFault(address, sign)
	switch {
	case gap > 0:
		problem, hint = "", "delete the space between ] and ("
	case !closed:
		problem, hint = "its address has no end", "write ) behind the address"
	default:
		end++
	}
	if problem != "" {
		problem = ": " + problem
	}
	w.add(rule, start, end, "this is not read as a "+what+problem, hint)
}

// before finds the last of a bracket before a place, on its line and not too far
// away, or gives -1.
func (w *writer) before(at int, bracket byte) int {
	from := max(at-maxTarget, 0)
	for i := at - 1; i >= from && w.src[i] != '\n'; i-- {
		if w.src[i] == bracket {
			return i
		}
	}
	return -1
}

// inBrackets returns what stands between a bracket and the one that closes it,
// or up to the first space or square bracket when none does.
func inBrackets(s []byte) (inside string, closed bool) {
	depth := 0
	for i, c := range s {
		if c == ']' && i+1 < len(s) && (s[i+1] == '(' || s[i+1] == ' ') {
			break // another link
		}
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return string(s[1:i]), true
			}
		}
	}
	s = s[1:]
	if end := bytes.IndexAny(s, " ]"); end >= 0 {
		s = s[:end]
	}
	return string(s), false
}

// isAddress says whether a text is sure to be an address: of the web, of a
// heading, of a file on a computer, or of a file by its ending.
func isAddress(s string) bool {
	s = strings.ToLower(strings.TrimLeft(s, " \t<"))
	begins := func(start string) bool { return strings.HasPrefix(s, start) }
	if slices.ContainsFunc(addressStarts[:], begins) || len(s) > 2 && s[1:3] == `:\` || len(s) > 1 && s[0] == '#' && s[1] != ' ' {
		return true
	}
	for i := strings.IndexByte(s, '.'); i >= 0; i = strings.IndexByte(s, '.') {
		s = s[i+1:]
		word := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if word < 0 {
			word = len(s)
		}
		if slices.Contains(fileEndings[:], s[:word]) {
			return true
		}
	}
	return false
}

var (
	addressStarts = [...]string{"https:", "http:", "mailto:", "tel:", "www.", `\\`}
	fileEndings   = [...]string{"md", "png", "jpg", "jpeg", "webp", "svg", "gif", "pdf", "mp3", "mp4"}
)

// linkFaults are what people write in the round brackets of a link or a picture,
// in the order in which they are tried. sign is ! for a picture.
var linkFaults = [...]struct {
	form    *regexp.Regexp
	problem string
	hint    func(address, sign string) string
}{
	{regexp.MustCompile(`(?i)^\s*<?(?:[a-z]:\\|\\\\)`), "its file is on one computer only", besideHint},
	{regexp.MustCompile(`\s=\d*x\d*\s*$`), "it has a size", func(address, _ string) string {
		return "leave the size out: (" + address[:strings.LastIndexByte(address, '=')-1] + ")"
	}},
	{regexp.MustCompile(`\s[“”„‟«»‘’‚].*[“”„‟«»‘’‚]\s*$`), "its caption stands in curly quotes", func(address, _ string) string {
		return "write plain quotes: (" + plainQuotes.Replace(address) + ")"
	}},
	{regexp.MustCompile(`^\s*#`), "its address holds a space", func(address, _ string) string {
		return "write small letters, and hyphens for the spaces: (#" + Slug(strings.TrimSpace(strings.TrimLeft(address, " #"))) + ")"
	}},
	{regexp.MustCompile(`(?i)^\s*(?:https?:|mailto:|tel:|www\.)\S*\s`), "its address holds a space", func(address, _ string) string {
		return spaceHint(strings.TrimSpace(address))
	}},
	{regexp.MustCompile(`\s`), "its address holds a space", func(address, _ string) string {
		m := withTitle.FindStringSubmatch(address)
		return "put the address between < and >: (<" + strings.Trim(m[1], "<>") + ">" + m[2] + ")"
	}},
}

var (
	plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`, "‘", `"`, "’", `"`, "‚", `"`)
	withTitle   = regexp.MustCompile(`^(.*?)(\s+"[^"]*")?\s*$`)
)

func linkFault(address, sign string) (problem, hint string) {
	for _, f := range linkFaults {
		if len(address) < maxTarget/2 && f.form.MatchString(address) {
			return f.problem, f.hint(address, sign)
		}
	}
	return "", "look at its brackets: " + sign + "[words](address)"
}

// besideHint leads from the place of a file on someone's computer to a name
// that it can have beside the page.
func besideHint(address, sign string) string {
	name := address[strings.LastIndexByte(address, '\\')+1:]
	name = strings.Join(strings.Fields(strings.Trim(name, "<>")), "-")
	return "the file must lie beside this page: copy it there and write " + sign + "[…](" + name + ")"
}

// turnedLink reports (words)[address]: at is the offset of the square bracket.
func (w *writer) turnedLink(at int, address string) {
	start := w.before(at, '(')
	if start < 0 || !isAddress(address) {
		return
	}
	words := string(w.src[start+1 : at-1])
	w.add(ruleLinkForm, start, at+len(address)+2, "this is not read as a link: its brackets are the wrong way round", "write ["+words+"]("+address+")")
}

// braces reports {…} behind a link or a picture, with which other tools set how
// it looks: at is the offset behind it.
func (w *writer) braces(at int) {
	if at >= len(w.src) || w.src[at] != '{' {
		return
	}
	rest := w.src[at:min(at+maxTarget, w.lineEnd(at))]
	if end := bytes.IndexByte(rest, '}'); end > 0 {
		w.add(ruleBraces, at, at+end+1, quote(string(rest[:end+1]))+" is shown as text", "delete it: nothing is set this way")
	}
}
