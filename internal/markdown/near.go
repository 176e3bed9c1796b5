package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/text"
)

// What is nearly a heading, a block or a link is plain text to Markdown. Nobody
// who wrote it meant that, and two colons before facilitator would show the
// notes to learners.

// nearHeadings reports the lines of a paragraph that were meant to be headings.
func (w *writer) nearHeadings(lines *text.Segments) {
	for i := range lines.Len() {
		seg := lines.At(i)
		line := bytes.TrimSpace(w.src[seg.Start:seg.Stop])
		if len(line) > 0 && line[0] == '#' && nearHeading.Match(line) {
			start := bytes.IndexByte(w.src[seg.Start:seg.Stop], '#') + seg.Start
			w.add(ruleHeadingSpace, start, start+len(line), "this line is not read as a heading", "write a space after the #")
		}
	}
}

var nearHeading = regexp.MustCompile(`^#{1,6}\pL`)

// nearBlock reports a line of two colons and the name of a block. Start is its
// offset.
func (r *report) nearBlock(line []byte, start int) {
	name, _, _ := bytes.Cut(bytes.TrimLeft(line, ": "), []byte(" "))
	if findKind(string(name)) != nil {
		r.add(ruleBlockColons, start, start+len(line), "this line does not open a block", "write three colons: ::: "+string(name))
	}
}

// nearLink reports a ] that was meant to belong to a link: at is its offset.
func (w *writer) nearLink(at int) {
	rest := w.src[at+1 : w.lineEnd(at)]
	gap := bytes.HasPrefix(rest, []byte(" ("))
	if !gap && !bytes.HasPrefix(rest, []byte("(")) {
		return
	}
	address, _, closed := bytes.Cut(rest[1:], []byte(")"))
	address = bytes.TrimLeft(address, "(")
	if !closed || !addressLike.Match(address) {
		return
	}
	start := max(bytes.LastIndexByte(w.src[w.lineStart(at):at], '['), 0) + w.lineStart(at)
	end := at + 1 + bytes.IndexByte(rest, ')') + 1
	if gap {
		w.add(ruleLinkForm, start, end, "this is not read as a link", "delete the space between ] and (")
		return
	}
	w.add(ruleLinkForm, start, end, "this is not read as a link: its address holds a space",
		"put the address between < and >: (<"+string(address)+">)")
}

// addressLike matches what is sure to be an address: a web address, or a file by
// its ending.
var addressLike = regexp.MustCompile(`(?i)^<?(?:https?://|mailto:|.*\.(?:md|png|jpe?g|webp|svg|pdf|mp[34]))(?:#.*)?>?`)
