package preview_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// matrix is what authors, editors and systems do to a package. After each step
// the served site must be what a clean build makes.
var matrix = []struct {
	name  string
	steps []func(*rig)
}{
	{"write in place", steps(func(r *rig) {
		f, err := os.OpenFile(r.full(book), os.O_WRONLY, 0)
		r.must(err)
		_, err = f.WriteString(lesson("Look online", "Send a referral."))
		r.must(err)
		r.must(f.Close())
	})},
	{"truncate and write", steps(func(r *rig) {
		r.must(os.Truncate(r.full(book), 0))
		r.write(book, lesson("Book again", "Now."))
	})},
	{"temporary file and rename", steps(func(r *rig) {
		r.write("content/lessons/.book.md.tmp", lesson("Book again", "Now."))
		r.rename("content/lessons/.book.md.tmp", book)
	})},
	{"vim", steps(func(r *rig) {
		r.write("content/lessons/4913", "")
		r.remove("content/lessons/4913")
		r.rename(book, book+"~")
		r.write(book, lesson("Book again", "Now."))
		r.must(os.Chmod(r.full(book), 0o644))
		r.remove(book + "~")
	})},
	{"JetBrains", steps(func(r *rig) {
		r.write(book+"___jb_tmp___", lesson("Book again", "Now."))
		r.rename(book, book+"___jb_old___")
		r.rename(book+"___jb_tmp___", book)
		r.remove(book + "___jb_old___")
	})},
	{"term", steps(
		func(r *rig) { r.write("content/glossary/referral.md", term("Referral", "Another meaning.")) },
		func(r *rig) { r.rename("content/glossary/referral.md", "content/glossary/sent-on.md") },
		func(r *rig) { r.remove("content/glossary") },
	)},
	{"picture and style", steps(
		func(r *rig) { r.write("content/lessons/visit/desk.svg", strings.Replace(drawing, "#fff", "#eee", 1)) },
		func(r *rig) { r.write("static/css/zz-own.css", ".own { color: blue }\n") },
		func(r *rig) { r.remove("static") },
	)},
	{"folder moved out and in", steps(
		func(r *rig) { r.rename("content/lessons/visit", "../elsewhere") },
		func(r *rig) { r.write("../elsewhere/index.md", lesson("Visit", "Changed outside.")) },
		func(r *rig) { r.remove("../elsewhere/desk.svg"); r.rename("../elsewhere", "content/lessons/visit") },
		func(r *rig) { r.rename("content/lessons", "../elsewhere") },
		func(r *rig) { r.rename("../elsewhere", "content/lessons") },
	)},
	{"folder renamed", steps(
		func(r *rig) { r.rename("content/lessons/visit", "content/lessons/call") },
		func(r *rig) { r.write("content/lessons/call/index.md", lesson("Call", "![The desk](desk.svg)")) },
	)},
	{"folder deleted and made again", steps(
		func(r *rig) { r.remove("content/lessons") },
		func(r *rig) { r.write(book, lesson("Book again", "Now.")) },
		func(r *rig) { r.remove("content/lessons"); r.write(book, lesson("Book once more", "Now.")) },
	)},
	{"content deleted and made again", steps(
		func(r *rig) { r.remove("content") },
		(*rig).writeAll,
		func(r *rig) { r.remove("content"); r.writeAll(); r.remove(book) },
	)},
	{"package deleted and made again", steps(
		func(r *rig) { r.remove(".") },
		(*rig).writeAll,
		func(r *rig) { r.rename(".", "../elsewhere") },
		func(r *rig) { r.write("../elsewhere/content/about.md", "---\ntitle: About us\n---\n\nMoved.\n") },
		func(r *rig) { r.rename("../elsewhere", ".") },
	)},
	{"file born while a build reads", steps(func(r *rig) {
		r.hookOnce("layouts", func() error { // the lessons have been listed by then
			r.write("content/lessons/late.md", lesson("Late", "Born late."))
			return nil
		})
		r.write(book, lesson("Book again", "Now."))
		r.await("lessons/late.html")
	})},
	{"switch of 500 files", steps(
		func(r *rig) { r.branch("one") },
		func(r *rig) { r.branch("two") },
	)},
}

const book = "content/lessons/book.md"

func steps(s ...func(*rig)) []func(*rig) { return s }

func (r *rig) writeAll() {
	for name, text := range smallPackage() {
		r.write(name, text)
	}
}

// branch switches to a branch of a package of 500 files: some are in one branch
// only, some differ, some are the same, and some are folders in one of them.
func (r *rig) branch(name string) {
	files := map[string]string{}
	for i := range 440 {
		files[fmt.Sprintf("content/glossary/term-%d.md", i)] = term(fmt.Sprintf("Term %d", i), "Something.")
		if i%3 == 0 {
			files[fmt.Sprintf("content/glossary/term-%d.md", i)] = term(fmt.Sprintf("Term %d", i), "It is "+name+".")
		}
	}
	for i := range 60 {
		text := lesson(fmt.Sprintf("Lesson %d", i), fmt.Sprintf("In %s there is term %d.", name, i))
		switch {
		case i%4 == 0:
			files[fmt.Sprintf("content/lessons/%s-%d.md", name, i)] = text
		case i%4 == 1 && name == "one":
			files[fmt.Sprintf("content/lessons/lesson-%d/index.md", i)] = text
		default:
			files[fmt.Sprintf("content/lessons/lesson-%d.md", i)] = text
		}
	}
	old, _ := os.ReadDir(r.full("content/lessons"))
	for _, e := range old {
		r.remove("content/lessons/" + e.Name())
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		r.write(file, files[file])
	}
}

func TestMatrix(t *testing.T) {
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			for _, test := range matrix {
				t.Run(test.name, func(t *testing.T) {
					r := newRig(t, m)
					for _, step := range test.steps {
						step(r)
						r.settle()
						if r.Failed() {
							t.FailNow()
						}
					}
					r.writeAll() // nothing has fallen out of sight
					r.write(book, lesson("Book for the last time", "Now."))
					r.write("content/lessons/visit/index.md", lesson("Visit for the last time", "Now."))
					r.settle()
				})
			}
		})
	}
}
