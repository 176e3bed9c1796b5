package render

import (
	"html/template"

	"commonground/internal/link"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// binder puts a volume of the handbook together.
type binder struct {
	*site
	at      place // without prefix
	words   map[*training.Term]template.HTML
	answers []BookAnswers
}

// part makes one part of a volume.
func (b *binder) part(p link.Part) BookPart {
	part := BookPart{ID: p.ID, Title: b.partTitle(p.Kind)}
	if p.First > 0 {
		part.ID, part.Title = "CG-on-"+p.Kind.Name, continued(part.Title)
	}
	switch p.Kind {
	case &schema.Settings:
		part.Others = []BookEntry{{Body: b.introduction()}}
	case &schema.Theme:
		for _, t := range b.themes()[p.First:p.End] {
			part.Others = append(part.Others, b.entryOf(&t.Item, t.Summary))
		}
	case &schema.Role:
		for _, r := range b.roles()[p.First:p.End] {
			part.Others = append(part.Others, b.entryOf(&r.Item, r.Summary))
		}
	case &schema.Lesson:
		for n, l := range b.pkg.Lessons[p.First:p.End] {
			part.Lessons = append(part.Lessons, b.lesson(l, p.First+n+1))
		}
	case &schema.Pathway:
		for _, x := range b.pkg.Pathways[p.First:p.End] {
			e := b.entryOf(&x.Item, x.Summary)
			e.Lessons = b.lessonRefs(b.graph.Pathway(x).Lessons, b.at)
			part.Others = append(part.Others, e)
		}
	case &schema.Myth:
		for _, m := range b.pkg.Myths[p.First:p.End] {
			part.Myths = append(part.Myths, b.myth(m))
		}
	case &schema.Insight:
		for _, i := range b.pkg.Insights[p.First:p.End] {
			e := b.insight(i, b.at)
			e.ID = link.EntryPrefix(&i.Item)
			part.Insights = append(part.Insights, e)
		}
	case &schema.Story:
		for _, x := range b.pkg.Stories[p.First:p.End] {
			e := b.entryOf(&x.Item, x.Summary)
			e.Fictional = x.Fictional
			part.Others = append(part.Others, e)
		}
	case &schema.Page:
		for _, x := range b.pkg.Pages[p.First:p.End] {
			part.Others = append(part.Others, b.entryOf(&x.Item, x.Summary))
		}
	case &schema.Term:
		for _, t := range b.pkg.Terms[p.First:p.End] {
			part.Entries = append(part.Entries, b.entry(t, b.at))
		}
	}
	return part
}

// introduction writes the text of the home page, which has no heading above it
// but that of its part.
func (b *binder) introduction() template.HTML {
	i := &b.pkg.Settings.Item
	at := b.at
	at.prefix, at.shift = link.EntryPrefix(i)+".", at.shift-1
	return b.textIn(i, at, wordIntroduction)
}

// partTitle names a part as the menu of the site does, where it can.
func (b *binder) partTitle(k *schema.Kind) string {
	switch k {
	case &schema.Settings:
		return wordIntroduction
	case &schema.Page:
		return wordAboutThis
	}
	return b.indexTitle(link.IndexOf(k))
}

// lesson makes a lesson with its number. The terms in its text are explained in
// notes at its end, a letter each.
func (b *binder) lesson(l *training.Lesson, number int) BookLesson {
	at := b.at
	at.letters = map[*training.Term]string{}
	for n, t := range b.noteOrder(&l.Item) {
		at.letters[t] = letterOfNote(n)
	}
	id := link.EntryPrefix(&l.Item)
	at.prefix = id + "."
	made := BookLesson{ID: id, Title: l.Name, Summary: l.Summary, Number: number, Lesson: b.lessonIn(l, at)}
	made.Words = b.notesOn(&l.Item, at)
	made.Body = b.textIn(&l.Item, at, lessonNumber(number)+": "+l.Name)
	return made
}

func (b *binder) myth(m *training.Myth) BookMyth {
	return BookMyth{
		ID: link.EntryPrefix(&m.Item), Fact: m.Name, Myth: m.Myth, Why: m.Why, Say: m.Say,
		Body: b.text(&m.Item, m.Name), Sources: sources(m.Sources),
	}
}

func (b *binder) entryOf(i *training.Item, summary string) BookEntry {
	return BookEntry{ID: link.EntryPrefix(i), Title: i.Name, Summary: summary, Body: b.text(i, i.Name)}
}

// text writes the text of an item; name is what its answers are found under.
func (b *binder) text(i *training.Item, name string) template.HTML {
	at := b.at
	at.prefix = link.EntryPrefix(i) + "."
	return b.textIn(i, at, name)
}

func (b *binder) textIn(i *training.Item, at place, name string) template.HTML {
	w := b.bodyWriter(i, at)
	w.write(i.Doc.Body)
	body := w.html()
	if len(w.asked) == 0 {
		return body
	}
	a := BookAnswers{From: Link{Href: b.at.address(b.graph.Address(i)), Text: name}}
	for n, q := range w.asked {
		w.out.Reset()
		w.answers(q)
		question := or(i.Doc.Blocks[q.Block].Title, questionNumber(n+1))
		a.Quizzes = append(a.Quizzes, BookQuiz{question, w.html()})
	}
	b.answers = append(b.answers, a)
	return body
}
