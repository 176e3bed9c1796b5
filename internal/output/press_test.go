package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
)

// lazyWriter takes half of what it is given and says nothing.
type lazyWriter struct{ io.Writer }

func (w lazyWriter) Write(b []byte) (int, error) { return w.Writer.Write(b[:len(b)/2]) }

func TestShortWriteWithoutError(t *testing.T) {
	for _, size := range []int{2, 200_000} {
		_, err := newPress().make(text("a.html", strings.Repeat("x", size)), lazyWriter{io.Discard})
		if !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%d bytes: error %v", size, err)
		}
	}
}

// A page that does not look at the errors of its writes is still not published.
func TestPageThatIgnoresErrors(t *testing.T) {
	careless := File{Path: "a.html", Write: func(w io.Writer) error {
		w.Write(make([]byte, 200_000))
		return nil
	}}
	if _, err := newPress().make(careless, lazyWriter{io.Discard}); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error %v", err)
	}
}

func TestPatiently(t *testing.T) {
	for _, test := range []struct {
		name  string
		err   error
		fails int
		tries int
		ok    bool
	}{
		{"at once", nil, 0, 1, true},
		{"other error", io.EOF, 9, 1, false},
		{"denied twice", fs.ErrPermission, 2, 3, true},
		{"held open", syscall.Errno(32), 1, 2, true},
		{"denied for good", fs.ErrPermission, 9, 5, false},
		{"denied, then another", fmt.Errorf("x: %w", fs.ErrPermission), 9, 5, false},
	} {
		tries := 0
		err := patiently(func() error {
			if tries++; tries <= test.fails {
				return test.err
			}
			return nil
		})
		if (err == nil) != test.ok || tries != test.tries {
			t.Errorf("%s: error %v after %d tries", test.name, err, tries)
		}
	}
}

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 7, 1000} {
		done := make([]int, n)
		if err := each(n, func(_ *press, i int) error { done[i]++; return nil }); err != nil {
			t.Fatal(err)
		}
		for i, times := range done {
			if times != 1 {
				t.Errorf("%d of %d was done %d times", i, n, times)
			}
		}
	}
	err := each(1000, func(_ *press, i int) error {
		if i >= 10 {
			return fmt.Errorf("error %d", i)
		}
		return nil
	})
	if err == nil {
		t.Error("no error")
	}
}

func TestErrorTexts(t *testing.T) {
	var many []Conflict
	for i := range 12 {
		many = append(many, Conflict{fmt.Sprintf("p%d.html", i), notOurs})
	}
	for _, test := range []struct {
		err  error
		want string
	}{
		{&ConflictError{"public", many[:1]}, "will not write over files in public that are not ours:\n  p0.html was not made by commonground"},
		{&ConflictError{"public", many}, "\n  p9.html was not made by commonground\n  and 2 more"},
		{&RefusedError{"..", "is your home folder or holds it"}, "will not write to ..: it is your home folder or holds it"},
		{&BusyError{"public", "process 7 on pc"}, "process 7 on pc is writing to public: wait"},
		{trouble("read", "a.md", &fs.PathError{Op: "openat", Path: "x", Err: fs.ErrPermission}), "read a.md: permission denied"},
		{trouble("replace", "a.html", &os.LinkError{Op: "renameat", Old: "x", New: "y", Err: syscall.ENOSPC}), "replace a.html: no space left on device"},
		{trouble("write", "a.html", io.ErrShortWrite), "write a.html: short write"},
	} {
		if got := test.err.Error(); !strings.Contains(got, test.want) {
			t.Errorf("got %q\nwant %q", got, test.want)
		}
	}
}
