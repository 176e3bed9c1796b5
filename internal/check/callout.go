package check

import (
	"strings"

	"commonground/internal/diag"
)

var (
	ruleCallouts = diag.Rule{
		Code: "warnings-many", Severity: diag.Warning, Advice: true,
		Title: "A page should have at most two warnings.",
		Why:   "What is everywhere warns of nothing. The NHS digital service manual allows two warning callouts on a page.",
		Scope: "warning blocks that learners see.",
	}
	ruleCalloutTitle = diag.Rule{
		Code: "warning-title", Severity: diag.Note, English: true, Advice: true,
		Title: "The title of a warning should say of what.",
		Why:   "People who skim read only the title. The NHS digital service manual asks for a specific heading on each callout.",
		Scope: "warning blocks without a title, or with one that says no more than the block does by itself, such as Important.",
	}
)

const mostWarnings = 2

func warningsMany(p *Page, report func(diag.Finding)) {
	aside := p.Doc.Aside()
	shown := 0
	for n, b := range p.Doc.Blocks {
		if b.Kind != "warning" || aside.Blocks[n] {
			continue
		}
		if shown++; shown == mostWarnings+1 {
			at := b.Span
			at.End = p.File.LineAt(at.Start).End
			report(ruleCallouts.At(p.File, at, "this is the third warning of this page").
				WithHint("keep the two that matter most for safety, and make the others part of the text"))
		}
	}
}

// saysNothing are titles that say no more than that it is a warning.
var saysNothing = wordLines(`
	warning
	important
	caution
	attention
	note
	please note
	careful
	be careful
	beware
	remember
	read this
	important information
	danger`)

func warningTitle(p *Page, report func(diag.Finding)) {
	for _, b := range p.Doc.Blocks {
		title := strings.ToLower(strings.Trim(b.Title, " .:!"))
		if b.Kind != "warning" || title != "" && !saysNothing[title] {
			continue
		}
		at := b.Span
		at.End = p.File.LineAt(at.Start).End
		report(ruleCalloutTitle.At(p.File, at, "the title of this warning does not say of what").
			WithHint("name the danger behind the word: ::: warning Do not share passwords"))
	}
}
