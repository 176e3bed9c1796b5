package preview_test

import (
	"errors"
	"html"
	"io/fs"
	"strings"
	"testing"
)

// mistakes are what breaks a package, what the page of all problems says then,
// and what mends it.
var mistakes = []struct {
	name  string
	wrong func(*rig)
	said  string
	mend  func(*rig)
}{
	{"slip in a lesson", func(r *rig) { r.save(book, "---\ntitle: Book\n") }, "book.md", mendBook},
	{"dead link", func(r *rig) { r.save(book, lesson("Book", "[More](more.md)")) }, "there is no content/lessons/more.md", mendBook},
	{"broken layout", func(r *rig) { r.save("layouts/page.html", `{{define "main"}}<h1>{{.Title}</h1>{{end}}`) },
		"layouts/page.html", func(r *rig) { r.remove("layouts") }},
	{"layout with a wrong field", func(r *rig) { r.save("layouts/page.html", `{{define "main"}}<h1>{{.Titel}}</h1>{{end}}`) },
		"Titel", func(r *rig) { r.save("layouts/page.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`) }},
	{"unreadable file", func(r *rig) {
		r.hookOnce(book, func() error { return fs.ErrPermission })
		mendBook(r)
	}, "this file cannot be read", func(r *rig) { r.write(book, lesson("Book", "Send a referral again.")) }},
	{"unreadable folder", func(r *rig) {
		r.hookOnce("content/lessons", func() error { return errors.New("the drive is away") })
		mendBook(r)
	}, "the drive is away", func(r *rig) { r.write(book, lesson("Book", "Send a referral again.")) }},
	{"folder in place of a page", func(r *rig) { r.rename("content/index.md", "content/home"); r.save("content/index.md/a.txt", "") },
		"index.md", func(r *rig) { r.remove("content/index.md"); r.rename("content/home", "content/index.md") }},
	{"package gone", func(r *rig) { r.rename(".", "../elsewhere") }, "package", func(r *rig) { r.rename("../elsewhere", ".") }},
	{"mistake in the program", func(r *rig) {
		r.hookOnce("layouts", func() error { panic("out of luck") })
		mendBook(r)
	}, "a mistake in the program stopped the build: out of luck", func(r *rig) { r.write(book, lesson("Book", "Send one more referral.")) }},
}

func mendBook(r *rig) { r.save(book, lesson("Book", "Send another referral.")) }

// save writes a file in one step, so that no build sees half of it.
func (r *rig) save(name, text string) {
	r.Helper()
	r.write("../saved", text)
	r.rename("../saved", name)
}

// TestMistakes holds that a mistake is told, leaves the last good site to the
// byte, and is forgotten when it is mended, whatever it was.
func TestMistakes(t *testing.T) {
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			for _, test := range mistakes {
				t.Run(test.name, func(t *testing.T) {
					r := newRig(t, m)
					test.wrong(r)
					r.awaitMood("failed")
					if _, problems := r.get("_/problems"); !strings.Contains(html.UnescapeString(problems), test.said) {
						t.Errorf("the page of problems does not say %q:\n%s", test.said, problems)
					}
					if notice := r.status("index.html").Notice; !strings.Contains(notice, "the last version without mistakes") {
						t.Errorf("the tab says %q", notice)
					}
					r.showsLastGood()
					test.mend(r)
					r.settle()
					if notice := r.status("index.html").Notice; notice != "" {
						t.Errorf("the tab still says %q", notice)
					}
				})
			}
		})
	}
}

// TestBornBroken begins with a package that cannot be built.
func TestBornBroken(t *testing.T) {
	r := emptyRig(t)
	r.write("content/index.md", "---\ntitle: Test package\n")
	r.start(modes()[0])
	for status, body := r.get("index.html"); !strings.Contains(body, "1 error to fix"); status, body = r.get("index.html") {
		if status != 503 {
			t.Errorf("a site that never was is answered with %d", status)
		}
		r.wait("the mistake is not told")
	}
	r.writeAll()
	r.settle()
}

func (r *rig) awaitMood(mood string) {
	r.Helper()
	for r.status("index.html").Mood != mood {
		r.wait("the mood is not " + mood)
	}
}

// showsLastGood compares what is served with the last good site. Pictures are
// read from the disk when they are asked for, and may have gone with it.
func (r *rig) showsLastGood() {
	r.Helper()
	for path, want := range r.good {
		if status, body := r.get(path); strings.HasSuffix(path, ".html") && (status != 200 || body != want) {
			r.Errorf("%s (%d) is not that of the last good site", path, status)
		}
	}
}
