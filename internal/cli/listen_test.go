package cli

import (
	"net"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestAddresses holds which addresses are served on: those of this computer.
func TestAddresses(t *testing.T) {
	for addr, want := range map[string]string{
		"127.0.0.1:0":           "",
		"localhost:0":           "",
		"0.0.0.0:1414":          "it can only be one of this computer",
		"[::]:1414":             "it can only be one of this computer",
		":1414":                 "it can only be one of this computer",
		"192.168.1.20:1414":     "it can only be one of this computer",
		"[::1%lo]:1414":         "it can only be one of this computer",
		"example.org:1414":      "it can only be one of this computer",
		"127.0.0.1.nip.io:1414": "it can only be one of this computer",
		"1414":                  "write an address and a port",
		"127.0.0.1":             "write an address and a port",
		"":                      "write an address and a port",
		"127.0.0.1:http":        "a port is a number",
		"127.0.0.1:":            "a port is a number",
		"127.0.0.1:-1":          "a port is a number",
		"127.0.0.1:65536":       "a port is a number",
	} {
		l, err := listen(addr)
		if err == nil {
			defer l.Close()
		}
		code, message, hint := outcomeOf(err)
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", addr, err)
		case want != "" && (code != exitUsage || !strings.Contains(message, strconv.Quote(addr)) || !strings.Contains(hint, want)):
			t.Errorf("%s: exit %d, %s, %s", addr, code, message, hint)
		}
	}
}

func outcomeOf(err error) (code int, message, hint string) {
	if err == nil {
		return exitClean, "", ""
	}
	return outcome(err)
}

// TestPortTaken holds that the next free port is taken, and that it is said.
func TestPortTaken(t *testing.T) {
	other, _ := somebodyAt(t)
	port := other.Addr().(*net.TCPAddr).Port
	l, err := listen(other.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	got := l.Addr().(*net.TCPAddr)
	if got.Port <= port || got.Port > port+tries {
		t.Errorf("port %d is taken, and %d was got", port, got.Port)
	}
	s := server{addr: other.Addr().String()}
	if wanted, ok := s.taken(got); !ok || wanted != strconv.Itoa(port) {
		t.Errorf("said to be taken is %q, %v", wanted, ok)
	}
	for _, addr := range []string{"127.0.0.1:0", "127.0.0.1:" + strconv.Itoa(got.Port), "127.0.0.1:0" + strconv.Itoa(got.Port)} {
		if _, ok := (&server{addr: addr}).taken(got); ok {
			t.Errorf("the port of %s is said to be taken", addr)
		}
	}
}

// TestPortTakenIsSaid takes the port that serve is to have.
func TestPortTakenIsSaid(t *testing.T) {
	other, address := somebodyAt(t)
	run := startServing(t, Env{}, server{dir: folderToServe(t), addr: other.Addr().String()})
	run.line(`^port \d+ is taken, perhaps by another preview, so here is the next free one$`)
	if got := run.line(`^serving (\S+) `); got == address {
		t.Errorf("it serves %s, which is another's", got)
	}
	run.end()
}

// TestHosts holds that a browser may ask by the address that was chosen.
func TestHosts(t *testing.T) {
	for ip, want := range map[string]string{"127.0.0.1": "127.0.0.1:1414", "127.0.0.2": "127.0.0.2:1414", "::1": "[::1]:1414"} {
		if got := hosts(&net.TCPAddr{IP: net.ParseIP(ip), Port: 1414}); !slices.Contains(got, want) || !slices.Contains(got, "localhost:1414") {
			t.Errorf("at %s a browser may ask for %q", ip, got)
		}
	}
}
