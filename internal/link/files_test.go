package link

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/diag"
)

// copied returns the paths of what is copied for learners.
func copied(g *Graph) string {
	var paths []string
	for _, c := range g.Copies() {
		paths = append(paths, c.Path)
	}
	return strings.Join(paths, " ")
}

func TestCopies(t *testing.T) {
	for _, test := range []struct{ name, body, copied, unused string }{
		{"nothing", "Words.\n", "", "a.pdf b.png film.mp4 film.vtt Talk.MP3 Talk.vtt"},
		{"a link", "[x](a.pdf)\n", "lessons/a.pdf", "b.png film.mp4 film.vtt Talk.MP3 Talk.vtt"},
		{"twice", "[x](a.pdf) [y](./a.pdf)\n", "lessons/a.pdf", "b.png film.mp4 film.vtt Talk.MP3 Talk.vtt"},
		{"a picture", "![x](b.png)\n", "lessons/b.png", "a.pdf film.mp4 film.vtt Talk.MP3 Talk.vtt"},
		{"captions come along", "[x](film.mp4)\n", "lessons/film.mp4 lessons/film.vtt", "a.pdf b.png Talk.MP3 Talk.vtt"},
		{"with a recording too", "[x](Talk.MP3)\n", "lessons/Talk.MP3 lessons/Talk.vtt", "a.pdf b.png film.mp4 film.vtt"},
		{"captions by themselves", "[x](film.vtt)\n", "lessons/film.vtt", "a.pdf b.png film.mp4 Talk.MP3 Talk.vtt"},
		{"for the facilitator only", "::: facilitator\n[x](a.pdf) ![y](b.png) [z](film.mp4)\n:::\n", "", "Talk.MP3 Talk.vtt"},
		{"for everyone as well", "::: facilitator\n[x](a.pdf) [z](film.mp4)\n:::\n\n[x](a.pdf) [z](film.mp4)\n", "lessons/a.pdf lessons/film.mp4 lessons/film.vtt", "b.png Talk.MP3 Talk.vtt"},
		{"in a quiz of the facilitator", "::: facilitator\n::: quiz Q?\n- [ ] [x](a.pdf)\n  > ![y](b.png)\n- [x] b\n  > c\n:::\n:::\n", "", "film.mp4 film.vtt Talk.MP3 Talk.vtt"},
	} {
		own := files{"content/lessons/from.md": lesson("", test.body)}
		for _, name := range []string{"a.pdf", "b.png", "film.mp4", "film.vtt", "Talk.MP3", "Talk.vtt"} {
			own["content/lessons/"+name] = "x"
		}
		_, g, findings := resolve(t, own)
		if got := copied(g); got != test.copied {
			t.Errorf("%s: copied are %q, want %q", test.name, got, test.copied)
		}
		var unused []string
		for _, f := range findings {
			if f.Rule != "asset-unused" || f.Severity != diag.Warning {
				t.Errorf("%s: %s", test.name, lines([]diag.Finding{f}))
			}
			unused = append(unused, strings.TrimPrefix(f.Path, "content/lessons/"))
		}
		want := strings.Fields(test.unused)
		slices.Sort(want)
		if !slices.Equal(unused, want) {
			t.Errorf("%s: unused are %q, want %q", test.name, unused, want)
		}
	}
}

func TestFacilitatorHeadings(t *testing.T) {
	const at = "content/lessons/from.md"
	const hidden = "## Seen\n\n::: facilitator\n## Unseen\n:::\n"
	for _, test := range []struct {
		link, want, finding string
	}{
		{"[x](other.md#seen)", "lessons/other.html#seen", ""},
		{"[x](other.md#unseen)", "nowhere", "facilitator"},
		{"[x](other.md#unsen)", "nowhere", "its headings are #seen)"},
		{"::: facilitator\n[x](other.md#unseen)\n:::", "lessons/other.html#unseen", ""},
		{"::: facilitator\n[x](other.md#nothing)\n:::", "nowhere", "#seen, #unseen"},
	} {
		pkg, g, findings := resolve(t, files{at: lesson("", test.link+"\n"), "content/lessons/other.md": lesson("", hidden)})
		if got := targets(g, item(t, pkg, at)); !slices.Equal(got, []string{test.want}) {
			t.Errorf("%s leads to %s, want %s", test.link, got, test.want)
		}
		if found := lines(findings); (found == "") != (test.finding == "") || !has(found, test.finding) {
			t.Errorf("%s: want %q, found %q", test.link, test.finding, found)
		}
	}
}

func TestIcons(t *testing.T) {
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg"/>`
	for _, test := range []struct{ icon, copied, rule, words string }{
		{"", "", "", ""},
		{"icon: speech\n", "", "", ""},
		{"icon: sun.svg\n", "themes/sun.svg", "", ""},
		{"icon: ../content/moon.svg\n", "moon.svg", "", ""},
		{"icon: speach\n", "", "name-unknown", `did you mean "speech"?`},
		{"icon: zzzzz\n", "", "name-unknown", "speech, hands"},
		{"icon: Sun.svg\n", "", "link-case", "sun.svg"},
		{"icon: gone.svg\n", "", "link-missing", "themes/gone.svg"},
		{"icon: sun.pdf\n", "", "picture-type", "sun.pdf"},
	} {
		pkg, g, findings := resolve(t, files{
			"themes/care.md": front("order: 1\n"+test.icon, ""), "themes/sun.svg": drawing, "content/moon.svg": drawing,
			"content/lessons/a.md": lesson("", ""),
		})
		if got := copied(g); got != test.copied {
			t.Errorf("%s: copied are %q, want %q", test.icon, got, test.copied)
		}
		if icon := g.Icon(pkg.Themes[0]); (icon != nil) != (test.copied != "") {
			t.Errorf("%s: the icon is %v", test.icon, icon)
		}
		found := lines(findings, "asset-unused")
		if (found == "") != (test.rule == "") || !has(found, test.rule, test.words) {
			t.Errorf("%s: want %s with %q, found %q", test.icon, test.rule, test.words, found)
		}
	}
}

