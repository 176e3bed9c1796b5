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
