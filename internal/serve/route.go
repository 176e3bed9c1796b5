package serve

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// drawingPolicy holds for drawings and other XML that is opened by itself: they
// may look as they like, and run nothing.
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

// route answers a request that the guard let through.
func (s *Server) route(w http.ResponseWriter, r *http.Request, name string) {
	if r.Header.Get("Service-Worker") == "script" {
		s.worker(w, r) // of another project that once lived on this port
		return
	}
	below, inside := strings.CutPrefix("/"+name, s.base)
	own, isOwn := s.own[below]
	switch {
	case !inside && (name == "" || "/"+name+"/" == s.base):
		redirect(w, s.base)
	case !inside:
		http.Error(w, "the site lives at "+s.base, http.StatusNotFound)
	case isOwn:
		own(w, r)
	default:
		s.site(w, r, below)
	}
}

// site answers with a file of the site, or one of the pages in its place.
func (s *Server) site(w http.ResponseWriter, r *http.Request, name string) {
	st := s.now.Load()
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	} else if !st.has(name) && st.has(name+"/index.html") {
		redirect(w, s.base+name+"/")
		return
	}
	a := st.answer(name)
	if a.fault != nil {
		s.log(fmt.Sprintf("answer %q: %v", name, a.fault))
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	switch {
	case a.isPage():
		h.Set("Content-Security-Policy", s.policy+"; frame-ancestors 'self'")
		p := readPage(a.body)
		a.body = p.dress(s.policy, s.script(name, st.version(a, p)))
	case strings.Contains(a.kind, "xml"):
		h.Set("Content-Security-Policy", drawingPolicy)
	default:
		h.Del("Content-Security-Policy") // it would hinder the browser's own viewers
	}
	send(w, r, a)
}

// send sends an answer; of a file that is there also a part, as players of
// sound and film ask for it.
func send(w http.ResponseWriter, r *http.Request, a answer) {
	if a.status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.body))
		return
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	w.Write(a.body)
}

// redirect leads to another path of this server.
func redirect(w http.ResponseWriter, path string) {
	w.Header().Set("Location", (&url.URL{Path: path}).EscapedPath())
	w.WriteHeader(http.StatusFound)
}
