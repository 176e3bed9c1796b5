package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

// running is a preview that runs. It is noted in the user's cache folder, a file
// for each package, so that other commands can say where a page is seen. A note
// is a convenience: trouble with it stops nothing.
type running struct {
	Package string `json:"package"` // its folder, as packageID gives it
	Address string `json:"address"` // of the home page: http://127.0.0.1:1414/
	Drafts  bool   `json:"drafts"`  // whether drafts are shown
}

// announce notes that a preview runs, in place of an older one of the same
// package. What it returns takes the note away again, unless a newer preview has
// written its own.
func announce(env Env, dir, address string, drafts bool) (withdraw func()) {
	r := running{packageID(dir), address, drafts}
	notes, err := notesDir(env)
	if err != nil {
		return func() {}
	}
	forget(notes, address)
	name := filepath.Join(notes, noteName(r.Package))
	if writeNote(name, r) != nil {
		return func() {}
	}
	return func() {
		if there, err := readNote(name); err == nil && there == r {
			_ = os.Remove(name)
		}
	}
}

// findRunning returns the newest preview of the package in a folder, if it still
// runs: one that was killed leaves its note behind.
func findRunning(env Env, dir string) (running, bool) {
	notes, err := notesDir(env)
	if err != nil {
		return running{}, false
	}
	id := packageID(dir)
	r, err := readNote(filepath.Join(notes, noteName(id)))
	return r, err == nil && r.Package == id && answers(r.Address)
}

// answers says whether something on this computer listens at an address.
func answers(address string) bool {
	host := hostOf(address)
	if at, err := netip.ParseAddrPort(host); err != nil || !at.Addr().IsLoopback() {
		return false
	}
	conn, err := net.DialTimeout("tcp", host, 300*time.Millisecond)
	if err != nil {
		return false
	}
	conn.Close()
	return true
}

// forget removes the notes of previews that were killed and had an address that
// is ours now, so that nobody is sent to the wrong package.
func forget(notes, address string) {
	entries, _ := os.ReadDir(notes)
	for _, e := range entries {
		name := filepath.Join(notes, e.Name())
		if r, err := readNote(name); err == nil && hostOf(r.Address) == hostOf(address) {
			_ = os.Remove(name)
		}
	}
}

// hostOf returns the host and port of an address, or "".
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// packageID is the same for each way to name a folder.
func packageID(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return dir
}

func noteName(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:16]) + ".json"
}

func notesDir(env Env) (string, error) {
	if env.CacheDir == nil {
		return "", errors.New("no cache folder")
	}
	cache, err := env.CacheDir()
	return filepath.Join(cache, "commonground", "running"), err
}

func readNote(name string) (r running, err error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(text, &r)
}

// writeNote writes a note whole or not at all; only the user can read it.
func writeNote(name string, r running) error {
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
