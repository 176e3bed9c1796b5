package patterns

import (
	"fmt"
	"strings"
)

// Package is a pattern of a whole package, without its home page.
type Package struct {
	Name  string
	Least int                           // how many there are of what there is much of, at its smallest
	Make  func(n int) map[string]string // files by name
}

// Packages are patterns in which much is alike, leads to much or is in much.
func Packages() []Package {
	return []Package{
		{"lessons that lead to each other", 100, func(n int) map[string]string {
			return lessons(n, "", func(i int) string { return strings.Repeat(fmt.Sprintf("[a](lesson-%d.md) ", (i+1)%n), 20) })
		}},
		{"links from one lesson to all", 250, func(n int) map[string]string {
			return lessons(n, "", func(i int) string { return first(i, joined(n, "[a](lesson-%d.md)\n\n")) })
		}},
		{"links from all lessons to one", 250, func(n int) map[string]string {
			return lessons(n, "", func(int) string { return "[a](lesson-0.md#a)\n\n## a\n" })
		}},
		{"links to what is not there", 250, func(n int) map[string]string {
			return lessons(n, "", func(i int) string { return fmt.Sprintf("[a](leson-%d.md)\n", i) })
		}},
		{"links to headings that are not there", 250, func(n int) map[string]string {
			return lessons(1, "", func(int) string { return joined(n, "## part %d\n\n[a](#prat-%[1]d)\n\n") })
		}},
		{"roles that are not there", 250, func(n int) map[string]string {
			return lessons(n, "roles: [nurs]\n", func(int) string { return "a\n" })
		}},
		{"equal headings", 1000, func(n int) map[string]string {
			return lessons(1, "", func(int) string { return strings.Repeat("## a\n\n", n) })
		}},
		{"headings that look as if numbered", 1000, func(n int) map[string]string {
			return lessons(1, "", func(int) string { return strings.Repeat("## a\n\n", n/2) + joined(n/2, "## a-%d\n\n") })
		}},
		{"equal titles", 250, func(n int) map[string]string {
			return lessons(n, "takeaway: The same.\n", func(int) string { return "a\n" })
		}},
		{"lessons before lessons", 250, func(n int) map[string]string { return chain(n, 1) }},
		{"lessons before lessons, in a ring", 250, func(n int) map[string]string { return chain(n, 0) }},
		{"one lesson after all", 250, func(n int) map[string]string {
			all := lessons(n, "", func(int) string { return "a\n" })
			all["content/lessons/last.md"] = lesson("Last", "before: ["+joined(n, "lesson-%d, ")+"]\n", "a\n")
			return all
		}},
		{"old names", 1000, func(n int) map[string]string {
			return lessons(1, "formerly: ["+joined(n, "old-%d, ")+"]\n", func(int) string { return "a\n" })
		}},
		{"a pathway of all lessons", 250, func(n int) map[string]string {
			all := lessons(n, "", func(int) string { return "a\n" })
			all["content/pathways/all.md"] = front("title: All\nsummary: All of them.\nlessons: [" + joined(n, "lesson-%d, ") + "]\n")
			return all
		}},
		{"terms inside terms", 250, func(n int) map[string]string {
			return terms(n, func(i int) string { return phrase(i/8, 1+i%8) }, inLines(phrase(0, n/8+8)))
		}},
		{"terms of one word more and more", 1000, func(n int) map[string]string {
			return terms(30, func(i int) string { return strings.Repeat("again ", i+1) + "end" }, inLines(strings.Repeat("again ", n)))
		}},
		{"terms that begin alike", 250, func(n int) map[string]string {
			return terms(n, func(i int) string { return "the same beginning " + word(i) }, inLines(strings.Repeat("the same beginning the same ", n)))
		}},
		{"one term with many names", 250, func(n int) map[string]string {
			return map[string]string{
				"content/glossary/one.md":   front("title: One\nmeaning: A thing.\nalso: [" + joined(n, "name %d, ") + "]\n"),
				"content/lessons/lesson.md": lesson("Lesson", "", joined(n, "It has name %d here.\n\n")),
			}
		}},
		{"terms with one name", 1000, func(n int) map[string]string {
			return terms(n, func(int) string { return "The same" }, "the same\n")
		}},
		{"one term often", 1000, func(n int) map[string]string {
			return terms(1, word, strings.Repeat("## a\n\n"+word(0)+"\n\n", n))
		}},
		{"terms that see the next", 250, func(n int) map[string]string {
			all := terms(n, word, "a\n")
			for i := range n {
				all[fmt.Sprintf("content/glossary/term-%d.md", i)] = front(fmt.Sprintf("title: %s\nmeaning: A thing.\nsee: [term-%d]\n", word(i), (i+1)%n))
			}
			return all
		}},
		{"unknown keys", 500, func(n int) map[string]string {
			return lessons(1, joined(n, "sumary%d: a\n"), func(int) string { return "a\n" })
		}},
		{"the same key often", 500, func(n int) map[string]string {
			return lessons(1, strings.Repeat("level: start\n", n), func(int) string { return "a\n" })
		}},
		{"a long list in front matter", 500, func(n int) map[string]string {
			return lessons(1, "needs:\n"+joined(n, "  - thing %d\n"), func(int) string { return "a\n" })
		}},
		{"deep front matter", 200, func(n int) map[string]string {
			return lessons(1, "needs: "+strings.Repeat("[", n)+strings.Repeat("]", n)+"\n", func(int) string { return "a\n" })
		}},
		{"a long line in front matter", 15000, func(n int) map[string]string {
			return lessons(1, "takeaway: \""+strings.Repeat("a ", n/2)+"\"\n", func(int) string { return "a\n" })
		}},
		{"sentences of one paragraph", 4000, func(n int) map[string]string {
			return lessons(4, "", func(int) string { return strings.Repeat("It is a. ", n/9) + "\n" })
		}},
		{"one sentence", 4000, func(n int) map[string]string {
			return lessons(4, "", func(int) string { return strings.Repeat("and so on ", n/10) + "\n" })
		}},
		{"mistakes", 1000, func(n int) map[string]string {
			return lessons(1, "", func(int) string { return strings.Repeat("a <b> c\n\n", n) })
		}},
		{"mistakes that are ignored", 500, func(n int) map[string]string {
			return lessons(1, "", func(int) string { return strings.Repeat("<!-- ignore raw-html: it is shown -->\n\na <b> c\n\n", n) })
		}},
		{"stories, myths and insights of one theme", 100, func(n int) map[string]string {
			all := lessons(n, "", func(int) string { return "a\n" })
			for i := range n {
				all[fmt.Sprintf("content/stories/story-%d.md", i)] = front(fmt.Sprintf("title: Story %d\nsummary: It was so.\nfrom: staff\nconsent: fictional\nthemes: [language]\n", i)) + "a\n"
				all[fmt.Sprintf("content/insights/insight-%d.md", i)] = front("kind: interview\nfrom: staff\nthemes: [language]\n") + "a\n"
				all[fmt.Sprintf("content/myths/myth-%d.md", i)] = front(fmt.Sprintf("fact: Fact %d\nmyth: Not so\nwhy: It is.\nsay: So.\nsources: [{title: a, reference: b}]\nevidence: law\nthemes: [language]\n", i)) + "a\n"
			}
			return all
		}},
	}
}

