package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// A sign at the front of a line may show that a list was meant: for sure, or
// only if another line begins with it too.
type sign int

const (
	noSign sign = iota
	maybeSign
	sureSign
)

// bullets are the signs that Word and phones begin the lines of a list with.
const bullets = "•◦▪▫●○■□‣⁃∙·\uf0b7\uf0a7\uf0d8\uf076"

// listSign looks for what people begin the lines of a list with.
func listSign(line []byte) sign {
	first, n := utf8.DecodeRune(line)
	if unicode.IsLetter(first) && first != 'o' || len(line) == n {
		return noSign
	}
	rest := line[n:]
	next, _ := utf8.DecodeRune(rest)
	switch {
	case strings.ContainsRune(bullets, first):
		return sureSign
	case first == 'o' && (next == '\t' || bytes.HasPrefix(rest, []byte("  "))), first == '–' && unicode.IsSpace(next):
		return maybeSign
	case first == '*' && unicode.IsLetter(next) && bytes.IndexByte(rest, '*') < 0: // else it is emphasis
		return maybeSign
	case strings.ContainsRune("-*+", first) && next == '\u00a0':
		return sureSign
	case first == '-' && (unicode.IsLetter(next) || nearBox(line) != ""):
		return maybeSign
	}
	return numberSign(line)
}

// numberSign looks at a line that begins with a digit. "2. A pen" is a list by
// itself, unless text stands directly above it.
func numberSign(line []byte) sign {
	rest := bytes.TrimLeft(line, "0123456789")
	if len(rest) == len(line) || len(line)-len(rest) > 2 || len(rest) < 2 || rest[0] != '.' && rest[0] != ')' {
		return noSign
	}
	switch next, _ := utf8.DecodeRune(rest[1:]); {
	case next == '\u00a0', next == ' ', next == '\t':
		return sureSign
	case unicode.IsLetter(next):
		return maybeSign
	}
	return noSign
}

// meantList says whether the lines of a paragraph, or those around it, were
// meant to be a list. In a block that needs a list one line is enough.
func meantList(w *writer, n ast.Node) meant {
	least, hint := 2, hyphenHint
	if d, ok := n.Parent().(*directive); ok && d.kind != nil && d.kind.list != "" {
		least, hint = 1, d.kind.list
	}
	at := w.firstSign(n, least)
	if at < 0 {
		return meant{}
	}
	line := w.line(n, at)
	start := n.Lines().At(at).Start
	if s := numberSign(line); hint == hyphenHint && s != noSign {
		hint = numberHint
		if s == sureSign && at > 0 && bytes.IndexByte(line[:min(4, len(line))], ' ') > 0 {
			hint = "put an empty line above the list"
		}
	}
	return meant{ruleListForm, start, start + len(line), "this line is not read as part of a list", hint}
}

// firstSign is the first line of a paragraph that shows that a list was meant,
// or -1. One that is not sure needs so many like it; in the place of the second,
// the next paragraph may begin with one.
func (w *writer) firstSign(n ast.Node, least int) int {
	at, count := -1, 0
	for i := range n.Lines().Len() {
		if i == 0 && n.Parent().Kind() == ast.KindListItem {
			continue // which is in a list, if with a sign too many
		}
		s := listSign(w.line(n, i))
		if s != noSign && at < 0 {
			at = i
		}
		if count += min(int(s), 1); s == sureSign || count == least {
			return at
		}
	}
	next := n.NextSibling()
	if at == 0 && next != nil && next.Kind() == ast.KindParagraph && listSign(w.line(next, 0)) != noSign {
		return at
	}
	return -1
}

const (
	hyphenHint = "begin it with a hyphen and a space: - A pen"
	numberHint = "begin it with a number, a full stop and a space: 1. Open the app"
)

// meantTask finds a box in an item of a list that is not written as one.
func meantTask(w *writer, n ast.Node) meant {
	if n.Parent().Kind() != ast.KindListItem || n.PreviousSibling() != nil {
		return meant{}
	}
	if d, ok := n.Parent().Parent().Parent().(*directive); ok && d.kind != nil && d.kind.Name == nameQuiz {
		return meant{} // which badBoxes has looked at
	}
	if _, ok := n.FirstChild().(*east.TaskCheckBox); ok {
		return meant{}
	}
	box := nearBox(w.line(n, 0))
	if box == "" {
		return meant{}
	}
	start := n.Lines().At(0).Start
	return meant{ruleListForm, start, start + len(box), badBox(box), boxHint}
}

func badBox(box string) string {
	return "the box " + strings.Join(strings.Fields(box), " ") + " is not written as - [x] or - [ ]"
}

const boxHint = "write - [x] or - [ ], with a space before and after the box"

// nearBox returns the box with which a line begins, and the sign of a list before
// it if there is one, or nothing: [x ], [*] and the like.
func nearBox(line []byte) string {
	all := line
	line = bytes.TrimLeftFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-*+"+bullets, r) })
	if len(line) == 0 || line[0] != '[' {
		return ""
	}
	end := bytes.IndexByte(line[:min(len(line), 12)], ']')
	if end < 0 || bytes.HasPrefix(line[end+1:], []byte("(")) || bytes.HasPrefix(line[end+1:], []byte(":")) {
		return ""
	}
	inside := strings.TrimFunc(string(line[1:end]), isBlank)
	if inside != "" && !strings.Contains(" x X * + - v V ✓ ✔ ✗ ✘ ☑ √ х Х × ", " "+inside+" ") {
		return ""
	}
	return string(all[:len(all)-len(line)+end+1])
}
