package load

import (
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
	d := xml.NewDecoder(r)
	for first := true; ; {
		token, err := d.Token()
		if err == io.EOF && !first {
			return a, nil
		}
		if err != nil {
			f := rulePicture.In(a.Name, "this drawing is not well-formed SVG").WithHint("save it again from your drawing program")
			return a, &f
		}
		reason := ""
		switch t := token.(type) {
		case xml.StartElement:
			if first && t.Name.Local != "svg" {
				reason = "it does not begin with an svg element"
			} else if first {
				a.Width, a.Height = drawingSize(t)
			}
			first = false
			if reason == "" {
				reason = unsafeElement(t)
			}
		case xml.Directive:
			if strings.Contains(string(t), "ENTITY") {
				reason = "it defines entities"
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				reason = "it asks for a style sheet from elsewhere"
			}
		case xml.CharData:
			if strings.Contains(strings.ToLower(string(t)), "@import") {
				reason = "it loads something from elsewhere"
			}
		}
		if reason != "" {
			f := ruleSVG.In(a.Name, "this drawing cannot be used: %s", reason).
				WithHint("save it as plain SVG, or as PNG")
			return a, &f
		}
	}
}

// unsafeElement says what makes an element unfit, or "".
func unsafeElement(e xml.StartElement) string {
	switch strings.ToLower(e.Name.Local) {
	case "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "set", "animate":
		return "it holds a " + e.Name.Local + " element"
	}
	for _, attr := range e.Attr {
		name, value := strings.ToLower(attr.Name.Local), strings.TrimSpace(attr.Value)
		switch {
		case strings.HasPrefix(name, "on"):
			return "it runs a script when something happens (" + name + ")"
		case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") && !strings.HasPrefix(value, "data:image/jpeg"):
			return "it leads to or loads " + strconv.Quote(value)
		case strings.Contains(strings.ToLower(value), "url(") && !strings.Contains(strings.ReplaceAll(strings.ReplaceAll(value, `"`, ""), "'", ""), "url(#"):
			return "it loads something from elsewhere"
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
	if err != nil || f < 1 || f > 100000 {
		return 0
	}
	return int(f + 0.5)
}
