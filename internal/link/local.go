package link

import (
	"net"
	"net/url"
	"path"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/source"
	"commonground/internal/training"
)

var ruleLocal = diag.Rule{Code: "link-local", Severity: diag.Error, Title: "A link must not lead to the computer of whoever wrote it."}

// local reports an address that leads to the reader's own computer, and says
// whether it did: mostly it was copied from the preview.
func (r *resolver) local(from *source.File, dest string, at source.Span) bool {
	if !ownComputer(dest) {
		return false
	}
	f := ruleLocal.At(from, at, "this address is only on your own computer").
		WithHint("link to the file of the page that you mean, from this one: ../lessons/book.md")
	if name := r.suggested.once("local "+dest, func() string { return r.previewed(dest) }); name != "" {
		right := relative(from.Name, name)
		f = readdressed(f.WithHint("link to the file: %s", right), dest, right)
	}
	r.report(f)
	return true
}

// previewed returns the file that the preview shows at an address, with the
// heading that the address names; or "".
func (r *resolver) previewed(dest string) string {
	u, err := url.Parse(dest)
	if err != nil {
		return ""
	}
	site := strings.TrimPrefix(path.Clean(u.Path), "/")
	if strings.HasSuffix(u.Path, "/") {
		site = path.Join(site, "index.html")
	}
	if i := r.at(Address{Path: site, Fragment: u.Fragment}); i != nil {
		return i.File.Name
	}
	name := r.fromTop(u.Path)
	if name != "" && u.Fragment != "" && r.pages[name] != nil {
		name += "#" + u.Fragment
	}
	return name
}

// localSources reports the sources of an item that nobody else can open.
func (r *resolver) localSources(i *training.Item) {
	v, _ := i.Front.Get("sources")
	for _, s := range v.Sources {
		if ownComputer(s.URL) {
			r.report(ruleLocal.At(i.File, s.Span, "this address is only on your own computer").
				WithHint("write the address that readers can open, or use reference: for something in print"))
		}
	}
}

// ownComputer says whether an address leads readers to their own computer, as
// those of the preview do.
func ownComputer(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" {
		return false
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	ip := net.ParseIP(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || ip.IsLoopback() || ip != nil && ip.IsUnspecified()
}
