// Package check holds the rules that look at a package as a whole, after it has
// been loaded and linked, and at the wording of its pages.
//
// A check is a value in the list that All returns: the rule, and the function
// that looks. A new check is one file and one line. Run runs those that can stop
// a build, Advise the others. Settle then applies what authors said about rules:
// levels in the settings, and comments that silence one for a block.
package check

import (
	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
	"commonground/internal/wording"
)

// Input is what a check may look at. It must not change it.
type Input struct {
	Package *training.Package
	Graph   *link.Graph
	Today   schema.Date // for review dates, never for what pages say; zero for none

	english bool // the package is in English

	// What advice on words looks up; only in a package in English.
	words     *wording.Finder // its word lists and ours
	terms     map[string]bool // the names of the glossary, as they are written
	explained map[string]bool // the words of these names, folded
	names     []string        // names of several words that have capitals
	staff     *staffTerms     // the terms that the glossary keeps for staff; may be nil
}

// Check is one thing that is looked for, by a look at the package or, as advice
// may, at one page after the other.
type Check struct {
	Rule diag.Rule
	Run  func(in Input, report func(diag.Finding))
	Read func(p *Page, report func(diag.Finding))  // it is called from many goroutines
	Join func(found []diag.Finding) []diag.Finding // what remains of all that Read found, in the order of pages; nil for all
}

// All lists every check.
func All() []Check {
	return []Check{
		{Rule: ruleLanguage, Run: languageForm},
		{Rule: ruleContact, Run: contactForm},
		{Rule: ruleURL, Run: urlForm},
		{Rule: ruleOutcome, Run: outcomeVerb},
		{Rule: ruleTitleTwice, Run: titleTwice},
		{Rule: ruleTermName, Run: termName},
		{Rule: ruleTermCommon, Run: termCommon},
		{Rule: ruleRoleStart, Run: roleStart},
		{Rule: ruleReviewOrder, Run: reviewOrder},
		{Rule: ruleReviewAhead, Run: reviewAhead},
		{Rule: ruleOverdue, Run: reviewOverdue},
		{Rule: ruleWordKeep, Run: wordKeep},

		{Rule: ruleSoon, Run: reviewSoon},
		{Rule: ruleUncared, Run: reviewMissing},
		{Rule: ruleFar, Run: reviewFar},
		{Rule: ruleSourceDate, Run: sourceDate},
		{Rule: ruleStatistic, Read: statistic},
		{Rule: ruleMythRepeated, Run: mythRepeated},
		{Rule: rulePhone, Read: phoneNumber},
		{Rule: ruleEmail, Read: emailAddress},
		{Rule: ruleShape, Run: lessonShape},
		{Rule: ruleThemeBare, Run: themeBare},
		{Rule: ruleStatement, Run: accessibilityStatement},
		{Rule: ruleBrand, Read: brandLogo},

		{Rule: ruleSentence, Read: sentenceLong},
		{Rule: ruleSentenceShare, Read: sentenceShare},
		{Rule: ruleParagraph, Read: paragraphLong},
		{Rule: ruleListLong, Read: listLong},
		{Rule: ruleListMixed, Read: listMixed},
		{Rule: ruleListLead, Read: listLead},
		{Rule: ruleListAnd, Read: listAnd},
		{Rule: ruleStepsForm, Read: stepsForm},
		{Rule: ruleHeadingLong, Read: headingLong},
		{Rule: ruleHeadingStop, Read: headingStop},
		{Rule: ruleHeadingCase, Read: headingCase},
		{Rule: ruleHeadingQuestion, Read: headingQuestion},
		{Rule: ruleLinkWords, Read: linkWords},
		{Rule: ruleLinkSame, Read: linkSame},
		{Rule: ruleLinkStop, Read: linkStop},
		{Rule: ruleItalic, Read: italic},
		{Rule: ruleBoldLong, Read: boldLong},
		{Rule: ruleCapitals, Read: capitals},
		{Rule: ruleNumberWords, Read: numberWords},
		{Rule: ruleNumberRange, Read: numberRange},
		{Rule: ruleNumberComma, Read: numberComma},
		{Rule: ruleDateForm, Read: dateForm},
		{Rule: ruleTimeForm, Read: timeForm},
		{Rule: ruleMoneyForm, Read: moneyForm},
		{Rule: ruleSizeForm, Read: sizeForm},
		{Rule: ruleCallouts, Read: warningsMany},
		{Rule: ruleCalloutTitle, Read: warningTitle},
		{Rule: ruleMinutes, Read: minutesWords},

		{Rule: rulePlainWord, Read: plainWord},
		{Rule: ruleHealthWord, Read: healthWord},
		{Rule: ruleDigitalWord, Read: digitalWord},
		{Rule: rulePeopleWord, Read: peopleWord},
		{Rule: ruleValueWord, Read: valueWord},
		{Rule: ruleSpelling, Read: ukSpelling},
		{Rule: ruleNameForm, Read: nameForm},
		{Rule: ruleContraction, Read: contraction},
		{Rule: ruleShortForm, Read: shortForm},
		{Rule: ruleAcronym, Read: acronymUnexplained},
		{Rule: ruleStaffTerm, Read: staffTerm},
		{Rule: ruleMeaningJargon, Read: meaningJargon},
		{Rule: ruleJargonUnexplained, Read: jargon, Join: jargonUnexplained},
		{Rule: ruleReadability, Read: readability},
	}
}

// Run runs every check but advice.
func Run(in Input) []diag.Finding {
	var findings []diag.Finding
	for _, c := range All() {
		if !c.Rule.Advice {
			c.Run(in, func(f diag.Finding) { findings = append(findings, f) })
		}
	}
	return findings
}

// Rules lists the rules of all checks, and those of Settle.
func Rules() []diag.Rule {
	rules := []diag.Rule{ruleNoRule, ruleFirm, ruleIgnoreUnused}
	for _, c := range All() {
		rules = append(rules, c.Rule)
	}
	return rules
}
