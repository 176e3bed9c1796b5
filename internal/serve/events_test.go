package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"commonground/internal/diag"
)

func decode(t testing.TB, line string) status {
	t.Helper()
	var now status
	if err := json.Unmarshal([]byte(line), &now); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	return now
}

// statusOf is what a tab with a page would be told now.
func statusOf(t testing.TB, s *Server, page string) status {
	t.Helper()
	return decode(t, string(s.now.Load().status(page)))
}

// tab is a browser's tab: a page that listens.
type tab struct {
	t    testing.TB
	page string
	in   *bufio.Scanner
	told status
}

// open opens a tab and hears the first status.
func open(t testing.TB, address, page string) *tab {
	t.Helper()
	r, err := http.Get("http://" + address + "/_/events?page=" + url.QueryEscape(page))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Body.Close() })
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("the stream gives %s %s", r.Status, r.Header)
	}
	tab := &tab{t: t, page: page, in: bufio.NewScanner(r.Body)}
	tab.in.Buffer(nil, 1<<20)
	tab.hear()
	return tab
}

// hear waits for the next status.
func (tab *tab) hear() status {
	tab.t.Helper()
	for tab.in.Scan() {
		if data, ok := strings.CutPrefix(tab.in.Text(), "data: "); ok {
			tab.told = decode(tab.t, data)
			return tab.told
		}
	}
	tab.t.Fatalf("%s: the stream ended: %v", tab.page, tab.in.Err())
	return status{}
}

// hearUntil waits for a status that has what is wanted.
func (tab *tab) hearUntil(want func(status) bool) {
	tab.t.Helper()
	for !want(tab.told) {
		tab.hear()
	}
}

// TestWhoIsTold changes one file at a time. A tab that had nothing to hear must
// next hear the change at the end, which all hear.
func TestWhoIsTold(t *testing.T) {
	edited := `<!doctype html><link rel="stylesheet" href="../assets/site.css"><p>edited`
	for _, test := range []struct {
		name, path, text  string
		aPage, aStyle, bP bool
	}{
		{"nothing", "lessons/a.html", htmlPage("a canary"), false, false, false},
		{"its text", "lessons/a.html", edited, true, false, false},
		{"style", "assets/site.css", "body{color:red}", false, true, false},
		{"a picture of both", "lessons/a.png", "\x89PNG other", true, false, true},
		{"a picture of neither", "lessons/other.png", "\x89PNG other", false, false, false},
		{"sound that is only linked", "lessons/a.mp3", "ID3", false, false, false},
		{"another page", "index.html", "<p>new home", false, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := showing(t, testFiles())
			address, _ := listen(t, s)
			a, b := open(t, address, "lessons/a.html"), open(t, address, "lessons/b.html")
			beforeA, beforeB := a.told, b.told
			s.Show(Edition{Site: siteOf(t, with(testFiles(), test.path, test.text))})
			if test.aPage || test.aStyle {
				a.hear()
			}
			if test.bP || test.aStyle {
				b.hear()
			}
			if got := a.told.Page != beforeA.Page; got != test.aPage {
				t.Errorf("a is told of its page: %v", got)
			}
			if got := a.told.Style != beforeA.Style; got != test.aStyle {
				t.Errorf("a is told of its style: %v", got)
			}
			if got := b.told.Page != beforeB.Page; got != test.bP {
				t.Errorf("b is told of its page: %v", got)
			}
			s.Fail(nil, errors.New("the end"))
			if a.hear().Mood == "" || b.hear().Mood == "" {
				t.Error("a tab was told what it had no need to hear")
			}
		})
	}
}

