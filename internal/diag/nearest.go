package diag

import "strings"

// Nearest returns the name that a misspelt one most likely means, or "" when
// none is close: at most a third of the letters differ.
func Nearest(name string, names []string) string {
	want := []rune(strings.ToLower(name))
	best, limit := "", max(1, len(want)/3)+1
	var rows [3][]int
	for _, n := range names {
		if d := distance(want, []rune(strings.ToLower(n)), limit, &rows); d < limit {
			best, limit = n, d
		}
	}
	return best
}

// distance counts the edits (insert, delete, change, swap of neighbours)
// between two words, or returns limit when there are at least as many. Rows is
// room to work in.
func distance(a, b []rune, limit int, rows *[3][]int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	for i := range rows {
		if len(rows[i]) <= len(b) {
			rows[i] = make([]int, 2*len(b)+1)
		}
	}
	older, old, now := rows[0], rows[1], rows[2]
	for j := range b {
		old[j+1] = j + 1
	}
	old[0] = 0
	for i, x := range a {
		now[0] = i + 1
		least := now[0]
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			now[j+1] = min(old[j]+cost, old[j+1]+1, now[j]+1)
			if i > 0 && j > 0 && x == b[j-1] && a[i-1] == y {
				now[j+1] = min(now[j+1], older[j-1]+1)
			}
			least = min(least, now[j+1])
		}
		if least > limit { // a swap may still take one back
			return limit
		}
		older, old, now = old, now, older
	}
	return min(old[len(b)], limit)
}
