package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestDenied holds that where nothing can be written the place is named as the user
// knows it, and never by a file of ours.
func TestDenied(t *testing.T) {
	for _, test := range []struct{ first, dir, want string }{
		{"mkdir .commonground-", "new", "cannot write to DIR/new: "},
		{"mkdir a", "a/new", "cannot write to DIR/a/new: "},
		{"create .commonground.lock", "there", "cannot write to DIR/there: "},
		{"create .commonground.lock", "x.zip", "cannot write to DIR/x.zip: "},
	} {
		for _, cause := range []error{syscall.EACCES, syscall.EPERM, syscall.EROFS} {
			base := t.TempDir()
			if err := os.Mkdir(filepath.Join(base, "there"), 0o777); err != nil {
				t.Fatal(err)
			}
			err := writeDenied(t, test.first, cause, filepath.Join(base, test.dir))
			want := strings.ReplaceAll(test.want, "DIR", filepath.ToSlash(base)) + cause.Error()
			if it, ok := errors.AsType[*DeniedError](err); !ok || it.Error() != want || !errors.Is(err, cause) {
				t.Errorf("%s, %v:\n got %v\nwant %s", test.first, cause, err, want)
			}
		}
	}
}

// writeDenied writes a site to a folder or a zip where the first operation that
// begins so fails.
func writeDenied(t *testing.T, first string, cause error, target string) error {
	for at := 1; ; at++ {
		f := &Faulty{Fault: Fault{Err: cause, Later: "mkdir create"}, At: at}
		m := f.machine()
		write := func() (Stats, error) { return m.writeDir(siteOf(t, "a.html", "a"), Target{Dir: target}) }
		if strings.HasSuffix(target, ".zip") {
			write = func() (Stats, error) { return m.writeZip(siteOf(t, "a.html", "a"), ZipTarget{File: target}) }
		}
		_, err := write()
		if strings.HasPrefix(f.hit, first) {
			return err
		}
		if err == nil {
			t.Fatalf("there is no operation %q", first)
		}
	}
}

// TestFileOnTheWay holds that a path through a file is told from one through folders,
// whether they are there or not.
func TestFileOnTheWay(t *testing.T) {
	base := t.TempDir()
	lay(t, base, "plain", "x", "dir/inner", "y")
	for name, want := range map[string]string{"plain": "", "plain/x": "plain", "plain/x/y": "plain", "dir/inner/z": "dir/inner", "dir/new": "", "new/x": "", "dir": ""} {
		got := FileOnTheWay(filepath.Join(base, filepath.FromSlash(name)))
		if want != "" {
			want = filepath.Join(base, filepath.FromSlash(want))
		}
		if got != want {
			t.Errorf("%s leads through %q, want %q", name, got, want)
		}
	}
	if got := FileOnTheWay("."); got != "" {
		t.Errorf(". leads through %q", got)
	}
	_, err := WriteDir(siteOf(t, "a.html", "a"), Target{Dir: filepath.Join(base, "plain", "x")})
	if _, ok := errors.AsType[*RefusedError](err); !ok || !strings.Contains(err.Error(), "leads through plain, which is a file") {
		t.Error(err)
	}
}
