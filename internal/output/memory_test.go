package output

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// Memory is a computer whose disk is in memory, for tests that write a site many
// thousand times. It knows files and folders, and no links. A name is a path as
// the system has it; only the part below its volume counts.
type Memory struct {
	mu    sync.Mutex
	nodes map[string]*node // by absolute slash path; "/" is always there
	clock time.Time        // of the last change: no two have the same
}

// node is a file or a folder. It changes only by being replaced.
type node struct {
	name string
	mode fs.FileMode
	body []byte
	when time.Time
}

var (
	_ fs.FileInfo = (*node)(nil)
	_ fs.DirEntry = (*node)(nil)
	_ disk        = inMemory{}
)

func (n *node) Name() string               { return n.name }
func (n *node) Size() int64                { return int64(len(n.body)) }
func (n *node) Mode() fs.FileMode          { return n.mode }
func (n *node) Type() fs.FileMode          { return n.mode.Type() }
func (n *node) ModTime() time.Time         { return n.when }
func (n *node) IsDir() bool                { return n.mode.IsDir() }
func (n *node) Sys() any                   { return nil }
func (n *node) Info() (fs.FileInfo, error) { return n, nil }

// NewMemory returns a disk with nothing on it.
func NewMemory() *Memory {
	return &Memory{nodes: map[string]*node{}, clock: time.Unix(1e9, 0)}
}

// Machine returns the computer, on which no other process runs.
func (m *Memory) Machine() Machine {
	it := machine{open: m.open, alive: func(int) bool { return false }, name: "memory", pid: 1}
	return Machine{&it}
}

// Clone returns a computer with the same files.
func (m *Memory) Clone() *Memory { return &Memory{nodes: maps.Clone(m.nodes), clock: m.clock} }

// Lay writes paths and their bytes, in turn, to a folder.
func (m *Memory) Lay(dir string, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		name := path.Join(key(dir), pairs[i])
		for p := path.Dir(name); p != "/"; p = path.Dir(p) {
			if m.nodes[p] == nil {
				m.put(p, fs.ModeDir|0o777, nil)
			}
		}
		m.put(name, 0o666, []byte(pairs[i+1]))
	}
}

// Delete removes a file or a folder with all that is in it.
func (m *Memory) Delete(name string) {
	maps.DeleteFunc(m.nodes, func(at string, _ *node) bool { return within(key(name), at) })
}

// Tree returns what is in a folder: bytes by slash path, of folders "folder".
func (m *Memory) Tree(dir string) map[string]string {
	all := map[string]string{}
	for at, n := range m.nodes {
		rel, in := strings.CutPrefix(at, strings.TrimSuffix(key(dir), "/")+"/")
		switch {
		case !in:
		case n.IsDir():
			all[rel] = "folder"
		default:
			all[rel] = string(n.body)
		}
	}
	return all
}

// Age makes all locks old: an hour has passed.
func (m *Memory) Age() {
	for at, n := range m.nodes {
		if n.name == lockName {
			m.nodes[at] = &node{n.name, n.mode, n.body, n.when.Add(-time.Hour)}
		}
	}
}

func key(dir string) string {
	return path.Clean("/" + filepath.ToSlash(dir[len(filepath.VolumeName(dir)):]))
}

func within(dir, at string) bool { return at == dir || strings.HasPrefix(at, dir+"/") }

func (m *Memory) put(at string, mode fs.FileMode, body []byte) {
	m.clock = m.clock.Add(time.Millisecond)
	m.nodes[at] = &node{path.Base(at), mode, body, m.clock}
}

func (m *Memory) open(dir string) (disk, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n := m.nodes[key(dir)]; key(dir) != "/" && n == nil {
		return nil, fs.ErrNotExist
	} else if n != nil && !n.IsDir() {
		return nil, fs.ErrInvalid
	}
	return inMemory{m, key(dir)}, nil
}

// inMemory is one open folder.
type inMemory struct {
	m   *Memory
	dir string
}