// TestPageKnowsItsVersion holds that a fresh page is what the stream says, in
// every state, and that another run of the program says the same of the same.
func TestPageKnowsItsVersion(t *testing.T) {
	s := newServer(Options{})
	states := []func(){
		func() {},
		func() { s.Fail([]diag.Finding{{Severity: diag.Error, Message: "m"}}, nil) },
		func() { s.Show(Edition{Site: siteOf(t, testFiles())}) },
		func() { s.Fail(nil, errors.New("no")) },
		func() { s.Show(Edition{Site: siteOf(t, with(testFiles(), "lessons/a.html", "<p>new"))}) },
	}
	for i, change := range states {
		change()
		for _, page := range []string{"index.html", "lessons/a.html", "lessons/none.html", "_/problems"} {
			body := get(s, "/"+page).Body.String()
			now := statusOf(t, s, page)
			want := fmt.Sprintf(`data-page="%s" data-version="%s" data-style="%s"`, page, now.Page, now.Style)
			if now.Page == "" || !strings.Contains(body, want) {
				t.Errorf("state %d: %s lacks %q", i, page, want)
			}
		}
	}
	first, again := showing(t, testFiles()), showing(t, testFiles())
	if a, b := statusOf(t, first, "lessons/a.html"), statusOf(t, again, "lessons/a.html"); a.Page != b.Page || a.Style != b.Style {
		t.Errorf("two runs say %v and %v of one page", a, b)
	}
}

// TestPagesComeAndGo follows a tab whose page is made, deleted and made again.
func TestPagesComeAndGo(t *testing.T) {
	s := newServer(Options{})
	address, _ := listen(t, s)
	a := open(t, address, "lessons/new.html")
	seen := []string{a.told.Page}
	for _, texts := range []map[string]string{testFiles(), with(testFiles(), "lessons/new.html", "<p>new"), testFiles()} {
		s.Show(Edition{Site: siteOf(t, texts)})
		seen = append(seen, a.hear().Page)
	}
	if seen[0] == seen[1] || seen[1] == seen[2] || seen[1] != seen[3] {
		t.Errorf("the versions are %v", seen)
	}
}

func TestProblemsOfAPage(t *testing.T) {
	s := newServer(Options{})
	address, _ := listen(t, s)
	pageOf := func(path string) []string {
		return map[string][]string{"content/lessons/a.md": {"lessons/a.html", "lessons/index.html"}}[path]
	}
	found := []diag.Finding{
		{Severity: diag.Note, Path: "content/lessons/a.md", Message: "mine"},
		{Severity: diag.Warning, Path: "content/lessons/b.md", Message: "not mine"},
		{Severity: diag.Warning, Path: "content/lessons/a.md", Message: "mine too"},
	}
	s.Show(Edition{Site: siteOf(t, testFiles()), Findings: found, PageOf: pageOf})
	a := open(t, address, "lessons/a.html")
	if now := a.told; len(now.Problems) != 2 || now.Problems[0].Lines[0] != "warning: mine too" || now.Summary != "2 pieces of advice on this page" || now.Notice != "3 pieces of advice in this package" || now.Mood != "" {
		t.Errorf("it is told %+v", now)
	}
	before := a.told.Page
	bad := append(slices.Clone(found), diag.Finding{Severity: diag.Error, Path: "content/lessons/a.md", Message: "bad"})
	s.Fail(bad, nil)
	if now := a.hear(); now.Mood != "failed" || now.Page != before || now.Problems[0].Lines[0] != "error: bad" || now.Notice != "This shows the last version without mistakes: 1 error to fix" {
		t.Errorf("it is told %+v", now)
	}
	s.Fail(bad, errors.New("and more"))
	if now := a.hear(); !strings.HasSuffix(now.Notice, "2 errors to fix") {
		t.Errorf("it is told %+v", now)
	}
	s.Show(Edition{Site: siteOf(t, testFiles()), PageOf: pageOf})
	if now := a.hear(); now.Mood != "" || now.Notice != "" || len(now.Problems) != 0 || now.Page != before {
		t.Errorf("it is told %+v", now)
	}
}

// TestAdvise holds that advice is told of the site it is about, and of no other.
func TestAdvise(t *testing.T) {
	s := newServer(Options{})
	address, _ := listen(t, s)
	pageOf := func(string) []string { return []string{"lessons/a.html"} }
	advice := []diag.Finding{{Severity: diag.Note, Path: "content/lessons/a.md", Message: "say it again"}}
	old, site := siteOf(t, testFiles()), siteOf(t, testFiles())
	s.Show(Edition{Site: site, PageOf: pageOf})
	a := open(t, address, "lessons/a.html")
	before := a.told.Page
	s.Advise(old, advice) // too late
	s.Advise(site, advice)
	if now := a.hear(); now.Page != before || len(now.Problems) != 1 || now.Problems[0].Lines[0] != "note: say it again" {
		t.Errorf("it is told %+v", now)
	}
	s.Fail(nil, errors.New("no"))
	a.hear()
	s.Advise(site, nil)
	s.Show(Edition{Site: site, PageOf: pageOf})
	if now := a.hear(); now.Mood != "" || len(now.Problems) != 0 {
		t.Errorf("advice was told while the build had failed: %+v", now)
	}
}

