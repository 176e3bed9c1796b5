package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// cacheIn makes an Env whose notes lie in a folder.
func cacheIn(dir string) Env {
	return Env{CacheDir: func() (string, error) { return dir, nil }}
}

// somebodyAt listens on a free port until the test or the caller closes it, and
// returns the address as a note has it.
func somebodyAt(t *testing.T) (listener net.Listener, address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return listener, "http://" + listener.Addr().String() + "/"
}

// TestAnnounce holds that a preview is found while it runs, under every name of
// its folder, and is private.
func TestAnnounce(t *testing.T) {
	env, dir := cacheIn(t.TempDir()), t.TempDir()
	_, address := somebodyAt(t)
	withdraw := announce(env, dir, address, true)
	other := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, other); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Dir(dir))
	for _, name := range []string{dir, dir + string(filepath.Separator), filepath.Base(dir), other} {
		if got, ok := findRunning(env, name); !ok || got.Address != address || !got.Drafts {
			t.Errorf("as %s: %+v, %v", name, got, ok)
		}
	}
	if got, ok := findRunning(env, t.TempDir()); ok {
		t.Errorf("another folder: %+v", got)
	}
	for _, file := range notesOf(t, env) {
		if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", file, info.Mode(), err)
		}
	}
	withdraw()
	if left := notesOf(t, env); len(left) != 0 {
		t.Errorf("left behind: %q", left)
	}
	if got, ok := findRunning(env, dir); ok {
		t.Errorf("after its end: %+v", got)
	}
	withdraw() // a second time does no harm
}