// lessons are n lessons with the same lines in their front matter.
func lessons(n int, keys string, text func(i int) string) map[string]string {
	all := map[string]string{}
	for i := range n {
		all[fmt.Sprintf("content/lessons/lesson-%d.md", i)] = lesson("Lesson", keys, text(i))
	}
	return all
}

func lesson(title, keys, text string) string {
	return front("title: "+title+"\nsummary: All there is.\nthemes: [language]\nminutes: 2\noutcome: Say one thing\n"+keys) + text
}

func front(keys string) string { return "---\n" + keys + "---\n\n" }

// chain are lessons of which each but the first few is to be done after another.
func chain(n, from int) map[string]string {
	all := lessons(n, "", func(int) string { return "a\n" })
	for i := from; i < n; i++ {
		all[fmt.Sprintf("content/lessons/lesson-%d.md", i)] = lesson("Lesson", fmt.Sprintf("before: [lesson-%d]\n", (i+n-1)%n), "a\n")
	}
	return all
}

// terms are n terms and a lesson with a text.
func terms(n int, title func(i int) string, text string) map[string]string {
	all := map[string]string{"content/lessons/lesson.md": lesson("Lesson", "", text)}
	for i := range n {
		all[fmt.Sprintf("content/glossary/term-%d.md", i)] = front("title: " + title(i) + "\nmeaning: A thing.\n")
	}
	return all
}

// inLines is a text in paragraphs that are not too long.
func inLines(text string) string {
	const most = 8 << 10
	var b strings.Builder
	for len(text) > most {
		cut := strings.LastIndexByte(text[:most], ' ')
		if cut < 0 {
			break
		}
		b.WriteString(text[:cut] + "\n\n")
		text = text[cut+1:]
	}
	return b.String() + text + "\n"
}

// phrase is some words, from word i on.
func phrase(i, words int) string {
	parts := make([]string, words)
	for n := range parts {
		parts[n] = word(i + n)
	}
	return strings.Join(parts, " ")
}

// word is word i of as many as are wanted.
func word(i int) string {
	return "w" + string([]byte{'a' + byte(i%20), 'a' + byte(i/20%20), 'a' + byte(i/400%20)}) + "k"
}

// joined is a format with 0, 1, 2 …, n times.
func joined(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// first is a text for the first lesson only.
func first(i int, text string) string {
	if i > 0 {
		return "a\n"
	}
	return text
}
