package schema

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a day of the calendar. Sources may give only a year, or a year and a
// month: then Day, or Month and Day, are 0. The zero Date means none was given.
type Date struct{ Year, Month, Day int }

// IsZero says whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date as ISO 8601 writes it, as exact as it is.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Long returns the date as people write it, as exact as it is: 23 November 2026.
func (d Date) Long() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
}

// Before says whether d lies before e; a missing month or day counts as the first.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// ParseDate reads a day as ISO 8601 writes it (2026-11-23) and says whether
// the calendar has it.
func ParseDate(s string) (Date, bool) {
	d, ok := parsePartialDate(s)
	return d, ok && d.Day > 0
}

// parsePartialDate also takes 2026-11 and 2026.
func parsePartialDate(s string) (Date, bool) {
	switch len(s) {
	case 4:
		year, err := strconv.ParseUint(s, 10, 16)
		return Date{Year: int(year)}, err == nil && year > 0
	case 7:
		t, err := time.Parse("2006-01", s)
		return Date{Year: t.Year(), Month: int(t.Month())}, err == nil
	}
	t, err := time.Parse("2006-01-02", s)
	return Date{t.Year(), int(t.Month()), t.Day()}, err == nil
}

// otherDates are ways in which people write a day, the British order first.
var otherDates = []string{"2006-1-2", "2006/1/2", "2006.1.2", "2/1/2006", "2.1.2006", "2-1-2006", "2/1/06", "2 January 2006", "2 Jan 2006",
	"Monday 2 January 2006", "January 2, 2006", "January 2 2006", time.RFC3339}

// dateHint says how a day is written that was meant, if that can be told.
func dateHint(text, example string) string {
	for _, layout := range otherDates {
		if t, err := time.Parse(layout, text); err == nil {
			return fmt.Sprintf("write %s for %s", t.Format(time.DateOnly), t.Format("2 January 2006"))
		}
	}
	var year, month, day int
	if n, err := fmt.Sscanf(text, "%4d-%2d-%2d", &year, &month, &day); err == nil && n == 3 && len(text) == len(time.DateOnly) && month > 0 {
		first := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		if month > 12 {
			return "a year has 12 months; write the year, the month and the day, such as " + example
		}
		return fmt.Sprintf("%s has %d days", first.Format("January 2006"), first.AddDate(0, 1, -1).Day())
	}
	return "write the year, the month and the day, such as " + example
}
