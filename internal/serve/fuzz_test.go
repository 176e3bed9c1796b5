package serve

import (
	"bytes"
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"commonground/internal/output"
)

// FuzzCanonical holds that an address that passes names a file that every computer
// can have, that it is decoded once, and that the name written as an address leads
// to the same.
func FuzzCanonical(f *testing.F) {
	for _, path := range hostilePaths("lessons/a.html") {
		f.Add(path)
	}
	f.Add("/")
	f.Add("/a%C3%A9/b.html?x")
	f.Fuzz(func(t *testing.T, uri string) {
		name, ok := canonical(uri)
		if again, still := canonical(uri); again != name || still != ok {
			t.Fatalf("%q is taken for %q, and then for %q", uri, name, again)
		}
		if !ok || name == "" {
			return
		}
		bare := strings.TrimSuffix(name, "/")
		if _, good := output.CheckName(bare); !good || !fs.ValidPath(bare) || !utf8.ValidString(name) {
			t.Errorf("%q is taken for %q", uri, name)
		}
		if strings.ContainsAny(name, "\\:") || strings.ContainsFunc(name, unicode.IsControl) || slices.Contains(strings.Split(name, "/"), "..") {
			t.Errorf("%q is taken for %q", uri, name)
		}
		if before, _, _ := strings.Cut(uri, "?"); !strings.Contains(before, "%") && before != "/"+name {
			t.Errorf("%q, in which nothing is encoded, is taken for %q", uri, name)
		}
		if back, ok := canonical((&url.URL{Path: "/" + name}).EscapedPath()); !ok || back != name {
			t.Errorf("%q as an address is taken for %q", name, back)
		}
	})
}

// FuzzRequest holds what the guard promises for any request: nothing of the site
// for anybody but a page of ours, headers that no other site can read through, a
// way within the site at most, the same answer twice, and never a mistake of ours.
func FuzzRequest(f *testing.F) {
	f.Add("GET", testHost, "", "", "", "", "/lessons/a.html")
	for _, host := range hostileHosts() {
		f.Add("GET", host, "", "", "", "", "/lessons/a.html")
	}
	for _, origin := range hostileOrigins() {
		f.Add("GET", testHost, origin, "", "", "", "/lessons/a.html")
	}
	for _, method := range otherMethods() {
		f.Add(method, testHost, "", "", "", "", "/lessons/a.html")
	}
	for _, site := range []string{"cross-site", "same-site", "other"} {
		f.Add("GET", testHost, "", site, "no-cors", "script", "/lessons/a.html")
		f.Add("GET", testHost, "", site, "navigate", "iframe", "/lessons/a.html")
	}
	for n, path := range hostilePaths("lessons/a.html") {
		f.Add("GET", testHost, "", "same-origin", "cors", "empty", path)
		f.Add(otherMethods()[n%10], hostileHosts()[n%len(hostileHosts())], hostileOrigins()[n%len(hostileOrigins())], "cross-site", "navigate", "document", path)
	}
	for _, path := range []string{"/lessons?x", "/_/events?page=lessons/a.html", "/_/events?page=%2e%2e/", "/_/problems", "/_/serve.js", "*", "", "http://x/"} {
		f.Add("HEAD", testHost, "http://"+testHost, "none", "navigate", "document", path)
	}
	s := showing(f, testFiles())
	f.Fuzz(func(t *testing.T, method, host, origin, site, mode, dest, uri string) {
		ask := func() *httptest.ResponseRecorder {
			headers := map[string]string{"Origin": origin, "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
			return answerTo(s, method, host, uri, headers)
		}
		w, again := ask(), ask()
		if w.Code != again.Code || !bytes.Equal(w.Body.Bytes(), again.Body.Bytes()) {
			t.Errorf("the answer is %d, and then %d", w.Code, again.Code)
		}
		if w.Code >= 500 {
			t.Errorf("the answer is %d: %s", w.Code, w.Body)
		}
		if strings.Contains(w.Body.String(), "canary") {
			if (method != "GET" && method != "HEAD") || host != testHost || origin != "" && origin != "http://"+testHost {
				t.Errorf("%s from %q at %q is shown a page", method, origin, host)
			}
			if site != "" && site != "none" && site != "same-origin" && (mode != "navigate" || dest != "document") {
				t.Errorf("a page on a %s site reads a page", site)
			}
		}
		checkHeaders(t, w.Header())
	})
}

// answerTo asks with headers, those that are empty left out, by somebody who has
// gone away already: a stream ends after its first message.
func answerTo(s *Server, method, host, uri string, headers map[string]string) *httptest.ResponseRecorder {
	address, err := url.ParseRequestURI(uri)
	if err != nil {
		address = &url.URL{}
	}
	gone, leave := context.WithCancel(context.Background())
	leave()
	r := (&http.Request{Method: method, Host: host, RequestURI: uri, URL: address, Header: http.Header{}, Body: http.NoBody}).WithContext(gone)
	for name, value := range headers {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

func checkHeaders(t *testing.T, h http.Header) {
	t.Helper()
	for name := range h {
		if strings.HasPrefix(name, "Access-Control-") || name == "Set-Cookie" {
			t.Errorf("the answer has %s", name)
		}
	}
	if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("Cache-Control") != "no-store" {
		t.Errorf("the answer lacks a header: %v", h)
	}
	if to := h.Get("Location"); to != "" && (to[0] != '/' || strings.HasPrefix(to, "//") || strings.Contains(to, `\`)) {
		t.Errorf("the answer leads to %q", to)
	}
}

// FuzzDress holds that nothing of a page is lost or changed but its policy, that
// what is added is there whole, and that the same page is dressed the same twice.
func FuzzDress(f *testing.F) {
	f.Add([]byte(htmlPage("x")))
	f.Add([]byte(`b</body><meta http-equiv=content-security-policy>c</body>`))
	f.Add([]byte("<textarea><script></body>"))
	f.Add([]byte(`<img srcset="a.png 1x, ../../b.png, /c 2x" poster="%2e%2e/d"><link href='..\e'>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		given := bytes.Clone(body)
		p := readPage(body)
		got := p.dress("", "")
		kept := slices.Concat(body[:p.policy[0]], body[p.policy[1]:])
		added := 0
		if p.policy[1] > 0 {
			added = len(`<meta http-equiv="Content-Security-Policy" content="">`)
		}
		if !slices.Equal(slices.Delete(got, p.policy[0], p.policy[0]+added), kept) {
			t.Errorf("%q becomes %q", body, got)
		}
		const last = "<script src=last></script>"
		dressed := readPage(body).dress("p", last)
		if len(dressed) != len(kept)+len(last)+added+min(added, len("p")) || !bytes.Contains(dressed, []byte(last)) {
			t.Errorf("%q becomes %q", body, dressed)
		}
		if again := readPage(body).dress("p", last); !bytes.Equal(again, dressed) {
			t.Errorf("%q becomes %q, and then %q", body, dressed, again)
		}
		if !bytes.Equal(body, given) || utf8.Valid(body) && !utf8.Valid(dressed) {
			t.Errorf("%q was changed, or %q is not UTF-8", given, dressed)
		}
	})
}
