package serve

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"commonground/internal/diag"
)

// testRoutes names one address of every kind; the routes of the server itself
// are taken from its table.
func testRoutes(s *Server) []string {
	routes := []string{"", "index.html", "lessons/", "lessons", "lessons/a.html", "lessons/a.mp3", "assets/site.css", "none.html", pageProblems}
	for own := range s.own {
		routes = append(routes, own)
	}
	return routes
}

// hostileHosts must not be taken for 127.0.0.1:1414 or localhost:1414.
func hostileHosts() []string {
	return []string{"", "example.org", "example.org:1414", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:14140", "127.0.0.1:01414", "localhost",
		"localhost.:1414", "LOCALHOST:1414", "localhost:1414.", "127.0.0.1.example.org:1414", "127.1:1414", "2130706433:1414", "0x7f.1:1414",
		"0.0.0.0:1414", "[::]:1414", "[::ffff:127.0.0.1]:1414", "user@127.0.0.1:1414", "127.0.0.1:1414@example.org", "192.168.0.1:1414"}
}

func hostileOrigins() []string {
	return []string{"null", "", "http://example.org", "https://127.0.0.1:1414", "http://127.0.0.1", "http://127.0.0.1:80", "http://127.0.0.1:1414/", "http://localhost:3000",
		"http://127.0.0.1:1414.example.org", "http://user@127.0.0.1:1414", "HTTP://127.0.0.1:1414", "file://", "chrome-extension://abc", "http://[::1]:1414"}
}

