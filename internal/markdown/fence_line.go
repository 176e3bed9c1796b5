package markdown

import (
	"bytes"
	"strings"
)

// fence is the opening line of a block, taken apart. Offsets count from the
// first colon.
type fence struct {
	name   string
	title  string
	attrs  string // what stood between { and }
	nameAt int
	attrAt int // of the { ; 0 when there is none
	width  int // of the line
}

// readFence takes "::: name A title {minutes=5}" apart. Colons at the end, as
// other tools have them, are dropped.
func readFence(line []byte, colons int) fence {
	f := fence{width: len(line)}
	rest := trimColons(line)
	f.nameAt = colons + len(rest[colons:]) - len(bytes.TrimLeft(rest[colons:], " \t"))
	if n := bytes.LastIndexByte(rest, '{'); n >= f.nameAt && rest[len(rest)-1] == '}' {
		f.attrs, f.attrAt = string(rest[n+1:len(rest)-1]), n
		rest = bytes.TrimRight(rest[:n], " \t")
	}
	words := rest[min(f.nameAt, len(rest)):]
	name, title := words, []byte(nil)
	if n := bytes.IndexAny(words, " \t"); n >= 0 {
		name, title = words[:n], bytes.TrimSpace(words[n:])
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

// splitAttrs splits what stands in { } into keys and values. A value may be
// quoted; a word without = is a key without a value.
func splitAttrs(s string) (pairs [][2]string) {
	for _, word := range strings.Fields(s) {
		key, value, _ := strings.Cut(word, "=")
		pairs = append(pairs, [2]string{key, strings.Trim(value, `"'`)})
	}
	return pairs
}
