package link

import (
	"path"
	"slices"
	"strings"
	"testing"

	"commonground/internal/diag"
)

// town is a package with something of each kind to link to.
var town = files{
	"content/about.md":                 "---\ntitle: About\n---\n## Who we are\n",
	"content/lessons/book.md":          lesson("", "## Step 2\n\n## Über uns\n\n## A\n\n## A\n"),
	"content/lessons/walk/index.md":    lesson("", "## Go\n"),
	"content/lessons/walk/shot.png":    "x",
	"content/lessons/draft.md":         lesson("draft: true\n", ""),
	"content/lessons/broken.md":        "no front matter\n",
	"content/lessons/leaf let.pdf":     "x",
	"content/lessons/50%.pdf":          "x",
	"content/lessons/gru\u0308n.pdf":   "x", // decomposed, as some disks store it
	"content/lessons/Photo.JPG":        "x",
	"content/lessons/film.mp4":         "x",
	"content/lessons/film.vtt":         "x",
	"content/lessons/talk.mp3":         "x",
	"content/lessons/drawing.svg":      "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
	"content/glossary/app.md":          "---\ntitle: App\nmeaning: A tool.\n---\n## Kinds of app\n",
	"content/insights/words.md":        "---\nkind: interview\nfrom: staff\nthemes: [care]\n---\n## Said\n\nIt is hard.\n",
	"content/myths/phone.md":           "---\nfact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\n---\n",
	"content/roles/gp.md":              front("", ""),
	"content/pathways/first.md":        front("lessons: [book]\n", ""),
	"content/stories/call.md":          front("from: staff\nconsent: fictional\n", ""),
	"themes/empty.md":                  front("order: 2\n", ""),
	"content/lessons/walk/notes/a.pdf": "x",
}

func TestLinks(t *testing.T) {
	tests := []struct{ from, dest, want string }{
		// up, down and beside
		{"content/lessons/from.md", "book.md", "lessons/book.html"},
		{"content/lessons/from.md", "./book.md", "lessons/book.html"},
		{"content/lessons/from.md", "../lessons/book.md", "lessons/book.html"},
		{"content/lessons/from.md", "walk/index.md", "lessons/walk.html"},
		{"content/lessons/from.md", "walk/../book.md", "lessons/book.html"},
		{"content/lessons/from.md", "../about.md", "about.html"},
		{"content/lessons/from.md", "../index.md", "index.html"},
		{"content/lessons/from.md", "../../themes/care.md", "themes/care.html"},
		{"content/lessons/from/index.md", "../book.md", "lessons/book.html"},
		{"content/from.md", "lessons/walk/index.md", "lessons/walk.html"},
		{"content/from.md", "roles/gp.md", "roles/gp.html"},
		{"content/from.md", "pathways/first.md", "pathways/first.html"},
		{"content/from.md", "stories/call.md", "stories/call.html"},
		{"content/from.md", "myths/phone.md", "myths/phone.html"},
		{"themes/from.md", "../content/about.md", "about.html"},
		// headings
		{"content/lessons/from.md", "book.md#step-2", "lessons/book.html#step-2"},
		{"content/lessons/from.md", "book.md#a-1", "lessons/book.html#a-1"},
		{"content/lessons/from.md", "book.md#über-uns", "lessons/book.html#über-uns"},
		{"content/lessons/from.md", "book.md#%C3%BCber-uns", "lessons/book.html#über-uns"},
		{"content/lessons/from.md", "book.md#u\u0308ber-uns", "lessons/book.html#über-uns"},
		{"content/lessons/from.md", "#here", "lessons/from.html#here"},
		{"content/lessons/from.md", "from.md#here", "lessons/from.html#here"},
		{"content/lessons/from.md", "book.md#", "lessons/book.html"},
		// entries that share a page
		{"content/lessons/from.md", "../glossary/app.md", "glossary/index.html#term-app"},
		{"content/lessons/from.md", "../glossary/app.md#kinds-of-app", "glossary/index.html#term-app.kinds-of-app"},
		{"content/lessons/from.md", "../insights/words.md", "insights/index.html#insight-words"},
		{"content/lessons/from.md", "../insights/words.md#said", "insights/index.html#insight-words.said"},
		// lists
		{"content/lessons/from.md", "../glossary/", "glossary/index.html"},
		{"content/lessons/from.md", "../glossary", "glossary/index.html"},
		{"content/lessons/from.md", "./", "lessons/index.html"},
		{"content/lessons/from.md", "../../themes/", "themes/index.html"},
		// files, also with names that an address must encode
		{"content/lessons/from.md", "leaf%20let.pdf", "file lessons/leaf let.pdf"},
		{"content/lessons/from.md", "<leaf let.pdf>", "file lessons/leaf let.pdf"},
		{"content/lessons/from.md", "50%25.pdf", "file lessons/50%.pdf"},
		{"content/lessons/from.md", "50%.pdf", "file lessons/50%.pdf"},
		{"content/lessons/from.md", "grün.pdf", "file lessons/grün.pdf"},
		{"content/lessons/from.md", "gru\u0308n.pdf", "file lessons/grün.pdf"},
		{"content/lessons/from.md", "gr%C3%BCn.pdf", "file lessons/grün.pdf"},
		{"content/lessons/from.md", "walk/notes/a.pdf", "file lessons/walk/notes/a.pdf"},
		{"content/lessons/from.md", "drawing.svg", "file lessons/drawing.svg"},
		// other sites
		{"content/lessons/from.md", "https://www.nhs.uk/a?b=c#d", "away https://www.nhs.uk/a?b=c#d"},
		{"content/lessons/from.md", "HTTPS://www.nhs.uk/", "away HTTPS://www.nhs.uk/"},
		{"content/lessons/from.md", "https://www.nhs.uk/100%", "away https://www.nhs.uk/100%"},
		{"content/lessons/from.md", "mailto:a@example.org?subject=50%", "away mailto:a@example.org?subject=50%"},
		{"content/lessons/from.md", "tel:+441234567890", "away tel:+441234567890"},
	}
	for _, test := range tests {
		text := "## Here\n\n[x](" + test.dest + ")\n"
		pkg, g, findings := resolve(t, town.with(files{test.from: page(test.from, text)}))
		from := item(t, pkg, test.from)
		if got := strings.Join(targets(g, from), ", "); got != test.want {
			t.Errorf("%s: [x](%s) leads to %s, want %s", test.from, test.dest, got, test.want)
		}
		if found := lines(findings, "asset-unused", "name-clash"); found != "" {
			t.Errorf("%s: [x](%s): %s", test.from, test.dest, found)
		}
	}
}

