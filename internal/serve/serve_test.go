package serve

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/render"
	"commonground/internal/schema"
)

func TestAddresses(t *testing.T) {
	top := showing(t, testFiles())
	below := newServer(Options{SubPath: "/x"})
	below.Show(Edition{Site: siteOf(t, testFiles())})
	bare := showing(t, map[string]string{"index.html": "x"})
	for _, test := range []struct {
		server *Server
		path   string
		status int
		want   string // in the body, or the place a redirect leads to
	}{
		{top, "/", 200, "home canary"},
		{top, "/index.html", 200, "home canary"},
		{top, "/index.html?x=/../y", 200, "home canary"},
		{top, "/lessons", 302, "/lessons/"},
		{top, "/lessons/", 200, "all canary"},
		{top, "/lessons/a.html", 200, "a canary"},
		{top, "/lessons/A.html", 404, "no such page"},
		{top, "/assets/", 404, "no such page"},
		{top, "/assets", 404, "no such page"},
		{top, "/lessons/a.html/", 404, "no such page"},
		{top, "/%252e%252e/x", 404, "no such page"},
		{top, "/catalogue.json", 200, "canary"},
		{top, "/_/problems", 200, "Nothing is wrong"},
		{top, "/_/other", 404, "no such page"},
		{top, "/x/", 404, "no such page"},
		{below, "/", 302, "/x/"},
		{below, "/x", 302, "/x/"},
		{below, "/x/", 200, "home canary"},
		{below, "/x/lessons", 302, "/x/lessons/"},
		{below, "/x/_/problems", 200, `href="/x/"`},
		{below, "/x/_/serve.css", 200, "CG-serve"},
		{below, "/_/serve.css", 404, "lives at /x/"},
		{below, "/lessons/a.html", 404, "lives at /x/"},
		{below, "/xx/", 404, "lives at /x/"},
		{bare, "/other", 404, "There is no such page"},
	} {
		w := get(test.server, test.path)
		got := w.Body.String()
		if w.Code == http.StatusFound {
			got = w.Header().Get("Location")
		}
		if w.Code != test.status || !strings.Contains(got, test.want) {
			t.Errorf("%s gives %d %q, want %d %q", test.path, w.Code, got, test.status, test.want)
		}
	}
}

var scriptElement = regexp.MustCompile(`<script src="/_/serve\.js" data-page="[^"]*" data-version="[0-9a-f]{16}" data-style="[0-9a-f]{16}" defer></script>`)

// TestSameBytes asks for every file of the shipped package and takes away what
// the preview added.
func TestSameBytes(t *testing.T) {
	shipped := os.DirFS("../..")
	r, err := build.Run(build.Options{Package: shipped, Program: shipped, Today: schema.Date{Year: 2026, Month: 11, Day: 23}})
	if err != nil || r.Site == nil {
		t.Fatal(err, r)
	}
	s := newServer(Options{Policy: render.Policy})
	s.Show(Edition{Site: r.Site, Findings: r.Findings})
	escape := strings.NewReplacer("'", "&#39;")
	pages := 0
	for _, f := range r.Site.Files() {
		var want bytes.Buffer
		if err := f.Write(&want); err != nil {
			t.Fatal(err)
		}
		w := get(s, "/"+f.Path)
		got := w.Body.String()
		if f.Type == kindHTML {
			pages++
			if n := len(scriptElement.FindAllString(got, -1)); n != 1 || !strings.Contains(got, "defer></script></body>") {
				t.Errorf("%s has the script %d times", f.Path, n)
			}
			got = scriptElement.ReplaceAllString(got, "")
			got = strings.Replace(got, escape.Replace(render.Policy+"; connect-src 'self'"), escape.Replace(render.Policy), 1)
			if policy := w.Header().Get("Content-Security-Policy"); policy != render.Policy+"; connect-src 'self'; frame-ancestors 'self'" {
				t.Errorf("%s has the policy %q", f.Path, policy)
			}
		}
		if w.Code != 200 || got != want.String() || w.Header().Get("Content-Type") != f.Type {
			t.Errorf("%s is served otherwise than it is built: %d %s", f.Path, w.Code, w.Header())
		}
	}
	if pages < 40 {
		t.Errorf("only %d pages", pages)
	}
}

func TestParts(t *testing.T) {
	s := showing(t, testFiles())
	for _, test := range []struct {
		value, want string
		status      int
	}{
		{"bytes=4-9", "canary", 206},
		{"bytes=-3", "789", 206},
		{"bytes=0-", "ID3 canary 0123456789", 206},
		{"bytes=90-", "", 416},
		{"lines=1-", "", 416},
	} {
		w := get(s, "/lessons/a.mp3", "Range", test.value)
		if w.Code != test.status || w.Code == 206 && w.Body.String() != test.want {
			t.Errorf("%s gives %d %q", test.value, w.Code, w.Body)
		}
	}
}

