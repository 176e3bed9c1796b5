package link

import (
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var (
	ruleUnknown = diag.Rule{Code: "name-unknown", Severity: diag.Error, Title: "A theme, role, lesson, myth or term that is named must be there."}
	ruleCycle   = diag.Rule{Code: "before-cycle", Severity: diag.Error, Title: "Lessons to do first must not lead round in a circle."}
)

// names finds items of one kind by slug and reports those that are not there.
type names[T any] struct {
	r      *resolver
	kind   *schema.Kind
	bySlug map[string]T
}

func namesOf[T any](r *resolver, kind *schema.Kind, items []T, slug func(T) string) names[T] {
	m := make(map[string]T, len(items))
	for _, x := range items {
		m[slug(x)] = x
	}
	return names[T]{r, kind, m}
}

// all returns the items that the references of a file name, in their order.
func (n names[T]) all(from *training.Item, refs []training.Ref) []T {
	var found []T
	for _, ref := range refs {
		if x, ok := n.one(from, ref); ok {
			found = append(found, x)
		}
	}
	return found
}

func (n names[T]) one(from *training.Item, ref training.Ref) (T, bool) {
	x, ok := n.bySlug[ref.Text]
	if !ok && ref.Text != "" {
		n.unknown(from, ref)
	}
	return x, ok
}

func (n names[T]) unknown(from *training.Item, ref training.Ref) {
	for _, name := range []string{n.kind.Folder + "/" + ref.Text + ".md", n.kind.Folder + "/" + ref.Text + "/index.md"} {
		switch n.r.pkg.Left[name] {
		case training.LeftBroken:
			return
		case training.LeftDraft:
			n.r.report(ruleDraft.At(from.File, ref.Span, "the %s %q is a draft and is left out", n.kind.Name, ref.Text).
				WithHint("remove draft: true there, take the name out here, or build with --drafts"))
			return
		}
	}
	slugs := n.r.slugs[n.kind.Name]
	f := ruleUnknown.At(from.File, ref.Span, "no %s %q", n.kind.Name, ref.Text)
	if now := n.renamed(ref.Text); now != "" {
		n.r.report(f.WithHint("it is now called %q", now))
		return
	}
	switch near := n.r.suggested.nearest(n.kind.Name, ref.Text, slugs); {
	case n.kind == &schema.Role && slices.Contains([]string{"all", "everyone", "everybody", "any", "staff"}, strings.ToLower(ref.Text)):
		f = f.WithHint("leave the line out when it is for everyone")
	case strings.Contains(ref.Text, ","):
		f = f.WithHint("put square brackets round several names: [%s]", ref.Text)
	case near != "":
		f = f.WithHint("did you mean %q?", near)
	case len(slugs) == 0:
		f = f.WithHint("the package has no %s yet; make %s/%s.md", n.kind.Plural, n.kind.Folder, ref.Text)
	case len(slugs) == 1:
		f = f.WithHint("the only %s is %s%s", n.kind.Name, slugs[0], n.ownThemes())
	case len(slugs) <= 12:
		f = f.WithHint("there are %s%s", strings.Join(slugs, ", "), n.ownThemes())
	default:
		f = f.WithHint("the name is that of a file in %s, without .md", n.kind.Folder)
	}
	n.r.report(f)
}

// renamed returns the slug that a lesson of this name has now, or "".
func (n names[T]) renamed(slug string) string {
	if n.kind != &schema.Lesson {
		return ""
	}
	return n.r.suggested.once("formerly "+slug, func() string {
		if l := n.r.renamed(slug); l != nil {
			return l.Slug
		}
		return ""
	})
}

// ownThemes reminds whoever added a theme that it replaces the six.
func (n names[T]) ownThemes() string {
	if n.kind != &schema.Theme || len(n.bySlug) >= 6 {
		return ""
	}
	return "; a themes folder of your own replaces the six that come with the program, so copy those you want to keep"
}

// relate resolves the references in front matter and turns them round, so that
// each item knows what refers to it.
func (r *resolver) relate() {
	t := tables{
		themes:  namesOf(r, &schema.Theme, r.pkg.Themes, func(x *training.Theme) string { return x.Slug }),
		roles:   namesOf(r, &schema.Role, r.pkg.Roles, func(x *training.Role) string { return x.Slug }),
		lessons: namesOf(r, &schema.Lesson, r.pkg.Lessons, func(x *training.Lesson) string { return x.Slug }),
		myths:   namesOf(r, &schema.Myth, r.pkg.Myths, func(x *training.Myth) string { return x.Slug }),
		terms:   namesOf(r, &schema.Term, r.pkg.Terms, func(x *training.Term) string { return x.Slug }),
	}
	r.open()
	r.relateLessons(t)
	r.relateMyths(t)
	r.relateEvidence(t)
	r.relatePathways(t)
	r.relateTerms(t)
	r.cycles()
	r.relateRoles(t)
}

// tables finds items by slug.
type tables struct {
	themes  names[*training.Theme]
	roles   names[*training.Role]
	lessons names[*training.Lesson]
	myths   names[*training.Myth]
	terms   names[*training.Term]
}

// open gives every item an empty entry, so that a lookup never fails.
func (r *resolver) open() {
	g := r.graph
	g.themes = entries[ThemeLinks](r.pkg.Themes)
	g.roles = entries[RoleLinks](r.pkg.Roles)
	g.lessons = entries[LessonLinks](r.pkg.Lessons)
	g.pathways = entries[PathwayLinks](r.pkg.Pathways)
	g.terms = make(map[*training.Term][]*training.Term, len(r.pkg.Terms))
	g.myths = entries[MythLinks](r.pkg.Myths)
	g.insights = entries[InsightLinks](r.pkg.Insights)
	g.stories = entries[StoryLinks](r.pkg.Stories)
}

func entries[L, T any](items []*T) map[*T]*L {
	m := make(map[*T]*L, len(items))
	for _, x := range items {
		m[x] = new(L)
	}
	return m
}

func (r *resolver) relateLessons(t tables) {
	g := r.graph
	for _, l := range r.pkg.Lessons {
		links := g.lessons[l]
		links.Themes = t.themes.all(&l.Item, l.Themes)
		links.Roles = t.roles.all(&l.Item, l.Roles)
		links.Before = t.lessons.all(&l.Item, l.Before)
		links.Myths = t.myths.all(&l.Item, l.Myths)
		for _, theme := range links.Themes {
			g.themes[theme].Lessons = append(g.themes[theme].Lessons, l)
		}
		for _, b := range links.Before {
			g.lessons[b].After = append(g.lessons[b].After, l)
		}
		for _, m := range links.Myths {
			g.myths[m].Lessons = append(g.myths[m].Lessons, l)
		}
	}
}

func (r *resolver) relateMyths(t tables) {
	g := r.graph
	for _, m := range r.pkg.Myths {
		links := g.myths[m]
		links.Themes = t.themes.all(&m.Item, m.Themes)
		links.Roles = t.roles.all(&m.Item, m.Roles)
		for _, theme := range links.Themes {
			g.themes[theme].Myths = append(g.themes[theme].Myths, m)
		}
		for _, role := range links.Roles {
			g.roles[role].Myths = append(g.roles[role].Myths, m)
		}
	}
}

func (r *resolver) relateEvidence(t tables) {
	g := r.graph
	for _, i := range r.pkg.Insights {
		links := g.insights[i]
		links.Themes = t.themes.all(&i.Item, i.Themes)
		links.Role, _ = t.roles.one(&i.Item, i.Role)
		for _, theme := range links.Themes {
			g.themes[theme].Insights = append(g.themes[theme].Insights, i)
		}
		if len(links.Themes) > 0 {
			first := g.themes[links.Themes[0]]
			first.Evidence = append(first.Evidence, i)
		}
	}
	for _, s := range r.pkg.Stories {
		links := g.stories[s]
		links.Themes = t.themes.all(&s.Item, s.Themes)
		links.Roles = t.roles.all(&s.Item, s.Roles)
		for _, theme := range links.Themes {
			g.themes[theme].Stories = append(g.themes[theme].Stories, s)
		}
		for _, role := range links.Roles {
			g.roles[role].Stories = append(g.roles[role].Stories, s)
		}
	}
}

func (r *resolver) relatePathways(t tables) {
	g := r.graph
	for _, p := range r.pkg.Pathways {
		links := g.pathways[p]
		links.Lessons = t.lessons.all(&p.Item, p.Lessons)
		links.Roles = t.roles.all(&p.Item, p.Roles)
		for n, l := range links.Lessons {
			step := Step{Pathway: p, Number: n + 1}
			if n > 0 {
				step.Previous = links.Lessons[n-1]
			}
			if n+1 < len(links.Lessons) {
				step.Next = links.Lessons[n+1]
			}
			g.lessons[l].Pathways = append(g.lessons[l].Pathways, step)
			links.Minutes += l.Minutes
		}
		for _, role := range links.Roles {
			g.roles[role].Pathways = append(g.roles[role].Pathways, p)
		}
	}
}

func (r *resolver) relateTerms(t tables) {
	for _, term := range r.pkg.Terms {
		for _, ref := range term.See {
			if ref.Text == term.Slug {
				r.report(ruleTermCircular.At(term.File, ref.Span, "%q leads back to this entry", ref.Text).
					WithHint("take it out of see:, or name another term"))
			}
		}
		r.graph.terms[term] = slices.DeleteFunc(t.terms.all(&term.Item, term.See), func(other *training.Term) bool { return other == term })
	}
}

func (r *resolver) relateRoles(t tables) {
	g := r.graph
	var everyone []*training.Lesson
	for _, l := range r.pkg.Lessons {
		if len(l.Roles) == 0 {
			everyone = append(everyone, l)
		}
		for _, role := range g.lessons[l].Roles {
			g.roles[role].Lessons = append(g.roles[role].Lessons, l)
		}
	}
	everyone = g.inOrder(nil, everyone)
	for _, role := range r.pkg.Roles {
		links := g.roles[role]
		links.Start, _ = t.lessons.one(&role.Item, role.Start)
		links.Lessons = g.inOrder(links.Start, links.Lessons)
		links.Everyone = everyone
		for _, l := range slices.Concat(links.Lessons, everyone) {
			links.Minutes += l.Minutes
		}
	}
}

// inOrder returns the lessons so that first comes first, if it is among them,
// and none stands before one of them that it builds on, be it by way of lessons
// that are not among them.
func (g *Graph) inOrder(first *training.Lesson, lessons []*training.Lesson) []*training.Lesson {
	waiting := make(map[*training.Lesson]bool, len(lessons))
	for _, l := range lessons {
		waiting[l] = true
	}
	ordered := make([]*training.Lesson, 0, len(lessons))
	seen := make(map[*training.Lesson]bool, len(lessons))
	var take func(l *training.Lesson)
	take = func(l *training.Lesson) {
		if seen[l] {
			return
		}
		seen[l] = true
		for _, b := range g.lessons[l].Before {
			take(b)
		}
		if waiting[l] {
			ordered = append(ordered, l)
		}
	}
	if waiting[first] {
		take(first)
	}
	for _, l := range lessons {
		take(l)
	}
	return ordered
}
