package synthetic

import (
	"fmt"
	"slices"
	"strings"
)

func mythSlug(i int) string { return fmt.Sprintf("myth-%d", i+1) }

func termSlug(i int) string { return strings.ReplaceAll(strings.ToLower(termTitle(i)), " ", "-") }

// others writes everything that is no lesson.
func (a author) others() {
	a.out.add("content/index.md", Front("title", "Synthetic training", "summary", "Words by chance for tests.", "language", YAML("en-GB"),
		"organisation", "Nobody", "contact", YAML("help@example.org"), "licence", "CC BY 4.0", "version", "1.0")+a.paragraph(40)+
		"## Where to go\n\n"+a.paragraph(20)+"[A lesson](lessons/"+a.lessons[0].file()+") and "+a.entry("all terms", "glossary/")+".\n")
	a.allThemes()
	a.allRoles()
	for i := range a.terms {
		if a.glossary {
			a.term(i)
		}
	}
	for i := range a.myths {
		a.myth(i)
	}
	for i := range a.pathways {
		a.pathway(i)
	}
	for i := range a.insights {
		a.insight(i)
	}
	for i := range a.stories {
		a.story(i)
	}
	a.allPages()
}

// allThemes writes the themes of the lessons, and one to which nothing belongs.
func (a author) allThemes() {
	colours := []string{"plum", "teal", "amber", "rose", "blue", "green"}
	icons := []string{"speech", "hands", "eye", "heart", "check", "drawn.svg"}
	for i, slug := range themeSlugs {
		a.out.add("themes/"+slug+".md", Front("title", "Theme "+capital(strings.ReplaceAll(slug, "-", " ")), "summary", a.sentence(), "order", i+1,
			"colour", YAML(colours[i]), "icon", YAML(icons[i]))+a.paragraph(40)+"## "+a.heading()+"\n\n"+a.paragraph(30))
	}
	a.out.add("themes/drawn.svg", svgPicture)
	a.out.add("themes/empty.md", Front("title", "Empty theme", "summary", a.sentence(), "order", 99)+a.paragraph(10))
}

func (a author) allRoles() {
	for i, slug := range roleSlugs {
		a.out.add("content/roles/"+slug+".md", Front("title", "Role "+capital(slug), "summary", a.sentence(), "order", i+1)+a.paragraph(20))
	}
}

func (a author) term(i int) {
	keys := []any{"title", a.terms[i], "meaning", capital(a.words(10)) + "."}
	if i%3 == 0 {
		keys = append(keys, "also", []string{fmt.Sprintf("other name %d", i), fmt.Sprintf("another %d", i)}, "say", a.words(3), "audience", YAML("staff"))
	}
	if i > 0 {
		keys = append(keys, "see", []string{termSlug(i - 1)})
	}
	text := ""
	if i%2 == 0 {
		text = a.paragraph(15) + "## In short\n\n" + a.sentence() + "\n"
	}
	a.out.add("content/glossary/"+termSlug(i)+".md", Front(keys...)+text)
}

func (a author) myth(i int) {
	keys := []any{"fact", fmt.Sprintf("%s %d", capital(a.words(6)), i+1), "myth", capital(a.words(6)), "why", a.sentence(), "say", a.sentence(),
		"sources", YAML(`[{title: "Guidance", reference: "A publisher", date: "2026-01"}]`), "evidence", YAML([]string{"guidance", "statistics", "research", "law", "local"}[i%5]),
		"reviewed", YAML("2026-11-20"), "review_by", YAML("2027-05-20")}
	if i%3 != 0 {
		keys = append(keys, "themes", a.some(a.themes, 1+i%2), "roles", a.some(roleSlugs, 1))
	}
	a.out.add("content/myths/"+mythSlug(i)+".md", Front(keys...)+a.paragraph(25))
}

func (a author) pathway(i int) {
	var slugs []string
	for want := min(len(a.lessons), 4+i%4); len(slugs) < want; {
		if slug := a.lessons[a.IntN(len(a.lessons))].slug; !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	a.out.add(fmt.Sprintf("content/pathways/pathway-%d.md", i+1), Front("title", fmt.Sprintf("Pathway %d", i+1), "summary", a.sentence(),
		"lessons", slugs, "roles", a.some(roleSlugs, 2))+a.paragraph(20))
}

func (a author) insight(i int) {
	a.out.add(fmt.Sprintf("content/insights/insight-%d.md", i+1), Front("kind", YAML([]string{"interview", "focus-group", "co-creation"}[i%3]),
		"from", YAML([]string{"staff", "patient"}[i%2]), "themes", []string{a.themes[i%len(a.themes)]}, "role", YAML(roleSlugs[i%len(roleSlugs)]))+
		a.paragraph(40)+"<!-- "+Canary+" by the interviewer -->\n")
}

func (a author) story(i int) {
	a.out.add(fmt.Sprintf("content/stories/story-%d.md", i+1), Front("title", fmt.Sprintf("Story %d", i+1), "summary", a.sentence(),
		"from", YAML([]string{"patient", "staff"}[i%2]), "consent", YAML([]string{"given", "fictional"}[i%2]), "themes", a.some(a.themes, 2),
		"roles", a.some(roleSlugs, 1))+a.paragraph(80)+"## "+a.heading()+"\n\n"+a.paragraph(60)+facilitator(i))
}

func (a author) allPages() {
	a.out.add("content/about.md", Front("title", "How this was made", "summary", a.sentence(), "order", 1)+a.paragraph(60)+"## "+a.heading()+"\n\n"+a.paragraph(40))
	a.out.add("content/help.md", Front("title", "Help", "order", 2)+a.paragraph(30)+
		"Write to <help@example.org> or call [us](tel:+441632960123).\n\nRead [the small print](small-print.md) too.\n")
	a.out.add("content/small-print.md", Front("title", "Small print", "menu", YAML("no"))+a.paragraph(30)+"Back to [how this was made](about.md).\n")
}
