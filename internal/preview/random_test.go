package preview_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"commonground/internal/output"
	"commonground/internal/soak"
)

// edit is something that an author, an editor or a system does to a package.
type edit struct {
	name string
	do   func(e *editor)
}

// editor makes edits by chance, the same for the same seed.
type editor struct {
	*rig
	*rand.Rand
	turn int
}

func (e *editor) some(names ...string) string { return names[e.IntN(len(names))] }

// slug names one of a few pages, which may be there or not.
func (e *editor) slug() string { return e.some("one", "two", "three", "four") }

// save writes a file as one of several editors does.
func (e *editor) save(name, text string) {
	switch e.IntN(4) {
	case 0:
		e.write(name+".tmp", text)
		e.rename(name+".tmp", name)
	case 1:
		e.remove(name)
		e.write(name, text)
	case 2:
		e.write(name, text[:len(text)/2])
		e.write(name, text)
	default:
		e.write(name, text)
	}
}

// words are text that is another each time, and may be as long as the last.
func (e *editor) words() string {
	return fmt.Sprintf("Send a referral, edit %05d. %s", e.turn, e.some("", "It has a form.", "Try the NHS App."))
}

var edits = []edit{
	{"lesson", func(e *editor) { e.save("content/lessons/"+e.slug()+".md", lesson("Lesson "+e.slug(), e.words())) }},
	{"lesson again", func(e *editor) { e.save(book, lesson("Book online", e.words())) }},
	{"lesson removed", func(e *editor) { e.remove("content/lessons/" + e.slug() + ".md") }},
	{"lesson in a folder", func(e *editor) {
		name := "content/lessons/" + e.slug()
		e.remove(name + ".md")
		e.save(name+"/index.md", lesson("In a folder", e.words()))
	}},
	{"folder removed", func(e *editor) { e.remove("content/lessons/" + e.slug()) }},
	{"lesson renamed", func(e *editor) { e.move("content/lessons/"+e.slug()+".md", "content/lessons/"+e.slug()+".md") }},
	{"term", func(e *editor) {
		e.save("content/glossary/"+e.slug()+".md", term("Term "+e.slug(), "It is "+e.words()))
	}},
	{"term used", func(e *editor) { e.save("content/glossary/referral.md", term("Referral", "Edit "+fmt.Sprint(e.turn))) }},
	{"term removed", func(e *editor) { e.remove("content/glossary/" + e.some("one", "two", "referral") + ".md") }},
	{"myth", func(e *editor) { e.save("content/myths/"+e.slug()+".md", myth("Fact "+e.slug(), e.words())) }},
	{"myth removed", func(e *editor) { e.remove("content/myths/" + e.slug() + ".md") }},
	{"role", func(e *editor) {
		e.save("content/roles/nurse.md", "---\ntitle: "+e.some("Nurse", "Community nurse")+"\nsummary: On the ward.\n---\n")
	}},
	{"role removed", func(e *editor) { e.remove("content/roles") }},
	{"lesson for a role", func(e *editor) {
		e.save("content/lessons/for-nurses.md", "---\ntitle: For nurses\nsummary: S.\nthemes: [language]\nroles: [nurse]\nminutes: 5\noutcome: Do it.\n---\n\n"+e.words()+"\n")
	}},
	{"pathway", func(e *editor) {
		e.save("content/pathways/first.md", "---\ntitle: First steps\nsummary: S.\nlessons: ["+e.some("book", "book, visit", "visit, one")+"]\n---\n\n"+e.words()+"\n")
	}},
	{"pathway removed", func(e *editor) { e.remove("content/pathways") }},
	{"story", func(e *editor) {
		e.save("content/stories/"+e.slug()+".md", "---\ntitle: A story\nsummary: S.\nfrom: staff\nconsent: fictional\n---\n\n"+e.words()+"\n")
	}},
	{"insight", func(e *editor) {
		e.save("content/insights/"+e.slug()+".md", "---\nkind: interview\nfrom: staff\nthemes: [language]\n---\n\n"+e.words()+"\n")
	}},
	{"insights removed", func(e *editor) { e.remove("content/insights") }},
	{"page", func(e *editor) {
		e.save("content/about.md", "---\ntitle: About\nmenu: "+e.some("yes", "no")+"\n---\n\n"+e.words()+"\n")
	}},
	{"settings", func(e *editor) {
		e.save("content/index.md", "---\ntitle: "+e.some("Test package", "Another title")+"\nsummary: A package for a test.\nlanguage: en-GB\nglossary: "+e.some("section", "page", "all", "off")+"\n---\n\n"+e.words()+"\n")
	}},
	{"address", func(e *editor) {
		e.save("content/index.md", "---\ntitle: Test package\nsummary: S.\nlanguage: en-GB\nurl: https://example.org/"+e.some("a/", "b/")+"\n---\n")
	}},
	{"picture", func(e *editor) { e.save("content/lessons/visit/desk.svg", "<!-- "+fmt.Sprint(e.turn)+" -->"+drawing) }},
	{"picture gone", func(e *editor) { e.remove("content/lessons/visit/desk.svg") }},
	{"draft", func(e *editor) {
		e.save("content/lessons/draft.md", "---\ntitle: Draft\nsummary: S.\nthemes: [language]\nminutes: 5\noutcome: Do it.\ndraft: "+e.some("true", "false")+"\n---\n\n"+e.words()+"\n")
	}},
	{"own theme", func(e *editor) {
		e.save("themes/language.md", "---\ntitle: "+e.some("Language", "Words")+"\nsummary: "+e.some("Say it.", "Say it plainly.")+"\norder: 1\n---\n\n"+e.words()+"\n")
	}},
	{"another theme", func(e *editor) {
		e.save("themes/"+e.slug()+".md", "---\ntitle: Theme "+e.slug()+"\nsummary: S.\norder: "+fmt.Sprint(2+e.IntN(5))+"\n---\n")
	}},
	{"no own themes", func(e *editor) { e.remove("themes") }},
	{"layout", func(e *editor) {
		e.save("layouts/page.html", `{{define "main"}}<h1>{{.Title}}</h1><p>`+fmt.Sprint(e.turn)+`</p>{{end}}`)
	}},
	{"broken layout", func(e *editor) { e.save("layouts/page.html", `{{define "main"}}{{.Titel}}{{end}}`) }},
	{"no own layout", func(e *editor) { e.remove("layouts") }},
	{"style", func(e *editor) { e.save("static/css/zz-own.css", fmt.Sprintf(".own { margin: %dpx }\n", e.turn)) }},
	{"script", func(e *editor) { e.save("static/js/zz-own.js", fmt.Sprintf("document.title.at(%d);\n", e.turn)) }},
	{"icon", func(e *editor) { e.save("static/icon.svg", "<!-- "+fmt.Sprint(e.turn)+" -->"+drawing) }},
	{"no own look", func(e *editor) { e.remove("static") }},
	{"words", func(e *editor) {
		e.save("words/plain-words.yaml", "source: Our guide\nwords:\n- {avoid: "+e.some("send", "referral")+", use: give, as: verb}\n")
	}},
	{"no own words", func(e *editor) { e.remove("words") }},
	{"slip in front matter", func(e *editor) { e.save(book, "---\ntitle: Book\nsumary: x\n---\n") }},
	{"dead link", func(e *editor) { e.save(book, lesson("Book", "[More](nothing.md)")) }},
	{"half a file", func(e *editor) { e.write(book, "---\ntitle: Bo") }},
	{"what editors leave", func(e *editor) { e.write("content/lessons/."+e.slug()+".md.swp", e.words()) }},
	{"built meanwhile", func(e *editor) { e.build() }},
}

