package preview_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"commonground/internal/soak"
)

// BenchmarkSave measures how long it takes from the moment a file is saved until
// a tab that shows a page made from it has been told over HTTP: the whole of a
// preview, with a disk, a watcher and a server.
func BenchmarkSave(b *testing.B) {
	for _, n := range []int{300, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			r := largeRig(b, n)
			b.Run("body", func(b *testing.B) {
				r.measure(b, "content/lessons/lesson-1.md", func(i int) string { return largeLesson(1, fmt.Sprintf("Saved %d.", i)) })
			})
			b.Run("term", func(b *testing.B) {
				r.measure(b, "content/glossary/term-1.md", func(i int) string { // a new name as well, so that it is looked for everywhere
					return term(termTitle(1), fmt.Sprintf("Saved %d.\nalso: [saved %d]", i, i))
				})
			})
		})
	}
}

// measure saves a file again and again, and reports how long the event took.
func (r *rig) measure(b *testing.B, name string, text func(i int) string) {
	next, stop := r.follow("lessons/lesson-1.html")
	defer stop()
	shown := next()
	var took []time.Duration
	for b.Loop() {
		page := []byte(text(len(took)))
		start := time.Now()
		r.need(os.WriteFile(r.full(name), page, 0o666))
		for old := shown.Page; shown.Page == old; {
			shown = next()
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	for share, unit := range map[int]string{50: "p50-ms", 95: "p95-ms"} {
		b.ReportMetric(float64(took[(len(took)-1)*share/100].Microseconds())/1000, unit)
	}
}

// terms is how many terms a large package has. Each lesson uses six of them.
const terms = 200

// largeRig previews a package of n lessons in which nothing is wrong, from memory
// where the system offers a folder for it.
func largeRig(b *testing.B, n int) *rig {
	b.Helper()
	r := emptyRig(b)
	r.dir = soak.Folder(b)
	r.write("content/index.md", smallPackage()["content/index.md"])
	for i := range n {
		r.write(fmt.Sprintf("content/lessons/lesson-%d.md", i), largeLesson(i, "Saved."))
	}
	for i := range terms {
		r.write(fmt.Sprintf("content/glossary/term-%d.md", i), term(termTitle(i), "Something to look up."))
	}
	r.age()
	r.start(modes()[0])
	r.wait("the first build is to come")
	if _, problems := r.get("_/problems"); !strings.Contains(problems, "Nothing is wrong") {
		b.Fatal(problems)
	}
	return r
}

// age dates all files back by an hour, for those of an author are seldom new.
func (r *rig) age() {
	r.Helper()
	old := time.Now().Add(-time.Hour)
	r.need(filepath.WalkDir(r.dir, func(name string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(name, old, old))
	}))
}

var words = strings.Fields("the phone letter screen nurse clinic a patient button form message and surgery desk colleague family with question " +
	"answer picture appointment to computer library reception you map doctor result paper list of page carer ward team visit on plain quiet new")

func termTitle(i int) string { return "Term " + words[i%len(words)] + " " + strconv.Itoa(i) }

// largeLesson is a lesson of about 700 words, the same each time but for the text
// it begins with: prose, terms, lists, tables and blocks.
func largeLesson(i int, text string) string {
	chance := rand.New(rand.NewPCG(1, uint64(i)))
	var b strings.Builder
	b.WriteString(text + "\n\n")
	for part := range 6 {
		fmt.Fprintf(&b, "## Part %d\n\nThis is about %s.\n", part, strings.ToLower(termTitle((i+part*31)%terms)))
		for range 10 {
			for w := range 11 {
				b.WriteString(words[chance.IntN(len(words))] + " \n"[w/10:w/10+1])
			}
		}
		b.WriteString("\n- one thing\n- **another** thing\n\n| Say | Instead of |\n| --- | --- |\n| scan | imaging |\n\n:::note\nMind this.\n:::\n\n")
	}
	return lesson(fmt.Sprintf("Lesson number %d", i), b.String())
}
