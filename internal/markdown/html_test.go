package markdown

import (
	"testing"
)

// What Markdown becomes. Holes are written as names in braces.
var htmlTests = []struct{ name, text, html string }{
	{"paragraphs", "One\ntwo.\n\nThree.", "<p>One\ntwo.</p>\n<p>Three.</p>\n"},
	{"empty", "", ""},
	{"hard breaks", "a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n"},
	{"emphasis", "*a* **b** ***c*** ~~d~~", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <del>d</del></p>\n"},
	{"escapes", `\*a\* \< & < > " &lt; &amp; &eacute; &#233; &#xE9; &nope; \&amp;`, "<p>*a* &lt; &amp; &lt; &gt; &quot; &lt; &amp; é é é &amp;nope; &amp;amp;</p>\n"},
	{"entities that are no text", "&#0; &#27; &#xD800; &#x110000; &#xFFFE; &#x202E; &#x2066; &#; &#x;", "<p>\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD &amp;#; &amp;#x;</p>\n"},
	{"code", "`a<b>` and `` c`d `` and `e\nf`", "<p><code>a&lt;b&gt;</code> and <code>c`d</code> and <code>e f</code></p>\n"},
	{"fenced code", "```C++ x\na < b\n\tc\n```", "<pre><code class=\"language-c\">a &lt; b\n\tc\n</code></pre>\n"},
	{"fenced code at the end", "~~~\na", "<pre><code>a\n</code></pre>\n"},
	{"indented code", "    a\n\n      b\n", "<pre><code>a\n\n  b\n</code></pre>\n"},
	{"headings", "## A *b*\n\nC\n---\n\n### D ###", "{heading 0}A <em>b</em>{/heading 0}\n{heading 1}C{/heading 1}\n{heading 2}D{/heading 2}\n"},
	{"quote and rule", "> a\nb\n\n***", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<hr>\n"},
	{"tight list", "- a\n- b\n  1. c", "<ul>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n"},
	{"loose list", "3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"},
	{"tasks", "- [ ] a\n- [x] b\n- c", `<ul class="tasks">` + "\n<li>" + `<span aria-hidden="true">☐</span><span class="unseen">{phrase 3}</span> a</li>` + "\n<li>" + `<span aria-hidden="true">☑</span><span class="unseen">{phrase 2}</span> b</li>` + "\n<li>c</li>\n</ul>\n"},
	{"table", "| a | b | c |\n|---|:-:|--:|\n| `x\\|y` | 2 |", `<div class="table" role="group" tabindex="0" aria-label="{phrase 1}"><table>` + "\n<thead>\n<tr>\n" + `<th scope="col">a</th>` + "\n" + `<th scope="col" class="centre">b</th>` + "\n" + `<th scope="col" class="right">c</th>` + "\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>x|y</code></td>\n" + `<td class="centre">2</td>` + "\n<td></td>\n</tr>\n</tbody>\n</table></div>\n"},
	{"table of one row", "| a | |\n|---|---|", `<div class="table" role="group" tabindex="0" aria-label="{phrase 1}"><table>` + "\n<thead>\n<tr>\n" + `<th scope="col">a</th>` + "\n<td></td>\n</tr>\n</thead>\n</table></div>\n"},
	{"definitions", "a\n: b\n\nc\n\n: d", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>\n<p>d</p>\n</dd>\n</dl>\n"},
	{"links", "[a *b*](c.md \"t\") <https://nhs.uk/?a&b> <a@nhs.net> [r][x] [x]\n\n[x]: y.md", "<p>{link 0}a <em>b</em>{/link 0} {link 1}https://nhs.uk/?a&amp;b{/link 1} {link 2}a@nhs.net{/link 2} {link 3}r{/link 3} {link 4}x{/link 4}</p>\n"},
	{"picture in a line", "See ![a](b.png \"t\").", "<p>See {image 0}.</p>\n"},
	{"figure", "![a](b.png)\n\n![a](b.png \"Under & *it*\")", "<figure>{image 0}</figure>\n<figure>{image 1}<figcaption>Under &amp; *it*</figcaption></figure>\n"},
	{"picture in a link", "[![a](b.png)](c.md)", "<p>{link 0}{image 0}{/link 0}</p>\n"},
	{"footnotes", "A[^a] b[^b] a[^a].\n\n[^b]: B\n[^a]: A", `<p>A{note 0} b{note 1} a{note 2}.</p>` + "\n" + `<div class="footnotes" role="group" aria-label="{phrase 0}">` + "\n<ol>\n" + `<li id="{id 3}">` + "\n" + `<p>A{back 0}{back 1}</p>` + "\n</li>\n" + `<li id="{id 4}">` + "\n" + `<p>B{back 2}</p>` + "\n</li>\n</ol>\n</div>\n"},
	{"raw html in a line", `Give <dose> of <b class="x">it</b>.`, `<p>Give &lt;dose&gt; of &lt;b class=&quot;x&quot;&gt;it&lt;/b&gt;.</p>` + "\n"},
	{"raw html block", "<div onclick=\"x()\">\nhello\n</div>\n\n<script>\nalert(1)\n\n</script>", "<p>&lt;div onclick=&quot;x()&quot;&gt;\nhello\n&lt;/div&gt;</p>\n<p>&lt;script&gt;\nalert(1)\n\n&lt;/script&gt;</p>\n"},
	{"address that is none", "<patient@ward>", "<p>&lt;patient@ward&gt;</p>\n"},
	{"address not allowed", "<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>\n"},
	{"comment", "a\n\n<!-- secret -->\n\nb", "<p>a</p>\n<p>b</p>\n"},
	{"comment in a line", "a <!-- secret --> b", "<p>a  b</p>\n"},
	{"comment before text", "<!-- secret --> *b*\nc", "<p> <em>b</em>\nc</p>\n"},
	{"comments of many lines", "<!-- secret\n\nsecret --> <!-- secret\n\n--> b\nc", "<p>b\nc</p>\n"},
	{"comments on one line", "<!-- secret --> <!-- secret -->\nb", "<p>b</p>\n"},
	{"short comments", "<!-->\na <!---> b", "<p>a  b</p>\n"},
	{"comment in raw html", "<div>\n<!-- secret\nsecret -->\na</div>", "<p>&lt;div&gt;\n\na&lt;/div&gt;</p>\n"},
	{"comment in a list", "- a\n  <!-- secret -->\n- b", "<ul>\n<li>a\n</li>\n<li>b</li>\n</ul>\n"},
	{"comment that hides a fence", "::: note\n<!--\n:::\n-->\na\n:::", "{block 0}<p>a</p>\n{/block 0}\n"},
	{"block", "::: note Title & more\na\n:::\nb", "{block 0}<p>a</p>\n{/block 0}\n<p>b</p>\n"},
	{"block interrupts and is interrupted", "a\n:::note\nb\n:::\nc", "<p>a</p>\n{block 0}<p>b</p>\n{/block 0}\n<p>c</p>\n"},
	{"blocks in blocks", ":::: example\n::: note\na\n:::\nb\n::::\n", "{block 0}{block 1}<p>a</p>\n{/block 1}\n<p>b</p>\n{/block 0}\n"},
	{"blocks close the deepest", "::: example\n:::: note\na\n:::\nb\n:::\n", "{block 0}{block 1}<p>a</p>\n{/block 1}\n<p>b</p>\n{/block 0}\n"},
	{"fence in code", "::: note\n```\n:::\n```\n\n    :::\n:::", "{block 0}<pre><code>:::\n</code></pre>\n<pre><code>:::\n</code></pre>\n{/block 0}\n"},
	{"fence in code in a list", "::: note\n- a\n  ```\n  :::\n  ```\n:::", "{block 0}<ul>\n<li>a\n<pre><code>:::\n</code></pre>\n</li>\n</ul>\n{/block 0}\n"},
	{"fence ends code that a list has ended", "::: note\n- a\n  ```\n:::\nb", "{block 0}<ul>\n<li>a\n<pre><code></code></pre>\n</li>\n</ul>\n{/block 0}\n<p>b</p>\n"},
	{"fence ends a list", "::: note\n- a\n- b\n:::\n- c", "{block 0}<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n{/block 0}\n<ul>\n<li>c</li>\n</ul>\n"},
	{"fence ends a quote", "::: note\n> a\n:::\nb", "{block 0}<blockquote>\n<p>a</p>\n</blockquote>\n{/block 0}\n<p>b</p>\n"},
	{"block in a list", "1. a\n   ::: note\n   b\n   :::\n2. c", "<ol>\n<li>a\n{block 0}<p>b</p>\n{/block 0}\n</li>\n<li>c</li>\n</ol>\n"},
	{"block in a quote", "> ::: note\n> b\n> :::\n> c", "<blockquote>\n{block 0}<p>b</p>\n{/block 0}\n<p>c</p>\n</blockquote>\n"},
	{"unknown block", "::: nope A <title>\na\n:::", "<div>\n<p>A &lt;title&gt;</p>\n<p>a</p>\n</div>\n"},
	{"stray fence", "a\n:::\nb", "<p>a</p>\n<p>:::</p>\n<p>b</p>\n"},
	{"two colons", ":: note\na", "<p>:: note\na</p>\n"},
	{"quiz", "::: quiz Which?\nBefore\n- [ ] *a*\n  > why\n- [x] b\n\n  c\n  > one\n  >\n  > two\n\nAfter\n:::\n", "{block 0}<p>Before</p>\n{quiz 0}\n<p>After</p>\n{/block 0}\n"},
}

func TestHTML(t *testing.T) {
	for _, test := range htmlTests {
		t.Run(test.name, func(t *testing.T) {
			d := Parse(fileOf(test.text))
			if got := fill(d, d.Body); got != test.html {
				t.Errorf("of %q\n got %q\nwant %q", test.text, got, test.html)
			}
		})
	}
}

func TestQuizFragments(t *testing.T) {
	d := Parse(fileOf("::: quiz Which?\n- [ ] [a](b.md)\n  > [c](d.md)\n- [x] b\n\n  c\n  > one\n  >\n  > two\n- [x] d\n:::\n"))
	if len(d.Quizzes) != 1 {
		t.Fatalf("quizzes: %v", d.Quizzes)
	}
	q := d.Quizzes[0]
	want := [][2]string{
		{"{link 0}a{/link 0}\n", "{link 1}c{/link 1}\n"},
		{"<p>b</p>\n<p>c</p>\n\n", "<p>one</p>\n<p>two</p>\n\n"},
		{"d\n", ""},
	}
	for i, c := range q.Choices {
		if got := [2]string{fill(d, c.Text), fill(d, c.Why)}; got != want[i] {
			t.Errorf("choice %d: got %q, want %q", i, got, want[i])
		}
	}
	if !q.Several() || q.Choices[0].Right || !q.Choices[1].Right {
		t.Errorf("wrong choices are right: %v", q.Choices)
	}
}
