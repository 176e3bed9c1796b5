package check

import (
	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var (
	ruleReviewOrder = diag.Rule{Code: "review-order", Severity: diag.Warning, Title: "The next review should lie after the last."}
	ruleReviewAhead = diag.Rule{Code: "review-ahead", Severity: diag.Warning, Title: "A review that has been done should not lie ahead."}
	ruleOverdue     = diag.Rule{Code: "review-overdue", Severity: diag.Warning, Title: "A page should be checked again by its review date."}
)

func reviewOrder(in Input, report func(diag.Finding)) {
	for _, i := range in.Package.Items {
		last, next, at := reviewDates(i)
		if !last.IsZero() && !next.IsZero() && next.Before(last) {
			report(ruleReviewOrder.At(i.File, at.Span, "the next review (%s) lies before the last (%s)", next, last).
				WithHint("set review_by to a day after reviewed"))
		}
	}
}

// reviewAhead finds days that are yet to come: until then, readers of a copy
// would not be told that it has grown old.
func reviewAhead(in Input, report func(diag.Finding)) {
	for _, i := range in.Package.Items {
		v, given := i.Front.Get("reviewed")
		if given && !in.Today.IsZero() && in.Today.Before(v.Date) {
			report(ruleReviewAhead.At(i.File, v.Span, "this was last checked on %s, a day that is yet to come", v.Date).
				WithHint("check the year; for a day that is planned there is review_by"))
		}
	}
}

func reviewOverdue(in Input, report func(diag.Finding)) {
	if in.Today.IsZero() {
		return
	}
	for _, i := range in.Package.Items {
		last, next, at := reviewDates(i)
		if !next.IsZero() && next.Before(in.Today) && !next.Before(last) { // else reviewOrder has said it
			report(ruleOverdue.At(i.File, at.Span, "this should have been checked again by %s", next).
				WithHint("check that it is still right, then set reviewed and review_by"))
		}
	}
}

func reviewDates(i *training.Item) (last, next schema.Date, at schema.Value) {
	at, _ = i.Front.Get("review_by")
	return i.Front.Date("reviewed"), at.Date, at
}