// move renames a file, if it is there, over another.
func (e *editor) move(from, to string) {
	if _, err := os.Stat(e.full(from)); err == nil {
		e.rename(from, to)
	}
}

// build writes the site into the package, as the command build does.
func (e *editor) build() {
	var files []output.File
	for path, text := range e.good {
		files = append(files, output.File{Path: path, Write: writes(text)})
	}
	site, err := output.NewSite(files)
	e.need(err)
	_, err = output.Machine{}.WriteDir(site, output.Target{Dir: e.full("public"), Root: e.dir})
	e.must(err)
}

// TestRandomEdits holds that after each of many edits what is served is what a clean
// build makes, over HTTP.
func TestRandomEdits(t *testing.T) {
	for seed, m := range modes() {
		turns := []int{150, 50}[seed]
		switch {
		case soak.Asked():
			turns *= 10
		case testing.Short():
			turns /= 2
		}
		t.Run(m.name, func(t *testing.T) {
			e := &editor{rig: newRig(t, m), Rand: rand.New(rand.NewPCG(uint64(seed), 1))}
			made, broken := map[string]int{}, 0
			for e.turn = range turns {
				one := edits[e.IntN(len(edits))]
				before := e.snapshot()
				one.do(e)
				if made[one.name]++; e.settleAfter(one.name) {
					continue
				}
				broken++
				e.restore(before)
				e.settleAfter("mending " + one.name)
			}
			t.Logf("%d edits of %d kinds; %d were mistakes", turns, len(made), broken)
			if broken == 0 || len(made) < len(edits)/3 {
				t.Errorf("too little happens: %d mistakes, %d kinds of edits", broken, len(made))
			}
		})
	}
}

// settleAfter settles, and says whether the package could be built.
func (e *editor) settleAfter(what string) bool {
	e.settle()
	if e.Failed() {
		e.Fatalf("turn %d, %s", e.turn, what)
	}
	return e.status("index.html").Mood != "failed"
}

// snapshot returns what is in the folders of the package.
func (e *editor) snapshot() map[string]string {
	files := map[string]string{}
	e.need(filepath.WalkDir(e.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(e.dir, name)
		text, err := os.ReadFile(name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	}))
	return files
}

// restore brings the package back to what it was.
func (e *editor) restore(before map[string]string) {
	now := e.snapshot()
	for name := range now {
		if _, there := before[name]; !there {
			e.remove(name)
		}
	}
	for name, text := range before {
		if now[name] != text {
			e.write(name, text)
		}
	}
}
