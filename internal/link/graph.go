package link

import "commonground/internal/training"

// ThemeLinks is what belongs to a theme, each list in the package's order.
// Evidence is those of its insights that name it first: each insight once.
type ThemeLinks struct {
	Insights []*training.Insight
	Evidence []*training.Insight
	Lessons  []*training.Lesson
	Myths    []*training.Myth
	Stories  []*training.Story
}

// Empty says whether nothing belongs to the theme.
func (t *ThemeLinks) Empty() bool {
	return len(t.Insights)+len(t.Lessons)+len(t.Myths)+len(t.Stories) == 0
}

// RoleLinks is what belongs to a role. Lessons are those meant for it, in the
// order to do them: the one to start with first, and none before one that it
// needs. Everyone lists the lessons for all roles. Minutes is the sum of both.
type RoleLinks struct {
	Start             *training.Lesson
	Lessons, Everyone []*training.Lesson
	Pathways          []*training.Pathway
	Myths             []*training.Myth
	Stories           []*training.Story
	Minutes           int
}

// LessonLinks is what a lesson hangs together with.
type LessonLinks struct {
	Themes        []*training.Theme
	Roles         []*training.Role
	Before, After []*training.Lesson // to do first; those that ask for this one
	Myths         []*training.Myth
	Pathways      []Step
}

// Step is the place of a lesson in a pathway; Previous or Next is nil at an end.
type Step struct {
	Pathway        *training.Pathway
	Number         int // from 1
	Previous, Next *training.Lesson
}

// PathwayLinks is what a pathway leads through.
type PathwayLinks struct {
	Lessons []*training.Lesson
	Roles   []*training.Role
	Minutes int
}

// MythLinks is what a myth card belongs to.
type MythLinks struct {
	Themes  []*training.Theme
	Roles   []*training.Role
	Lessons []*training.Lesson
}

// InsightLinks is what an insight is evidence for.
type InsightLinks struct {
	Themes []*training.Theme
	Role   *training.Role // nil when none was named
}

// StoryLinks is what a story belongs to.
type StoryLinks struct {
	Themes []*training.Theme
	Roles  []*training.Role
}

// Theme returns what belongs to a theme.
func (g *Graph) Theme(t *training.Theme) *ThemeLinks { return g.themes[t] }

// Role returns what belongs to a role.
func (g *Graph) Role(r *training.Role) *RoleLinks { return g.roles[r] }

// Lesson returns what a lesson hangs together with.
func (g *Graph) Lesson(l *training.Lesson) *LessonLinks { return g.lessons[l] }

// Pathway returns what a pathway leads through.
func (g *Graph) Pathway(p *training.Pathway) *PathwayLinks { return g.pathways[p] }

// See returns the terms that a term refers to.
func (g *Graph) See(t *training.Term) []*training.Term { return g.terms[t] }

// Myth returns what a myth card belongs to.
func (g *Graph) Myth(m *training.Myth) *MythLinks { return g.myths[m] }

// Insight returns what an insight is evidence for.
func (g *Graph) Insight(i *training.Insight) *InsightLinks { return g.insights[i] }

// Story returns what a story belongs to.
func (g *Graph) Story(s *training.Story) *StoryLinks { return g.stories[s] }
