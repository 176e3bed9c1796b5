package schema

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"commonground/internal/source"
)

// asTyped reports where YAML reads a text in another way than the person who
// typed it meant: words after # are no remark, a line that begins with a bullet
// is part of a list, and curly quotes and stars would be shown.
func (d *decoder) asTyped(key *Key, n *yaml.Node, text string) {
	at := span(d.file, n)
	if rest := d.lost(n, at); rest != "" {
		d.report(ruleTyped.At(d.file, at, "what stands after # is not read").
			WithHint("write %s%s; a remark goes on a line of its own", d.before(key, at), quote(text+" "+rest)))
		return
	}
	if first, _ := utf8.DecodeRuneInString(text); key.Type == Texts && strings.ContainsRune("•·–—\uf0b7", first) {
		d.report(ruleTyped.At(d.file, at, "this sign does not make a list").
			WithHint("begin each line with a hyphen and a space: - %s", strings.TrimSpace(strings.TrimLeft(text, "•·–—\uf0b7"))))
		return
	}
	if plain := unmarked(text); plain != text && plain != "" {
		d.report(ruleMarks.At(d.file, at, "readers would see the marks in %q", text).
			WithHint("write %s%s", d.before(key, at), quote(plain)))
	}
}

// before is what stands before a value on its line: its key, the hyphen of a
// list, or nothing to show where it is one of several in brackets.
func (d *decoder) before(key *Key, at source.Span) string {
	line := d.file.Text[d.file.LineAt(at.Start).Start:at.Start]
	switch line = bytes.TrimSpace(line); {
	case bytes.Equal(line, []byte("-")):
		return "- "
	case key.Type == Texts && (bytes.HasSuffix(line, []byte("[")) || bytes.HasSuffix(line, []byte(","))):
		return ""
	}
	return key.Name + ": "
}

// lost returns what YAML took for a remark on the last line of a plain text.
func (d *decoder) lost(n *yaml.Node, at source.Span) string {
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return ""
	}
	text, end := d.file.Text, at.Start
	if bytes.LastIndexByte(text[:d.file.Front.End], '#') < end {
		return ""
	}
	for _, word := range strings.Fields(n.Value) { // which may go on over several lines
		for end < len(text) && strings.ContainsRune(" \t\n", rune(text[end])) {
			end++
		}
		end = min(end+len(word), len(text))
	}
	rest := strings.TrimSpace(string(text[end:d.file.LineAt(end).End]))
	if !strings.HasPrefix(rest, "#") {
		return ""
	}
	return rest
}

// severalLines says whether a plain text begun on one line goes on on the next.
func (d *decoder) severalLines(n *yaml.Node) bool {
	at := span(d.file, n).Start
	return n.Style == 0 && !bytes.HasPrefix(d.file.Text[at:d.file.LineEnd(at)], []byte(n.Value))
}

// unmarked takes curly quotes and stars off a text that stands wholly between
// them, and the marks of bold words, code and links wherever they stand.
func unmarked(text string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"‘", "’"}, {"“", `"`}, {"**", "**"}, {"*", "*"}, {"__", "__"}} {
		inner, ok := strings.CutPrefix(text, pair[0])
		if inner, closed := strings.CutSuffix(inner, pair[1]); ok && closed && !strings.Contains(inner, pair[0]) && !strings.Contains(inner, pair[1]) {
			return strings.TrimSpace(inner)
		}
	}
	if !strings.ContainsAny(text, "*`<[") {
		return text
	}
	for _, mark := range []*regexp.Regexp{bold, code, tag, markdownLink} {
		text = mark.ReplaceAllString(text, "$1")
	}
	return text
}

var (
	bold         = regexp.MustCompile(`\*\*([^*\s](?:[^*]*[^*\s])?)\*\*`)
	code         = regexp.MustCompile("`([^`]+)`")
	tag          = regexp.MustCompile(`(?i)</?(?:b|i|u|em|strong|span|sup|sub|code|br)(?: [^<>]*)?/?>()`)
	markdownLink = regexp.MustCompile(`\[([^\[\]]+)\]\([^()\s]+\)`)
)
