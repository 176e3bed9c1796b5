package link

import (
	"cmp"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/source"
	"commonground/internal/training"
)

// locate turns what is written in a link into the name of a file in the
// package, or "" when a finding says why that cannot be.
func (r *resolver) locate(from *source.File, dest string, at source.Span) (name, fragment string) {
	way, fragment, _ := strings.Cut(dest, "#")
	way, fragment = decode(way), decode(fragment)
	switch {
	case way == "":
		return norm.NFC.String(from.Name), fragment
	case strings.HasPrefix(way, "/"):
		r.report(ruleRoot.At(from, at, "a link cannot begin with /, for the package has no fixed place").
			WithHint("%s", r.suggest(from.Name, dest, way)))
		return "", ""
	}
	name = path.Join(path.Dir(norm.NFC.String(from.Name)), way)
	if strings.HasSuffix(way, "/") {
		name += "/"
	}
	return name, fragment
}

// decode undoes the percent signs of an address, where they stand for text.
func decode(s string) string {
	decoded, err := url.PathUnescape(s)
	if err != nil || !utf8.ValidString(decoded) || strings.ContainsFunc(decoded, unicode.IsControl) {
		decoded = s
	}
	return norm.NFC.String(decoded)
}

// relative returns the way from one file of the package to another.
func relative(from, to string) string {
	a, b := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return cmp.Or(strings.Repeat("../", len(a))+strings.Join(b, "/"), "./")
}

// index recognises a link to the folder of a kind: the page that lists it.
func (r *resolver) index(name string) (string, bool) {
	folder := strings.TrimSuffix(name, "/")
	for _, k := range schema.Kinds() {
		if k.Folder == folder && r.listed(k) {
			return IndexOf(k), true
		}
	}
	return "", false
}

// nowhere reports a link that leads to nothing, and what was probably meant.
func (r *resolver) nowhere(from *source.File, dest, name string, at source.Span) {
	switch {
	case r.pkg.Left[name] == training.LeftBroken:
		return // what is wrong with that file is said there
	case r.pkg.Left[name] == training.LeftDraft:
		r.report(ruleDraft.At(from, at, "%s is a draft and is left out", name).
			WithHint("remove draft: true there, take the link out, or build with --drafts"))
		return
	}
	if real := r.folded[strings.ToLower(name)]; real != "" {
		if a := r.assets[real]; a != nil {
			r.use(a)
		}
		f := ruleCase.At(from, at, "the file is called %q, with other capitals", path.Base(real)).
			WithHint("write %s", relative(from.Name, real))
		r.report(readdressed(f, dest, relative(from.Name, real)))
		return
	}
	if strings.HasSuffix(name, ".html") {
		if page := strings.TrimSuffix(name, ".html") + ".md"; r.pages[page] != nil {
			f := ruleRendered.At(from, at, "link to the Markdown file, not to the page made from it").
				WithHint("write %s", relative(from.Name, page))
			r.report(readdressed(f, dest, relative(from.Name, page)))
			return
		}
	}
	f := ruleMissing.At(from, at, "there is no %s", name)
	if strings.HasPrefix(name, "../") || name == ".." {
		r.report(ruleMissing.At(from, at, "%q leads out of the package", dest).
			WithHint("copy the file into the package, beside this one, and link to that"))
		return
	}
	r.report(f.WithHint("%s", r.instead(from.Name, dest, name)))
}

// readdressed offers the right address, where the wrong one stands in the text
// just as it is read, and names no heading.
func readdressed(f diag.Finding, dest, right string) diag.Finding {
	written := "](" + dest + ")"
	text := string(f.File.Bytes(f.Span))
	if strings.Count(text, written) != 1 || strings.Contains(dest, "#") {
		return f
	}
	start := f.Span.Start + strings.Index(text, written) + len("](")
	return f.WithEdit(source.Span{Start: start, End: start + len(dest)}, right)
}