func otherMethods() []string {
	return []string{"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "FOO"}
}

// hostilePaths turns an address into others that must not lead to it, or
// anywhere. Those that name a file no site has are answered with 404, the rest
// with 400.
func hostilePaths(route string) []string {
	before := []string{"/", "//", "///", "/./", "/../", "/../../", "/..;/", "/.//", "/%2e/", "/%2e%2e/", "/%2E%2E/", "/.%2e/", "/%2e./", "/%252e%252e/", "/%25252e/", "/%2f", "/%2F", "/..%2f", "/%2e%2e%2f",
		"/%2e%2e%5c", "/..%5c", `/\`, `/..\`, "/%5c", "/%c0%ae%c0%ae/", "/%c0%af", "/%e0%80%af", "/%f0%80%80%af", "/..%c0%af", "/..%c1%9c", "/%00", "/%00/", "/%ff/", "/%u002e%u002e/", "/%", "/%2", "/%zz/",
		"/c:/", "/C:%5c", "/c%3a/", "/file:/", "/http://example.org/", "/@fs/", "/con/", "/nul/", "/aux.txt/", "/com1/", "/.git/", "/.hidden/", "/~/", "/~root/", "/%20/", "/x /", "/x./", "/\uff0e\uff0e/", "/\u2025/", "/%e2%80%ae/", "/%0d%0aSet-Cookie:x/", "/%09/", "/%7f/", "/etc/passwd/", "/proc/self/environ/", "/" + strings.Repeat("a", 81) + "/", "/" + strings.Repeat("a/", 91)}
	after := []string{"%00", "%00.html", "/.", "/..", "//", "/./", "/../", "%2f", "%5c", `\`, "::$DATA", "%3a%3a$DATA", ":x", ".", "%2e", "%20", "/%2e%2e/x", "~", ".bak", "%252f", ";x", "*", "%3f", "%22", "%3c", "|", "%0a"}
	var all []string
	for _, b := range before[1:] {
		all = append(all, b+route)
	}
	for _, a := range after {
		all = append(all, "/"+route+a)
	}
	return all
}

// raw sends a request as it stands and returns the answer: its body when it is
// refused.
func raw(t *testing.T, address, method, target, host string, headers ...string) (status int, header http.Header, body string) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	lines := append([]string{method + " " + target + " HTTP/1.1", "Host: " + host, "Connection: close"}, headers...)
	if _, err := io.WriteString(c, strings.Join(lines, "\r\n")+"\r\n\r\n"); err != nil { // at once, for a server may hang up halfway
		t.Fatal(err)
	}
	r, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	if err != nil {
		t.Fatalf("%s %s: %v", method, target, err)
	}
	if r.StatusCode < 400 {
		return r.StatusCode, r.Header, "" // it may be a stream, which does not end
	}
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, target, err)
	}
	return r.StatusCode, r.Header, string(b)
}

// holds checks what every answer to a hostile request has in common.
func holds(t *testing.T, what string, status int, header http.Header, body string) {
	t.Helper()
	if status < 400 || status == http.StatusInternalServerError {
		t.Errorf("%s gives %d", what, status)
	}
	if strings.Contains(body, "canary") {
		t.Errorf("%s gives a file: %q", what, body)
	}
	for name := range header {
		if strings.HasPrefix(name, "Access-Control-") || name == "Set-Cookie" || name == "Location" {
			t.Errorf("%s has the header %s", what, name)
		}
	}
}

// TestHostile sends hostile requests to every route over real connections, as
// they stand.
func TestHostile(t *testing.T) {
	s := showing(t, testFiles())
	before := s.now.Load()
	address, _ := listen(t, s)
	requests := map[string]int{}
	try := func(route, method, target, host string, headers ...string) {
		requests[route]++
		status, header, body := raw(t, address, method, target, host, headers...)
		holds(t, fmt.Sprintf("%s %q to %q %q", method, target, host, headers), status, header, body)
	}
	for _, route := range testRoutes(s) {
		target := "/" + route
		if route == "_/events" {
			target += "?page=index.html"
		}
		for _, host := range hostileHosts() {
			try(route, "GET", target, host)
			try(route, "POST", target, host)
			try(route, "GET", "http://"+testHost+target, host)
		}
		try(route, "GET", "http://"+testHost+target, testHost)
		for _, origin := range hostileOrigins() {
			try(route, "GET", target, testHost, "Origin: "+origin)
			try(route, "GET", target, testHost, "Origin: "+origin, "Sec-Fetch-Site: same-origin")
			try(route, "GET", target, testHost, "Origin: http://"+testHost, "Origin: "+origin)
			try(route, "OPTIONS", target, testHost, "Origin: "+origin, "Access-Control-Request-Method: GET")
		}
		for _, site := range []string{"cross-site", "same-site", "", "other", "same-origin\r\nSec-Fetch-Site: cross-site"} {
			try(route, "GET", target, testHost, "Sec-Fetch-Site: "+site)
			try(route, "GET", target, testHost, "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script")
			try(route, "GET", target, testHost, "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
			try(route, "GET", target, testHost, "Sec-Fetch-Site: "+site, "Sec-Fetch-Mode: websocket", "Upgrade: websocket")
		}
		for _, method := range otherMethods() {
			try(route, method, target, testHost)
			try(route, method, target, testHost, "X-HTTP-Method-Override: GET", "Content-Length: 0")
		}
		try(route, "GET", target, testHost, "Content-Length: 5", "", "12345")
		try(route, "GET", target, testHost, "Transfer-Encoding: chunked", "", "0", "")
		try(route, "GET", target, testHost, "X: "+strings.Repeat("x", 2*maxHeader))
		for _, path := range hostilePaths(route) {
			try(route, "GET", path, testHost)
		}
	}
	for route, n := range requests {
		if n < 200 {
			t.Errorf("%q was tried %d times", route, n)
		}
	}
	try("*", "OPTIONS", "*", testHost)
	try("*", "GET", "*", testHost)
	if s.now.Load() != before || len(s.streams) > 0 {
		t.Error("a request changed something")
	}
	for path, text := range testFiles() {
		if w := get(s, "/"+path); path != "404.html" && !strings.Contains(w.Body.String(), text[:8]) {
			t.Errorf("%s is gone", path)
		}
	}
}

// TestForwardingIsIgnored holds that no header makes another name ours.
func TestForwardingIsIgnored(t *testing.T) {
	s := showing(t, testFiles())
	for _, header := range []string{"X-Forwarded-Host", "X-Host", "X-Original-Host", "Forwarded", "X-Forwarded-For", "X-Original-URL", "X-Rewrite-URL"} {
		if w := get(s, "/none", header, testHost, header, "/index.html"); w.Code != 404 {
			t.Errorf("%s makes it %d", header, w.Code)
		}
	}
}

// TestFriendly holds who is let in.
func TestFriendly(t *testing.T) {
	s := showing(t, testFiles())
	for _, headers := range [][]string{
		{},
		{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"},
		{"Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty"},
		{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"},
		{"Origin", "http://" + testHost},
		{"Content-Length", "0"},
	} {
		if w := get(s, "/lessons/a.html", headers...); w.Code != 200 {
			t.Errorf("%q gives %d", headers, w.Code)
		}
	}
}

func TestLoopbackHosts(t *testing.T) {
	s := New(Options{Hosts: LoopbackHosts(1414)})
	for host, want := range map[string]int{"127.0.0.1:1414": 503, "localhost:1414": 503, "[::1]:1414": 503, "127.0.0.1:1415": 403, "": 403} {
		r, _ := http.NewRequest("GET", "http://x/", nil)
		r.RequestURI, r.Host = "/", host
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q gives %d, want %d", host, w.Code, want)
		}
	}
}

// TestPortOfHTTP holds that a browser is let in that leaves out port 80.
func TestPortOfHTTP(t *testing.T) {
	for port, want := range map[int]bool{80: true, 8080: false, 1480: false} {
		s := New(Options{Hosts: LoopbackHosts(port)})
		for _, host := range []string{"127.0.0.1", "localhost", "[::1]"} {
			r := httptest.NewRequest("GET", "/", nil)
			r.Host = host
			r.Header.Set("Origin", "http://"+host)
			if _, refused := s.check(r); (refused == nil) != want {
				t.Errorf("%s on port %d is let in: %v", host, port, !want)
			}
		}
	}
}

// TestHeaders holds what every answer carries, refused or not.
func TestHeaders(t *testing.T) {
	s := showing(t, testFiles())
	s.Show(Edition{Site: siteOf(t, testFiles()), Findings: []diag.Finding{{Severity: diag.Note, Message: "m"}}})
	paths := []string{"/a/../b", "/sw.js"}
	for _, route := range testRoutes(s) {
		if route != "_/events" { // which does not end
			paths = append(paths, "/"+route)
		}
	}
	for _, path := range paths {
		for _, origin := range []string{"http://" + testHost, "http://example.org"} {
			h := get(s, path, "Origin", origin).Header()
			for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer", "X-Frame-Options": "SAMEORIGIN"} {
				if h.Get(name) != want {
					t.Errorf("%s has %s: %q", path, name, h.Get(name))
				}
			}
			if h.Get("Access-Control-Allow-Origin") != "" || h.Get("Etag")+h.Get("Last-Modified") != "" {
				t.Errorf("%s has %s", path, h)
			}
		}
	}
	for path, want := range map[string]string{"/": "connect-src 'self'; frame-ancestors 'self'", "/assets/icon.svg": drawingPolicy, "/lessons/a.mp3": "", "/none": "frame-ancestors 'self'"} {
		if got := get(s, path).Header().Get("Content-Security-Policy"); !strings.HasSuffix(got, want) || want == "" && got != "" {
			t.Errorf("%s has the policy %q", path, got)
		}
	}
}