// notesOf lists the notes, and whatever else lies beside them.
func notesOf(t *testing.T, env Env) []string {
	t.Helper()
	notes, err := notesDir(env)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(notes, "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestNewestPreview holds that the newest preview of a package is found, and that
// the end of an older one does not hide it.
func TestNewestPreview(t *testing.T) {
	env, dir := cacheIn(t.TempDir()), t.TempDir()
	_, older := somebodyAt(t)
	_, newer := somebodyAt(t)
	endOlder := announce(env, dir, older, false)
	endNewer := announce(env, dir, newer, true)
	endOlder()
	if got, ok := findRunning(env, dir); !ok || got.Address != newer {
		t.Errorf("found %+v, %v, want %s", got, ok, newer)
	}
	endNewer()
	if got, ok := findRunning(env, dir); ok {
		t.Errorf("found %+v after the end of both", got)
	}
}

// TestKilledPreview holds that a note of a preview that was killed sends nobody
// anywhere: neither to where nobody listens, nor to another package that has got
// the same port since.
func TestKilledPreview(t *testing.T) {
	env, killed, other := cacheIn(t.TempDir()), t.TempDir(), t.TempDir()
	listener, address := somebodyAt(t)
	announce(env, killed, address+"training/", false)
	if _, ok := findRunning(env, killed); !ok {
		t.Fatal("not found while it runs")
	}
	announce(env, other, address, false)
	if got, ok := findRunning(env, killed); ok {
		t.Errorf("found %+v, where another package is", got)
	}
	listener.Close()
	if got, ok := findRunning(env, other); ok {
		t.Errorf("found %+v, where nobody listens", got)
	}
}

// TestOddNotes holds that nothing in a note leads away from this computer, or to
// another package.
func TestOddNotes(t *testing.T) {
	env, dir := cacheIn(t.TempDir()), t.TempDir()
	_, address := somebodyAt(t)
	id := filepath.ToSlash(packageID(dir))
	announce(env, dir, address, false)
	name := notesOf(t, env)[0]
	for note, want := range map[string]bool{
		`{"package":"` + id + `","address":"` + address + `"}`:                                             runtime.GOOS != "windows",
		`{"package":"elsewhere","address":"` + address + `"}`:                                              false,
		`{"package":"` + id + `","address":"` + strings.Replace(address, "127.0.0.1", "0.0.0.0", 1) + `"}`: false,
		`{"package":"` + id + `","address":"http://localhost:80/"}`:                                        false,
		`{"package":"` + id + `","address":"%%"}`:                                                          false,
		`{"package":"` + id + `"}`:                                                                         false,
		`[]`:                                                                                               false, `{"pack`: false, ``: false,
	} {
		if err := os.WriteFile(name, []byte(note), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := findRunning(env, dir); ok != want {
			t.Errorf("%s: found %+v, %v", note, got, ok)
		}
		announce(env, t.TempDir(), "http://127.0.0.1:9/", false)() // reads all notes
	}
}

// TestTroubleWithNotes holds that trouble with the cache folder is no trouble.
func TestTroubleWithNotes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, address := somebodyAt(t)
	for name, env := range map[string]Env{
		"no cache":       {},
		"unknown folder": {CacheDir: func() (string, error) { return "", errors.New("no home") }},
		"a file":         cacheIn(file),
	} {
		dir := t.TempDir()
		announce(env, dir, address, false)()
		if _, ok := findRunning(env, dir); ok {
			t.Errorf("%s: found", name)
		}
	}
	inTheWay := cacheIn(t.TempDir())
	dir := t.TempDir()
	notes, _ := notesDir(inTheWay)
	if err := os.MkdirAll(filepath.Join(notes, noteName(packageID(dir)), "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	announce(inTheWay, dir, address, false)()
	if left := notesOf(t, inTheWay); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
}

// TestLook holds that new says where its page is seen while serve runs, for each
// kind of address, and else how to see it.
func TestLook(t *testing.T) {
	for _, test := range []struct {
		serve  server
		shown  map[string]string // what is made → where it is seen
		remark string
	}{
		{server{sub: "training", drafts: true}, map[string]string{
			"lesson Plain words":  "training/lessons/plain-words.html",
			"term QR code":        "training/glossary/index.html#term-qr-code",
			"page About":          "training/about.html",
			"role Night watch":    "training/roles/night-watch.html",
			"myth It is too hard": "training/myths/it-is-too-hard.html",
		}, ""},
		{server{}, map[string]string{"page About": "about.html"}, " once the line draft: true is deleted, for serve runs without --drafts"},
	} {
		env, dir := cacheIn(t.TempDir()), packageFolder(t)
		env.Program = shippedProgram(t)
		address, end := previewIn(t, env, test.serve, dir)
		for words, path := range test.shown {
			want := "look:  " + strings.TrimSuffix(address, "training/") + path + test.remark
			if got := lookOf(t, env, dir, words); got != want {
				t.Errorf("%s: %q, want %q", words, got, want)
			}
		}
		end()
		if got, want := lookOf(t, env, dir, "page Afterwards"), "look:  commonground serve --drafts --open"+inDir(dir); got != want {
			t.Errorf("afterwards: %q, want %q", got, want)
		}
		if left := notesOf(t, env); len(left) != 0 {
			t.Errorf("left behind: %q", left)
		}
	}
}

// TestAddressOf holds that nobody is sent to a page that there is not.
func TestAddressOf(t *testing.T) {
	lesson := "---\ntitle: One\nsummary: One.\nthemes: [language]\nroles: [nurse]\nminutes: 5\noutcome: Do it.\n---\n\nText.\n"
	pkg := fstest.MapFS{
		"content/index.md":       {Data: []byte("---\ntitle: Test\nsummary: Test.\nlanguage: en-GB\n---\n\nWelcome.\n")},
		"content/lessons/one.md": {Data: []byte(lesson)},
		"content/roles/nurse.md": {Data: []byte("---\ntitle: Nurse\nsummary: Nurses.\ndraft: true\n---\n\nText.\n")},
		"content/roles/cook.md":  {Data: []byte("---\ntitle: Cook\nsummary: Cooks.\n---\n\nText.\n")},
	}
	env := Env{Program: shippedProgram(t)}
	for file, want := range map[string]string{
		"content/roles/nurse.md":     "roles/nurse.html",
		"content/roles/cook.md":      "", // nothing is for that role yet
		"content/lessons/missing.md": "",
	} {
		if got := addressOf(env, pkg, file); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

// previewIn runs serve until end is called, and returns once it has said its address.
func previewIn(t *testing.T, env Env, s server, dir string) (address string, end func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	said, stderr := io.Pipe()
	env.Stderr, env.Now = stderr, time.Now
	s.dir, s.addr = dir, "127.0.0.1:0"
	ended := make(chan error, 1)
	go func() {
		ended <- s.serve(ctx, env)
		stderr.Close()
	}()
	lines := bufio.NewScanner(said)
	for address == "" && lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "serving "); ok {
			address, _, _ = strings.Cut(rest, " ")
		}
	}
	go io.Copy(io.Discard, said)
	return address, func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("serve ended with %v", err)
		}
	}
}

// lookOf makes a page and returns the line that says how to see it.
func lookOf(t *testing.T, env Env, dir, words string) string {
	t.Helper()
	var said strings.Builder
	env.Stdout, env.Stderr, env.Now = io.Discard, &said, time.Now
	args := append([]string{"new", "-C", dir}, strings.Fields(words)...)
	if strings.HasPrefix(words, "lesson") || strings.HasPrefix(words, "myth") {
		args = append(args, "--theme", "language")
	}
	if code := Main(args, env); code != exitClean {
		t.Fatalf("%q: exit %d, said %s", args, code, &said)
	}
	for line := range strings.Lines(said.String()) {
		if strings.HasPrefix(line, "look:") {
			return strings.TrimSuffix(line, "\n")
		}
	}
	return ""
}
