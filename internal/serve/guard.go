package serve

import (
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"

	"commonground/internal/output"
)

// Handler returns the server's routes behind the guard.
func (s *Server) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.recover(w, r)
		setHeaders(w.Header())
		name, refused := s.check(r)
		if refused != nil {
			refused.answer(w)
			return
		}
		s.route(w, r, name)
	})
}

// setHeaders sets what every answer carries, also those that refuse. There is
// never a header that lets another site read.
func setHeaders(h http.Header) {
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "SAMEORIGIN")
}

// refusal says why a request is not answered.
type refusal struct {
	status int
	reason string
}

func (f *refusal) answer(w http.ResponseWriter) {
	if f.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", "GET, HEAD")
	}
	w.Header().Set("Connection", "close") // a body that was not asked for is not read
	http.Error(w, f.reason, f.status)
}

// check is the guard: it returns the path that a request names, without the
// slash in front, or why the request is refused. Each line stands alone; nothing
// behind it looks at these things again.
func (s *Server) check(r *http.Request) (name string, refused *refusal) {
	switch name, ok := canonical(r.RequestURI); {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		return "", &refusal{http.StatusMethodNotAllowed, "the preview only shows pages"}
	case !s.hosts[r.Host]:
		return "", &refusal{http.StatusForbidden, "the preview is not known by this name; use the address that the command printed"}
	case r.ContentLength != 0:
		return "", &refusal{http.StatusRequestEntityTooLarge, "the preview takes nothing in"}
	case !s.friendly(r.Header):
		return "", &refusal{http.StatusForbidden, "the preview does not answer other sites"}
	case !ok:
		return "", &refusal{http.StatusBadRequest, "no file of a site can have this address"}
	default:
		return name, nil
	}
}

// friendly says whether a request may come from one of our own pages, or from
// someone who typed or followed a link. Old browsers and other programs send
// neither header; what they could read is kept from other sites by the headers
// of the answer.
func (s *Server) friendly(h http.Header) bool {
	for _, origin := range h.Values("Origin") {
		if host, ok := strings.CutPrefix(origin, "http://"); !ok || !s.hosts[host] {
			return false
		}
	}
	for _, site := range h.Values("Sec-Fetch-Site") {
		followed := slices.Equal(h.Values("Sec-Fetch-Mode"), []string{"navigate"}) && slices.Equal(h.Values("Sec-Fetch-Dest"), []string{"document"})
		if site != "same-origin" && site != "none" && !followed {
			return false
		}
	}
	return true
}

// canonical decodes the path of a request once and says whether a site could
// have a file or a folder of that name on every computer. A folder keeps the
// slash at its end; the top is "".
func canonical(uri string) (name string, ok bool) {
	raw, _, _ := strings.Cut(uri, "?")
	plain, err := url.PathUnescape(raw)
	if err != nil || strings.Count(plain, "/") != strings.Count(raw, "/") {
		return "", false
	}
	name, ok = strings.CutPrefix(plain, "/")
	if !ok || name == "" {
		return "", ok
	}
	_, ok = output.CheckName(strings.TrimSuffix(name, "/"))
	return name, ok
}

// recover answers a panic with 500 and goes on. A handler that gave up its
// connection on purpose is let go.
func (s *Server) recover(w http.ResponseWriter, r *http.Request) {
	switch p := recover(); p {
	case nil:
	case http.ErrAbortHandler:
		panic(p)
	default:
		s.log(fmt.Sprintf("answer %q: %v\n%s", r.URL.Path, p, debug.Stack()))
		http.Error(w, "the preview made a mistake; the terminal says which", http.StatusInternalServerError)
	}
}
