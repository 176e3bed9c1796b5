package check

import (
	"strings"
	"unicode"

	"commonground/internal/diag"
	"commonground/internal/markdown"
)

const linkWhy = "People skim links, and screen readers list them, without the words around. The NHS digital service manual asks for links that say where they lead, "

var (
	ruleLinkWords = diag.Rule{
		Code: "link-words", Severity: diag.Warning, English: true, Advice: true,
		Title: "A link should say where it leads.",
		Why:   linkWhy + "and names click here and read more as what not to write.",
		Scope: "The words of links, when they are nothing but here, click here, this page, read more and the like.",
	}
	ruleLinkSame = diag.Rule{
		Code: "link-same", Severity: diag.Note, Advice: true,
		Title: "Links with the same words should lead to the same place.",
		Why:   linkWhy + "so that two links with one text are not taken for one.",
		Scope: "The links of one page, footnotes and what only facilitators get included. Addresses that are written out, and two sections of one page, are left alone.",
	}
	ruleLinkStop = diag.Rule{
		Code: "link-stop", Severity: diag.Note, Advice: true,
		Title: "A full stop should stand behind a link, not in it.",
		Why:   "The stop belongs to the sentence and not to the name of the place; the NHS digital service manual keeps it outside.",
		Scope: "Links whose words end in a full stop or a comma. Short forms such as Ltd. are left alone.",
	}
)

// sayingNothing are what links are called that say nothing of where they lead.
var sayingNothing = wordLines(`
	here
	click here
	click this
	click
	go here
	see here
	read here
	right here
	over here
	look here
	more
	read more
	learn more
	find out more
	see more
	know more
	more info
	more information
	more details
	details
	info
	further information
	continue
	continue reading
	link
	this link
	the link
	a link
	this
	that
	it
	page
	this page
	that page
	the page
	this article
	this post
	this site
	this website
	this document
	this one
	this guide
	website
	the website
	site
	download
	download here
	start here
	video
	watch`)

func wordLines(list string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" {
			set[line] = true
		}
	}
	return set
}

func linkWords(p *Page, report func(diag.Finding)) {
	for n := range p.Doc.Links {
		l := &p.Doc.Links[n]
		text := strings.TrimFunc(strings.ToLower(l.Text), func(r rune) bool { return !unicode.IsLetter(r) })
		if sayingNothing[text] {
			report(ruleLinkWords.At(p.File, l.Span, "%q does not say where this link leads", l.Text).
				WithHint("make the words that name the place the link: read [how to order](…)"))
		}
	}
}

func linkSame(p *Page, report func(diag.Finding)) {
	first := map[string]string{}
	for n := range p.Doc.Links {
		l := &p.Doc.Links[n]
		key := strings.Join(strings.Fields(strings.ToLower(l.Text)), " ")
		if key == "" || sayingNothing[key] || strings.Contains(l.Dest, key) {
			continue
		}
		dest, _, _ := strings.Cut(strings.ToLower(l.Dest), "#")
		dest = strings.TrimRight(dest, "/")
		if other, ok := first[key]; !ok {
			first[key] = dest
		} else if other != dest {
			report(ruleLinkSame.At(p.File, l.Span, "%q is also a link to another place on this page, %s", l.Text, other).
				WithHint("say in each link what is different about where it leads"))
		}
	}
}

func linkStop(p *Page, report func(diag.Finding)) {
	for n := range p.Prose {
		t := &p.Prose[n]
		for _, m := range t.Marks {
			if m.Kind != markdown.Linked || m.End-m.Start < 2 {
				continue
			}
			words := string(t.Text[m.Start:m.End])
			last := words[len(words)-1]
			if last != '.' && last != ',' || strings.HasSuffix(words, "..") || ownStop(words) {
				continue
			}
			report(p.At(&ruleLinkStop, t, m.End-1, m.End, "this link ends in %q", words[len(words)-1:]).
				WithHint("move it behind the link: [words](address)%c", last))
		}
	}
}

// ownStop says whether the full stop belongs to the last word, as in Ltd. and U.S.
func ownStop(words string) bool {
	fields := strings.Fields(strings.TrimRight(words, "."))
	if len(fields) == 0 {
		return true
	}
	last := strings.ToLower(fields[len(fields)-1])
	return len(last) == 1 || strings.Contains(last, ".") || shortForms[last]
}
