package load

import (
	"strings"
	"testing"

	"commonground/internal/training"
)

// TestOneMistakeOneFinding holds what is said of a page in a wrong place or under
// a wrong name, and under which name a reference to it counts as none to nothing.
func TestOneMistakeOneFinding(t *testing.T) {
	lesson := lessonText("")
	for _, test := range []struct {
		name  string
		files files
		found string // the findings
		words string // in message and hint of the first
		left  string
	}{
		{"a folder with a capital", files{"content/Lessons/b.md": lesson, "content/Lessons/c.md": lesson}, "file-place content/Lessons", "did you mean content/lessons?", "content/lessons/c.md"},
		{"a folder with a capital, lessons in folders", files{"content/Lessons/b/index.md": lesson}, "file-place content/Lessons", "did you mean content/lessons?", "content/lessons/b/index.md"},
		{"a lesson beside index.md", files{"content/b.md": lesson}, "file-place content/b.md", "move it to content/lessons", "content/lessons/b.md"},
		{"a lesson in the glossary", files{"content/glossary/b.md": lesson}, "file-place content/glossary/b.md", "move it to content/lessons", "content/lessons/b.md"},
		{"a copy", files{"content/lessons/a - Copy.md": lesson}, "file-name content/lessons/a - Copy.md", "a copy of a.md that you do not need", "content/lessons/a-copy.md"},
		{"a second copy", files{"content/lessons/a copy (2).md": lesson}, "file-name content/lessons/a copy (2).md", "a copy of a.md", ""},
		{"the same name in capitals", files{"content/lessons/A.md": lesson}, "file-name content/lessons/A.md", "a copy of a.md", ""},
		{"no copy", files{"content/lessons/My Copy.md": lesson}, "file-name content/lessons/My Copy.md", "hyphens: my-copy.md", "content/lessons/my-copy.md"},
		{"a page that Notepad saved", files{"content/lessons/My Walk.md.txt": lesson}, "asset-type content/lessons/My Walk.md.txt", "rename it to my-walk.md;", "content/lessons/my-walk.md"},
		{"a page without an ending", files{"content/lessons/b": lesson}, "asset-type content/lessons/b", "rename it to b.md;", "content/lessons/b.md"},
		{"a page that Word saved", files{"content/lessons/b.md.docx": "PK"}, "asset-type content/lessons/b.md.docx", "plain text, as b.md;", "content/lessons/b.md"},
		{"a document", files{"content/lessons/b.docx": "PK"}, "asset-type content/lessons/b.docx", "as a name that ends in .md;", ""},
		{"a page with a few keys of lessons", files{"content/b.md": "---\ntitle: A\nthemes: [a]\nroles: [b]\n---\n"}, "key-unknown content/b.md\nkey-unknown content/b.md", "", ""},
	} {
		all := files{"content/index.md": settingsText, "content/lessons/a.md": lesson}
		for name, text := range test.files {
			all[name] = text
		}
		r := load(t, Options{Package: mapFS(all)})
		if got := short(r.Findings); got != test.found {
			t.Errorf("%s: found %s, want %s", test.name, got, test.found)
			continue
		}
		if said := r.Findings[0].Message + "; " + r.Findings[0].Hint; !strings.Contains(said, test.words) {
			t.Errorf("%s: said %s", test.name, said)
		}
		if len(r.Package.Lessons) != 1 {
			t.Errorf("%s: the lesson that is in its place is left out", test.name)
		}
		if test.left != "" && r.Package.Left[test.left] != training.LeftBroken {
			t.Errorf("%s: %s is not left out, but %v", test.name, test.left, r.Package.Left)
		}
	}
}
