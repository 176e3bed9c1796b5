package markdown

import (
	"slices"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"commonground/internal/source"
)

// Parse reads the body of a file. It may be called from many goroutines at
// once, and gives the same Doc for the same bytes. A body beyond the limits
// gives a Doc with findings but without HTML.
func Parse(f *source.File) *Doc { return parse(f, false) }

func parse(f *source.File, prose bool) *Doc {
	r := &report{file: f, base: f.Body}
	body := f.Text[f.Body:len(f.Text):len(f.Text)] // no room behind it: goldmark appends to slices of its source
	scanLimits(r, body)
	if r.refused {
		return r.doc()
	}
	tree := parseTree(body, r)
	if r.refused {
		return r.doc()
	}
	w := writers.Get().(*writer)
	defer writers.Put(w)
	w.start(body, r)
	if prose {
		w.doc.Passages, w.doc.Lists = w.reader.readTree(tree, body, r.base)
	}
	return w.write(tree)
}

func parseTree(body []byte, r *report) ast.Node {
	pc := parser.NewContext()
	pc.Set(reportKey, r)
	return goldmarkParser().Parse(text.NewReader(body), parser.WithContext(pc))
}

// reportKey is where our block parsers find the report of the file.
var reportKey = parser.NewContextKey()

func reportOf(pc parser.Context) *report { return pc.Get(reportKey).(*report) }

// goldmarkParser is CommonMark with the extensions we know and with blocks of
// our own. Attributes, heading ids, Linkify and Typographer stay off.
var goldmarkParser = sync.OnceValue(func() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(blockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithInlineParsers(util.Prioritized(commentParser{}, 350), util.Prioritized(extension.NewFootnoteParser(), 101)),
		parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(signLimit{}, 140), util.Prioritized(tableLimit{}, 150)),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.TaskList,
		extension.DefinitionList,
	)).Parser()
})

// codePriority is where goldmark has its parser of fenced code.
const codePriority = 700

// blockParsers are goldmark's, with ours added, and with bounds on paragraphs,
// code, comments and footnotes of our own in the place of theirs.
func blockParsers() []util.PrioritizedValue {
	ours := []util.PrioritizedValue{
		util.Prioritized(depthLimit{}, 0),
		util.Prioritized(fenceParser{}, 50),
		util.Prioritized(codeFence{parser.NewFencedCodeBlockParser()}, codePriority),
		util.Prioritized(htmlParser{parser.NewHTMLBlockParser()}, 900),
		util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 999),
		util.Prioritized(paragraphLimit{parser.NewParagraphParser()}, 1000),
	}
	theirs := slices.DeleteFunc(parser.DefaultBlockParsers(), func(v util.PrioritizedValue) bool {
		return v.Priority == codePriority || v.Priority >= 900
	})
	return append(ours, theirs...)
}
