package link

import (
	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var ruleMoved = diag.Rule{Code: "formerly-taken", Severity: diag.Error, Title: "A former name of a lesson must be free, and that of one lesson only."}

// Move is an address that a lesson had before, and the one it has now.
type Move struct {
	Lesson *training.Lesson
	Name   training.Ref // the former slug, and where it stands
	From   string       // a path in the site
	To     Address
}

// Moved lists what has moved, lessons and their handouts, in the order of the
// lessons. Each From is a page that nothing else has, provided that Resolve found
// no error.
func Moved(pkg *training.Package) []Move {
	var all []Move
	for _, l := range pkg.Lessons {
		for _, name := range l.Formerly {
			was := training.Lesson{Item: training.Item{Kind: &schema.Lesson, Slug: name.Text}}
			all = append(all, Move{l, name, addressOf(&was.Item).Path, addressOf(&l.Item)}, Move{l, name, Handout(&was).Path, Handout(l)})
		}
	}
	return all
}

// claimMoved reports former names that something else has. It comes last, when
// all that is there has taken its path.
func (r *resolver) claimMoved(taken map[string]string) {
	had := map[string]*training.Lesson{}
	var refused Move
	for _, m := range Moved(r.pkg) {
		if m.Lesson == refused.Lesson && m.Name == refused.Name {
			continue // said of the lesson, so not of its handout as well
		}
		what, hint := claimOf(m, taken, had)
		if what == "" {
			had[output.Key(m.From)] = m.Lesson
			continue
		}
		refused = m
		r.report(ruleMoved.At(m.Lesson.File, m.Name.Span, "%q is %s", m.Name.Text, what).WithHint("%s", hint))
	}
}

// claimOf says who else has the path that something had before, and what to do;
// "" when nobody has.
func claimOf(m Move, taken map[string]string, had map[string]*training.Lesson) (what, hint string) {
	key := output.Key(m.From)
	if m.From == m.To.Path {
		return "the name that this lesson has now", "take it out: only names that are no longer used stand here"
	}
	if other := had[key]; other != nil {
		return "a former name of " + other.File.Name + " as well", "a page can lead on to one lesson only; take the name out of one of them"
	}
	if other, ok := taken[key]; ok && other == "" {
		return "the name of a page that the program makes, " + m.From, "take it out: nothing can lead on from there"
	} else if ok {
		return "the name that " + other + " has now", "take it out here, or give that file another name"
	}
	if _, folder := taken[key+"/"]; folder {
		return "the name of a folder of the site, " + m.From, "take it out here, or give the folder another name"
	}
	if reason, ok := output.CheckName(m.From); !ok {
		return "no name that a page can have: it " + reason, "take it out"
	}
	return "", ""
}

// renamed returns the lesson that had a slug before, or nil.
func (r *resolver) renamed(slug string) *training.Lesson {
	for _, l := range r.pkg.Lessons {
		for _, name := range l.Formerly {
			if name.Text == slug {
				return l
			}
		}
	}
	return nil
}
