package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// The limits keep every file fast to parse: without them a few kilobytes can
// cost seconds. What goldmark would have to see in context (paragraphs, tables,
// depth) is measured while it reads, and cut off there; the rest before.
const (
	maxParagraph = 16 << 10
	maxBlank     = 50
	maxDepth     = 32
	maxMarks     = 100    // of emphasis and the like, inside each other
	maxSigns     = 1500   // of those that may begin or end such a mark, in a paragraph
	maxCells     = 20_000 // of all tables of a file
	maxNotes     = 1000   // footnotes of a file, and comments: each is looked for among all others
	maxGrowth    = 20
	maxExtra     = 1 << 20
)

// scanLimits looks at the lines before they are parsed: none may be longer than
// a paragraph, headings may not be full of signs, and neither empty lines nor
// footnotes and comments may pile up.
func scanLimits(r *report, body []byte) {
	if bytes.Count(body, commentStart) > maxNotes {
		r.refuse(ruleLimitNotes, 0, 0, fmt.Sprintf("more than %d comments", maxNotes), "delete those that nobody needs")
		return
	}
	blank, notes := 0, 0
	for at := 0; at < len(body); {
		end := len(body)
		if n := bytes.IndexByte(body[at:], '\n'); n >= 0 {
			end = at + n
		}
		if end-at > maxParagraph {
			refuseParagraph(r, at, end)
			return
		}
		if body[at] == '#' && signs(body[at:end]) > maxSigns {
			refuseSigns(r, at, end)
			return
		}
		if bytes.HasPrefix(bytes.TrimLeft(body[at:end], " \t>-+*"), []byte("[^")) {
			notes++
		}
		if notes > maxNotes {
			r.refuse(ruleLimitNotes, at, end, fmt.Sprintf("more than %d footnotes", maxNotes), "split the page, or say it in the text")
			return
		}
		blank++
		if end > at && len(bytes.TrimLeft(body[at:end], " \t")) > 0 {
			blank = 0
		}
		if blank > maxBlank {
			r.refuse(ruleLimitBlank, at, end, fmt.Sprintf("more than %d empty lines in a row", maxBlank), "delete the empty lines, one is enough")
			return
		}
		at = end + 1
	}
}

func refuseParagraph(r *report, start, end int) {
	r.refuse(ruleLimitParagraph, start, end,
		fmt.Sprintf("a paragraph, a list item or a table row of more than %d characters", maxParagraph),
		"split it; nobody reads a paragraph of more than a few sentences")
}

// paragraphLimit reads paragraphs as goldmark does, but none beyond the limit:
// what follows is skipped, since the file is refused anyway.
type paragraphLimit struct{ parser.BlockParser }

func (p paragraphLimit) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	lines := n.Lines()
	if lines.Len() == 0 {
		return p.BlockParser.Continue(n, reader, pc)
	}
	start := lines.At(0).Start
	line, seg := reader.PeekLine()
	if seg.Stop-start <= maxParagraph || len(bytes.TrimSpace(line)) == 0 {
		return p.BlockParser.Continue(n, reader, pc)
	}
	refuseParagraph(reportOf(pc), start, lines.At(0).Stop)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// signLimit looks at whole paragraphs, before goldmark reads what is in them.
type signLimit struct{}

var _ parser.ParagraphTransformer = signLimit{}

func (signLimit) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := n.Lines()
	if signsIn(lines, reader.Source()) > maxSigns {
		first := lines.At(0)
		refuseSigns(reportOf(pc), first.Start, first.Stop)
		lines.SetSliced(0, 1)
		first.Stop = first.Start
		lines.Set(0, first)
	}
}

// refuseSigns says that there are too many signs in one piece of text. To match
// the stars and brackets of one with each other, goldmark takes time that grows
// with the square of how many there are.
func refuseSigns(r *report, start, end int) {
	r.refuse(ruleLimitParagraph, start, end, fmt.Sprintf("more than %d of the signs * _ ~ [ < ` in one paragraph", maxSigns),
		"split it; if it is code, put lines of three back-ticks around it")
}

// signsIn counts the signs by which marks may begin or end. Of a table it returns
// those of the fullest row, since each row is read by itself.
func signsIn(lines *text.Segments, source []byte) int {
	all, fullest := 0, 0
	isTable := false
	for i := range lines.Len() {
		seg := lines.At(i)
		line := source[seg.Start:seg.Stop]
		isTable = isTable || i == 1 && delimiterColumns(line) > 1
		n := signs(line)
		all, fullest = all+n, max(fullest, n)
	}
	if isTable {
		return fullest
	}
	return all
}

func signs(line []byte) (n int) {
	for _, c := range line {
		n += int(isSign[c])
	}
	return n
}

// isSign has a 1 for each sign. All text is looked through for them, which takes half
// as long without a choice for every byte.
var isSign = [256]uint8{'*': 1, '_': 1, '~': 1, '[': 1, '<': 1, '`': 1}

// depthLimit stands before every parser that opens a container and stops them
// when there are too many around already.
type depthLimit struct{}

var _ parser.BlockParser = depthLimit{}

func (depthLimit) Trigger() []byte { return []byte(">-+*0123456789[:") }

func (depthLimit) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if !isContainer(parent) || depthOf(parent) < maxDepth {
		return nil, parser.NoChildren
	}
	_, seg := reader.PeekLine()
	reader.AdvanceToEOL()
	reportOf(pc).refuse(ruleLimitDepth, seg.Start, seg.Stop,
		fmt.Sprintf("more than %d lists, quotes and blocks inside each other", maxDepth),
		"move the inner ones out, three levels are plenty to read")
	return &mark{}, parser.NoChildren
}

func (depthLimit) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (depthLimit) Close(ast.Node, text.Reader, parser.Context)                 {}
func (depthLimit) CanInterruptParagraph() bool                                 { return true }
func (depthLimit) CanAcceptIndentedLine() bool                                 { return false }

// depthOf counts the containers around what would be put into n.
func depthOf(n ast.Node) int {
	depth := 0
	for ; n != nil; n = n.Parent() {
		if isContainer(n) {
			depth++
		}
	}
	return depth
}

// tableLimit runs before goldmark turns a paragraph into a table, because every
// short row is filled up to the width of the first.
type tableLimit struct{}

var _ parser.ParagraphTransformer = tableLimit{}

func (tableLimit) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := n.Lines()
	most := 0
	for i := 1; i < lines.Len(); i++ {
		seg := lines.At(i)
		columns := delimiterColumns(reader.Source()[seg.Start:seg.Stop])
		most = max(most, columns*(lines.Len()-i))
	}
	r := reportOf(pc)
	if r.cells += most; r.cells <= maxCells || most == 0 {
		return
	}
	r.refuse(ruleLimitTable, lines.At(0).Start, lines.At(0).Stop,
		fmt.Sprintf("tables of more than %d cells", maxCells), "shorten the table, or link to a spreadsheet")
	lines.SetSliced(0, 1)
}

// delimiterColumns counts the columns of a line such as |---|:--:|, or gives 0
// when the line is something else.
func delimiterColumns(line []byte) int {
	bars := 0
	for _, c := range line {
		switch c {
		case '|':
			bars++
		case ' ', '\t', '\n', '-', ':':
		default:
			return 0
		}
	}
	return bars + 1
}
