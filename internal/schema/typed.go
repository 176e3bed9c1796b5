package schema

import (
	"bytes"
	"strings"

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
			WithHint("write %s: %s", key.Name, quote(text+" "+rest)))
		return
	}
	if key.Type == Texts && strings.ContainsRune("•·–—\uf0b7", []rune(text)[0]) {
		d.report(ruleTyped.At(d.file, at, "this sign does not make a list").
			WithHint("begin each line with a hyphen and a space:   - %s", strings.TrimSpace(strings.TrimLeft(text, "•·–—\uf0b7"))))
		return
	}
	if plain := unmarked(text); plain != text && plain != "" {
		d.report(ruleMarks.At(d.file, at, "readers would see the marks around %q", text).
			WithHint("write %s: %s", key.Name, quote(plain)))
	}
}

// lost returns what YAML took for a remark on the last line of a plain text.
func (d *decoder) lost(n *yaml.Node, at source.Span) string {
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return ""
	}
	line := d.file.LineAt(at.End)
	rest := d.file.Text[min(at.End, line.End):line.End]
	if !bytes.HasPrefix(bytes.TrimLeft(rest, " \t"), []byte("#")) {
		return ""
	}
	return strings.TrimSpace(string(rest))
}

// unmarked takes curly quotes and Markdown stars off a text that stands wholly
// between them.
func unmarked(text string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"‘", "’"}, {"**", "**"}, {"*", "*"}, {"__", "__"}} {
		inner, ok := strings.CutPrefix(text, pair[0])
		if inner, closed := strings.CutSuffix(inner, pair[1]); ok && closed && !strings.Contains(inner, pair[0]) && !strings.Contains(inner, pair[1]) {
			return strings.TrimSpace(inner)
		}
	}
	return text
}
