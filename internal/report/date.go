package report

import (
	"time"

	"commonground/internal/schema"
)

func timeOf(d schema.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// inMonths is the day so many months after another; the last of February for 30 November.
func inMonths(d schema.Date, months int) time.Time {
	first := time.Date(d.Year, time.Month(d.Month+months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(d.Day, last)-1)
}
