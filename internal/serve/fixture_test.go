package serve

import (
	"context"
	"io"
	"net"
	"net/http/httptest"
	"sync"
	"testing"

	"commonground/internal/output"
)

const testHost = "127.0.0.1:1414"

// htmlPage is a small page as the layouts write it.
func htmlPage(text string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">` +
		`<link rel="stylesheet" href="../assets/site.css"></head><body><p>` + text + `</p><img src="a.png" alt=""></body></html>`
}

// testFiles is a site of every kind of answer. Each text but that of 404.html
// has the canary.
func testFiles() map[string]string {
	return map[string]string{
		"404.html":           "<!doctype html><title>Not here</title><body><p>no such page</p></body>",
		"index.html":         htmlPage("home canary"),
		"lessons/index.html": htmlPage("all canary"),
		"lessons/a.html":     htmlPage("a canary"),
		"lessons/b.html":     htmlPage("b canary"),
		"lessons/a.png":      "\x89PNG canary",
		"lessons/a.mp3":      "ID3 canary 0123456789",
		"assets/site.css":    "body{color:#000}/* canary */",
		"assets/icon.svg":    `<svg xmlns="http://www.w3.org/2000/svg"><!-- canary --></svg>`,
		"catalogue.json":     `{"canary":1}`,
	}
}

func siteOf(t testing.TB, texts map[string]string) *output.Site {
	t.Helper()
	var files []output.File
	for path, text := range texts {
		kind, _ := output.TypeOf(path)
		files = append(files, output.File{Path: path, Type: kind, Write: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}})
	}
	site, err := output.NewSite(files)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// with returns the texts with one of them changed.
func with(texts map[string]string, path, text string) map[string]string {
	texts[path] = text
	return texts
}

func newServer(o Options) *Server {
	o.Hosts = append(o.Hosts, testHost)
	return New(o)
}

// showing returns a server that shows a site.
func showing(t testing.TB, texts map[string]string) *Server {
	s := newServer(Options{})
	s.Show(Edition{Title: "Test", Site: siteOf(t, texts)})
	return s
}

// get asks the handler, with more headers in turn.
func get(s *Server, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	r.Host = testHost
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	return w
}

// listen serves on a real port until the test ends or stop is called, which
// waits for the end.
func listen(t testing.TB, s *Server) (address string, stop func()) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = l.Addr().String()
	s.hosts[address] = true
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(stop)
	return address, stop
}
