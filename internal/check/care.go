package check

import (
	"time"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var (
	ruleSoon = diag.Rule{
		Code: "review-soon", Severity: diag.Note, Advice: true,
		Title: "A page that falls due within 30 days should be checked in time.",
		Why:   "On the day after review_by, every copy that is out tells its readers that it may be out of date. A month is time to ask whoever keeps the page right.",
		Scope: "Pages whose review_by lies at most 30 days ahead. One that has passed is review-overdue.",
	}
	ruleUncared = diag.Rule{
		Code: "review-missing", Severity: diag.Warning, Advice: true,
		Title: "A page that states facts should say when it was checked, by when it is checked again, and by whom.",
		Why:   "Facts about services change within months, and a page without a date looks as right on its last day as on its first. The NHS digital service manual asks for a last review, a next review and an owner on every page.",
		Scope: "Lessons, myth cards and terms that name a source or a nation. Only of a lesson is an owner asked for.",
	}
	ruleFar = diag.Rule{
		Code: "review-far", Severity: diag.Warning, Advice: true,
		Title: "The next review should be at most a year away for facts about services, else 3 years.",
		Why:   "What an app or a service can do changes within months. The intervals are those of the NHS digital service manual: 12 months for what changes, 3 years for the rest.",
		Scope: "Pages with reviewed and review_by; a page with a nation states facts about its services. A month more is fine.",
	}
)

func reviewSoon(in Input, report func(diag.Finding)) {
	if in.Today.IsZero() {
		return
	}
	limit := after(in.Today, 0, 30)
	for _, i := range in.Package.Items {
		_, next, at := reviewDates(i)
		if next.IsZero() || next.Before(in.Today) || limit.Before(next) {
			continue
		}
		report(ruleSoon.At(i.File, at.Span, "this is to be checked again by %s", next).
			WithHint("check that it is still right, then set reviewed and review_by"))
	}
}

// caring are the keys that say how a page is kept right, as far as its kind has them.
var caring = []string{"reviewed", "review_by", "owner"}

func reviewMissing(in Input, report func(diag.Finding)) {
	for _, i := range in.Package.Items {
		at, states := statesFacts(i)
		var missing []string
		for _, key := range caring {
			if _, given := i.Front.Get(key); !given && i.Kind.Key(key) != nil {
				missing = append(missing, key)
			}
		}
		if !states || len(missing) == 0 || i.Kind.Key("review_by") == nil {
			continue
		}
		report(ruleUncared.At(i.File, at.Key, "this %s states facts, and has no %s", i.Kind.Name, either(missing, "and")).
			WithHint("add %s: %s", missing[0], i.Kind.Key(missing[0]).Example))
	}
}

// statesFacts says whether a page names a source or a nation, and where.
func statesFacts(i *training.Item) (schema.Value, bool) {
	for _, key := range []string{"sources", "nation"} {
		if v, given := i.Front.Get(key); given {
			return v, true
		}
	}
	return schema.Value{}, false
}

func reviewFar(in Input, report func(diag.Finding)) {
	for _, i := range in.Package.Items {
		last, next, at := reviewDates(i)
		years, hint := 3, "set it to at most 3 years after reviewed"
		if _, given := i.Front.Get("nation"); given {
			years, hint = 1, "services change: set it to at most a year after reviewed"
		}
		if !last.IsZero() && after(last, years, 31).Before(next) {
			report(ruleFar.At(i.File, at.Span, "the next review is %d months after the last", monthsBetween(last, next)).WithHint("%s", hint))
		}
	}
}

// after is the day some years and days after another.
func after(d schema.Date, years, days int) schema.Date {
	t := time.Date(d.Year+years, time.Month(d.Month), d.Day+days, 0, 0, 0, 0, time.UTC)
	return schema.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// monthsBetween counts whole months from one day to a later one.
func monthsBetween(from, to schema.Date) int {
	n := (to.Year-from.Year)*12 + to.Month - from.Month
	if to.Day < from.Day {
		n--
	}
	return n
}
