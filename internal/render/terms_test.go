package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"commonground/internal/link"
	"commonground/internal/training"
)

// glossaryOf is a package with one lesson of a text, in which so much is linked.
func glossaryOf(linking, body string) map[string]string {
	return map[string]string{
		"content/index.md":            "---\ntitle: P\nsummary: S.\nlanguage: en-GB\nglossary: " + linking + "\n---\n",
		"content/lessons/a.md":        "---\ntitle: A\nsummary: S.\nthemes: [care]\nminutes: 5\noutcome: Do it.\n---\n" + body,
		"content/glossary/app.md":     "---\ntitle: app\nalso: [a b]\nmeaning: M.\n---\n",
		"content/glossary/a.md":       "---\ntitle: a\nmeaning: M.\n---\n",
		"content/glossary/nhs-app.md": "---\ntitle: NHS App\nalso: [the & sign]\nmeaning: M.\n---\n",
		"themes/care.md":              "---\ntitle: Care\nsummary: S.\norder: 1\n---\n",
	}
}

// bodyOf renders the text of that lesson for its page, with the uses that are linked.
func bodyOf(t testing.TB, files map[string]string) (string, []link.TermLink) {
	t.Helper()
	in, _ := prepare(t, mapFS(files))
	s := &site{pkg: in.Package, graph: in.Graph}
	if len(in.Package.Lessons) == 0 { // its text is beyond a limit
		return "", nil
	}
	l := in.Package.Lessons[0]
	return string(s.body(&l.Item, place{page: "lessons/a.html"})), in.Graph.TermLinks(&l.Item)
}

// unlink takes the links to terms out of HTML, by its tokens.
func unlink(page string) (rest string, links []string) {
	var b, words strings.Builder
	in := false
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		raw := string(z.Raw())
		tok := z.Token()
		switch {
		case strings.HasPrefix(raw, `<a class="term" `):
			in = true
			continue
		case in && tok.Type == html.EndTagToken && tok.Data == "a":
			in = false
			links = append(links, words.String())
			words.Reset()
			continue
		case in && tok.Type == html.TextToken:
			words.WriteString(tok.Data)
		}
		b.WriteString(raw)
	}
	return b.String(), links
}

// FuzzTermLinks holds that links to terms change nothing but that they are there:
// without them the page is what it is when nothing is linked; each stands around
// a form of its term; none lies in another link; and the page is the same twice, and
// valid text if the lesson is.
func FuzzTermLinks(f *testing.F) {
	for _, text := range []string{
		"The NHS *App* and **an app**, `app` [app](b.md) ![app](a.png) a\nb apps", "## app\n\n| app | b |\n|--|--|\n| app | app |\n\napp\n: app",
		"::: quiz app?\n- [x] app\n  > app\n- [ ] a\n  > b\n:::\napp[^1]\n\n[^1]: app", "the & sign &amp; &#97;pp \\app <app> <!-- app --> app's",
		"::: facilitator\napp\n:::\n::: more app\napp\n:::", "a*p*p *a* b *a b* a*pp*", "> app\n\n- app\n  1. app",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		plain, none := bodyOf(t, glossaryOf("off", text))
		linked, uses := bodyOf(t, glossaryOf("all", text))
		if again, _ := bodyOf(t, glossaryOf("all", text)); again != linked || !utf8.ValidString(linked) {
			t.Fatalf("the page is\n%q\nand then\n%q", linked, again)
		}
		if len(none) > 0 {
			t.Fatal("something is linked that should not be")
		}
		rest, links := unlink(linked)
		if again, _ := unlink(plain); rest != again { // the tokenizer normalises both
			t.Fatalf("linking changes more than links\n got %q\nwant %q", rest, again)
		}
		if len(links) != len(uses) {
			t.Fatalf("%d links of %d uses in %q", len(links), len(uses), linked)
		}
		for n, words := range links {
			if !isForm(words, uses[n].Term) {
				t.Errorf("%q leads to %q", words, uses[n].Term.Name)
			}
		}
		if nestedLink(linked) {
			t.Errorf("a link lies in a link: %q", linked)
		}
	})
}

// isForm compares words by their letters alone.
func isForm(words string, t *training.Term) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("abcdefghijklmnopqrstuvwxyz", r) {
				return r
			}
			return -1
		}, strings.ToLower(s))
	}
	for _, name := range append([]string{t.Name}, t.Also...) {
		if used := letters(words); used == letters(name) || used == letters(name)+"s" {
			return true
		}
	}
	return false
}

func nestedLink(page string) bool {
	depth := 0
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		switch tok := z.Token(); {
		case tok.Data != "a":
		case tok.Type == html.StartTagToken:
			if depth++; depth > 1 {
				return true
			}
		case tok.Type == html.EndTagToken:
			depth--
		}
	}
	return false
}
