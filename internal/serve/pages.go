package serve

import (
	"bytes"
	"cmp"
	"net/url"
	"slices"

	"commonground/internal/diag"
)

// ownPage is what our own pages show.
type ownPage struct {
	Base    string // where the site lives
	Title   string // of the package; may be empty
	Heading string
	Text    string
	HasSite bool
	Groups  []group
	More    int // problems that are not shown
}

// group is the problems of one file.
type group struct {
	Name     string
	Page     string // address of the page made from the file; may be empty
	Problems []problem
}

// wholePackage is the heading over what belongs to no file.
const wholePackage = "The package as a whole"

// message is a page of ours in place of one that is not there.
func (st *state) message(status int, name, heading, text string) answer {
	return answer{status: status, name: name, kind: kindHTML, body: st.execute("message", ownPage{Heading: heading, Text: text})}
}

// problemsPage lists what is wrong with the package: by file, the worst first.
func (st *state) problemsPage(status int) answer {
	heading := "Problems"
	if !st.failed && len(st.findings) > 0 {
		heading = "Advice"
	}
	p := ownPage{Heading: heading, HasSite: st.edition.Site != nil, Text: st.summary(), Groups: st.groups(), More: max(0, len(st.findings)-maxAll)}
	if st.trouble != nil {
		trouble := newProblem(diag.Finding{Severity: diag.Error, Message: st.trouble.Error(), Hint: "put this right; the preview goes on by itself"}, "")
		p.Groups = slices.Insert(p.Groups, 0, group{Name: wholePackage, Problems: []problem{trouble}})
	}
	return answer{status: status, name: pageProblems, kind: kindHTML, body: st.execute("problems", p)}
}

func (st *state) execute(name string, p ownPage) []byte {
	p.Base, p.Title = st.base, st.edition.Title
	var b bytes.Buffer
	if err := st.pages.ExecuteTemplate(&b, name, p); err != nil {
		panic(err) // a template that does not fit is a mistake in this program
	}
	return b.Bytes()
}

// summary says in a sentence how things stand.
func (st *state) summary() string {
	switch {
	case st.failed && st.edition.Site == nil:
		return "There is nothing to show yet: " + count(st.errors(), "error") + " to fix. The site appears here by itself when that is done."
	case st.failed:
		return "The site shows the last version without mistakes: " + count(st.errors(), "error") + " to fix."
	case st.edition.Site == nil:
		return "The site is being made, and appears here by itself."
	case len(st.findings) == 0:
		return "Nothing is wrong with this package."
	}
	return st.many(len(st.findings)) + " in this package. Nothing stops it from being built."
}

// groups puts the findings of a file together. The worst file comes first, and
// in it the worst finding.
func (st *state) groups() []group {
	var groups []group
	at := map[string]int{}
	sorted := worstFirst(st.findings)
	for _, f := range sorted[:min(len(sorted), maxAll)] {
		i, ok := at[f.Path]
		if !ok {
			i = len(groups)
			at[f.Path] = i
			groups = append(groups, group{Name: cmp.Or(diag.Visible(f.Path), wholePackage), Page: st.pageOf(f.Path)})
		}
		groups[i].Problems = append(groups[i].Problems, newProblem(f, ""))
	}
	return groups
}

// pageOf returns the address of the first page that is made from a file.
func (st *state) pageOf(contentPath string) string {
	if st.edition.PageOf == nil {
		return ""
	}
	for _, page := range st.edition.PageOf(contentPath) {
		if st.has(page) {
			return (&url.URL{Path: st.base + page}).EscapedPath()
		}
	}
	return ""
}
