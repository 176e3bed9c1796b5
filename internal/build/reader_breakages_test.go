package build

import (
	"slices"
	"strings"
)

const (
	lesson = "lessons/a.html"
	was    = "lessons/was.html"
	below  = `<a href="#down">`
)

// breakages lists what the reader must notice.
func breakages() []breakage {
	return slices.Concat(brokenLinks(), brokenPolicy(), brokenShape(), brokenWords(), brokenData(), brokenSearch())
}

func brokenSearch() []breakage {
	const index, promise = "assets/search/index.js", "the search index leads to what is there"
	return broke(promise,
		index, `"a","A lesson"`, `"b","A lesson"`, "not there",
		index, `"down"]`, `"up"]`, "#up",
		index, "});", "});alert(1);", "not data alone",
		index, "(self", "alert(1);(self", "not data alone",
		index, "!#hut!", "!#hus!%!&h!", `finds "hush"`,
		"assets/search.js", "", strings.Repeat("x", mostSearch+1), "bytes")
}

func brokenLinks() []breakage {
	return slices.Concat(
		broke("addresses lead to a file that is there",
			lesson, below, `<a href="#up">`, "#up",
			lesson, "index.html#all", "index.html#none", "#none",
			lesson, "index.html#all", "Index.html", "not there",
			lesson, "index.html#all", "index.html#", "empty fragment",
			lesson, below, `<a href="/lessons/a.html">`, "not relative",
			lesson, below, `<a href="..\index.html">`, "not relative",
			lesson, below, `<a href="../">`, "name of a file",
			lesson, below, `<a href="..">`, "name of a file",
			lesson, below, `<a href="">`, "empty",
			lesson, below, `<a href="a.html?x=1">`, "query",
			lesson, below, `<a href="../../index.html">`, "not there",
			lesson, "../assets/a.svg", "../assets/b.svg", "not there",
			lesson, "../assets/site.css", "../assets/Site.css", "not there"),
		broke("other sites are linked and never loaded",
			lesson, "../assets/a.svg", "https://example.org/a.svg", "elsewhere",
			lesson, "../assets/a.svg", "//example.org/a.svg", "not allowed",
			lesson, "../assets/site.css", "https://example.org/a.css", "elsewhere",
			lesson, "https://example.org/", "javascript:alert(1)", "not allowed",
			lesson, "https://example.org/", " Java\tscript:alert(1)", "not allowed",
			lesson, "https://example.org/", `\\example.org/`, "not allowed",
			lesson, "https://example.org/", "file:///c:/a.html", "not allowed"),
		broke("the page for a wrong address needs nothing",
			"404.html", "<p>Go back.</p>", `<p><a href="index.html">Go</a></p>`, "any depth",
			"404.html", "</head>", `<link rel="stylesheet" href="assets/site.css"></head>`, "any depth",
			"404.html", "</head>", `<link rel="icon" href="data:,"></head>`, "any depth"),
		broke("every page can be reached",
			"alone.html", "", goodPage("Alone", "", "", "<p>Text.</p>"), "no way",
			"lessons/b.html→lessons/b.html", "", goodPage("B", "../", "", "<p>Text.</p>"), "no way",
			"lessons/index.html→index.html", `<a href="a.html">A</a>`, "A", "0 lessons of 1"),
		broke("the menu has no dead entry",
			"lessons/index.html", `<a href="a.html">A</a>`, "A", "lists nothing",
			"index.html", `<li><a href="lessons/index.html">Lessons</a></li>`, "", "the menu leads to []",
			"index.html", `</ul></nav>`, `<li><a href="404.html">Myths</a></li></ul></nav>`, "404.html",
			lesson, `aria-current="true"`, `aria-current="page"`, "not that of this page",
			"themes/index.html→index.html", "", goodPage("Themes", "../", "", `<p><a href="../index.html">Text</a></p>`), "the indexes are"),
		broke("contact is at the same place",
			lesson, `<p>Help: <a href="mailto:help@example.org">help@example.org</a></p>`, "<p>Words</p>", "0 times",
			lesson, `<p>Help:`, "<p>Words</p><p>Help:", "stands at"),
		broke("what has moved leads on",
			was, "url=a.html", "url=index.html", "the refresh leads",
			was, "url=a.html", "url=/lessons/a.html", "the refresh leads",
			was, `"0; url=`, `"5; url=`, "the refresh leads",
			was, `rel="canonical" href="a.html"`, `rel="canonical" href="index.html"`, "the canonical leads",
			was, `<a href="a.html">here</a>`, "elsewhere", "the link leads",
			was, "noindex", "all", "search engines",
			was, "<h1>A lesson has moved</h1>", "<h1>A lesson</h1>", "has moved"),
	)
}

