package markdown

import (
	"bytes"
	"strings"
	"unicode"
)

// fence is the opening line of a block, taken apart. Offsets count from the
// first colon.
type fence struct {
	name    string
	title   string
	attrs   string // what stood between { and }
	nameAt  int
	titleAt int // 0 when there is none
	attrAt  int // of the { ; 0 when there is none
	width   int // of the line
}

// readFence takes "::: name A title {minutes=5}" apart. Colons at the end, as
// other tools have them, are dropped.
func readFence(line []byte, colons int) fence {
	f := fence{width: len(line)}
	rest := trimColons(line)
	f.nameAt = colons + len(rest[colons:]) - len(bytes.TrimLeftFunc(rest[colons:], isBlank))
	if n := bytes.LastIndexByte(rest, '{'); n >= f.nameAt && rest[len(rest)-1] == '}' {
		f.attrs, f.attrAt = string(rest[n+1:len(rest)-1]), n
		rest = bytes.TrimRightFunc(rest[:n], isBlank)
	}
	words := rest[min(f.nameAt, len(rest)):]
	name, title := words, []byte(nil)
	if n := bytes.IndexFunc(words, unicode.IsSpace); n >= 0 {
		name, title = words[:n], bytes.TrimSpace(words[n:])
		f.titleAt = f.nameAt + n + len(words[n:]) - len(bytes.TrimLeftFunc(words[n:], unicode.IsSpace))
	}
	f.name, f.title = string(name), string(title)
	return f
}

func trimColons(line []byte) []byte {
	short := bytes.TrimRight(line, ":")
	if len(line)-len(short) >= 3 && bytes.HasSuffix(short, []byte{' '}) {
		return bytes.TrimRight(short, " \t")
	}
	return line
}

// closes says whether the line was meant to close a block: end, /note and the
// like, as other tools have it.
func (f *fence) closes() bool {
	name := strings.ToLower(f.name)
	if f.attrAt > 0 || f.title != "" && findKind(plainName(f.title)) == nil {
		return false
	}
	if rest, ok := strings.CutPrefix(name, "/"); ok {
		return rest == "" || findKind(rest) != nil
	}
	rest, ok := strings.CutPrefix(name, "end")
	return ok && (rest == "" || findKind(strings.TrimLeft(rest, "-")) != nil)
}

var attrSigns = strings.NewReplacer(":", " = ", "=", " = ")

// splitAttrs splits what stands in { } into keys and values. A value may be
// quoted, and : may stand for =; a word without either is a key without a value.
func splitAttrs(s string) (pairs [][2]string) {
	words := strings.Fields(attrSigns.Replace(s))
	for i := 0; i < len(words); i++ {
		pair := [2]string{words[i]}
		if i+1 < len(words) && words[i+1] == "=" {
			i++
			if i+1 < len(words) {
				i++
				pair[1] = strings.Trim(words[i], `"'“”„‘’`)
			}
		}
		pairs = append(pairs, pair)
	}
	return pairs
}
