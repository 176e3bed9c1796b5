package schema

import (
	"bufio"
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"commonground/internal/diag"
	"commonground/internal/source"
)

// readers are what frontmatter reads a file with. It makes one for itself unless it
// is given one, which takes more room than most front matter.
var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// readTree decodes the front matter of a file into a tree of YAML nodes. The
// file has found its front matter itself; frontmatter is handed exactly that
// block, and a difference between the two is a finding.
func readTree(f *source.File) (*yaml.Node, *diag.Finding) {
	var root yaml.Node
	block := f.Bytes(f.Front)
	var seen []byte
	format := frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
		seen = data
		if saysNothing(data) {
			return nil
		}
		return yaml.Load(data, v)
	})
	reader := readers.Get().(*bufio.Reader)
	defer readers.Put(reader)
	reader.Reset(bytes.NewReader(f.Text[:f.Body]))
	_, err := frontmatter.Parse(reader, &root, format)
	if len(seen) < len(block) {
		at := f.LineAt(f.Front.Start + len(seen))
		finding := ruleYAML.At(f, at, "a line with only --- cannot stand inside a value").
			WithHint("leave the line out, or use *** for a line across the text")
		return nil, &finding
	}
	if err != nil {
		finding := yamlFinding(f, err)
		return nil, &finding
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	return root.Content[0], nil
}

// saysNothing says whether a block holds only empty lines and comments, which
// the YAML library takes for an error.
func saysNothing(block []byte) bool {
	for line := range bytes.Lines(block) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// place returns the offset in the file of a line and column of the front
// matter block, both counted from 1, columns in characters.
func place(f *source.File, line, column int) int {
	at := f.Front.Start
	for ; line > 1 && at < f.Front.End; line-- {
		at = min(f.LineEnd(at)+1, f.Front.End)
	}
	end := f.LineEnd(at)
	for ; column > 1 && at < end; column-- {
		_, size := utf8.DecodeRune(f.Text[at:end])
		at += size
	}
	return at
}

// span returns where a node stands: to the end of its text where that can be
// told, else to the end of its line.
func span(f *source.File, n *yaml.Node) source.Span {
	start := place(f, n.Line, n.Column)
	end := f.LineEnd(start)
	if n.Kind == yaml.ScalarNode && n.Value != "" && bytes.HasPrefix(f.Text[start:end], []byte(n.Value)) {
		return source.Span{Start: start, End: start + len(n.Value)}
	}
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 && start < end {
		return source.Span{Start: start, End: start + quotedLen(f.Text[start:end])}
	}
	trimmed := bytes.TrimRight(f.Text[start:end], " \t")
	return source.Span{Start: start, End: start + len(trimmed)}
}

// quotedLen is the length of a value in quotes: that of the line when they close
// on a later one.
func quotedLen(line []byte) int {
	mark := line[0]
	for i := 1; i < len(line); i++ {
		switch {
		case mark == '"' && line[i] == '\\':
			i++
		case line[i] != mark:
		case mark == '\'' && i+1 < len(line) && line[i+1] == mark:
			i++
		default:
			return i + 1
		}
	}
	return len(bytes.TrimRight(line, " \t"))
}

// documentFinding is for errors without a place: a second YAML document, which
// only a line with ... or --- and more can begin.
func documentFinding(f *source.File, err error) diag.Finding {
	for at := f.Front.Start; at < f.Front.End; {
		line := f.LineAt(at)
		text := f.Bytes(line)
		if bytes.HasPrefix(text, []byte("...")) || bytes.HasPrefix(text, []byte("---")) {
			return ruleYAML.At(f, line, "this line ends the front matter too early").
				WithHint("close the front matter with a line of only ---")
		}
		at = line.End + 1
	}
	message, _, _ := strings.Cut(err.Error(), "\n")
	return ruleYAML.At(f, f.LineAt(f.Front.Start), "the front matter cannot be read: %s", message).
		WithHint("write each line as key: value")
}
