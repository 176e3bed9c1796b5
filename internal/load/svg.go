package load

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/training"
)

// drawing reads an SVG to its end: it must be well-formed XML that begins with
// an svg element, run nothing and load nothing. A browser that opens the file
// by itself would otherwise do what its author, not ours, wanted.
func drawing(a training.Asset, r io.Reader) (training.Asset, *diag.Finding) {
	if a.Size > maxDrawing {
		f := ruleLimitPicture.In(a.Name, "this drawing is larger than 2 MB").WithHint("save it as PNG, or with fewer details")
		return a, &f
	}
	d := xml.NewDecoder(io.LimitReader(r, maxDrawing))
	s := svgReader{asset: &a}
	for {
		token, err := d.Token()
		if err == io.EOF && s.begun {
			return a, numbersBeside(a.Name, s.text.Bytes())
		}
		if err != nil {
			f := rulePicture.In(a.Name, "this drawing is not well-formed SVG").WithHint("save it again from your drawing program")
			return a, &f
		}
		if reason := s.unsafe(token); reason != "" {
			f := ruleSVG.In(a.Name, "this drawing cannot be used: %s", reason).WithHint("save it as plain SVG, or as PNG")
			return a, &f
		}
	}
}

// svgReader looks at the tokens of a drawing one after the other.
type svgReader struct {
	asset *training.Asset
	begun bool
	open  int             // elements inside each other
	style strings.Builder // the text of the style element that is open
	depth int             // of open style elements
	text  bytes.Buffer    // what it says, and its remarks
}

// maxOpen is how many elements of a drawing may lie inside each other.
const maxOpen = 200

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xhtmlSpace = "http://www.w3.org/1999/xhtml"
	elsewhere  = "it loads something from elsewhere"
)

// unsafe says what makes a token unfit, or "".
func (s *svgReader) unsafe(token xml.Token) string {
	switch t := token.(type) {
	case xml.StartElement:
		return s.start(t)
	case xml.EndElement:
		s.open--
		if t.Name.Local == "style" {
			s.depth--
			return unsafeStyle(s.style.String())
		}
		if t.Name.Local != "tspan" { // which may hold a part of a word
			s.text.WriteByte('\n')
		}
	case xml.CharData:
		if s.depth > 0 {
			s.style.Write(t)
		} else {
			s.text.Write(t)
		}
	case xml.Comment:
		s.text.WriteString("\n" + string(t) + "\n")
	case xml.Directive:
		return s.directive(string(t))
	case xml.ProcInst:
		return unsafeInstruction(t.Target)
	}
	return ""
}

// directive lets a plain DOCTYPE pass that stands in front. One with definitions of
// its own can give every element a handler, and blow a word up to a gigabyte.
func (s *svgReader) directive(text string) string {
	switch {
	case strings.Contains(text, "ENTITY"):
		return "it defines entities"
	case s.begun || strings.Contains(text, "["):
		return "it defines its own kinds of parts"
	}
	return ""
}

func unsafeInstruction(target string) string {
	switch target {
	case "xml":
		return ""
	case "xml-stylesheet":
		return "it asks for a style sheet from elsewhere"
	}
	return "it holds an instruction to another program (" + target + ")"
}

func (s *svgReader) start(e xml.StartElement) string {
	if !s.begun {
		s.begun = true
		if e.Name.Local != "svg" || e.Name.Space != svgSpace {
			return "it does not begin with an svg element"
		}
		s.asset.Width, s.asset.Height = drawingSize(e)
	}
	if s.open++; s.open > maxOpen {
		return "too many of its parts lie inside each other"
	}
	if s.depth > 0 { // a browser would leave its text out, and join what stands around it
		return "it holds a " + e.Name.Local + " element in its style"
	}
	if e.Name.Local == "style" {
		s.style.Reset()
		s.depth++
	}
	if e.Name.Space == xhtmlSpace {
		return "it holds a piece of a web page (" + e.Name.Local + ")"
	}
	switch strings.ToLower(e.Name.Local) {
	case "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "set", "animate":
		return "it holds a " + e.Name.Local + " element"
	}
	for _, attr := range e.Attr {
		if reason := unsafeAttribute(attr); reason != "" {
			return reason
		}
	}
	return ""
}

func unsafeAttribute(attr xml.Attr) string {
	name, value := strings.ToLower(attr.Name.Local), strings.TrimSpace(attr.Value)
	switch {
	case strings.HasPrefix(name, "on"):
		return "it runs a script when something happens (" + name + ")"
	case name == "base" || name == "ping":
		return elsewhere
	case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") && !strings.HasPrefix(value, "data:image/jpeg"):
		return "it leads to or loads " + strconv.Quote(value)
	case name == "style" || strings.Contains(value, "("):
		return unsafeStyle(value)
	}
	return ""
}

// unsafeStyle says what makes a piece of CSS unfit, or "". It may refer to parts
// of the drawing, url(#a), and to nothing else; an escape could hide the rest.
func unsafeStyle(css string) string {
	css = strings.ToLower(css)
	for _, word := range []string{`\`, "@import", "image-set(", "src("} {
		if strings.Contains(css, word) {
			return elsewhere
		}
	}
	for _, after := range strings.Split(css, "url(")[1:] {
		if !strings.HasPrefix(strings.TrimLeft(after, " \t\n\r'\""), "#") {
			return elsewhere
		}
	}
	return ""
}

// drawingSize returns the size that the drawing asks for in pixels, from its
// viewBox or its width and height; 0 when it says neither.
func drawingSize(e xml.StartElement) (width, height int) {
	for _, attr := range e.Attr {
		switch attr.Name.Local {
		case "viewBox":
			if f := strings.Fields(strings.ReplaceAll(attr.Value, ",", " ")); len(f) == 4 {
				return pixels(f[2]), pixels(f[3])
			}
		case "width":
			width = pixels(attr.Value)
		case "height":
			height = pixels(attr.Value)
		}
	}
	return width, height
}

func pixels(s string) int {
	f, err := strconv.ParseFloat(strings.TrimSuffix(s, "px"), 64)
	if err != nil || !(f >= 1 && f <= 100000) { // not a number either
		return 0
	}
	return int(f + 0.5)
}
