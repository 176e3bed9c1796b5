package report

import (
	"cmp"
	"slices"

	"commonground/internal/link"
	"commonground/internal/markdown"
	"commonground/internal/plain"
	"commonground/internal/training"
	"commonground/internal/words"
)

// wordsView is how the glossary does its work.
type wordsView struct {
	Terms  int
	Unused []string
	Uses   []useRow
	Hard   []hardRow
}

// useRow is a term and on how many pages it is used.
type useRow struct {
	Name       string
	Pages, Bar int
}

// hardRow is a long word of several lessons that no entry explains.
type hardRow struct {
	Word           string
	Lessons, Times int
}

// How many rows a table has at most, and in how many lessons a word stands that
// is worth an entry.
const (
	mostRows    = 15
	leastSpread = 2
)

func wordsOf(pkg *training.Package, graph *link.Graph) wordsView {
	v := wordsView{Terms: len(pkg.Terms)}
	for _, t := range pkg.Terms {
		if n := len(graph.UsedIn(t)); n > 0 {
			v.Uses = append(v.Uses, useRow{Name: t.Name, Pages: n})
		} else {
			v.Unused = append(v.Unused, t.Name)
		}
	}
	slices.SortStableFunc(v.Uses, func(a, b useRow) int { return cmp.Compare(b.Pages, a.Pages) })
	v.Uses = v.Uses[:min(len(v.Uses), mostRows)]
	for i := range v.Uses {
		v.Uses[i].Bar = share(v.Uses[i].Pages, v.Uses[0].Pages)
	}
	v.Hard = hardWords(pkg)
	return v
}

// hardWords lists the words of four syllables or more that stand in most lessons
// and in no entry of the glossary. Words of three are often plain: tomorrow.
func hardWords(pkg *training.Package) []hardRow {
	known := explained(pkg)
	rows := map[string]*hardRow{}
	for _, l := range pkg.Lessons {
		here := map[string]bool{}
		eachWord(l.Doc, func(fold string) {
			if known[fold] || len(fold) < 7 || plain.Syllables([]byte(fold)) < 4 {
				return
			}
			if rows[fold] == nil {
				rows[fold] = &hardRow{Word: fold}
			}
			rows[fold].Times++
			if !here[fold] {
				here[fold] = true
				rows[fold].Lessons++
			}
		})
	}
	var list []hardRow
	for _, r := range rows {
		if r.Lessons >= leastSpread {
			list = append(list, *r)
		}
	}
	slices.SortFunc(list, func(a, b hardRow) int {
		return cmp.Or(cmp.Compare(b.Lessons, a.Lessons), cmp.Compare(b.Times, a.Times), cmp.Compare(a.Word, b.Word))
	})
	return list[:min(len(list), mostRows)]
}

// explained are the words in the names of terms.
func explained(pkg *training.Package) map[string]bool {
	known := map[string]bool{}
	var text words.Text
	for _, t := range pkg.Terms {
		for _, name := range append([]string{t.Name}, t.Also...) {
			text.Read([]byte(name))
			for i := range text.Len() {
				known[string(text.Fold(i))] = true
				known[string(text.Fold(i))+"s"] = true
			}
		}
	}
	return known
}

// eachWord calls a function with every word that learners read, folded.
func eachWord(d *markdown.Doc, each func(fold string)) {
	var text words.Text
	for _, p := range d.Passages {
		if p.Quoted || p.In("facilitator") || p.Kind == markdown.InNote {
			continue
		}
		text.Read(p.Text)
		for i := range text.Len() {
			if plain.IsSpoken(text.Word(i)) {
				each(string(text.Fold(i)))
			}
		}
	}
}
