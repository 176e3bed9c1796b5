package output

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// press makes files and takes their sums. Each worker has one, with the buffers
// that it uses again for every file; no file is ever held whole.
type press struct {
	out    *bufio.Writer // what files write into; flows into Write
	to     io.Writer     // where Write passes the bytes on; nil for nowhere
	failed error         // of to
	hash   hash.Hash     // of what flowed through
	size   int64
	chunk  []byte // for reading
}

func newPress() *press {
	p := &press{hash: sha256.New(), chunk: make([]byte, 32<<10)}
	p.out = bufio.NewWriterSize(p, 32<<10)
	return p
}

// stamp is what tells the bytes of a file apart: how many, and their SHA-256 in hex.
type stamp struct {
	sum  string
	size int64
}

// Write takes bytes from the buffer: into the sum, and on.
func (p *press) Write(b []byte) (int, error) {
	p.hash.Write(b)
	p.size += int64(len(b))
	if p.to == nil {
		return len(b), nil
	}
	n, err := p.to.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	p.failed = err
	return n, err
}

// make runs the file's function into a writer, or nil for its stamp alone. A
// panic of the function is an error that names the file.
func (p *press) make(f File, to io.Writer) (s stamp, err error) {
	p.reset(to)
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("make %s: panic: %v\n%s", f.Path, v, debug.Stack())
		}
	}()
	if err = f.Write(p.out); err == nil {
		err = p.out.Flush()
	}
	switch {
	case p.failed != nil:
		return stamp{}, p.failed
	case err != nil:
		return stamp{}, fmt.Errorf("make %s: %w", f.Path, err)
	}
	return p.stamp(), nil
}

// stampOf reads a file on disk for its stamp.
func (p *press) stampOf(d disk, name string) (stamp, error) {
	p.reset(nil)
	r, err := d.Open(name)
	if err != nil {
		return stamp{}, trouble("read", d.Path(name), err)
	}
	defer r.Close()
	if _, err := io.CopyBuffer(writer{p}, struct{ io.Reader }{r}, p.chunk); err != nil {
		return stamp{}, trouble("read", d.Path(name), err)
	}
	return p.stamp(), nil
}

// writer hides all methods but Write, so that copying uses our buffer.
type writer struct{ io.Writer }

func (p *press) reset(to io.Writer) {
	p.to, p.failed, p.size = to, nil, 0
	p.hash.Reset()
	p.out.Reset(p)
}

func (p *press) stamp() stamp {
	var sum [sha256.Size]byte
	return stamp{hex.EncodeToString(p.hash.Sum(sum[:0])), p.size}
}

// write makes a file under a name where nothing stands. When it fails, nothing
// stands there afterwards either.
func (p *press) write(d disk, f File, name string) (stamp, error) {
	w, err := d.Create(name)
	if err != nil {
		return stamp{}, trouble("write", d.Path(f.Path), err)
	}
	s, err := p.make(f, w)
	if p.failed != nil {
		err = trouble("write", d.Path(f.Path), p.failed)
	}
	if closed := w.Close(); err == nil && closed != nil {
		err = trouble("write", d.Path(f.Path), closed)
	}
	if err != nil {
		d.Remove(name)
		return stamp{}, err
	}
	return s, nil
}

// replace makes a file beside its place and renames it there, so that at any
// moment the whole old or the whole new file stands there.
func (p *press) replace(d disk, f File) error {
	temp := tempName(f.Path, 0)
	if _, err := p.write(d, f, temp); err != nil {
		return err
	}
	if err := move(d, temp, f.Path); err != nil {
		d.Remove(temp)
		return err
	}
	return nil
}

// fileOf returns a file of given bytes.
func fileOf(path string, text []byte) File {
	return File{Path: path, Write: func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}}
}

const tempPrefix, tempSuffix = ".commonground-", ".tmp"

// tempName returns the nth name of ours beside a file: for what is written but
// not yet in its place.
func tempName(beside string, n int) string {
	return path.Join(path.Dir(beside), tempPrefix+strconv.Itoa(n)+tempSuffix)
}

func isTemp(e fs.DirEntry) bool {
	return strings.HasPrefix(e.Name(), tempPrefix) && strings.HasSuffix(e.Name(), tempSuffix)
}

// each calls do for 0 to n-1 on all cores: a worker takes the next number, does
// it with its own press and takes another. After an error no new ones are
// begun, and the error of the lowest number is returned.
func each(n int, do func(p *press, i int) error) error {
	var (
		next   atomic.Int64
		failed atomic.Bool
		errs   = make([]error, n)
		wait   sync.WaitGroup
	)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			p := newPress()
			for i := int(next.Add(1)) - 1; i < n && !failed.Load(); i = int(next.Add(1)) - 1 {
				if errs[i] = do(p, i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
