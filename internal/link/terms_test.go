package link

import (
	"slices"
	"strings"
	"testing"

	"commonground/internal/training"
)

func term(keys string) string { return "---\n" + keys + "\n---\n" }

var dictionary = files{
	"content/glossary/app.md":     term("title: app\nmeaning: A tool on a phone."),
	"content/glossary/gp.md":      term("title: GP\ncase: exact\nmeaning: A family doctor."),
	"content/glossary/nhs-app.md": term("title: NHS App\nalso: [health app]\nmeaning: A way to the NHS."),
	"content/glossary/link.md":    term("title: link\nmeaning: Words to tap."),
}

// markTerms writes the HTML of an item with its links to terms in brackets.
func markTerms(g *Graph, i *training.Item) string {
	var b strings.Builder
	at := 0
	for _, l := range g.TermLinks(i) {
		b.Write(i.Doc.HTML[at:l.Start])
		b.WriteString("[" + l.Term.Slug + "|")
		b.Write(i.Doc.HTML[l.Start:l.End])
		b.WriteString("]")
		at = l.End
	}
	b.Write(i.Doc.HTML[at:])
	return b.String()
}

func slugsOf(terms []*training.Term) string {
	var slugs []string
	for _, t := range terms {
		slugs = append(slugs, t.Slug)
	}
	return strings.Join(slugs, " ")
}

func TestTermLinks(t *testing.T) {
	for _, tt := range []struct{ name, settings, keys, body, want, words string }{
		{"first in each section", "", "", "An app, an app.\n\n## One\n\nApps. App.\n\n### Deeper\n\nAn app.", "<p>An [app|app], an app.</p>\nOne\n<p>[app|Apps]. App.</p>\nDeeper\n<p>An app.</p>\n", "app"},
		{"section is what a lesson is told", "glossary: all\n", "glossary: section\n", "App, app", "<p>[app|App], app</p>\n", "app"},
		{"page", "glossary: page\n", "", "App.\n\n## One\n\nApp and GP.", "<p>[app|App].</p>\nOne\n<p>App and [gp|GP].</p>\n", "app gp"},
		{"all", "", "glossary: all\n", "App, app and\napps.", "<p>[app|App], [app|app] and\n[app|apps].</p>\n", "app"},
		{"off still knows the words", "", "glossary: off\n", "App and GPs.", "<p>App and GPs.</p>\n", "app gp"},
		{"not in headings", "", "", "## The app\n\nYour app.", "The app\n<p>Your [app|app].</p>\n", "app"},
		{"a term that is a heading", "", "", "## NHS App\n\nIt is free.", "NHS App\n<p>It is free.</p>\n", "nhs-app"},
		{"not in links", "", "", "[The app](https://example.org) is an app.", "<p>The app is an [app|app].</p>\n", "app"},
		{"not in code", "", "", "`app` and\n\n    app", "<p><code>app</code> and</p>\n<pre><code>app\n</code></pre>\n", ""},
		{"not in the head of a table", "", "", "| App | b |\n|---|---|\n| app | GP |", "<th scope=\"col\">App</th>…<td>[app|app]</td>\n<td>[gp|GP]</td>", "app gp"},
		{"not in choices", "", "", "::: quiz Which app?\n- [x] The app\n  > An app.\n- [ ] None\n  > Your GP.\n:::\n\nApp", "<p>[app|App]</p>\n\nThe app\n\nAn app.\n\nNone\n\nYour GP.\n", "app gp"},
		{"an author's link is the first of its section", "", "", "App: [it](../glossary/app.md). App.\n\n## One\n\nApp.", "<p>App: it. App.</p>\nOne\n<p>[app|App].</p>\n", "app"},
		{"an author's link is the first of the page", "", "glossary: page\n", "App.\n\n## One\n\n[App](../glossary/app.md).", "<p>App.</p>\nOne\n<p>App.</p>\n", "app"},
		{"across emphasis: a use, no link", "", "", "The NHS *App* and the NHS App.", "<p>The NHS <em>App</em> and the [nhs-app|NHS App].</p>\n", "nhs-app"},
		{"in emphasis", "", "", "The **NHS App**.", "<p>The <strong>[nhs-app|NHS App]</strong>.</p>\n", "nhs-app"},
		{"around emphasis", "", "", "A health *a*pp.", "<p>A [nhs-app|health <em>a</em>pp].</p>\n", "nhs-app"},
		{"a whole element within", "", "", "The G*P* list, N*H*S App", "<p>The G<em>P</em> list, [nhs-app|N<em>H</em>S App]</p>\n", "gp nhs-app"},
		{"across a soft line break", "", "", "The NHS\nApp.", "<p>The [nhs-app|NHS\nApp].</p>\n", "nhs-app"},
		{"across a hard line break", "", "", "The NHS\\\nApp.", "<p>The NHS<br>\n[app|App].</p>\n", "app"},
		{"across a picture, code and a link", "", "", "NHS `x` App", "<p>NHS <code>x</code> [app|App]</p>\n", "app"},
		{"behind entities", "", "", "A & \"b\" < \\* app & GP", "<p>A &amp; &quot;b&quot; &lt; * [app|app] &amp; [gp|GP]</p>\n", "app gp"},
		{"beside entities", "", "", "amp; &amp;app&quot;", "<p>amp; &amp;[app|app]&quot;</p>\n", "app"},
		{"lists and definitions", "", "", "- app\n\nGP\n: A GP.", "<li>[app|app]</li>\n</ul>\n<dl>\n<dt>GP</dt>\n<dd>A [gp|GP].</dd>", "app gp"},
		{"facilitator", "", "", "::: facilitator\nApp.\n:::\n\nGP", "<p>App.</p>\n\n<p>[gp|GP]</p>\n", "gp"},
		{"words of the front matter", "", "takeaway: Use the app.\nneeds: [the NHS, App]\n", "Yes.", "<p>Yes.</p>\n", "app"},
		{"no English plurals in Welsh", "language: cy\n", "", "Apps, app", "<p>Apps, [app|app]</p>\n", "app"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			settings := tt.settings
			if !strings.Contains(settings, "language") {
				settings += "language: en-GB\n"
			}
			pkg, g, _ := resolve(t, dictionary.with(files{
				"content/index.md":     front(settings, ""),
				"content/lessons/l.md": lesson(tt.keys, tt.body),
			}))
			l := item(t, pkg, "content/lessons/l.md")
			got := markTerms(g, l)
			for _, part := range strings.Split(tt.want, "…") {
				if !strings.Contains(got, part) {
					t.Errorf("got %q\nwant %q", got, part)
				}
			}
			if !strings.Contains(tt.want, "[") && len(g.TermLinks(l)) > 0 {
				t.Errorf("%d links", len(g.TermLinks(l)))
			}
			if words := slugsOf(g.Words(l)); words != tt.words {
				t.Errorf("words %q, want %q", words, tt.words)
			}
		})
	}
}

