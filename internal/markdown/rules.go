package markdown

import "commonground/internal/diag"

// What can be wrong with the text of one file, read on its own.
var (
	ruleRawHTML     = diag.Rule{Code: "raw-html", Severity: diag.Warning, Title: "HTML tags are shown as text; write Markdown instead."}
	ruleCommentOpen = diag.Rule{Code: "comment-open", Severity: diag.Error, Title: "A comment must begin with <!-- and end with -->."}
	ruleCodeOpen    = diag.Rule{Code: "code-open", Severity: diag.Error, Title: "Code must be closed."}
	ruleCharLost    = diag.Rule{Code: "char-lost", Severity: diag.Warning, Title: "No letter should be lost by saving a file in another encoding."}
	ruleBraces      = diag.Rule{Code: "braces-text", Severity: diag.Warning, Title: "A picture, a link or a heading should not have braces behind it: they are shown as text."}
	ruleIgnoreForm  = diag.Rule{Code: "ignore-form", Severity: diag.Warning, Title: "A comment that silences a rule needs the rule and a reason."}

	ruleBlockUnknown   = diag.Rule{Code: "block-unknown", Severity: diag.Error, Title: "A block must have a name that there is."}
	ruleBlockOpen      = diag.Rule{Code: "block-open", Severity: diag.Error, Title: "A block must be closed."}
	ruleBlockStray     = diag.Rule{Code: "block-stray", Severity: diag.Error, Title: "A line of colons must close a block."}
	ruleBlockAttribute = diag.Rule{Code: "block-attribute", Severity: diag.Error, Title: "What stands in { } must be something the block knows."}
	ruleBlockColons    = diag.Rule{Code: "block-colons", Severity: diag.Error, Title: "A block must open with three colons at the start of a line."}
	ruleBlockTitle     = diag.Rule{Code: "block-title", Severity: diag.Warning, Title: "The title of a block should be plain words."}
	ruleBlockEmpty     = diag.Rule{Code: "block-empty", Severity: diag.Error, Title: "A block must hold something."}

	ruleHeadingLevel     = diag.Rule{Code: "heading-level", Severity: diag.Error, Title: "A heading must not skip a level."}
	ruleHeadingH1        = diag.Rule{Code: "heading-h1", Severity: diag.Error, Title: "Only the title of the page is a heading of level 1."}
	ruleHeadingEmpty     = diag.Rule{Code: "heading-empty", Severity: diag.Error, Title: "A heading must have words."}
	ruleHeadingSpace     = diag.Rule{Code: "heading-space", Severity: diag.Warning, Title: "A heading should have a space after its #."}
	ruleHeadingUnderline = diag.Rule{Code: "heading-underline", Severity: diag.Warning, Title: "A heading should begin with ##, and a line of hyphens should have an empty line above it."}
	ruleHeadingDeep      = diag.Rule{Code: "heading-deep", Severity: diag.Warning, Title: "A heading should be of level 4 or less."}

	ruleLinkScheme    = diag.Rule{Code: "link-scheme", Severity: diag.Error, Title: "A link must lead to the package, to the web, to an e-mail address or to a phone number."}
	ruleLinkEmpty     = diag.Rule{Code: "link-empty", Severity: diag.Error, Title: "A link must have an address."}
	ruleLinkText      = diag.Rule{Code: "link-text", Severity: diag.Error, Title: "A link must have words."}
	ruleLinkForm      = diag.Rule{Code: "link-form", Severity: diag.Warning, Title: "A link should be written so that it is read as one."}
	ruleLinkReference = diag.Rule{Code: "link-reference", Severity: diag.Warning, Title: "A link by reference should have its address given."}

	ruleListForm   = diag.Rule{Code: "list-form", Severity: diag.Warning, Title: "A list should be written so that it is read as one."}
	ruleBoldForm   = diag.Rule{Code: "bold-form", Severity: diag.Warning, Title: "Words in bold should be written so that they are read as bold."}
	ruleTableForm  = diag.Rule{Code: "table-form", Severity: diag.Warning, Title: "A table should be written so that it is read as one."}
	ruleTableCells = diag.Rule{Code: "table-cells", Severity: diag.Error, Title: "A row of a table must not have more cells than the table has columns."}

	ruleFootnoteMissing = diag.Rule{Code: "footnote-missing", Severity: diag.Warning, Title: "A footnote should have its text given."}
	ruleFootnoteUnused  = diag.Rule{Code: "footnote-unused", Severity: diag.Warning, Title: "The text of a footnote should have a number that leads to it."}
	ruleFootnoteTwice   = diag.Rule{Code: "footnote-twice", Severity: diag.Warning, Title: "A footnote should have one text."}
	ruleFootnotePlace   = diag.Rule{Code: "footnote-place", Severity: diag.Error, Title: "A footnote must stand where learners read it, and not in the words of a link."}

	ruleAltMissing  = diag.Rule{Code: "alt-missing", Severity: diag.Error, Title: "A picture must be described."}
	ruleAltLong     = diag.Rule{Code: "alt-long", Severity: diag.Warning, Title: "The description of a picture should be short."}
	ruleAltWords    = diag.Rule{Code: "alt-words", Severity: diag.Warning, Title: "The description of a picture should say what it shows, and not that it is a picture.", English: true}
	ruleImageForm   = diag.Rule{Code: "image-form", Severity: diag.Error, Title: "A picture must be written so that it is read as one."}
	ruleImageScheme = diag.Rule{Code: "image-scheme", Severity: diag.Error, Title: "A picture must be a file of the package."}

	ruleQuizShape  = diag.Rule{Code: "quiz-shape", Severity: diag.Error, Title: "A quiz needs a question and one list of choices."}
	ruleQuizAnswer = diag.Rule{Code: "quiz-answer", Severity: diag.Error, Title: "A quiz needs right choices and wrong ones."}
	ruleQuizSame   = diag.Rule{Code: "quiz-same", Severity: diag.Error, Title: "No two choices of a quiz may say the same."}
	ruleQuizReason = diag.Rule{Code: "quiz-reason", Severity: diag.Warning, Title: "Each choice of a quiz should be explained."}

	ruleSayTable     = diag.Rule{Code: "say-table", Severity: diag.Error, Title: "A say block needs one table of two columns."}
	ruleSayHeadings  = diag.Rule{Code: "say-headings", Severity: diag.Error, Title: "The columns of a say block are headed Say and Instead of.", English: true}
	ruleStepsList    = diag.Rule{Code: "steps-list", Severity: diag.Error, Title: "A steps block needs one numbered list."}
	ruleDoList       = diag.Rule{Code: "do-list", Severity: diag.Error, Title: "A do or dont block needs one list of two or more."}
	ruleDoWords      = diag.Rule{Code: "do-words", Severity: diag.Warning, Title: "An item of a do block should not begin with do.", English: true}
	ruleDontWords    = diag.Rule{Code: "dont-words", Severity: diag.Error, Title: "An item of a dont block begins with do not or never.", English: true}
	ruleTryItMinutes = diag.Rule{Code: "try-it-minutes", Severity: diag.Warning, Title: "A try-it block should say how long it takes."}
	ruleMoreTitle    = diag.Rule{Code: "more-title", Severity: diag.Warning, Title: "A more block should say what is in it."}

	ruleLimitNotes     = diag.Rule{Code: "limit-notes", Severity: diag.Error, Title: "A page may have 1,000 footnotes, and 1,000 comments."}
	ruleLimitParagraph = diag.Rule{Code: "limit-paragraph", Severity: diag.Error, Title: "A paragraph may have 16 KB, and 1,500 of the signs that begin marks."}
	ruleLimitBlank     = diag.Rule{Code: "limit-blank", Severity: diag.Error, Title: "There may be 50 empty lines in a row."}
	ruleLimitDepth     = diag.Rule{Code: "limit-depth", Severity: diag.Error, Title: "There may be 32 lists, quotes and blocks inside each other."}
	ruleLimitTable     = diag.Rule{Code: "limit-table", Severity: diag.Error, Title: "The tables of a page may have 20,000 cells."}
	ruleLimitOutput    = diag.Rule{Code: "limit-output", Severity: diag.Error, Title: "A page may become 20 times as large as its text."}
)

