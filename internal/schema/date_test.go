package schema

import "testing"

func TestLongDates(t *testing.T) {
	for date, want := range map[Date]string{
		{}: "", {Year: 2026}: "2026", {Year: 2026, Month: 3}: "March 2026", {Year: 2026, Month: 12, Day: 1}: "1 December 2026",
	} {
		if got := date.Long(); got != want {
			t.Errorf("%v is %q, want %q", date, got, want)
		}
	}
}