func TestTermsOnOtherPages(t *testing.T) {
	pkg, g, findings := resolve(t, files{
		"content/index.md":           front("language: en-GB\n", "The NHS App."),
		"content/glossary/app.md":    term("title: app\nmeaning: A tool on a phone.") + "An app, as the NHS App is.\n",
		"content/glossary/nhsapp.md": term("title: NHS App\nmeaning: The app of the NHS."),
		"content/glossary/aside.md":  term("title: rota\nmeaning: A plan."),
		"content/glossary/see.md":    term("title: handset\nmeaning: A phone."),
		"content/glossary/phone.md":  term("title: telephone\nmeaning: A thing to ring.\nsee: [see]"),
		"content/lessons/b.md":       lesson("order: 2\n", "App.\n\n::: facilitator\nThe rota and the [phone](../glossary/phone.md).\n:::\n"),
		"content/lessons/a.md":       lesson("order: 3\n", "[App](../glossary/app.md)"),
		"content/myths/m.md":         "---\nfact: F\nmyth: You need an app\nwhy: W\nsay: S\nevidence: local\nsources: [{title: X}]\nthemes: [care]\n---\n",
		"content/insights/i.md":      "---\nkind: interview\nfrom: staff\nthemes: [care]\n---\nThe app.\n",
		"content/about.md":           front("", "The NHS App."),
	})
	if got := lines(findings); got != "" {
		t.Errorf("found %s", got)
	}
	for _, tt := range []struct{ name, words, marked string }{
		{"content/index.md", "nhsapp", "<p>The [nhsapp|NHS App].</p>\n"},
		{"content/glossary/app.md", "nhsapp", "<p>An app, as the [nhsapp|NHS App] is.</p>\n"},
		{"content/glossary/nhsapp.md", "app", ""},
		{"content/lessons/b.md", "app", ""},
		{"content/insights/i.md", "app", "<p>The [app|app].</p>\n"},
	} {
		i := item(t, pkg, tt.name)
		if got := slugsOf(g.Words(i)); got != tt.words {
			t.Errorf("%s: words %q, want %q", tt.name, got, tt.words)
		}
		if got := markTerms(g, i); tt.marked != "" && got != tt.marked {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.marked)
		}
	}
	used := map[string][]string{}
	for _, x := range pkg.Terms {
		for _, i := range g.UsedIn(x) {
			used[x.Slug] = append(used[x.Slug], i.File.Name)
		}
	}
	want := []string{"content/lessons/b.md", "content/lessons/a.md", "content/myths/m.md"}
	if !slices.Equal(used["app"], want) {
		t.Errorf("app is used in %q, want %q", used["app"], want)
	}
	if want := []string{"content/about.md"}; !slices.Equal(used["nhsapp"], want) || len(used["aside"]) > 0 {
		t.Errorf("used in %q", used)
	}
}

