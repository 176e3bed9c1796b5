package watch

import (
	"fmt"
	"os"
	"testing"
)

// matrix is what authors, editors and systems do to a package. After each step
// the copy must be equal to the folder.
var matrix = []struct {
	name  string
	steps []func(*rig)
}{
	{"write in place", steps(func(r *rig) {
		f, err := os.OpenFile(r.full("content/lessons/book.md"), os.O_WRONLY, 0)
		r.must(err)
		_, err = f.WriteString("# Look\n")
		r.must(err)
		r.must(f.Close())
	})},
	{"truncate and write", steps(func(r *rig) {
		r.must(os.Truncate(r.full("content/lessons/book.md"), 0))
		r.write("content/lessons/book.md", "# Book online\n")
	})},
	{"the same size twice in a moment", steps(
		func(r *rig) { r.write("content/index.md", "# Hame\n") },
		func(r *rig) { r.rewrite("content/index.md", "# Hume\n") },
		func(r *rig) { r.rewrite("content/index.md", "# Hime\n") },
	)},
	{"temporary file and rename", steps(func(r *rig) {
		r.write("content/lessons/.book.md.tmp", "# Book online\n")
		r.rename("content/lessons/.book.md.tmp", "content/lessons/book.md")
	})},
	{"temporary file, rename and backup", steps(func(r *rig) {
		r.write("content/lessons/book.new", "# Book online\n")
		r.must(os.Link(r.full("content/lessons/book.md"), r.full("content/lessons/book.bak")))
		r.rename("content/lessons/book.new", "content/lessons/book.md")
	})},
	{"vim", steps(func(r *rig) {
		r.write("content/lessons/4913", "")
		r.remove("content/lessons/4913")
		r.rename("content/lessons/book.md", "content/lessons/book.md~")
		r.write("content/lessons/book.md", "# Book online\n")
		r.must(os.Chmod(r.full("content/lessons/book.md"), 0o644))
		r.remove("content/lessons/book.md~")
	})},
	{"JetBrains", steps(func(r *rig) {
		r.write("content/lessons/book.md___jb_tmp___", "# Book online\n")
		r.rename("content/lessons/book.md", "content/lessons/book.md___jb_old___")
		r.rename("content/lessons/book.md___jb_tmp___", "content/lessons/book.md")
		r.remove("content/lessons/book.md___jb_old___")
	})},
	{"delete and create", steps(func(r *rig) {
		r.remove("content/lessons/book.md")
		r.write("content/lessons/book.md", "# Book\n\nAgain.\n")
	})},
	{"folder moved out and in", steps(
		func(r *rig) { r.rename("content/lessons", "elsewhere") },
		func(r *rig) { r.write("elsewhere/visit/index.md", "# Changed outside\n") },
		func(r *rig) { r.rename("elsewhere", "content/lessons") },
	)},
	{"folder made in one go", steps(func(r *rig) {
		r.write("content/stories/one/two/three/index.md", "# Deep\n")
	})},
	{"folder renamed", steps(
		func(r *rig) { r.rename("content/lessons/visit", "content/lessons/call") },
		func(r *rig) { r.rename("content/lessons", "content/units") },
	)},
	{"two folders change places", steps(func(r *rig) {
		r.write("content/lessons/call/index.md", "# Call!\n")
		r.rename("content/lessons/visit", "content/lessons/swap")
		r.rename("content/lessons/call", "content/lessons/visit")
		r.rename("content/lessons/swap", "content/lessons/call")
	})},
	{"folder deleted and made again", steps(
		func(r *rig) { r.remove("content/lessons") },
		func(r *rig) { r.write("content/lessons/visit/index.md", "# Visit\n") },
		func(r *rig) {
			r.remove("content/lessons")
			r.write("content/lessons/visit/index.md", "# Visit!\n")
		},
	)},
	{"content deleted and made again", steps(
		func(r *rig) { r.remove("content") },
		func(r *rig) { r.write("content/lessons/visit/index.md", "# Visit\n") },
	)},
	{"content restored with its old times", steps(func(r *rig) {
		r.rename("content", "old")
		r.must(os.CopyFS(r.full("content"), os.DirFS(r.full("old"))))
		for _, name := range []string{"content", "content/lessons", "content/lessons/visit"} {
			info, err := os.Stat(r.full("old" + name[len("content"):]))
			r.must(err)
			r.must(os.Chtimes(r.full(name), info.ModTime(), info.ModTime()))
		}
	}, func(r *rig) { r.remove("old") })},
	{"folder becomes a file and back", steps(
		func(r *rig) { r.remove("content/lessons"); r.write("content/lessons", "a file") },
		func(r *rig) { r.remove("content/lessons"); r.write("content/lessons/book.md", "# Book\n") },
	)},
	{"new top folder", steps(
		func(r *rig) { r.write("themes/language.md", "# Language\n") },
		func(r *rig) { r.remove("themes") },
		func(r *rig) { r.rename("static", "words") },
	)},
	{"top folder is a link", steps(
		func(r *rig) { r.rename("content", "real"); r.link("real", "content") },
		func(r *rig) { r.write("real/lessons/book.md", "# Book online\n") },
		func(r *rig) { r.write("other/index.md", "# Home\n"); r.remove("content"); r.link("other", "content") },
	)},
	{"links in a folder", steps(
		func(r *rig) {
			r.link("..", "content/loop")
			r.link("gone.md", "content/gone.md")
			r.link("../../static/site.css", "content/lessons/site.css")
		},
		func(r *rig) { r.write("static/site.css", "p { margin: 0 }\n") },
		func(r *rig) {
			r.remove("content/loop")
			r.remove("content/gone.md")
			r.write("content/gone.md", "# Back\n")
		},
	)},
	{"switch of 500 files", steps(
		func(r *rig) {
			for i := range 500 {
				r.write(fmt.Sprintf("content/lessons/part-%d/lesson-%d.md", i%7, i), "# First\n")
			}
		},
		func(r *rig) {
			for i := range 500 {
				switch name := fmt.Sprintf("content/lessons/part-%d/lesson-%d.md", i%7, i); {
				case i%7 == 6 || i%5 == 0:
					r.remove(name)
				case i%5 == 1:
					r.rename(name, fmt.Sprintf("content/lessons/lesson-%d.md", i))
				default:
					r.write(name, "# Other\n")
				}
			}
			r.remove("content/lessons/part-6")
		},
	)},
}

func steps(s ...func(*rig)) []func(*rig) { return s }

// rewrite changes a text without a trace on the outside, as an edit does that
// falls into the same tick of a coarse clock.
func (r *rig) rewrite(name, text string) {
	info, err := os.Stat(r.full(name))
	r.must(err)
	r.write(name, text)
	r.must(os.Chtimes(r.full(name), info.ModTime(), info.ModTime()))
}

func TestMatrix(t *testing.T) {
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			for _, test := range matrix {
				t.Run(test.name, func(t *testing.T) {
					r := newRig(t, m)
					for _, step := range test.steps {
						r.during(step)
						if r.Failed() {
							t.FailNow()
						}
					}
					r.during((*rig).touchAll) // nothing has fallen out of sight
				})
			}
		})
	}
}
