package check

import (
	"strings"

	"commonground/internal/training"
	"commonground/internal/words"
)

// termNames returns the names of the glossary as they are written, also those that
// stand in one with brackets and acronyms in them, and the words of the names, folded.
func termNames(pkg *training.Package) (names, folded map[string]bool) {
	names, folded = map[string]bool{}, map[string]bool{}
	var text words.Text
	for _, t := range pkg.Terms {
		for _, name := range append([]string{t.Name}, t.Also...) {
			names[name] = true
			for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune("(),", r) }) {
				names[strings.TrimSpace(part)] = true
			}
			text.Read([]byte(name))
			for i := range text.Len() {
				folded[string(text.Fold(i))] = true
				if inCapitals(text.Word(i)) {
					names[string(text.Word(i))] = true // ODS code
				}
			}
		}
	}
	return names, folded
}
