package check

import (
	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

var (
	ruleReviewOrder = diag.Rule{Code: "review-order", Severity: diag.Warning, Title: "The next review should lie after the last."}
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

func reviewOverdue(in Input, report func(diag.Finding)) {
	if in.Today.IsZero() {
		return
	}
	for _, i := range in.Package.Items {
		_, next, at := reviewDates(i)
		if !next.IsZero() && next.Before(in.Today) {
			report(ruleOverdue.At(i.File, at.Span, "this should have been checked again by %s", next).
				WithHint("check that it is still right, then set reviewed and review_by"))
		}
	}
}

func reviewDates(i *training.Item) (last, next schema.Date, at schema.Value) {
	at, _ = i.Front.Get("review_by")
	return i.Front.Date("reviewed"), at.Date, at
}