// Rules lists what Parse can find, in the order of docs/rules.md.
func Rules() []diag.Rule {
	return []diag.Rule{
		ruleRawHTML, ruleCommentOpen, ruleCodeOpen, ruleCharLost, ruleBraces, ruleIgnoreForm,
		ruleBlockUnknown, ruleBlockOpen, ruleBlockStray, ruleBlockAttribute, ruleBlockColons, ruleBlockTitle, ruleBlockEmpty,
		ruleHeadingLevel, ruleHeadingH1, ruleHeadingEmpty, ruleHeadingSpace, ruleHeadingUnderline, ruleHeadingDeep,
		ruleLinkScheme, ruleLinkEmpty, ruleLinkText, ruleLinkForm, ruleLinkReference,
		ruleListForm, ruleBoldForm, ruleTableForm, ruleTableCells,
		ruleFootnoteMissing, ruleFootnoteUnused, ruleFootnoteTwice, ruleFootnotePlace,
		ruleAltMissing, ruleAltLong, ruleAltWords, ruleImageForm, ruleImageScheme,
		ruleQuizShape, ruleQuizAnswer, ruleQuizSame, ruleQuizReason,
		ruleSayTable, ruleSayHeadings, ruleStepsList, ruleDoList, ruleDoWords, ruleDontWords,
		ruleTryItMinutes, ruleMoreTitle,
		ruleLimitNotes, ruleLimitParagraph, ruleLimitBlank, ruleLimitDepth, ruleLimitTable, ruleLimitOutput,
	}
}