func brokenPolicy() []breakage {
	all := broke("the policy comes first",
		lesson, `<meta charset="utf-8">`, "", "encoding",
		lesson, `<meta charset="utf-8">`, `<meta charset="utf-8"><link rel="stylesheet" href="../assets/site.css">`, "not the policy",
		lesson, "Content-Security-Policy", "Content-Security", "not the policy",
		lesson, "default-src", "script-src", "the policy is",
		lesson, "</head>", `<meta http-equiv="content-security-policy" content=""></head>`, "second policy")
	for element := range strings.FieldsSeq("base script template iframe object form button input style noscript") {
		all = append(all, broke("nothing runs and nothing is inline", lesson, "<p>Text.</p>", "<p>Text.<"+element+"></"+element+"></p>", "not allowed")...)
	}
	for attribute := range strings.FieldsSeq("onclick=x style=x title=x integrity=x crossorigin=x type=module target=_blank") {
		all = append(all, broke("nothing runs and nothing is inline", lesson, "<p>Text.</p>", "<p "+attribute+">Text.</p>", "is not allowed")...)
	}
	return slices.Concat(all,
		broke("nothing runs and nothing is inline",
			lesson, "</head>", `<meta http-equiv="refresh" content="0"></head>`, "refresh",
			lesson, "<script defer", "<script async", "not allowed",
			lesson, "<script defer", `<script defer type="module"`, "not allowed",
			lesson, "<script defer", "<script", "not allowed",
			lesson, "</head>", `<script type="application/json">{}</script></head>`, "not allowed",
			lesson, "</head>", `<script type="application/ld+json" src="../assets/site.js"></script></head>`, "not allowed",
			lesson, "></script>", ">document.title=1</script>", "not allowed",
			lesson, "</head>", `<script defer src="../assets/site.js"></script></head>`, "2 scripts",
			lesson, "<p>Text.</p>", `<p>Text.</p><script defer src="../assets/site.js"></script>`, "not allowed",
			lesson, "<p>Text.</p>", `<p tabindex="3">Text.</p>`, "order of focus"),
		broke("scripts stay here",
			"assets/site.js", "document", "fetch('x');document", "fetch",
			"assets/site.js", "document", "import('x');document", "import",
			"assets/site.js", "document", "import x from './x.js';document", "import",
			"assets/site.js", "document.title", "document.body.innerHTML", "innerHTML",
			"assets/site.js", "document", "history.pushState(0,0,'x');document", "pushState"),
		broke("style sheets load nothing",
			"assets/site.css", "url(a.svg)", "url(b.svg)", "b.svg",
			"assets/site.css", "url(a.svg)", `url("//example.org/a.svg")`, "example.org",
			"assets/site.css", "url(a.svg)", "URL( '/a.svg')", "/a.svg",
			"assets/site.css", "body", "@import 'a.css';body", "@import",
			"assets/site.css", "url(a.svg)", "url(https://example.org/a.svg)", "https:"),
		broke("drawings load nothing",
			"assets/a.svg", "<rect", `<script/><rect`, "script",
			"assets/a.svg", "<rect", `<image href="https://example.org/a.png"/><rect`, "image",
			"assets/a.svg", "<rect", `<rect onload="x"`, "onload",
			"assets/a.svg", "<rect", `<rect fill="url(https://example.org/x)"`, "fill",
			"assets/a.svg", "</svg>", "", "well-formed"))
}