func TestHead(t *testing.T) {
	address, _ := listen(t, showing(t, testFiles()))
	for _, path := range []string{"/", "/none", "/lessons/a.mp3", "/_/problems", "/_/events?page=index.html"} {
		r, err := http.Head("http://" + address + path)
		if err != nil {
			t.Fatal(path, err)
		}
		if body, err := io.ReadAll(r.Body); len(body) > 0 || err != nil {
			t.Errorf("%s: %q %v", path, body, err)
		}
	}
}

// TestFirst holds what is seen before there is a site.
func TestFirst(t *testing.T) {
	s := newServer(Options{})
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() {}, "is being made"},
		{func() {
			s.Fail([]diag.Finding{{Severity: diag.Error, Path: "content/a.md", Message: "first mistake"}}, nil)
		}, "first mistake"},
		{func() { s.Fail(nil, errors.New("disk on fire")) }, "disk on fire"},
	} {
		step.do()
		for _, path := range []string{"/", "/lessons/a.html", "/a.png"} {
			w := get(s, path)
			if w.Code != 503 || !strings.Contains(w.Body.String(), step.want) || !scriptElement.MatchString(w.Body.String()) {
				t.Errorf("%s gives %d %q, want %q", path, w.Code, w.Body, step.want)
			}
		}
	}
	s.Show(Edition{Site: siteOf(t, testFiles())})
	if w := get(s, "/"); w.Code != 200 {
		t.Errorf("then it gives %d", w.Code)
	}
	s.Fail(nil, errors.New("disk on fire"))
	if w := get(s, "/"); w.Code != 200 || !strings.Contains(w.Body.String(), "home canary") {
		t.Errorf("the last good site is gone: %d", w.Code)
	}
}

// TestBadFile holds that a page that cannot be made hurts nothing else, and
// comes back by itself.
func TestBadFile(t *testing.T) {
	for _, write := range []func(io.Writer) error{
		func(io.Writer) error { panic("<b>boom") },
		func(w io.Writer) error { io.WriteString(w, "half a page"); return errors.New("<b>boom") },
	} {
		var logged strings.Builder
		s := newServer(Options{Log: func(line string) { logged.WriteString(line) }})
		site, err := output.NewSite([]output.File{
			{Path: "bad.html", Type: kindHTML, Write: write},
			{Path: "good.html", Type: kindHTML, Write: func(w io.Writer) error { _, err := io.WriteString(w, `<img src="bad.html">`); return err }},
		})
		if err != nil {
			t.Fatal(err)
		}
		s.Show(Edition{Site: site})
		w := get(s, "/bad.html")
		if body := w.Body.String(); w.Code != 500 || strings.Contains(body, "half") || strings.Contains(body, "<b>") || !scriptElement.MatchString(body) {
			t.Errorf("it gives %d %q", w.Code, body)
		}
		if !strings.Contains(logged.String(), "boom") {
			t.Errorf("the log says %q", &logged)
		}
		if w := get(s, "/good.html"); w.Code != 200 {
			t.Errorf("the other page gives %d", w.Code)
		}
		if now := statusOf(t, s, "bad.html"); now.Page == "" {
			t.Error("the tab cannot tell when it is mended")
		}
	}
}

// TestOwnMistake holds that a mistake of the server itself is answered and told.
func TestOwnMistake(t *testing.T) {
	var logged strings.Builder
	s := newServer(Options{Log: func(line string) { logged.WriteString(line) }})
	s.own["_/events"] = func(http.ResponseWriter, *http.Request) { panic("boom") }
	if w := get(s, "/_/events"); w.Code != 500 || !strings.Contains(logged.String(), "boom") {
		t.Errorf("it gives %d and logs %q", w.Code, &logged)
	}
	s.own["_/events"] = func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }
	defer func() {
		if p := recover(); p != http.ErrAbortHandler {
			t.Errorf("it panics with %v", p)
		}
	}()
	get(s, "/_/events")
}

func TestWorker(t *testing.T) {
	s := newServer(Options{SubPath: "/x/"})
	for _, path := range []string{"/sw.js", "/x/service-worker.js", "/"} {
		w := get(s, path, "Service-Worker", "script", "Sec-Fetch-Site", "same-origin")
		if w.Code != 200 || !strings.Contains(w.Body.String(), "unregister()") || w.Header().Get("Content-Type") != "text/javascript; charset=utf-8" {
			t.Errorf("%s gives %d %q", path, w.Code, w.Body)
		}
	}
	if w := get(s, "/sw.js", "Service-Worker", "script", "Origin", "http://example.org"); w.Code != 403 {
		t.Errorf("the guard lets %d through", w.Code)
	}
}

// TestScriptIsSmall holds the weight of the script, and that it builds no HTML.
func TestScriptIsSmall(t *testing.T) {
	source, err := files.ReadFile("serve.js")
	if err != nil {
		t.Fatal(err)
	}
	script := get(newServer(Options{}), "/_/serve.js").Body.String()
	if len(script) > 2<<10 || len(script) == len(source) {
		t.Errorf("the script has %d bytes of %d", len(script), len(source))
	}
	for _, word := range []string{"innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "import"} {
		if strings.Contains(script, word) {
			t.Errorf("the script uses %s", word)
		}
	}
}