func TestTermFindings(t *testing.T) {
	for _, tt := range []struct {
		name  string
		files files
		want  []string
	}{
		{"clash with another name", files{"content/glossary/a.md": term("title: Web page\nmeaning: M."), "content/glossary/b.md": term("title: Site\nalso: [x, web-page]\nmeaning: N.")},
			[]string{"content/glossary/a.md [term-clash] at Web page", `content/glossary/b.md has the name "web-page" as well`}},
		{"clash of titles", files{"content/glossary/a.md": term("title: Page\nmeaning: M."), "content/glossary/b.md": term("title: page\nmeaning: N.")},
			[]string{"content/glossary/b.md [term-clash] at page"}},
		{"circular", files{"content/glossary/a.md": term("title: Log in\nmeaning: To log in to a site.")},
			[]string{"content/glossary/a.md [term-circular] at To log in to a site."}},
		{"see itself", files{"content/glossary/a.md": term("title: cookie\nmeaning: A file.\nsee: [a]")}, []string{"content/glossary/a.md [term-circular] at a: \"a\" leads back to this entry"}},
		{"circular by a plural", files{"content/glossary/a.md": term("title: cookie\nmeaning: One of the cookies.")},
			[]string{"[term-circular]"}},
		{"another name in the meaning", files{"content/glossary/a.md": term("title: cookie\nalso: [small file]\nmeaning: A small file of a site.")}, nil},
		{"unused, but a page is not there", files{"content/glossary/a.md": term("title: Zebra\nmeaning: M."), "content/lessons/broken.md": "---\n"}, nil},
		{"unused", files{"content/glossary/a.md": term("title: Zebra\nmeaning: M.\nsay: a zebra")},
			[]string{"content/glossary/a.md [term-unused] at Zebra"}},
	} {
		_, _, findings := resolve(t, files{"content/about.md": front("", "Web page, site, log in, cookie.")}.with(tt.files))
		if got := lines(findings); len(findings) != min(1, len(tt.want)) || !has(got, tt.want...) {
			t.Errorf("%s: found %s", tt.name, got)
		}
	}
}

// TestPrinted shows that a volume counts the meanings that stand below a lesson,
// which can be more than the lesson itself.
func TestPrinted(t *testing.T) {
	pkg, g, _ := resolve(t, dictionary.with(files{"content/lessons/one.md": lesson("", "An app.")}))
	i := &pkg.Lessons[0].Item
	got := (&resolver{pkg: pkg, graph: g}).printed(i)
	if want := len(i.Doc.HTML) + i.File.Body + len("app") + len("A tool on a phone."); got != want {
		t.Errorf("a lesson with one word is %d bytes, want %d", got, want)
	}
}
