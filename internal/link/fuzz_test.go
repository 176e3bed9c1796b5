package link

import (
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/source"
	"commonground/internal/training"
)

// FuzzResolve writes an address into links and pictures of several pages and
// holds what becomes of them to what every page relies on.
func FuzzResolve(f *testing.F) {
	for _, dest := range []string{
		"book.md", "../about.md", "book.md#step-2", "#here", "book.md#über-uns", "../glossary/app.md#kinds-of-app", "leaf%20let.pdf",
		"50%.pdf", "%2e%2e/about.md", "%1b[31m.md", "%ff", "%00", "/about.md", "../../..", "..", ".", "", "#", "?", "//x", "a:b", "./a:b.md",
		"https://a/%", "mailto:a", "walk/", "Book.md", "book.html", "../glossary/#x", "draft.md", "broken.md", "../../themes/empty.md",
		"drawing.svg#a", "film.mp4", strings.Repeat("../", 40), strings.Repeat("a/", 40), "book.md##", "book.md#%23", "gru\u0308n.pdf", "\u202ebook.md",
	} {
		f.Add(dest)
	}
	own := town.with(files{"content/lessons/from.md": lesson("", ""), "content/from.md": page("content/from.md", ""), "content/glossary/from.md": page("content/glossary/from.md", "")})
	pkg, _, _ := resolve(f, own)
	f.Fuzz(func(t *testing.T, dest string) {
		if len(dest) > 1000 || !utf8.ValidString(dest) {
			return
		}
		for _, name := range []string{"content/lessons/from.md", "content/from.md", "content/glossary/from.md"} {
			from := item(t, pkg, name)
			rewrite(from, "## Here\n\n[x](<"+dest+">) [y]("+dest+")\n\n![z](<"+dest+">)\n\n::: facilitator\n[x](<"+dest+">)\n:::\n")
			g, findings := Resolve(pkg)
			again, more := Resolve(pkg)
			if a, b := targets(g, from), targets(again, from); !slices.Equal(a, b) || lines(diag.Sort(findings)) != lines(diag.Sort(more)) {
				t.Fatalf("%q leads to %v, and then to %v", dest, a, b)
			}
			checkTargets(t, pkg, g, from, findings)
			rewrite(from, "")
		}
	})
}

// rewrite gives an item another text.
func rewrite(i *training.Item, body string) {
	text := "---\ntitle: T\n---\n" + body
	file, _ := source.Parse(i.File.Name, []byte(text))
	i.File, i.Doc = file, markdown.Parse(file)
}

func checkTargets(t *testing.T, pkg *training.Package, g *Graph, from *training.Item, findings []diag.Finding) {
	t.Helper()
	links, pictures := g.Links(from), g.Images(from)
	if len(links) != len(from.Doc.Links) || len(pictures) != len(from.Doc.Images) {
		t.Fatalf("%d links have %d targets, %d pictures %d", len(from.Doc.Links), len(links), len(from.Doc.Images), len(pictures))
	}
	for n, target := range links {
		checkTarget(t, pkg, g, target)
		checkSaid(t, from, target, from.Doc.Links[n].Dest, from.Doc.Links[n].Span, findings)
	}
	for n, target := range pictures {
		checkTarget(t, pkg, g, target)
		if target != (Target{}) && target.Copy == nil {
			t.Errorf("a picture leads to %s", show(target))
		}
		checkSaid(t, from, target, from.Doc.Images[n].Dest, from.Doc.Images[n].Span, findings)
	}
	for _, f := range findings {
		checkFinding(t, f)
	}
}

// checkSaid: a link that leads nowhere has a finding at its place, here or from
// markdown, unless it leads to a page that is itself broken.
func checkSaid(t *testing.T, from *training.Item, target Target, dest string, at source.Span, findings []diag.Finding) {
	t.Helper()
	if target != (Target{}) || strings.Contains(strings.ToLower(dest), "broken") || strings.ContainsRune(dest, '%') {
		return
	}
	said := func(f diag.Finding) bool {
		return f.Path == from.File.Name && f.Span.Start < at.End && at.Start < max(f.Span.End, f.Span.Start+1)
	}
	if !slices.ContainsFunc(findings, said) && !slices.ContainsFunc(from.Doc.Findings, said) {
		t.Errorf("the link %q is dead and nobody says so", dest)
	}
}

func checkTarget(t *testing.T, pkg *training.Package, g *Graph, target Target) {
	t.Helper()
	switch {
	case target == Target{}:
	case target.URL != "":
		scheme, _, _ := strings.Cut(strings.ToLower(target.URL), ":")
		if !slices.Contains([]string{"https", "http", "mailto", "tel"}, scheme) || target.Copy != nil || target.Address != (Address{}) {
			t.Errorf("an address away is %+v", target)
		}
	case target.Copy != nil:
		if !slices.ContainsFunc(pkg.Assets, func(a training.Asset) bool { return a.Name == target.Copy.Asset.Name }) || target.Address != (Address{}) {
			t.Errorf("no such file: %+v", target)
		}
		checkRelative(t, Address{Path: target.Copy.Path})
	default:
		if !slices.Contains(places(pkg, g), target.Address) {
			t.Errorf("no such place: %+v", target.Address)
		}
		checkRelative(t, target.Address)
	}
}

// places lists every address that there is: of items, of their headings that
// learners get or facilitators link to, and of lists.
func places(pkg *training.Package, g *Graph) []Address {
	var all []Address
	for _, i := range pkg.Items {
		a := g.Address(i)
		if !g.Shown(i) {
			continue
		}
		all = append(all, a, Address{Path: IndexOf(i.Kind)})
		prefix := ""
		if a.Fragment != "" {
			prefix = a.Fragment + "."
		}
		for _, h := range i.Doc.Headings {
			all = append(all, Address{Path: a.Path, Fragment: prefix + h.ID})
		}
	}
	return all
}

// checkRelative follows the way that a page writes, as a browser does.
func checkRelative(t *testing.T, a Address) {
	t.Helper()
	for _, from := range []string{"index.html", "about.html", "lessons/book.html", "lessons/index.html", a.Path} {
		way, fragment, _ := strings.Cut(a.RelativeTo(from), "#")
		to := path.Join(path.Dir(from), way)
		if way == "" {
			to = from
		}
		if to != a.Path || fragment != a.Fragment || strings.HasPrefix(way, "/") {
			t.Errorf("from %s the way to %+v is %q", from, a, a.RelativeTo(from))
		}
	}
}

// checkFinding: a finding stands in its file, and can be printed anywhere.
func checkFinding(t *testing.T, f diag.Finding) {
	t.Helper()
	if f.File != nil && (f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(f.File.Text)) {
		t.Errorf("%s lies outside its file: %v", f.Rule, f.Span)
	}
	if f.Message == "" || f.Hint == "" {
		t.Errorf("%s says nothing, or not what to do: %q (%q)", f.Rule, f.Message, f.Hint)
	}
	if text := f.Message + f.Hint; !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		t.Errorf("%s cannot be printed: %q", f.Rule, text)
	}
}
