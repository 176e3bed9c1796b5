package markdown

import (
	"slices"
	"strings"

	"commonground/internal/diag"
)

// alias leads from a name people know from other tools to ours.
var alias = [...][2]string{
	{"tip", "peer-tip"}, {"hint", "peer-tip"}, {"info", "note"}, {"important", "note"},
	{"danger", "warning"}, {"caution", "warning"}, {"details", "more"}, {"summary", "more"},
	{"question", "quiz"}, {"discuss", "talk"}, {"activity", "try-it"}, {"exercise", "try-it"},
	{"trainer", "facilitator"}, {"don't", "dont"}, {"do-not", "dont"}, {"instead", "say"},
}

// plainName is a name as it would be typed: in small letters, with plain hyphens
// and apostrophes.
func plainName(name string) string { return strings.ToLower(typedSigns.Replace(name)) }

var typedSigns = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "_", "-", "’", "'", "‘", "'")

// nearestOf returns the kind that was most likely meant by an opening line: its
// name may stand in braces, or be written as two words.
func nearestOf(f fence) string {
	name := plainName(f.name)
	if name == "" {
		return nearestKind(f.attrs)
	}
	first, _, _ := strings.Cut(f.title, " ")
	if two := name + "-" + plainName(first); findKind(two) != nil || isAlias(two) {
		return nearestKind(two)
	}
	return nearestKind(name)
}

func isAlias(name string) bool {
	return slices.ContainsFunc(alias[:], func(a [2]string) bool { return a[0] == name })
}

// nearestKind returns the kind whose name is most like what was written, or ""
// when none is like it.
func nearestKind(name string) string {
	name, _, _ = strings.Cut(plainName(strings.Trim(name, ":.,;{} ")), "[")
	for _, a := range alias {
		if a[0] == name {
			return a[1]
		}
	}
	return diag.Nearest(name, kindNames())
}
