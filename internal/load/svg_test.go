package load

import (
	"strings"
	"testing"

	"commonground/internal/training"
)

func TestDrawings(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
	for _, test := range []struct{ svg, rule, words string }{
		// harmless
		{open + `<path d="M0 0h1"/></svg>`, "", ""},
		{`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + open + `</svg>`, "", ""},
		{`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + open + `</svg>`, "", ""},
		{`<!-- made by hand, <script> is only a word here -->` + open + `</svg>`, "", ""},
		{open + `<style>.a{fill:red}</style><g class="a"/></svg>`, "", ""},
		{open + `<style>a{} @im</style><style>port{}</style></svg>`, "", ""},
		{open + `<defs><g id="a"/></defs><use href="#a"/><use xlink:href="#a"/></svg>`, "", ""},
		{open + `<rect fill="url(#a)" style="filter: url('#b')"/></svg>`, "", ""},
		{open + `<image href="data:image/png;base64,AAAA"/><image xlink:href="data:image/jpeg;base64,AAAA"/></svg>`, "", ""},
		{open + `<title>A button: &lt;script&gt; &amp; more</title><text>on click</text></svg>`, "", ""},
		{open + `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata></svg>`, "", ""},
		{open + `<animateTransform attributeName="transform" type="rotate"/></svg>`, "", ""},
		// runs something
		{open + `<script>alert(1)</script></svg>`, "asset-svg", "script"},
		{open + `<script href="https://example.org/x.js"/></svg>`, "asset-svg", "script"},
		{open + `<SCRIPT/></svg>`, "asset-svg", "SCRIPT"},
		{`<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>`, "asset-svg", "script"},
		{`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, "asset-svg", "onload"},
		{open + `<a onclick="alert(1)"/></svg>`, "asset-svg", "onclick"},
		{open + `<g ONMOUSEOVER="alert(1)"/></svg>`, "asset-svg", "onmouseover"},
		{open + `<set attributeName="href" to="javascript:alert(1)"/></svg>`, "asset-svg", "set"},
		{open + `<animate attributeName="href" values="javascript:alert(1)"/></svg>`, "asset-svg", "animate"},
		{open + `<handler/></svg>`, "asset-svg", "handler"},
		{open + `<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject></svg>`, "asset-svg", "foreignObject"},
		{open + `<iframe/></svg>`, "asset-svg", "iframe"},
		{open + `<object/></svg>`, "asset-svg", "object"},
		{open + `<embed/></svg>`, "asset-svg", "embed"},
		{open + `<a href="javascript:alert(1)">a</a></svg>`, "asset-svg", "javascript:"},
		// loads something
		{open + `<image href="https://example.org/a.png"/></svg>`, "asset-svg", "example.org"},
		{open + `<image xlink:href="//example.org/a.png"/></svg>`, "asset-svg", "example.org"},
		{open + `<use href="other.svg#a"/></svg>`, "asset-svg", "other.svg"},
		{open + `<image href="data:image/svg+xml,&lt;svg/&gt;"/></svg>`, "asset-svg", "data:"},
		{open + `<a href="data:text/html,a"/></svg>`, "asset-svg", "data:"},
		{open + `<rect fill="url(https://example.org/a.svg#b)"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<rect style="fill:URL( 'https://example.org/a' )"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<style>@import url(https://example.org/a.css);</style></svg>`, "asset-svg", "elsewhere"},
		{open + `<style><![CDATA[@IMPORT "a.css";]]></style></svg>`, "asset-svg", "elsewhere"},
		{open + `<rect style="a:url(#a);fill:url(https://example.org/x)"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<style>rect{fill:url(https://example.org/x)}</style></svg>`, "asset-svg", "elsewhere"},
		{open + `<style>@im\70ort "a.css";</style></svg>`, "asset-svg", "elsewhere"},
		{open + `<rect fill="u\72l(https://example.org/x)"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<style>@im<!-- -->port "a.css";</style></svg>`, "asset-svg", "elsewhere"},
		{open + `<style>@im<g>x</g>port "https://example.org/a.css";</style></svg>`, "asset-svg", "in its style"},
		{open + `<style>@im<g/>port "a.css";</style></svg>`, "asset-svg", "in its style"},
		{open + `<style>@font-face{font-family:a;src:url(https://example.org/a.woff)}</style></svg>`, "asset-svg", "elsewhere"},
		{open + `<rect cursor="url(https://example.org/a.cur)"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<rect mask="url(a.svg#m)" clip-path="url(#c)"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<rect style="-moz-binding:url('data:text/xml,a')"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<a href="#a" ping="https://example.org/p"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<feImage href="a.svg"/></svg>`, "asset-svg", "a.svg"},
		{open + `<use xlink:href=" https://example.org/a.svg#b"/></svg>`, "asset-svg", "example.org"},
		{open + `<use x:href="other.svg#a" xmlns:x="http://www.w3.org/1999/xlink"/></svg>`, "asset-svg", "other.svg"},
		{open + `<mpath href="//example.org/a.svg#b"/></svg>`, "asset-svg", "example.org"},
		{open + `<a href="&#106;avascript:alert(1)"/></svg>`, "asset-svg", "javascript:"},
		{open + `<a href="java&#9;script:alert(1)"/></svg>`, "asset-svg", "script:"},
		{open + `<m:math xmlns:m="http://www.w3.org/1998/Math/MathML" href="javascript:alert(1)"/></svg>`, "asset-svg", "javascript:"},
		{open + `<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd"/></svg>`, "asset-svg", "passwd"},
		{open + `<h:body xmlns:h="http://www.w3.org/1999/xhtml"/></svg>`, "asset-svg", "web page"},
		{open + `<animateTransform onbegin="alert(1)"/></svg>`, "asset-svg", "onbegin"},
		{open + `<a ev:onclick="alert(1)" xmlns:ev="http://www.w3.org/2001/xml-events"/></svg>`, "asset-svg", "onclick"},
		{open + `<video/><audio/></svg>`, "asset-svg", "video"},
		{open + `</svg><script xmlns="http://www.w3.org/2000/svg"/>`, "asset-svg", "script"},
		{open + `<rect style="background:image-set('https://example.org/x' 1x)"/></svg>`, "asset-svg", "elsewhere"},
		{open + `<g xml:base="https://example.org/"><use href="#a"/></g></svg>`, "asset-svg", "elsewhere"},
		{open + `<img xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/x"/></svg>`, "asset-svg", "web page"},
		{`<svg xmlns="http://www.w3.org/1999/xhtml"/>`, "asset-svg", "svg element"},
		{`<?xml-stylesheet href="https://example.org/a.css"?>` + open + `</svg>`, "asset-svg", "style sheet"},
		{`<?php evil() ?>` + open + `</svg>`, "asset-svg", "another program (php)"},
		{open + `<?xml-stylesheet href="a.css"?></svg>`, "asset-svg", "style sheet"},
		{`<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>` + open + `</svg>`, "asset-svg", "its own kinds of parts"},
		{`<!DOCTYPE svg PUBLIC "a" "b" [ <!ATTLIST image href CDATA "https://example.org/a.png"> ]>` + open + `<image/></svg>`, "asset-svg", "its own kinds of parts"},
		{`<!DOCTYPE svg [<!ATTLIST g xmlns CDATA "http://www.w3.org/1999/xhtml">]>` + open + `</svg>`, "asset-svg", "its own kinds of parts"},
		{`<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>` + open + `<text>&b;</text></svg>`, "asset-svg", "entities"},
		{open + `<!<script>alert(1)</script>></svg>`, "asset-svg", "its own kinds of parts"},
		{`<!DOCTYPE svg [%a;]>` + open + `</svg>`, "asset-svg", "its own kinds of parts"},
		{`<!DOCTYPE svg [<!ENTITY a "b">]>` + open + `</svg>`, "asset-svg", "entities"},
		{`<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd">]>` + open + `</svg>`, "asset-svg", "entities"},
		{`<html><svg/></html>`, "asset-svg", "svg element"},
		// no drawing
		{``, "asset-picture", "SVG"},
		{`words`, "asset-picture", "SVG"},
		{open, "asset-picture", "SVG"},
		{open + `<g></svg>`, "asset-picture", "SVG"},
		{open + `&unknown;</svg>`, "asset-picture", "SVG"},
		{`<?xml version="1.0" encoding="UTF-7"?>+ADw-svg onload+AD0AIg-alert(1)+ACIAPg-`, "asset-picture", "SVG"},
		{`<?xml version="1.0" encoding="UTF-16"?>` + open + `</svg>`, "asset-picture", "SVG"},
		{"\xfe\xff\x00<\x00s\x00v\x00g", "asset-picture", "SVG"},
		{`<!doctype html><script>alert(1)</script>`, "asset-svg", "svg element"},
		{"\x89PNG\r\n\x1a\n", "asset-picture", "SVG"},
	} {
		a, f := drawing(training.Asset{Name: "content/a.svg"}, strings.NewReader(test.svg))
		if a.Name == "" {
			t.Errorf("%s: the file lost its name", test.svg)
		}
		switch {
		case (f != nil) != (test.rule != ""):
			t.Errorf("%s: want %q, found %+v", test.svg, test.rule, f)
		case f != nil && (f.Rule != test.rule || !strings.Contains(f.Message+f.Hint, test.words) || f.Path != "content/a.svg"):
			t.Errorf("%s: want %s with %q, found %s: %s (%s)", test.svg, test.rule, test.words, f.Rule, f.Message, f.Hint)
		}
	}
}

func TestDrawingSize(t *testing.T) {
	for attrs, want := range map[string][2]int{
		``:                                   {0, 0},
		`viewBox="0 0 24 12"`:                {24, 12},
		`viewBox="0,0,24,12"`:                {24, 12},
		`width="30" height="20"`:             {30, 20},
		`width="30px" height="19.6px"`:       {30, 20},
		`width="100%" height="100%"`:         {0, 0},
		`width="30" viewBox="0 0 24 12"`:     {24, 12},
		`viewBox="0 0 24"`:                   {0, 0},
		`width="NaN" height="Inf"`:           {0, 0},
		`width="-5" height="1e99"`:           {0, 0},
		`viewBox="-10 -10 99.5 0"`:           {100, 0},
		`viewBox="0 0 24 12" width="9000mm"`: {24, 12},
	} {
		a, f := drawing(training.Asset{}, strings.NewReader(`<svg xmlns="http://www.w3.org/2000/svg" `+attrs+`/>`))
		if f != nil || a.Width != want[0] || a.Height != want[1] {
			t.Errorf("%s: %d × %d, want %v (%v)", attrs, a.Width, a.Height, want, f)
		}
	}
}
