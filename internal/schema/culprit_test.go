package schema

import (
	"fmt"
	"testing"
)

// TestDecodeHints holds how each mistake is told, hint included. Each case is
// front matter, and the finding that must be first: line, message and hint.
func TestDecodeHints(t *testing.T) {
	for _, c := range []struct{ kind, front, want string }{
		{"page", "title: Step #1 of two", `2 what stands after # is not read: write title: "Step #1 of two"; a remark goes on a line of its own`},
		{"page", "title: one\n  two #three", `2 what stands after # is not read: write title: "one two #three"; a remark goes on a line of its own`},
		{"lesson", "needs:\n  - pen #1", `3 what stands after # is not read: write - "pen #1"; a remark goes on a line of its own`},
		{"lesson", "needs: [pen #1, paper]", `2 what stands after # is not read: write needs: ["pen #1", paper]`},
		{"term", "sources:\n  - {title: Tip #1, reference: a}", `3 what stands after # is not read: write - {title: "Tip #1", reference: a}`},
		{"lesson", "needs:\n  • pen\n  • paper", "3 these lines are read as one text, not as a list: begin each line with a hyphen and a space, as in - paper and a pen"},
		{"lesson", "needs:\n  pen\n  paper", "3 these lines are read as one text, not as a list: begin each line with a hyphen and a space, as in - paper and a pen"},
		{"lesson", "needs:\n  * pen: red\n  * paper", `3 a line of a list begins with a hyphen: write - "pen: red"`},
		{"lesson", "needs:\n-pen\n-paper", `4 a line of a list begins with a hyphen and a space: put a space after each hyphen: - paper`},
		{"lesson", "themes:\n  - care\n  -access\nminutes: 5", `4 a line of a list begins with a hyphen and a space: put a space after each hyphen: - access`},
		{"lesson", "needs:\n  - pen\n-paper: red", `4 a line of a list begins with a hyphen and a space: put a space after each hyphen: - "paper: red"`},
		{"lesson", "needs:\n  -pen", `3 a line of a list begins with a hyphen and a space: put a space after each hyphen: - pen`},
		{"lesson", "needs: {pen}", `2 a list stands in square brackets: write needs: [pen]`},
		{"lesson", "themes: {care, access}", `2 a list stands in square brackets: write themes: [care, access]`},
		{"lesson", "needs: {Bring: a pen}", `2 this text holds a colon, so it must be in quotes: for example: needs: ["one: two", three]`},
		{"lesson", "needs:\n  - Bring: a pen", `3 this text holds a colon, so it must be in quotes: write - "Bring: a pen"`},
		{"lesson", "needs: [Bring: a pen]", `2 this text holds a colon, so it must be in quotes: for example: needs: ["one: two", three]`},
		{"lesson", "minutes: 0", `2 "minutes" must lie between 1 and 600: for example: minutes: 8`},
		{"lesson", "minutes: 601", `2 "minutes" must lie between 1 and 600: for example: minutes: 8`},
		{"lesson", "formerly: [lessons/Plain Words.md]", `2 "lessons/Plain Words.md" cannot have been the name of a page: write the name that the file had, without its folder and ending, such as plain-words`},
		{"lesson", "formerly: old, Old Words", `2 "old, Old Words" cannot have been the name of a page: put square brackets round several names: [old, old-words]`},
		{"lesson", "formerly: [https://example.org/lessons/old_words/index.html]", `2 "https://example.org/lessons/old_words/index.html" cannot have been the name of a page: write the name that the file had, without its folder and ending, such as old-words`},
		{"lesson", "formerly: [früher]", `2 "früher" cannot have been the name of a page: write the name that the file had, without its folder and ending, such as plain-words`},
		{"lesson", "redirect_from: old", `2 a lesson has no key "redirect_from": did you mean "formerly"?`},
		{"lesson", "former: old", `2 a lesson has no key "former": did you mean "formerly"?`},
		{"term", "definition: A doctor", `2 a term has no key "definition": did you mean "meaning"?`},
		{"term", "Synonyms: [doctor]", `2 a term has no key "Synonyms": did you mean "also"?`},
		{"term", "case: yes", `2 "case" cannot be "yes": write case: exact, or leave the line out`},
		{"term", "audience: [staff, everyone]", `2 "audience" must be one word, not a list: choose one: it may be everyone or staff`},
		{"term", "say: [doctor, medic]", `2 "say" must be text, not a list: write one text without brackets; if they are part of it, write say: "[doctor, medic]"`},
		{"term", "also: ['**doctor**', surgeon]", `2 readers would see the marks in "**doctor**": write "doctor"`},
		{"term", "title: <b>App</b>", "2 readers would see the marks in \"<b>App</b>\": write title: \"App\""},
		{"term", "title: '`app`'", "2 readers would see the marks in \"`app`\": write title: \"app\""},
		{"settings", "glossary: [page]", `2 "glossary" must be one word, not a list: write it without a list: glossary: page`},
		{"settings", "glossary: none", `2 "glossary" cannot be "none": did you mean "off"? it may be section, page, all or off`},
		{"lesson", "reviewed: 2026-1-5", `2 "2026-1-5" is not a date: write 2026-01-05 for 5 January 2026`},
		{"lesson", "reviewed: 03/04/2026", `2 "03/04/2026" is not a date: write 2026-04-03 for 3 April 2026`},
		{"lesson", "reviewed: 2028-02-30", `2 "2028-02-30" is not a date: February 2028 has 29 days`},
		{"lesson", "reviewed: 2026-13-01", `2 "2026-13-01" is not a date: a year has 12 months; write the year, the month and the day, such as 2026-11-20`},
		{"lesson", "reviewed: 2026-00-01", `2 "2026-00-01" is not a date: write the year, the month and the day, such as 2026-11-20`},
		{"lesson", "reviewed: soon", `2 "soon" is not a date: write the year, the month and the day, such as 2026-11-20`},
		{"lesson", "title: x\noutcome:Explain it", "3 there is no plain space after the colon: write outcome: Explain it"},
		{"lesson", "title: x\noutcome:\u00a0Explain it", "3 there is no plain space after the colon: write outcome: Explain it"},
		{"page", "title:Care", "2 there is no plain space after the colon: write title: Care"},
		{"page", "title: “Care: a start”", `2 this value holds a colon, so it must be in quotes: write title: "Care: a start"`},
		{"page", "title: \"Care”\nsummary: \"x\"", `2 the quote mark at the end is not a plain one: write title: "Care"`},
		{"term", "sources:\n  - {title: “NHS App: guide”, url: 'https://example.org'}", `3 these quote marks are not plain ones: write title: "NHS App: guide"`},
		{"page", "title: **Care**", `2 a value cannot begin with * unless it is in quotes: write title: "Care"`},
		{"page", "title: [Draft] Care", `2 a value cannot begin with a bracket unless it is in quotes: write title: "[Draft] Care"`},
		{"page", "title: & care", `2 a value cannot begin with this sign unless it is in quotes: write title: "& care"`},
		{"page", "title: ? what", `2 a value cannot begin with this sign unless it is in quotes: write title: "? what"`},
		{"page", "title: - Care", `2 a list must begin on a line of its own: put each - on its own line below the key; if it is text, write title: "- Care"`},
		{"term", "sources:\n  - title: A\n  url: https://example.org", "4 this line is not indented like the one above it: put 4 spaces before it, so that it stands below title"},
		{"term", "sources:\n  - title: A\n      url: https://example.org", "4 this line is not indented like the one above it: put 4 spaces before it, so that it stands below title"},
		{"settings", "rules: [- raw-html: off]", "2 a list in brackets has no hyphens: write rules: {asset-unused: off}, with the name of your rule"},
		{"settings", "rules:\n  - raw-html: off", `3 "rules" must be pairs of rule: level, not a list: leave out hyphens and square brackets: rules: {asset-unused: off}`},
		{"settings", "rules: {raw-html: Off}", `2 a rule cannot be set to "Off": write raw-html: off`},
		{"settings", "rules: {raw-html: false}", `2 a rule cannot be set to "false": write raw-html: off`},
		{"term", "sources: https://example.org", `2 a source must say its title, and where it can be found: write sources: [{title: "…", url: https://example.org}]`},
		{"term", "sources:\n  - https://example.org", `3 a source must say its title, and where it can be found: write it as {title: "…", url: https://example.org}`},
		{"term", "sources: [{title: Guide, second edition, url: 'https://example.org'}]", `2 this title holds a comma, so it must be in quotes: write title: "Guide, second edition"`},
		{"page", "title: x\n\tsummary: y", "3 front matter cannot be indented with a tab: delete the tab: every key begins at the start of its line"},
		{"page", "title: x\n  summary: y", "3 this line is indented, so it is read with the one above it: begin every key at the start of its line"},
		{"page", "title: 'x'\n draft: yes", "3 this line is indented, so it is read with the one above it: begin every key at the start of its line"},
		{"lesson", "needs: [a]\n minutes: 5", "3 this line is indented, so it is read with the one above it: begin every key at the start of its line"},
		{"term", "sources:\n  - title: A\n\turl: https://example.org", "4 front matter cannot be indented with a tab: use spaces instead"},
		{"page", "title: x\n  shade: y: z", `3 this value holds a colon, so it must be in quotes: write shade: "y: z"`},
		{"page", "ti\u200btle: x", "2 there is an invisible character in this key: delete the key and type it again: title"},
	} {
		_, findings := decodeText(t, c.kind, "---\n"+c.front+"\n---\nText\n")
		got := "nothing"
		for _, f := range findings {
			if p, _ := f.Position(); p.Line > 1 {
				got = fmt.Sprintf("%d %s: %s", p.Line, f.Message, f.Hint)
				break
			}
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.front, got, c.want)
		}
	}
}

// TestNoFalseCulprits holds that what a line looks like is no mistake as long as
// YAML can read it.
func TestNoFalseCulprits(t *testing.T) {
	for _, front := range []string{
		"title: |\n  * a star\n  note:this\n  [x] y", "title: \"a\n  * b\"", "needs: [pen, # red\n  paper]", "needs:\n- a long\n  text", "needs: # below\n  - a",
		"title: 'Say “hello”'", "sources: [{title: A, url: 'https://example.org#b'}]", "needs: ['pen #1', paper] # both",
	} {
		_, findings := decodeText(t, "lesson", "---\n"+front+"\n---\nText\n")
		for _, f := range findings {
			if f.Rule != "key-required" {
				t.Errorf("%s: %s", front, f.Message)
			}
		}
	}
}
