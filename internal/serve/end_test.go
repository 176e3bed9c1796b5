package serve

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"runtime/pprof"
	"strings"
	"testing"

	"commonground/internal/diag"
	"commonground/internal/output"
)

// TestEnd ends a server with idle connections, open streams and one that is not
// read, and looks for what is left.
func TestEnd(t *testing.T) {
	s := showing(t, testFiles())
	address, stop := listen(t, s)
	client := &http.Client{Transport: &http.Transport{}}
	for i := range 5 {
		r, err := client.Get(fmt.Sprintf("http://%s/_/events?page=lessons/%d.html", address, i))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
	}
	stuck, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer stuck.Close()
	fmt.Fprintf(stuck, "GET /_/events?page=index.html HTTP/1.1\r\nHost: %s\r\n\r\n", address)
	half, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer half.Close()
	fmt.Fprint(half, "GET / HTTP/1.1\r\nHost:")
	for i := range 100 {
		s.Fail([]diag.Finding{{Severity: diag.Error, Message: strings.Repeat("x", 100_000) + fmt.Sprint(i)}}, nil)
	}
	stop()
	for leftOver() {
		runtime.Gosched() // what net/http ends by itself
	}
	if len(s.streams) > 0 {
		t.Errorf("%d streams are open", len(s.streams))
	}
}

// TestEndWaits holds that nothing is still being answered when Serve returns.
func TestEndWaits(t *testing.T) {
	entered, release, finished := make(chan bool), make(chan bool), false
	site, err := output.NewSite([]output.File{{Path: "slow.txt", Type: "text/plain", Write: func(io.Writer) error {
		close(entered)
		<-release
		finished = true
		return nil
	}}})
	if err != nil {
		t.Fatal(err)
	}
	s := newServer(Options{})
	s.Show(Edition{Site: site})
	address, stop := listen(t, s)
	go func() {
		http.Get("http://" + address + "/slow.txt") // ends when its connection is closed
		close(release)
	}()
	<-entered
	stop()
	if !finished {
		t.Error("a file is still being made")
	}
}

// leftOver says whether a goroutine of a server is still there.
func leftOver() bool {
	var b bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&b, 2)
	return strings.Contains(b.String(), "serve.(*Server)") || strings.Contains(b.String(), "http.(*conn).serve")
}

func TestServeTrouble(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := newServer(Options{}).Serve(t.Context(), l); err == nil {
		t.Error("a closed listener is no error")
	}
}
