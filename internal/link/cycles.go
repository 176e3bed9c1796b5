package link

import (
	"slices"
	"strings"

	"commonground/internal/training"
)

// cycles reports every circle of lessons that ask for each other, once, at the
// lesson of it that comes first in the package, and prints the way round.
func (r *resolver) cycles() {
	const (
		unseen = iota
		open
		done
	)
	state := make(map[*training.Lesson]int, len(r.pkg.Lessons))
	var way []*training.Lesson
	var visit func(l *training.Lesson)
	visit = func(l *training.Lesson) {
		switch state[l] {
		case done:
			return
		case open:
			r.circle(way[slices.Index(way, l):])
			return
		}
		state[l] = open
		way = append(way, l)
		for _, b := range r.graph.lessons[l].Before {
			visit(b)
		}
		way = way[:len(way)-1]
		state[l] = done
	}
	for _, l := range r.pkg.Lessons {
		visit(l)
	}
}

// circle reports one circle at the lesson of it that comes first in the package.
func (r *resolver) circle(way []*training.Lesson) {
	first := 0
	for n, l := range way {
		if l.ID < way[first].ID {
			first = n
		}
	}
	way = slices.Concat(way[first:], way[:first])
	var slugs []string
	for _, l := range way {
		slugs = append(slugs, l.Slug)
	}
	slugs = append(slugs, way[0].Slug)
	v, _ := way[0].Front.Get("before")
	if len(way) == 1 {
		r.report(ruleCycle.At(way[0].File, v.Span, "this lesson asks for itself to be done first").WithHint("take %q out of before", way[0].Slug))
		return
	}
	r.report(ruleCycle.At(way[0].File, v.Span, "these lessons ask for each other: %s", strings.Join(slugs, " → ")).
		WithHint("take one of them out of before"))
}
