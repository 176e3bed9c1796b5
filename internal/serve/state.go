package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"commonground/internal/diag"
	"commonground/internal/output"
)

// state is what is shown at one moment. It never changes; replaced is closed
// when another state has taken its place.
type state struct {
	base     string
	pages    *template.Template
	edition  Edition        // the last good one; its Site is nil when there never was one
	findings []diag.Finding // of the last build
	trouble  error          // what kept the last build from ending
	failed   bool           // the last build gave no site
	replaced chan struct{}

	versions memo[version]
	digests  memo[string]
	statuses memo[[]byte]
	byPage   memo[map[string][]diag.Finding]
}

// answer is what an address gives, before the preview adds anything to it.
type answer struct {
	status int
	name   string // the path in the site of what is given: 404.html for a wrong address
	kind   string // media type
	body   []byte
	fault  error // why a file could not be made
}

const (
	kindHTML     = "text/html; charset=utf-8"
	pageProblems = "_/problems"
	pageMissing  = "404.html"
)

func (a *answer) isPage() bool { return strings.HasPrefix(a.kind, "text/html") }

// answer gives what a path leads to: a file of the site, its page for wrong
// addresses, or one of our own pages.
func (st *state) answer(name string) answer {
	if name == pageProblems {
		return st.problemsPage(http.StatusOK)
	}
	if st.edition.Site == nil {
		return st.problemsPage(http.StatusServiceUnavailable)
	}
	status := http.StatusOK
	f, ok := st.edition.Site.File(name)
	if !ok {
		status = http.StatusNotFound
		f, ok = st.edition.Site.File(pageMissing)
	}
	if !ok {
		return st.message(status, pageMissing, "There is no such page", "The address may have a mistake in it.")
	}
	var b bytes.Buffer
	if err := write(f, &b); err != nil {
		a := st.message(http.StatusInternalServerError, f.Path, "This page could not be made", err.Error())
		a.fault = err
		return a
	}
	return answer{status: status, name: f.Path, kind: f.Type, body: b.Bytes()}
}

// write makes a file. A panic in it is an error: one bad page must not end the
// preview.
func write(f output.File, w io.Writer) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("write %s: %v", f.Path, p)
		}
	}()
	return f.Write(w)
}

// has says whether the site has a file.
func (st *state) has(name string) bool {
	if st.edition.Site == nil {
		return false
	}
	_, ok := st.edition.Site.File(name)
	return ok
}

// version tells two states of what a tab shows apart.
type version struct {
	page  string // the bytes of the page and of what it loads
	style string // the bytes of its stylesheets
}

// version returns the version of a page. It is made once for each state, so
// that all who ask hear the same.
func (st *state) version(a answer, p *page) version {
	return st.versions.get(a.name, func() version {
		whole, style := sha256.New(), sha256.New()
		whole.Write(a.body)
		for _, ref := range p.loads {
			if name, ok := inSite(a.name, ref); ok && st.has(name) {
				f, _ := st.edition.Site.File(name)
				into := whole
				if strings.HasPrefix(f.Type, "text/css") {
					into = style
				}
				fmt.Fprintln(into, name, st.digest(f))
			}
		}
		return version{short(whole), short(style)}
	})
}

func (st *state) digest(f output.File) string {
	return st.digests.get(f.Path, func() string {
		h := sha256.New()
		if err := write(f, h); err != nil {
			return "broken"
		}
		return short(h)
	})
}

func short(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)[:8]) }

// inSite returns the path in the site of an address on a page.
func inSite(page, ref string) (name string, ok bool) {
	u, err := url.Parse(ref)
	if err != nil || u.Path == "" || u.Scheme != "" || u.Host != "" {
		return "", false
	}
	return path.Join(path.Dir(page), u.Path), true
}

// memo makes each value once, however many ask for it at the same time.
type memo[T any] struct {
	mu   sync.Mutex
	made map[string]func() T
}

func (m *memo[T]) get(key string, do func() T) T {
	m.mu.Lock()
	once, ok := m.made[key]
	if !ok {
		if m.made == nil {
			m.made = map[string]func() T{}
		}
		once = sync.OnceValue(do)
		m.made[key] = once
	}
	m.mu.Unlock()
	return once()
}
