package preview_test

import (
	"io"
	"os"
	"path/filepath"
)

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff"/></svg>` + "\n"

// smallPackage has a file of most kinds, and nothing on a page refers to a lesson,
// so that lessons may come and go.
func smallPackage() map[string]string {
	return map[string]string{
		"content/index.md":               "---\ntitle: Test package\nsummary: A package for a test.\nlanguage: en-GB\n---\n\nWelcome.\n",
		"content/about.md":               "---\ntitle: About\n---\n\nMade for a test.\n",
		"content/lessons/book.md":        lesson("Book online", "Send a referral."),
		"content/lessons/visit/index.md": lesson("Visit", "![The desk](desk.svg)"),
		"content/lessons/visit/desk.svg": drawing,
		"content/glossary/referral.md":   term("Referral", "A letter to another service."),
		"static/css/zz-own.css":          ".own { color: red }\n",
	}
}

func lesson(title, text string) string {
	return "---\ntitle: " + title + "\nsummary: A lesson.\nthemes: [language]\nminutes: 5\noutcome: Do it.\n---\n\n## Why\n\n" + text + "\n"
}

func term(title, meaning string) string {
	return "---\ntitle: " + title + "\nmeaning: " + meaning + "\n---\n"
}

func (r *rig) full(name string) string { return filepath.Join(r.dir, filepath.FromSlash(name)) }

func (r *rig) write(name, text string) {
	r.Helper()
	r.must(os.MkdirAll(filepath.Dir(r.full(name)), 0o777))
	r.must(os.WriteFile(r.full(name), []byte(text), 0o666))
}

// rename renames within the package's folder, and out of it with a name that
// begins with "../".
func (r *rig) rename(from, to string) {
	r.Helper()
	r.must(os.MkdirAll(filepath.Dir(r.full(to)), 0o777))
	r.must(os.Rename(r.full(from), r.full(to)))
}

func (r *rig) remove(name string) {
	r.Helper()
	r.must(os.RemoveAll(r.full(name)))
}

func myth(fact, why string) string {
	return "---\nfact: " + fact + "\nmyth: It is not so.\nwhy: \"" + why + "\"\nsay: It is so.\nsources:\n- {title: A leaflet, reference: Page 1, date: 2026-01-01}\nevidence: guidance\n---\n"
}

// writes is what a file of a site does that has this text.
func writes(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}