// page makes a page of the kind that its path asks for.
func page(name, text string) string {
	switch {
	case path.Dir(name) == "content":
		return "---\ntitle: T\n---\n" + text
	case path.Dir(name) == "themes":
		return front("order: 3\n", text)
	case path.Dir(name) == "content/glossary":
		return "---\ntitle: T\nmeaning: M.\n---\n" + text
	}
	return lesson("", text)
}

func TestDeadLinks(t *testing.T) {
	const at = "content/lessons/from.md"
	tests := []struct {
		markdown string
		rule     string
		words    []string // of the message and the hint
	}{
		{"[x](bok.md)", "link-missing", []string{"content/lessons/bok.md", "did you mean book.md?"}},
		{"[x](book)", "link-missing", []string{"did you mean book.md?"}},
		{"[x](../roles/book.md)", "link-missing", []string{"did you mean book.md?"}},
		{"[x](walk/)", "link-missing", []string{"walk/index.md"}},
		{"[x](walk)", "link-missing", []string{"walk/index.md"}},
		{"[x](quite/elsewhere.md)", "link-missing", []string{"quite/elsewhere.md"}},
		{"[x](book.md?a=b)", "link-missing", nil},
		{"[x](../../../secret.md)", "link-missing", []string{"../../../secret.md", "out of the package"}},
		{"[x](../../..)", "link-missing", []string{"out of the package"}},
		{"[x](%1b%5b31mred.md)", "link-missing", nil},
		{"[x](%ff.md)", "link-missing", nil},
		{"[x](Book.md)", "link-case", []string{"book.md", "other capitals"}},
		{"[x](../Lessons/book.md)", "link-case", []string{"book.md"}},
		{"[x](photo.jpg)", "link-case", []string{"Photo.JPG"}},
		{"![a](photo.jpg)", "link-case", []string{"Photo.JPG"}},
		{"[x](book.html)", "link-html", []string{"book.md"}},
		{"[x](../about.html)", "link-html", []string{"../about.md"}},
		{"[x](/about.md)", "link-root", []string{"../about.md"}},
		{"[x](/lessons/book)", "link-root", []string{"book.md"}},
		{"[x](/content/lessons/book.md)", "link-root", []string{"begin from this file: book.md"}},
		{"[x](/content/lessons/book.md#step-2)", "link-root", []string{"begin from this file: book.md"}},
		{"[x](/lessons/walk.html)", "link-root", []string{"begin from this file: walk/index.md"}},
		{"[x](/themes/care.md)", "link-root", []string{"begin from this file: ../../themes/care.md"}},
		{"[x](/lessons/)", "link-root", []string{"begin from this file: ./"}},
		{"[x](/)", "link-root", []string{"begin from this file: ../index.md"}},
		{"[x](/content/lessons/bok.md)", "link-root", []string{"did you mean book.md?"}},
		{"[x](/zzz/zzz.pdf)", "link-root", []string{"put a file of that name there"}},
		{"[x](http://localhost:1414/lessons/book.html)", "link-local", []string{"only on your own computer", "link to the file: book.md"}},
		{"[x](HTTP://127.0.0.1:1414/lessons/walk.html#go)", "link-local", []string{"link to the file: walk/index.md#go"}},
		{"[x](http://[::1]:1414/)", "link-local", []string{"link to the file: ../index.md"}},
		{"[x](http://localhost:1414/glossary/index.html#term-app)", "link-local", []string{"link to the file: ../glossary/app.md"}},
		{"[x](http://localhost:1414/stories/)", "link-local", []string{"link to the file: ../stories/"}},
		{"[x](http://localhost:1414/?q=app)", "link-local", []string{"link to the file: ../index.md"}},
		{"<http://localhost:1414/gone.html>", "link-local", []string{"link to the file of the page"}},
		{"[x](https://training.localhost/)", "link-local", nil},
		{"![a](/lessons/drawing.svg)", "link-root", []string{"drawing.svg"}},
		{"[x](book.md#stepp-2)", "link-heading", []string{"content/lessons/book.md", "#step-2"}},
		{"[x](book.md#zzzzzzzz)", "link-heading", []string{"#step-2, #über-uns"}},
		{"[x](book.md#Step-2)", "link-heading", []string{"#step-2"}},
		{"[x](#nothing)", "link-heading", []string{at}},
		{"[x](../roles/gp.md#a)", "link-heading", []string{"no headings"}},
		{"[x](../glossary/app.md#term-app)", "link-heading", nil},
		{"[x](../glossary/#term-app)", "link-heading", []string{"folder", "#term-app"}},
		{"[x](draft.md)", "link-draft", []string{"content/lessons/draft.md", "draft"}},
		{"[x](../../themes/empty.md)", "link-hidden", []string{"theme", "empty"}},
		{"![a](film.mp4)", "picture-type", []string{"film.mp4", "[text](film.mp4)"}},
		{"![a](book.md)", "picture-type", []string{"book.md"}},
		{"![a](gone.png)", "link-missing", []string{"gone.png"}},
		{"![a](shot.png)", "link-missing", []string{"did you mean walk/shot.png?"}},
		{"![a](../../../x.png)", "link-missing", []string{"out of the package"}},
	}
	for _, test := range tests {
		pkg, g, findings := resolve(t, town.with(files{at: lesson("", test.markdown+"\n")}))
		findings = slices.DeleteFunc(findings, func(f diag.Finding) bool { return f.Rule == "asset-unused" })
		if len(findings) != 1 {
			t.Errorf("%s: want one finding, got:\n%s", test.markdown, lines(findings))
			continue
		}
		f := findings[0]
		if f.Rule != test.rule || f.Path != at || string(f.File.Bytes(f.Span)) != test.markdown {
			t.Errorf("%s: want [%s] at the link, got: %s", test.markdown, test.rule, lines(findings))
		}
		if !has(f.Message+" "+f.Hint, test.words...) || f.Hint == "" {
			t.Errorf("%s: want %q in: %s", test.markdown, test.words, lines(findings))
		}
		if got := targets(g, item(t, pkg, at)); !slices.Equal(got, []string{"nowhere"}) {
			t.Errorf("%s leads to %s", test.markdown, got)
		}
	}
}

// What is wrong with a page that cannot be read is said there, not again at
// every link to it.
func TestLinkToBrokenPage(t *testing.T) {
	pkg, g, findings := resolve(t, town.with(files{"content/lessons/from.md": lesson("before: [broken]\n", "[x](broken.md)\n")}))
	if found := lines(findings, "asset-unused"); found != "" {
		t.Errorf("found %s", found)
	}
	if got := targets(g, item(t, pkg, "content/lessons/from.md")); got[0] != "nowhere" {
		t.Errorf("the link leads to %s", got)
	}
}

// A list that has nothing to list is no page, so a link to it is dead.
func TestLinkToEmptyList(t *testing.T) {
	_, _, findings := resolve(t, files{"content/lessons/from.md": lesson("", "[x](../stories/)\n")})
	if got := lines(findings); !has(got, "[link-missing]", "content/stories") {
		t.Errorf("found %q", got)
	}
}