// Names that are two files in the folder and would be one in the site.
func TestNameClashes(t *testing.T) {
	use := func(names ...string) string {
		body := ""
		for _, n := range names {
			body += "[x](<" + strings.ReplaceAll(n, "%", "%25") + ">)\n"
		}
		return lesson("", body)
	}
	for _, test := range []struct {
		name  string
		files files
		want  []string // rule and path of each finding
	}{
		{"nothing wrong", files{"content/a.pdf": "x", "content/lessons/a.pdf": "x", "content/lessons/l.md": use("a.pdf", "../a.pdf")}, nil},
		{"capitals", files{"content/lessons/a.pdf": "x", "content/lessons/A.pdf": "x", "content/lessons/l.md": use("a.pdf", "A.pdf")}, []string{"name-clash content/lessons/a.pdf"}},
		{"capitals of a folder", files{"content/lessons/p/a.pdf": "x", "content/lessons/P/a.pdf": "x", "content/lessons/l.md": use("p/a.pdf", "P/a.pdf")}, []string{"name-clash content/lessons/p/a.pdf"}},
		{"case folding", files{"content/lessons/straße.pdf": "x", "content/lessons/STRASSE.pdf": "x", "content/lessons/l.md": use("straße.pdf", "STRASSE.pdf")}, []string{"name-clash content/lessons/straße.pdf"}},
		{"themes in two places", files{"themes/a.pdf": "x", "content/themes/a.pdf": "x", "content/lessons/l.md": use("../../themes/a.pdf", "../themes/a.pdf")}, []string{"name-clash themes/a.pdf"}},
		{"only one is used", files{"content/lessons/a.pdf": "x", "content/lessons/A.pdf": "x", "content/lessons/l.md": use("a.pdf")}, nil},
		{"the page for wrong addresses", files{"content/404.md": "---\ntitle: T\n---\n"}, []string{"name-clash content/404.md"}},
		{"a page still to come", files{"content/search.md": "---\ntitle: T\n---\n"}, []string{"name-clash content/search.md"}},
		{"the cards of myths", files{"content/myths/cards.md": town["content/myths/phone.md"]}, []string{"name-clash content/myths/cards.md"}},
		{"a lesson called index", files{"content/lessons/index/index.md": lesson("", "")}, []string{"name-clash content/lessons/index/index.md"}},
		{"a theme called index", files{"themes/index.md": front("order: 1\n", "")}, []string{"name-clash themes/index.md"}},
		{"the look's own folder", files{"content/assets/icons/speech.svg": "<svg/>", "content/lessons/l.md": use("../assets/icons/speech.svg")}, []string{"name-clash content/assets/icons/speech.svg"}},
		{"a device of Windows", files{"content/lessons/con.pdf": "x", "content/lessons/l.md": use("con.pdf")}, []string{"name-unsafe content/lessons/con.pdf"}},
		{"a device as a page", files{"content/lessons/nul.md": lesson("", "")}, []string{"name-unsafe content/lessons/nul.md"}},
		{"a colon", files{"content/lessons/a:b.pdf": "x", "content/lessons/l.md": use("./a:b.pdf")}, []string{"name-unsafe content/lessons/a:b.pdf"}},
		{"a space at the end", files{"content/lessons/a /b.pdf": "x", "content/lessons/l.md": use("a /b.pdf")}, []string{"name-unsafe content/lessons/a /b.pdf"}},
		{"a very long name", files{"content/lessons/" + strings.Repeat("a", 90) + ".pdf": "x", "content/lessons/l.md": use(strings.Repeat("a", 90) + ".pdf")},
			[]string{"name-unsafe content/lessons/" + strings.Repeat("a", 90) + ".pdf"}},
	} {
		_, _, findings := resolve(t, test.files)
		var got []string
		for _, f := range findings {
			if f.Rule != "asset-unused" && f.Rule != "link-hidden" {
				got = append(got, f.Rule+" "+f.Path)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}

// One name in two Unicode forms is one name.
func TestUnicodeClash(t *testing.T) {
	const composed, apart = "content/lessons/\u00fc.pdf", "content/lessons/u\u0308.pdf"
	_, g, findings := resolve(t, files{composed: "x", apart: "x", "content/lessons/l.md": lesson("", "[x](<\u00fc.pdf>)\n")})
	if got := copied(g); got != "lessons/\u00fc.pdf" {
		t.Errorf("copied are %q", got)
	}
	if found := lines(findings); !has(found, "\u00fc.pdf") || strings.Count(found, "\n") > 0 {
		t.Errorf("want one finding about the second file, found %q", found)
	}
}
