package report

import (
	"cmp"
	"slices"
	"time"

	"commonground/internal/schema"
	"commonground/internal/training"
)

// freshnessView is what falls due, and when.
type freshnessView struct {
	Spans   []spanRow
	Months  []monthBar
	Most    int // pages in the fullest month
	Due     []dueRow
	Undated []string
}

// spanRow is how many pages fall due in a span of time.
type spanRow struct {
	Name       string
	Count, Bar int
}

// monthBar is a column of the chart: X and Height are places in it.
type monthBar struct {
	Name, Short string
	Count       int
	X, Height   int
}

// dueRow is a page that is to be checked.
type dueRow struct {
	Title, Kind, Owner string
	Reviewed, By       string
	Overdue            bool
	by                 schema.Date
}

// The chart of months, in its own units.
const (
	monthsShown = 13 // up to this month of next year
	columnWidth = 46
	chartHeight = 100
)

func freshnessOf(pkg *training.Package, today schema.Date) freshnessView {
	var v freshnessView
	if today.IsZero() {
		return v
	}
	for _, i := range pkg.Items {
		by := i.Front.Date("review_by")
		switch {
		case !by.IsZero():
			v.Due = append(v.Due, dueRow{
				Title: i.Name, Kind: i.Kind.Name, Owner: i.Front.Text("owner"),
				Reviewed: i.Front.Date("reviewed").Long(), By: by.Long(), Overdue: by.Before(today), by: by,
			})
		case i.Kind == &schema.Lesson || i.Kind == &schema.Myth:
			v.Undated = append(v.Undated, i.Name)
		}
	}
	slices.SortStableFunc(v.Due, func(a, b dueRow) int { return cmp.Compare(timeOf(a.by).Unix(), timeOf(b.by).Unix()) })
	v.spans(today)
	v.months(today)
	return v
}

// spans counts what is overdue, what falls due in the next 3, 6 and 12 months, and
// what later.
func (v *freshnessView) spans(today schema.Date) {
	v.Spans = []spanRow{{Name: "Overdue"}, {Name: "In the next 3 months"}, {Name: "In 3 to 6 months"}, {Name: "In 6 to 12 months"}, {Name: "Later"}}
	ends := []time.Time{timeOf(today), inMonths(today, 3), inMonths(today, 6), inMonths(today, 12)}
	for _, d := range v.Due {
		n := 0
		if !d.Overdue {
			n = 1
			for n < len(ends) && timeOf(d.by).After(ends[n]) {
				n++
			}
		}
		v.Spans[n].Count++
	}
	v.Spans = append(v.Spans, spanRow{Name: "No date (lessons and myth cards)", Count: len(v.Undated)})
	most := 0
	for _, s := range v.Spans {
		most = max(most, s.Count)
	}
	for i := range v.Spans {
		v.Spans[i].Bar = share(v.Spans[i].Count, most)
	}
}

// months counts the pages of each of the next months, this one first.
func (v *freshnessView) months(today schema.Date) {
	for n := range monthsShown {
		month := inMonths(schema.Date{Year: today.Year, Month: today.Month, Day: 1}, n)
		bar := monthBar{Name: month.Format("January 2006"), Short: month.Format("Jan"), X: n * columnWidth}
		for _, d := range v.Due {
			if !d.Overdue && d.by.Year == month.Year() && d.by.Month == int(month.Month()) {
				bar.Count++
			}
		}
		v.Most = max(v.Most, bar.Count)
		v.Months = append(v.Months, bar)
	}
	for i := range v.Months {
		v.Months[i].Height = v.Months[i].Count * chartHeight / max(v.Most, 1)
	}
}