// TestManyShows shows 1,000 editions quickly to tabs of which one never reads.
func TestManyShows(t *testing.T) {
	s := showing(t, testFiles())
	stuck := &blockedWriter{header: http.Header{}, entered: make(chan bool), ended: make(chan bool)}
	r := httptest.NewRequest("GET", "/_/events?page=index.html", nil)
	gone := make(chan bool)
	go func() { s.events(stuck, r); close(gone) }()
	<-stuck.entered
	address, _ := listen(t, s)
	a := open(t, address, "lessons/a.html")
	for i := range 1000 {
		s.Show(Edition{Site: siteOf(t, with(testFiles(), "lessons/a.html", fmt.Sprintf("<p>%d", i)))})
	}
	last := statusOf(t, s, "lessons/a.html").Page
	a.hearUntil(func(now status) bool { return now.Page == last })
	close(stuck.ended)
	<-gone
}

// blockedWriter is a connection that nobody reads.
type blockedWriter struct {
	header         http.Header
	entered, ended chan bool
}

func (w *blockedWriter) Header() http.Header { return w.header }
func (w *blockedWriter) WriteHeader(int)     {}
func (w *blockedWriter) Write([]byte) (int, error) {
	close(w.entered)
	<-w.ended
	return 0, errors.New("gone")
}

// TestStuckTab holds that a tab that reads nothing gives up its place.
func TestStuckTab(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := showing(t, testFiles())
		w := &stuckWriter{blockedWriter{header: http.Header{}, entered: make(chan bool), ended: make(chan bool)}}
		s.events(w, httptest.NewRequest("GET", "/_/events?page=index.html", nil))
		if len(s.streams) > 0 {
			t.Error("its place is not free")
		}
	})
}

// stuckWriter is a connection that nobody reads and that has a deadline.
type stuckWriter struct{ blockedWriter }

func (w *stuckWriter) FlushError() error { return nil }
func (w *stuckWriter) SetWriteDeadline(end time.Time) error {
	if !end.IsZero() && end.Before(time.Now()) {
		close(w.ended)
	}
	return nil
}

// TestHeartbeat holds that a quiet stream is written to, and that it ends when
// that fails.
func TestHeartbeat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := showing(t, testFiles())
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		w := &chunks{header: http.Header{}, got: make(chan string), fail: make(chan bool)}
		ended := make(chan bool)
		go func() {
			s.events(w, httptest.NewRequest("GET", "/_/events?page=index.html", nil).WithContext(ctx))
			close(ended)
		}()
		if first := <-w.got; !strings.HasPrefix(first, "data: {") || !strings.HasSuffix(first, "}\n\n") {
			t.Errorf("the first is %q", first)
		}
		for range 3 {
			if next := <-w.got; next != ":\n\n" {
				t.Errorf("then comes %q", next)
			}
		}
		close(w.fail)
		<-ended
	})
}

// chunks hands on each write, until it is to fail.
type chunks struct {
	header http.Header
	got    chan string
	fail   chan bool
}

func (c *chunks) Header() http.Header { return c.header }
func (c *chunks) WriteHeader(int)     {}
func (c *chunks) FlushError() error   { return nil }
func (c *chunks) Write(b []byte) (int, error) {
	select {
	case c.got <- string(b):
		return len(b), nil
	case <-c.fail:
		return 0, errors.New("gone")
	}
}

func TestTooManyStreams(t *testing.T) {
	s := showing(t, testFiles())
	for range maxStreams {
		s.streams <- struct{}{}
	}
	if w := get(s, "/_/events?page=index.html"); w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Errorf("it gives %d", w.Code)
	}
	for _, page := range []string{"", "../a", "/a", "a//b", "a%00b", "a\x00", `a\b`, "c:a", strings.Repeat("a", 200)} {
		if w := get(s, "/_/events?page="+url.QueryEscape(page)); w.Code != 400 && page != "a%00b" {
			t.Errorf("the page %q gives %d", page, w.Code)
		}
	}
}