func (d inMemory) at(name string) string   { return path.Join(d.dir, name) }
func (d inMemory) Path(name string) string { return d.at(name) }
func (d inMemory) Close() error            { return nil }

func (d inMemory) Sub(name string) (disk, error) { return d.m.open(d.at(name)) }

// find returns what stands at a name, where each folder above it is one.
func (d inMemory) find(name string) (*node, error) {
	n := d.m.nodes[d.at(name)]
	if n == nil {
		return nil, fs.ErrNotExist
	}
	return n, nil
}

// free makes sure that a name can be made.
func (d inMemory) free(name string) error {
	above := path.Dir(d.at(name))
	if n := d.m.nodes[above]; above != "/" && (n == nil || !n.IsDir()) {
		return fs.ErrNotExist
	}
	if d.m.nodes[d.at(name)] != nil {
		return fs.ErrExist
	}
	return nil
}

func (d inMemory) Lstat(name string) (fs.FileInfo, error) {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	n, err := d.find(name)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// openFile is a file that is read: as it was when it was opened.
type openFile struct{ *bytes.Reader }

func (openFile) Close() error { return nil }

func (d inMemory) Open(name string) (reader, error) {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	n, err := d.find(name)
	if err != nil {
		return nil, err
	}
	return openFile{bytes.NewReader(n.body)}, nil
}

// newFile is a file that is written.
type newFile struct {
	m  *Memory
	at string
}

func (f newFile) Write(b []byte) (int, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if n := f.m.nodes[f.at]; n != nil { // or it was removed, and the bytes go nowhere
		f.m.put(f.at, n.mode, append(slices.Clip(n.body), b...))
	}
	return len(b), nil
}

func (newFile) Sync() error  { return nil }
func (newFile) Close() error { return nil }

func (d inMemory) Create(name string) (io.WriteCloser, error) {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	if err := d.free(name); err != nil {
		return nil, err
	}
	d.m.put(d.at(name), 0o666, nil)
	return newFile{d.m, d.at(name)}, nil
}

func (d inMemory) ReadDir(name string) ([]fs.DirEntry, error) {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	if n := d.m.nodes[d.at(name)]; d.at(name) != "/" && (n == nil || !n.IsDir()) {
		return nil, fs.ErrNotExist
	}
	var entries []fs.DirEntry
	for at, n := range d.m.nodes {
		if path.Dir(at) == d.at(name) {
			entries = append(entries, n)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

func (d inMemory) Mkdir(name string) error {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	if err := d.free(name); err != nil {
		return err
	}
	d.m.put(d.at(name), fs.ModeDir|0o777, nil)
	return nil
}

func (d inMemory) Chmod(name string, mode fs.FileMode) error {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	n, err := d.find(name)
	if err == nil {
		d.m.put(d.at(name), n.mode.Type()|mode, n.body)
	}
	return err
}

// Rename keeps the time of what it renames, as disks do.
func (d inMemory) Rename(from, to string) error {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	n, err := d.find(from)
	if err != nil {
		return err
	}
	there := d.m.nodes[d.at(to)]
	if err := d.free(to); err == fs.ErrNotExist || there != nil && (n.IsDir() || there.IsDir()) {
		return fs.ErrInvalid
	}
	for at, n := range maps.Clone(d.m.nodes) {
		if rest, moved := strings.CutPrefix(at, d.at(from)); moved && within(d.at(from), at) {
			delete(d.m.nodes, at)
			d.m.nodes[d.at(to)+rest] = &node{path.Base(d.at(to) + rest), n.mode, n.body, n.when}
		}
	}
	return nil
}

func (d inMemory) Remove(name string) error {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	if _, err := d.find(name); err != nil {
		return err
	}
	for at := range d.m.nodes {
		if path.Dir(at) == d.at(name) {
			return fs.ErrInvalid // a folder that is not empty
		}
	}
	delete(d.m.nodes, d.at(name))
	return nil
}
