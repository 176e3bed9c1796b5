package synthetic

import (
	"fmt"
	"strconv"
	"strings"
)

var (
	themeSlugs = []string{"plain-words", "side-by-side", "hands-on", "one-to-one", "good-news", "in-the-way"}
	roleSlugs  = []string{"receptionist", "nurse", "gp", "manager", "consultant", "pharmacist"}
)

// lesson writes lesson i, with pictures beside it when it is a folder.
func (a author) lesson(i int) {
	p := a.lessons[i]
	keys := []any{
		"title", p.title, "summary", a.sentence(), "themes", a.some(a.themes, 1+a.IntN(2)), "minutes", 3 + a.IntN(25),
		"outcome", capital(a.pick(verbs)) + " " + a.words(6), "level", YAML([]string{"start", "build", "share"}[i%3]),
		"order", i + 1, "takeaway", a.sentence(), "needs", []string{"a phone", "a pen"}, "reviewed", YAML("2026-11-20"), "review_by", YAML("2027-11-20"),
		"nation", "England", "owner", "The team", "sources", YAML(`[{title: "A study", url: "https://example.org/study", date: "2024"}, {title: "A book", reference: "A publisher", date: "2025-03"}]`),
	}
	if i%4 != 0 {
		keys = append(keys, "roles", a.some(roleSlugs, 1+a.IntN(3)))
	}
	if i > 0 && i%3 == 0 {
		keys = append(keys, "before", []string{a.lessons[a.IntN(i)].slug})
	}
	if i%2 == 0 {
		keys = append(keys, "myths", []string{mythSlug(a.IntN(a.myths))})
	}
	body := a.opening(i) + a.telling(p) + a.doing(p) + a.thinking(i) + a.notes(i)
	a.out.add("content/lessons/"+p.file(), Front(keys...)+body)
	if p.folder {
		dir := "content/lessons/" + p.slug + "/"
		a.out.add(dir+"step 1.svg", svgPicture)
		a.out.add(dir+"step-2.png", Picture())
		a.out.add(dir+"handout.pdf", "%PDF-1.4 a page to print\n")
		a.out.add(dir+Canary+"-room.svg", svgPicture)
		a.out.add(dir+Canary+"-plan.pdf", "%PDF-1.4 a plan\n")
	}
}

// some returns n of a list, each at most once.
func (a author) some(list []string, n int) []string {
	var out []string
	for _, i := range a.Perm(len(list))[:min(n, len(list))] {
		out = append(out, list[i])
	}
	return out
}

// link leads to another lesson, now and then to a section of it.
func (a author) link(from lessonPlan) string {
	to := a.lessons[a.IntN(len(a.lessons))]
	way := to.file()
	if from.folder {
		way = "../" + way
	}
	if a.IntN(2) == 0 {
		way += "#" + headingID(to.sections[a.IntN(len(to.sections))])
	}
	return "[" + a.words(3) + "](" + way + ")"
}

// entry is a link into the glossary, if there is one.
func (a author) entry(text, to string) string {
	if !a.glossary {
		return text
	}
	return "[" + text + "](" + to + ")"
}

func up(p lessonPlan) string {
	if p.folder {
		return "../../"
	}
	return "../"
}

// opening is the first section: links, emphasis, footnotes, lists in lists.
func (a author) opening(i int) string {
	p := a.lessons[i]
	term := a.IntN(len(a.terms))
	return a.paragraph(25) +
		"The **" + a.words(2) + "** and *" + a.words(2) + "* of the " + strings.ToLower(a.terms[term]) + "[^1], not ~~" + a.words(2) + "~~ but `" + a.pick(nouns) + " & <" + a.pick(nouns) + ">`.\n" +
		"See " + a.link(p) + " and " + a.entry(a.terms[term], up(p)+"glossary/"+termSlug(term)+".md") + ".\n\n" +
		"## " + p.sections[0] + "\n\n" + a.paragraph(30) +
		"- " + a.words(5) + "\n- " + a.words(4) + "\n  - " + a.words(4) + "\n  - " + a.words(3) + "\n    1. " + a.words(3) + "\n    2. " + a.words(3) + "\n- " + a.link(p) + "\n\n" +
		"<!-- " + Canary + " in a comment of\n\nseveral lines -->\n\n" +
		a.block("example", a.heading(), a.paragraph(20)) +
		a.block("say", "At the desk", "| Say | Instead of |\n| --- | --- |\n| "+a.words(5)+" | "+a.words(4)+" |\n| "+a.words(4)+" | "+a.words(4)+" |\n\n")
}

