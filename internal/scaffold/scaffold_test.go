package scaffold_test

import (
	"testing"
	"testing/fstest"

	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

func TestKindOf(t *testing.T) {
	for word, want := range map[string]string{
		"lesson": "lesson", "lessons": "lesson", "LESSON": "lesson", "Stories": "story", "glossary": "term", "pages": "page", "myths": "myth",
		"lessn":   `there is no kind of page called "lessn"; did you mean lesson?`,
		"storys":  `there is no kind of page called "storys"; did you mean story?`,
		"content": `there is no kind of page called "content"; first the kind, then the title; the kinds are lesson, term, myth, role, pathway, insight, story, page`,
		"theme":   `there is no kind of page called "theme"; first the kind, then the title; the kinds are lesson, term, myth, role, pathway, insight, story, page`,
		"":        `there is no kind of page called ""; first the kind, then the title; the kinds are lesson, term, myth, role, pathway, insight, story, page`,
	} {
		k, err := scaffold.KindOf(word)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = k.Name
		}
		if got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
}

func TestQuestions(t *testing.T) {
	pkg := starter(t, today)
	bare := read(t, pkg)
	pkg["content/roles/gp.md"] = &fstest.MapFile{Data: []byte("---\ntitle: GP\nsummary: Few minutes, many questions.\n---\n")}
	p := read(t, pkg)
	for _, test := range []struct {
		p    *scaffold.Package
		r    scaffold.Request
		want string
	}{
		{p, scaffold.Request{Kind: &schema.Lesson}, "theme! role"},
		{p, scaffold.Request{Kind: &schema.Myth}, "theme role"},
		{p, scaffold.Request{Kind: &schema.Lesson, Themes: []string{"language"}}, "role"},
		{p, scaffold.Request{Kind: &schema.Lesson, Roles: []string{"gp"}}, "theme!"},
		{p, scaffold.Request{Kind: &schema.Term}, ""},
		{bare, scaffold.Request{Kind: &schema.Lesson}, "theme!"},
	} {
		test.r.Title = "A title"
		questions, err := test.p.Questions(test.r)
		got := ""
		for _, q := range questions {
			got += " " + q.Of.Name
			if q.Needed {
				got += "!"
			}
		}
		if err != nil || got != "" && got[1:] != test.want || got == "" && test.want != "" {
			t.Errorf("%s: asked for%s, error %v, want %s", test.r.Kind.Name, got, err, test.want)
		}
	}
	for _, title := range []string{"", "?", "Make text larger"} {
		if _, err := p.Questions(scaffold.Request{Kind: &schema.Lesson, Title: title}); err == nil {
			t.Errorf("%q: somebody would answer in vain", title)
		}
	}
}

func TestAnswers(t *testing.T) {
	themes := scaffold.Question{Of: &schema.Theme, Several: true, Needed: true,
		Choices: []scaffold.Choice{{Slug: "language", Name: "Language"}, {Slug: "barriers", Name: "Barriers"}}}
	role := scaffold.Question{Of: &schema.Role, Choices: []scaffold.Choice{{Slug: "gp", Name: "GP"}, {Slug: "nurse", Name: "Nurse"}}}
	for _, test := range []struct {
		q          scaffold.Question
		text, want string
	}{
		{themes, "1", "language"}, {themes, " 2 ", "barriers"}, {themes, "2.", "barriers"}, {themes, "2,1", "barriers language"}, {themes, "1 1", "language"},
		{themes, "Barriers", "barriers"}, {themes, "language\r", "language"},
		{themes, "", "a theme is needed; type a number from 1 to 2"},
		{themes, "0", `"0" is none of them; type a number from 1 to 2`},
		{themes, "3", `"3" is none of them; type a number from 1 to 2`},
		{themes, "1, x", `"x" is none of them; type a number from 1 to 2`},
		{role, "", ""}, {role, "2", "nurse"}, {role, "1 2", "there can be one role only; type one number"},
	} {
		slugs, err := test.q.Answer(test.text)
		got := ""
		for i, s := range slugs {
			got += " "[:min(i, 1)] + s
		}
		if err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%q: %q, want %q", test.text, got, test.want)
		}
	}
	want := "Which theme?\n   1  Language\n   2  Barriers\nType a number, or several: 1, 2: "
	if got := themes.String(); got != want {
		t.Errorf("asked %q, want %q", got, want)
	}
	want = "Which role?\n   1  GP\n   2  Nurse\nType a number, or press Enter for none: "
	if got := role.String(); got != want {
		t.Errorf("asked %q, want %q", got, want)
	}
}
