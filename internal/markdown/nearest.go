package markdown

import "strings"

// alias leads from a name people know from other tools to ours.
var alias = [...][2]string{
	{"tip", "peer-tip"}, {"hint", "peer-tip"}, {"info", "note"}, {"important", "note"},
	{"danger", "warning"}, {"caution", "warning"}, {"details", "more"}, {"summary", "more"},
	{"question", "quiz"}, {"discuss", "talk"}, {"activity", "try-it"}, {"exercise", "try-it"},
	{"trainer", "facilitator"}, {"don't", "dont"}, {"do-not", "dont"}, {"instead", "say"},
}

// nearestKind returns the kind whose name is most like what was written, or ""
// when none is like it.
func nearestKind(name string) string {
	name, _, _ = strings.Cut(strings.ToLower(strings.Trim(name, ":.,;{} ")), "[")
	for _, a := range alias {
		if a[0] == name {
			return a[1]
		}
	}
	best, least := "", 3
	for i := range kinds {
		if n := distance(name, kinds[i].Name); n < least && n*2 <= len(kinds[i].Name) {
			best, least = kinds[i].Name, n
		}
	}
	return best
}

// distance counts the letters to add, drop or change between two words; beyond
// 32 letters it does not look.
func distance(a, b string) int {
	if len(a) > 32 || len(b) > 32 {
		return 32
	}
	var row [33]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