// telling is the second section: a table, definitions and a list of tasks.
func (a author) telling(p lessonPlan) string {
	return "## " + p.sections[1] + "\n\n" + a.paragraph(20) +
		"| Who | Minutes | Where |\n| :-- | --: | :-: |\n| " + a.pick(nouns) + " | 5 | " + a.pick(nouns) + " |\n| " + a.pick(nouns) + " | 12 | " + a.pick(nouns) + " |\n\n" +
		capital(a.words(2)) + "\n: " + a.words(8) + "\n\n" + capital(a.pick(nouns)) + "\n: " + a.words(6) + "\n: " + a.words(5) + "\n\n" +
		"### " + a.heading() + "\n\n- [ ] " + a.words(4) + "\n- [x] " + a.words(4) + "\n\n" +
		a.block("peer-tip", "From a colleague", a.paragraph(20)) +
		a.block("note", "", a.paragraph(15)) +
		"> " + a.sentence() + "\n>\n> " + a.sentence() + "\n\n"
}

// doing is the third section: blocks with lists, and the pictures of a folder.
func (a author) doing(p lessonPlan) string {
	steps, more := "1. "+a.sentence()+"\n2. "+a.sentence()+"\n3. "+a.sentence()+"\n\n", ""
	if p.folder {
		steps = "1. " + a.sentence() + "\n   ![The " + a.words(3) + "](<step 1.svg>)\n2. " + a.sentence() + "\n\n   ![The " + a.words(3) + "](step-2.png)\n\n"
		more = "![The same " + a.pick(nouns) + " alone](step-2.png \"" + capital(a.words(4)) + "\")\n\nPrint [the " + a.pick(nouns) + "](handout.pdf).\n\n"
	}
	return "## " + p.sections[2] + "\n\n" + a.paragraph(15) + more +
		a.block("steps", "Send the form", steps) +
		a.block("try-it", a.heading()+" {minutes="+strconv.Itoa(1+a.IntN(9))+"}", a.paragraph(12)+"```text\n"+a.words(4)+"\n::: note\n```\n\n") +
		a.block("do", "", "- ask the "+a.pick(nouns)+"\n- sit beside the "+a.pick(nouns)+"\n\n") +
		a.block("dont", "", "- do not take the "+a.pick(nouns)+"\n- never send the "+a.pick(nouns)+"\n\n") +
		a.block("warning", "Mind the "+a.pick(nouns), a.paragraph(15))
}

// thinking is the last section: talk, quizzes and what only facilitators see.
func (a author) thinking(i int) string {
	p := a.lessons[i]
	return "## " + p.sections[3] + "\n\n" + a.paragraph(20) +
		a.block("more", "If the "+a.pick(nouns)+" is "+a.pick(adjectives), a.paragraph(15)+a.block("reflect", "", a.paragraph(12))) +
		a.block("talk", "", a.paragraph(12)+facilitator(i)+a.notesFor(p)) +
		a.quiz(1) + a.quiz(2) + "---\n\n" + a.paragraph(10)
}

// facilitator is a block that must leave no trace, with everything in it that
// is kept beside the text: a heading, a quiz, a table, links.
func facilitator(i int) string {
	c := fmt.Sprintf("%s%d", Canary, i)
	text := c + " in words with [a " + c + " link](https://example.org/" + c + ").\n\n| " + c + " | b |\n| --- | --- |\n| c | d |\n\n" +
		"::: quiz The " + c + " question\n- [x] " + c + " right\n  > " + c + " why\n- [ ] " + c + " wrong\n  > " + c + " why not\n:::\n\n"
	if i%7 == 3 {
		text += "## The " + c + " heading\n\nWords of " + c + " below it.\n\n"
	}
	return ":::: facilitator The " + c + " title\n\n" + text + "::::\n\n"
}

// notesFor is a second such block, with files beside the lesson that nothing
// else uses.
func (a author) notesFor(p lessonPlan) string {
	if !p.folder {
		return ""
	}
	return a.block("facilitator", "", "![A plan of the room]("+Canary+"-room.svg)\n\nPrint [the plan]("+Canary+"-plan.pdf).\n\n")
}

// quiz is a question with some right choices and two wrong ones.
func (a author) quiz(right int) string {
	var b strings.Builder
	for n, i := range a.Perm(len(nouns))[:right+2] {
		box := "[ ]"
		if n < right {
			box = "[x]"
		}
		fmt.Fprintf(&b, "- %s Ask about the %s.\n  > %s\n", box, nouns[i], a.sentence())
	}
	return a.block("quiz", "Which of these is "+a.pick(adjectives)+"?", b.String()+"\n")
}

func (a author) block(name, title, text string) string {
	return strings.TrimSpace("::: "+name+" "+title) + "\n\n" + text + ":::\n\n"
}

// notes are the footnotes, one with two paragraphs.
func (a author) notes(i int) string {
	return "A last word[^1] and[^two]. <!-- " + Canary + strconv.Itoa(i) + " on a line --> Done.\n\n[^1]: " + a.sentence() + "\n[^two]: " + a.sentence() + "\n\n    " + a.sentence() + "\n"
}