func brokenShape() []breakage {
	return slices.Concat(
		broke("headings make an outline",
			lesson, "<h1>A lesson</h1>", "", "has 0 headings",
			lesson, "<p>Text.</p>", "<h1>Two</h1><p>Text.</p>", "has 2 headings",
			lesson, "<h3>Further</h3>", "<h4>Further</h4>", "follows h2",
			lesson, "<h3>Further</h3>", "<h3> </h3>", "empty"),
		broke("no section is empty",
			"lessons/index.html", `<h2>All</h2><ul><li><a href="a.html">A</a></li></ul>`, "<h2>All</h2>", "nothing follows",
			"index.html", "<p>Words.</p>", "<section></section>", "<section> is empty",
			"index.html", "<p>Words.</p>", "", "nothing follows"),
		broke("lists have entries",
			lesson, "<p>Text.</p>", "<ul></ul>", "<ul> is empty",
			lesson, "<p>Text.</p>", "<ol>\n</ol>", "<ol> is empty",
			lesson, "<p>Text.</p>", "<ul><li></li><li>a</li></ul>", "<li> is empty",
			lesson, "<p>Text.</p>", "<ul><li>a</li><p>b</p></ul>", "no entry",
			lesson, "<p>Text.</p>", "<dl><dd></dd></dl>", "is empty",
			lesson, "<p>Text.</p>", "<p></p>", "<p> is empty",
			lesson, "<summary>More</summary>", "", "no summary"),
		broke("ids are unique",
			lesson, "<p>Text.</p>", `<p id="down">Text.</p>`, "2 times",
			lesson, "<p>Text.</p>", `<p id="">Text.</p>`, `""`,
			lesson, "<p>Text.</p>", `<p aria-labelledby="nothing">Text.</p>`, "nothing"),
		broke("language and direction are said",
			lesson, ` lang="en-GB"`, "", "language",
			lesson, `lang="en-GB"`, `lang="English (UK)"`, "language",
			lesson, `dir="ltr"`, "", "direction"),
		broke("landmarks are there once",
			lesson, "<main ", "<main></main><main ", "2 of main",
			lesson, "<header>", "<header></header><header>", "2 of header",
			lesson, "</footer>", "</footer><footer></footer>", "2 of footer",
			"index.html", "<p>Words.</p>", `<p role="banner">Words.</p>`, "says that already"),
		broke("the first link skips to the text",
			lesson, `<a class="skip" href="#CG-main">Skip</a>`, "", "begin with a link",
			lesson, `href="#CG-main"`, `href="#down"`, "does not lead",
			lesson, ` id="CG-main"`, "", "does not lead"),
		broke("tags are balanced",
			lesson, "<!doctype html>", "", "doctype",
			lesson, "<p>Text.</p>", "<p>Text.", "closes nothing",
			lesson, "<p>Text.</p>", "<p>Text.</p></p>", "closes nothing",
			lesson, "<p>Text.</p>", "<p><em>Text.</p></em>", "closes nothing",
			lesson, "<p>Text.</p>", "<p>Text.<br/></p>", "as in XML",
			lesson, "<p>Text.</p>", "<p>Text.<ul><li>a</li></ul></p>", "a browser reads",
			lesson, "<tbody><tr><td>1</td></tr></tbody>", "<tr><td>1</td></tr>", "a browser reads",
			lesson, "<p>Text.</p>", `<p><a href="#down">a <a href="#down">b</a></a></p>`, "a browser reads",
			lesson, "<p>Text.</p>", `<p class="a" class="b">Text.</p>`, "twice",
			lesson, "</html>", "", "never closed"))
}

func brokenWords() []breakage {
	return slices.Concat(
		broke("navigations are told apart",
			"lessons/index.html", ` aria-label="Jump"`, "", `called ""`,
			"lessons/index.html", `aria-label="Jump"`, `aria-label="Main"`, `called "Main"`,
			lesson, "<p>Text.</p>", `<p role="region">Text.</p>`, "no name"),
		broke("links have words",
			lesson, ">below</a>", "></a>", "no words",
			lesson, ">below</a>", `><img src="../assets/a.svg" alt=""></a>`, "no words",
			lesson, below, "<a>", "leads nowhere"),
		broke("pictures are described",
			lesson, ` alt="A box"`, "", "not described",
			lesson, `<p><img src="../assets/a.svg" alt="A box"></p>`, `<figure><img src="../assets/a.svg" alt=""></figure>`, "not described",
			lesson, ` src="../assets/a.svg"`, "", "shows nothing"),
		broke("tables have headings",
			lesson, ` scope="col"`, "", "does not say",
			lesson, `<th scope="col">A</th>`, "<td>A</td>", "no headings"),
		broke("titles are unique",
			"lessons/index.html", "<title>Lessons</title>", "<title>A lesson</title>", "as lessons/a.html has",
			lesson, "<title>A lesson</title>", "", "no title",
			lesson, "<title>A lesson</title>", "<title> </title>", "no title"),
		broke("templates are filled",
			lesson, "Text.", "#ZgotmplZ", "ZgotmplZ",
			lesson, "Text.", "&lt;no value&gt;", "no value",
			lesson, "Text.", "%!d(string=1)", "%!",
			lesson, "Text.", "{{.Title}}", "{{"),
		broke("text is UTF-8",
			lesson, "Text.", "Te\xffxt.", "not UTF-8",
			lesson, "Text.", "Te\ufffdxt.", "does not belong",
			lesson, "Text.", "Te\x00xt.", "does not belong"),
		broke("pages are light",
			lesson, "</header>", "<p>"+strings.Repeat("x", mostChrome)+"</p></header>", "surrounds",
			lesson, `<div class="text">`, "<p>"+strings.Repeat("x", mostChrome)+`</p><div class="text">`, "without its text",
			lesson, "Text.", strings.Repeat("x", mostLesson), "what it loads have",
			"assets/site.js→assets", "", strings.Repeat("x", mostScript+1), "the script has",
			"assets/site.js→assets", "", strings.Repeat("x", mostCode+1), "all scripts have",
			"assets/site.css→assets", "body", "/*"+strings.Repeat("x", mostStyle)+"*/body", "the style has"),
		broke("what is not for learners leaves no trace",
			lesson, "Text.", "Hush, now.", "hush",
			lesson, "Text.", "hu&#115;h", "hush",
			"assets/site.css", "body", "/* hush */body", "hush",
			"assets/hush.svg", "", "<svg/>", "hush",
			lesson, "Text.", "<!-- a comment -->", "comment"))
}
