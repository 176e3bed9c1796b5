package report

import (
	"fmt"
	"slices"

	"commonground/internal/link"
	"commonground/internal/training"
)

// coverageView is for whom and on what there is something to learn.
type coverageView struct {
	Themes    []string
	Everyone  roleRow // no hole in it is one
	Roles     []roleRow
	Support   []supportRow
	Unreached []string // lessons that no pathway reaches; nil when there is no pathway
	Pathways  int
}

// roleRow is what there is for a role: a cell for each theme, and how many lessons
// fit in so many minutes.
type roleRow struct {
	Name             string
	Cells            []cell
	Minutes, Lessons int
	UpTo5, UpTo10    int
	Longer           int
}

// cell is a role and a theme. Look is how it is shown: hole, or depth-1 to depth-4
// by its minutes.
type cell struct {
	Minutes, Lessons int
	Look             string
}

// supportRow is what stands behind a theme.
type supportRow struct {
	Theme                               string
	Lessons, Minutes                    int
	Insights, Stories, Myths, Supported int
}

func coverageOf(pkg *training.Package, graph *link.Graph) coverageView {
	v := coverageView{Pathways: len(pkg.Pathways)}
	for _, t := range pkg.Themes {
		links := graph.Theme(t)
		v.Themes = append(v.Themes, t.Name)
		v.Support = append(v.Support, supportRow{
			Theme: t.Name, Lessons: len(links.Lessons), Minutes: minutesOf(links.Lessons),
			Insights: len(links.Insights), Stories: len(links.Stories), Myths: len(links.Myths),
			Supported: len(links.Insights) + len(links.Stories) + len(links.Myths),
		})
	}
	v.Everyone = roleRowOf("Everyone", forEveryone(pkg), pkg, graph)
	for _, r := range pkg.Roles {
		links := graph.Role(r)
		v.Roles = append(v.Roles, roleRowOf(r.Name, slices.Concat(links.Lessons, links.Everyone), pkg, graph))
	}
	if v.Pathways > 0 {
		for _, l := range pkg.Lessons {
			if len(graph.Lesson(l).Pathways) == 0 {
				v.Unreached = append(v.Unreached, l.Name)
			}
		}
	}
	return v
}

// forEveryone lists the lessons that name no role. They count for each role too.
func forEveryone(pkg *training.Package) (lessons []*training.Lesson) {
	for _, l := range pkg.Lessons {
		if len(l.Roles) == 0 {
			lessons = append(lessons, l)
		}
	}
	return lessons
}

func roleRowOf(name string, lessons []*training.Lesson, pkg *training.Package, graph *link.Graph) roleRow {
	row := roleRow{Name: name, Minutes: minutesOf(lessons), Lessons: len(lessons)}
	for _, l := range lessons {
		switch {
		case l.Minutes <= 5:
			row.UpTo5++
		case l.Minutes <= 10:
			row.UpTo10++
		default:
			row.Longer++
		}
	}
	for _, t := range pkg.Themes {
		var on []*training.Lesson
		for _, l := range lessons {
			if slices.Contains(graph.Lesson(l).Themes, t) {
				on = append(on, l)
			}
		}
		row.Cells = append(row.Cells, cellOf(on))
	}
	return row
}

func cellOf(lessons []*training.Lesson) cell {
	c := cell{Minutes: minutesOf(lessons), Lessons: len(lessons)}
	if c.Lessons == 0 {
		c.Look = "hole"
		return c
	}
	depth := 1
	for _, deeper := range []int{10, 20, 40} {
		if c.Minutes > deeper {
			depth++
		}
	}
	c.Look = fmt.Sprintf("depth-%d", depth)
	return c
}

func minutesOf(lessons []*training.Lesson) int {
	n := 0
	for _, l := range lessons {
		n += l.Minutes
	}
	return n
}
