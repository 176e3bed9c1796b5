// Package serve shows a built site to the browsers of this computer while its
// package is being written.
//
// An output.Site and findings go in, HTTP comes out: the files of the site and
// nothing else, an event stream that says what changed for the page of each tab,
// a panel at the foot of each page with what is wrong with it, and a page with
// everything that is wrong. The package knows nothing of building or of files.
//
// What is promised:
//
//   - A file is answered byte for byte as a build writes it. Only pages get two
//     changes: the policy allows the event stream, and the script of the preview
//     comes last.
//   - Files are made when they are asked for. Beyond that only the pages that
//     open tabs show are made, and what they load, to see whether they changed.
//   - Every request goes through one guard; no request changes anything. Another
//     site that is open in the same browser reads nothing.
//   - Show and Fail never wait for a tab.
package serve

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"log"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"commonground/internal/diag"
	"commonground/internal/output"
)

//go:embed serve.js serve.css worker.js pages.html
var files embed.FS

// ownPolicy holds for pages when Options name no policy, and for our own.
const ownPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"

// Limits of the server. A stream is one tab that is being looked at.
const (
	maxStreams  = 64
	maxHeader   = 16 << 10 // bytes
	readTimeout = 10 * time.Second
	sendTimeout = time.Minute // of an answer, or of one message of a stream
	idleTimeout = time.Minute
)

// Options say how to serve. Without Hosts every request is refused.
type Options struct {
	Hosts   []string // what the Host header may be, exactly: see LoopbackHosts
	SubPath string   // where the site lives: "/x/"; "" is the top
	Policy  string   // the content policy of the site's pages

	// Log is told of what goes wrong while answering, and may be nil. It is
	// called from any goroutine.
	Log func(message string)
}

// Edition is one good build.
type Edition struct {
	Title    string // of the package
	Site     *output.Site
	Findings []diag.Finding // none is an error

	// PageOf gives the paths in the site of what is made from a file of the
	// package, its own page first. It may be nil, and is called from any goroutine.
	PageOf func(contentPath string) []string
}

// Server serves the last good edition. Its methods may be called at any time
// and from any goroutine.
type Server struct {
	hosts   map[string]bool
	base    string // where the site lives, with a slash at both ends
	policy  string
	log     func(string)
	own     map[string]http.HandlerFunc // what is ours, by path below base
	worker  http.HandlerFunc            // the script that takes a foreign service worker away
	streams chan struct{}               // one for each open event stream

	changing sync.Mutex // held while now is replaced
	now      atomic.Pointer[state]
}

// LoopbackHosts lists the names under which a browser on this computer reaches
// a port.
func LoopbackHosts(port int) []string {
	return []string{fmt.Sprintf("127.0.0.1:%d", port), fmt.Sprintf("localhost:%d", port), fmt.Sprintf("[::1]:%d", port)}
}

// New returns a server that has nothing to show yet: until the first Show every
// address says that the site is being made.
func New(o Options) *Server {
	policy := o.Policy
	if policy == "" {
		policy = ownPolicy
	}
	s := &Server{
		hosts:   map[string]bool{},
		base:    "/",
		policy:  policy + "; connect-src 'self'",
		log:     o.Log,
		streams: make(chan struct{}, maxStreams),
	}
	for _, h := range o.Hosts {
		s.hosts[h] = true
		s.hosts[strings.TrimSuffix(h, ":80")] = true // browsers leave out the port that http has anyway
	}
	if p := strings.Trim(o.SubPath, "/"); p != "" {
		s.base = "/" + p + "/"
	}
	if s.log == nil {
		s.log = func(string) {}
	}
	s.own = map[string]http.HandlerFunc{
		"_/events":    s.events,
		"_/serve.js":  asset("serve.js", "text/javascript; charset=utf-8", js.Minify),
		"_/serve.css": asset("serve.css", "text/css; charset=utf-8", css.Minify),
	}
	s.worker = asset("worker.js", "text/javascript; charset=utf-8", js.Minify)
	pages := template.Must(template.ParseFS(files, "pages.html"))
	s.now.Store(&state{base: s.base, pages: pages, replaced: make(chan struct{})})
	return s
}

// Show replaces the site at once and tells the tabs whose page changed.
func (s *Server) Show(e Edition) {
	s.replace(func(next *state) { next.edition, next.findings, next.trouble, next.failed = e, e.Findings, nil, false })
}

// Fail keeps the last good site and tells all tabs that it is not the newest:
// one of the findings is an error, or trouble kept the site from being built.
func (s *Server) Fail(findings []diag.Finding, trouble error) {
	s.replace(func(next *state) { next.findings, next.trouble, next.failed = findings, trouble, true })
}

// Advise adds to what is said of a site that is shown, without changing it: the
// findings take the place of those it came with. Another site has its own, so what
// comes too late is dropped.
func (s *Server) Advise(site *output.Site, findings []diag.Finding) {
	s.changing.Lock()
	defer s.changing.Unlock()
	if now := s.now.Load(); now.edition.Site == site && !now.failed {
		s.next(func(next *state) { next.findings = findings })
	}
}

// replace makes the next state out of the present one. Whoever waits for the
// change looks at the newest state by itself, so nobody is waited for.
func (s *Server) replace(change func(next *state)) {
	s.changing.Lock()
	defer s.changing.Unlock()
	s.next(change)
}

// next is replace for those who are changing the state already.
func (s *Server) next(change func(next *state)) {
	old := s.now.Load()
	next := &state{base: old.base, pages: old.pages, edition: old.edition, replaced: make(chan struct{})}
	change(next)
	s.now.Store(next)
	close(old.replaced)
}

// Serve answers requests until the context ends, then closes every connection
// and returns nil once all is quiet. It closes the listener.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	var open sync.WaitGroup // connections
	server := &http.Server{
		Handler:                      s.Handler(),
		DisableGeneralOptionsHandler: true, // the guard answers everything
		ReadTimeout:                  readTimeout,
		WriteTimeout:                 sendTimeout,
		IdleTimeout:                  idleTimeout,
		MaxHeaderBytes:               maxHeader,
		ErrorLog:                     log.New(logWriter(s.log), "", 0),
		BaseContext:                  func(net.Listener) context.Context { return ctx },
		ConnState: func(_ net.Conn, state http.ConnState) {
			switch state {
			case http.StateNew:
				open.Add(1)
			case http.StateClosed, http.StateHijacked:
				open.Done()
			}
		},
	}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	err := server.Serve(l)
	stop()
	server.Close()
	open.Wait()
	if ctx.Err() != nil && errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve %s: %w", l.Addr(), err)
}

// logWriter hands on what net/http has to say, a line at a time.
type logWriter func(string)

func (w logWriter) Write(line []byte) (int, error) {
	w(strings.TrimSpace(string(line)))
	return len(line), nil
}

// asset answers one of our own files, made small.
func asset(name, kind string, shrink minify.MinifierFunc) http.HandlerFunc {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	m := minify.New()
	m.AddFunc(name, shrink)
	if small, err := m.Bytes(name, text); err == nil {
		text = small
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kind)
		w.Write(text)
	}
}
