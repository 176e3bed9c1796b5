package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// session is serve as it runs, and what it says.
type session struct {
	*testing.T
	address string
	lines   *bufio.Scanner
	stop    context.CancelFunc
	ended   chan error
}

// serveIn runs serve until it has said where.
func serveIn(t *testing.T, env Env, s server) *session {
	t.Helper()
	run := startServing(t, env, s)
	run.address = run.line(`^serving (http://\S+/) \(Ctrl-C ends it\)$`)
	return run
}

func startServing(t *testing.T, env Env, s server) *session {
	t.Helper()
	ctx, cancel := context.WithCancel(patience(t))
	said, stderr := io.Pipe()
	env.Stderr, env.Now = stderr, time.Now
	if env.Program == nil {
		env.Program = shippedProgram(t)
	}
	run := &session{T: t, lines: bufio.NewScanner(said), stop: cancel, ended: make(chan error, 1)}
	go func() {
		run.ended <- s.serve(ctx, env)
		stderr.Close()
	}()
	return run
}

// folderToServe makes a package without a mistake, which has the program's themes.
func folderToServe(t *testing.T) string {
	t.Helper()
	dir := packageFolder(t)
	if err := os.RemoveAll(filepath.Join(dir, "themes")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// line waits for a line that matches, and returns the group in it.
func (s *session) line(pattern string) string {
	s.Helper()
	var others []string
	for s.lines.Scan() {
		if m := regexp.MustCompile(pattern).FindStringSubmatch(s.lines.Text()); m != nil {
			return m[len(m)-1]
		}
		others = append(others, s.lines.Text())
	}
	s.Fatalf("it ended without saying %s, but with:\n%s", pattern, strings.Join(others, "\n"))
	return ""
}

// end ends it as Ctrl-C does.
func (s *session) end() {
	s.Helper()
	s.stop()
	for s.lines.Scan() {
	}
	if err := <-s.ended; err != nil {
		s.Errorf("it ended with %v", err)
	}
}

func (s *session) get(path string) int {
	s.Helper()
	answer, err := http.Get(s.address + path)
	if err != nil {
		s.Fatal(err)
	}
	answer.Body.Close()
	return answer.StatusCode
}

// TestServe holds what an author is told while writing.
func TestServe(t *testing.T) {
	dir := folderToServe(t)
	about := filepath.Join(dir, "content", "about.md")
	s := serveIn(t, Env{}, server{dir: dir, addr: "127.0.0.1:0", sub: "/training"})
	if !strings.HasSuffix(s.address, "/training/") {
		t.Errorf("it serves %s", s.address)
	}
	s.line(`^\d+ pages, no errors, in \d+ ms$`)
	if status := s.get("lessons/plain.html"); status != http.StatusOK {
		t.Errorf("a lesson is answered with %d", status)
	}
	save(t, about, "---\ntitle: About\n---\n\n[More](more.md)\n")
	s.line(`^content/about\.md:5:1: error: there is no content/more\.md \[link-missing\]$`)
	s.line(`^content/about\.md: 1 error; the last version without mistakes stays until they are mended$`)
	save(t, about, "---\ntitle: About\n---\n\nNo more.\n")
	s.line(`^content/about\.md: \d+ pages, no errors, in \d+ ms$`)
	if status := s.get("about.html"); status != http.StatusOK {
		t.Errorf("a new page is answered with %d", status)
	}
	s.end()
}

// save writes a file in one step.
func save(t *testing.T, name, text string) {
	t.Helper()
	fresh := filepath.Join(t.TempDir(), "fresh")
	if err := os.WriteFile(fresh, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	move(t, fresh, name)
}

// TestServeDrafts holds that drafts are shown to who asks for them, and by a
// preview that is told of nothing too.
func TestServeDrafts(t *testing.T) {
	for drafts, want := range map[bool]int{false: http.StatusNotFound, true: http.StatusOK} {
		dir := folderToServe(t)
		save(t, filepath.Join(dir, "content", "about.md"), "---\ntitle: About\ndraft: true\n---\n\nSoon.\n")
		s := serveIn(t, Env{}, server{dir: dir, addr: "127.0.0.1:0", poll: true, drafts: drafts})
		s.line(`^\d+ pages, `)
		if got := s.get("about.html"); got != want {
			t.Errorf("with drafts %v, one is answered with %d", drafts, got)
		}
		s.end()
	}
}

// TestServeOpens holds that the browser is asked for the address that is served,
// and that a preview goes on without one.
func TestServeOpens(t *testing.T) {
	var opened string
	env := Env{Browse: func(address string) error { opened = address; return errors.New("no browser") }}
	s := serveIn(t, env, server{dir: folderToServe(t), addr: "localhost:0", open: true})
	s.line(`^commonground: the browser could not be opened$`)
	s.line(`^  hint: open it yourself and go to ` + regexp.QuoteMeta(s.address) + `$`)
	s.line(`^\d+ pages, `)
	if opened != s.address {
		t.Errorf("%q was opened, and %q is served", opened, s.address)
	}
	s.end()
}

// TestServeEnds holds that nothing is left of a preview that ended while a tab
// was open: nothing that runs, listens or lies in the package.
func TestServeEnds(t *testing.T) {
	dir := folderToServe(t)
	before := contents(t, dir)
	s := serveIn(t, Env{}, server{dir: dir, addr: "127.0.0.1:0"})
	s.line(`^\d+ pages, `)
	tab, err := http.Get(s.address + "_/events?page=index.html")
	if err != nil {
		t.Fatal(err)
	}
	defer tab.Body.Close()
	if _, err := bufio.NewReader(tab.Body).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	s.end()
	io.Copy(io.Discard, tab.Body) // which would not end if the tab had been left waiting
	again, err := net.Listen("tcp", strings.Trim(strings.TrimPrefix(s.address, "http:"), "/"))
	if err != nil {
		t.Fatalf("the port is not free: %v", err)
	}
	again.Close()
	if after := contents(t, dir); !maps.Equal(before, after) {
		t.Errorf("in the package are now %q", slices.Sorted(maps.Keys(after)))
	}
	limit := patience(t)
	for stacks := others(); stacks != ""; stacks = others() {
		if limit.Err() != nil {
			t.Fatalf("these still run:\n%s", stacks)
		}
		runtime.Gosched() // what has nothing left to do may still be about to end
	}
}

// patience ends shortly before the test would be stopped, so that it can say what
// it waited for.
func patience(t *testing.T) context.Context {
	end, ok := t.Deadline()
	if !ok {
		return t.Context()
	}
	ctx, cancel := context.WithDeadline(t.Context(), end.Add(-5*time.Second))
	t.Cleanup(cancel)
	return ctx
}

// others returns the stacks of goroutines that run code of ours, but for the one
// that asks.
func others() string {
	all := make([]byte, 1<<20)
	all = all[:runtime.Stack(all, true)]
	var ours []string
	for _, stack := range strings.Split(string(all), "\n\n")[1:] {
		if strings.Contains(stack, "commonground/internal/") {
			ours = append(ours, stack)
		}
	}
	return strings.Join(ours, "\n\n")
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		texts[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
