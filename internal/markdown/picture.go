package markdown

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// maxAlt is what most screen readers read without a break, in characters.
const maxAlt = 125

func (w *writer) image(n *ast.Image) {
	start := w.pos(n)
	alt := w.plainOf(n)
	dest := plainString(n.Destination)
	w.at = w.linkEnd(max(start+2, w.endOf(n)), n.Reference)
	w.checkAlt(alt, start, w.at)
	if w.notes.list != nil && hasNote(n) {
		w.add(ruleFootnotePlace, start, w.at, "a footnote in the description of a picture is lost", "move it into the text beside the picture")
	}
	dest = w.checkImage(dest, start, w.at)
	w.extra += len(dest) + len(alt)
	w.hole(HoleImage, len(w.doc.Images))
	w.doc.Images = append(w.doc.Images, Image{Dest: dest, Alt: alt, Span: w.span(start, w.at)})
	w.braces(w.at)
}

// endOf is the offset behind the last words in n, or 0 when there are none.
func (w *writer) endOf(n ast.Node) int {
	end := 0
	for c := n.LastChild(); c != nil && end == 0; c = c.PreviousSibling() {
		switch c := c.(type) {
		case *ast.Text:
			end = c.Segment.Stop
		case *ast.Image:
			end = w.linkEnd(max(w.pos(c)+2, w.endOf(c)), c.Reference)
		case *ast.Link:
			end = w.linkEnd(max(w.pos(c)+1, w.endOf(c)), c.Reference)
		default:
			end = w.endOf(c)
		}
	}
	return end
}

func hasNote(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == east.KindFootnoteLink || hasNote(c) {
			return true
		}
	}
	return false
}

func (w *writer) checkAlt(alt string, start, end int) {
	lower := strings.ToLower(alt)
	switch {
	case alt == "":
		w.add(ruleAltMissing, start, end, "this picture is not described", "say in the square brackets what it shows: ![The Messages button at the foot of the screen](…)")
	case utf8.RuneCountInString(alt) > maxAlt:
		w.add(ruleAltLong, start, end, fmt.Sprintf("this description has %d characters", utf8.RuneCountInString(alt)), fmt.Sprintf("say the most important in at most %d, and the rest in the text", maxAlt))
	case strings.HasPrefix(lower, "image of"), strings.HasPrefix(lower, "picture of"):
		w.add(ruleAltWords, start, end, "this description begins with "+quote(firstWords(alt)), "say what it shows at once: everyone is told that it is a picture")
	case noDescription.MatchString(lower):
		w.add(ruleAltWords, start, end, quote(alt)+" does not say what the picture shows", "say it in a few words: ![The Messages button at the foot of the screen](…)")
	}
}

// noDescription matches the name of a file, as a camera or a program gives it,
// and words that fit every picture.
var noDescription = regexp.MustCompile(`^(?:\S*\.(?:png|jpe?g|webp|svg|gif|heic)|(?:img|dsc|pxl|screenshot)[-_ ]?[\d_-]+|(?:alt[ -]?text|image|picture|photo|photograph|screenshot|screen ?shot|graphic|img|untitled)\s*\d*)$`)

// checkImage returns the address of a picture, or nothing when it is not a file
// of the package.
func (w *writer) checkImage(dest string, start, end int) string {
	clean, problem, _ := checkAddress(dest)
	const hint = "write the file of the picture in the round brackets: ![…](screen.png)"
	_, _, absolute := splitScheme(clean)
	switch {
	case problem == noAddress:
		w.add(ruleImageScheme, start, end, "this picture names no file", hint)
	case problem != "":
		w.add(ruleImageScheme, start, end, "the address "+quote(dest)+" "+problem, hint)
	case absolute:
		w.add(ruleImageScheme, start, end, "the picture "+quote(clean)+" is not in the package", "save it beside this file: pages must work without the internet")
		return ""
	}
	return clean
}
