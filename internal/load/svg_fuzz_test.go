package load

import (
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/net/html"

	"commonground/internal/diag"
	"commonground/internal/training"
)

const svgOpen = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`

// FuzzDrawing holds for any bytes that they are refused in words or are a drawing
// that runs nothing and leads nowhere: read as another parser reads it, read in
// pieces, within another drawing, and with a script put into it.
func FuzzDrawing(f *testing.F) {
	for _, inner := range []string{
		`<path d="M0 0h1"/>`, `<style>.a{fill:url(#b)}</style>`, `<style>@im<g/>port "a"</style>`, `<g onload="a"/>`, `<a href=" #a"/>`, `<use xlink:href="#a"/>`,
		`<image href="data:image/png;base64,AA"/>`, `<g style="a:url( '#b')"/>`, `<title>&lt;script></title>`, `<![CDATA[<script/>]]>`, `<!-- <script/> -->`, `<animate/>`, `<?a b?>`,
	} {
		f.Add(svgOpen + inner + "</svg>")
	}
	f.Add(`<?xml version="1.0"?><!DOCTYPE svg [<!ATTLIST svg onload CDATA "a">]>` + svgOpen + "</svg>")
	f.Add(`<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1e9 2" width="9px" height="NaN"><s:style/></s:svg>`)
	f.Fuzz(func(t *testing.T, svg string) {
		a, found := readDrawing(svg)
		if again, more := drawing(training.Asset{Name: a.Name}, iotest.OneByteReader(strings.NewReader(svg))); again != a || !reflect.DeepEqual(found, more) {
			t.Fatalf("in pieces it is %+v %+v, and %+v %+v as a whole", again, more, a, found)
		}
		if min(a.Width, a.Height) < 0 || max(a.Width, a.Height) > 100000 || a.Name != "content/a.svg" {
			t.Errorf("the drawing is %+v", a)
		}
		if found != nil {
			if found.Rule == "" || found.Message == "" || found.Hint == "" || found.Path != a.Name || !utf8.ValidString(found.Message+found.Hint) {
				t.Errorf("the finding says too little: %+v", found)
			}
			return
		}
		if strings.Contains(svg, "<!") || strings.Contains(svg, "<?") { // where HTML and XML differ
			return
		}
		checkHarmless(t, svg)
		if _, found := readDrawing(svgOpen + svg + "</svg>"); found != nil {
			t.Errorf("within a drawing it is refused: %s", found.Message)
		}
		if _, found := readDrawing(svgOpen + svg + "<script/></svg>"); found == nil {
			t.Error("a script behind it is not seen")
		}
	})
}

func readDrawing(svg string) (training.Asset, *diag.Finding) {
	return drawing(training.Asset{Name: "content/a.svg"}, strings.NewReader(svg))
}

// checkHarmless reads a drawing as HTML, which knows no name spaces: prefixes are
// cut off.
func checkHarmless(t *testing.T, svg string) {
	t.Helper()
	for z := html.NewTokenizer(strings.NewReader(svg)); z.Next() != html.ErrorToken; {
		tok := z.Token()
		if tok.Type != html.StartTagToken && tok.Type != html.SelfClosingTagToken {
			continue
		}
		if strings.Contains(" script foreignobject iframe object embed audio video handler set animate ", " "+bare(tok.Data)+" ") {
			t.Errorf("the element %s is let through", tok)
		}
		for _, attr := range tok.Attr {
			name, value := bare(attr.Key), strings.TrimSpace(attr.Val)
			inside := strings.HasPrefix(value, "#") || strings.HasPrefix(value, "data:image/")
			if strings.HasPrefix(name, "on") || name == "href" && !inside {
				t.Errorf("the attribute %s of %s is let through", attr.Key, tok)
			}
		}
	}
}

func bare(name string) string {
	if _, local, found := strings.Cut(name, ":"); found {
		return local
	}
	return name
}
