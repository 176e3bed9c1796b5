package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

const manifestName = ".commonground.json"

// manifest is the list, kept in the folder of a site, of what we wrote there:
// only what it lists is ever replaced or deleted. While a site is being written
// it lists both the old files and the new, so that whatever a crash leaves is
// known to be ours.
type manifest struct {
	Version int     `json:"version"`
	Files   []entry `json:"files"` // sorted by path
}

const manifestVersion = 1

// entry is one file we wrote, or are about to write.
type entry struct {
	Path string `json:"path"`
	Sum  string `json:"sha256"`
	Was  string `json:"was,omitempty"` // sum of what is being replaced; only while a site is written
}

// find returns the entry of a path.
func (m manifest) find(path string) (entry, bool) {
	i, ok := slices.BinarySearchFunc(m.Files, path, func(e entry, path string) int { return strings.Compare(e.Path, path) })
	if !ok {
		return entry{}, false
	}
	return m.Files[i], true
}

// wrote reports whether a file with this sum is one we wrote.
func (e entry) wrote(sum string) bool { return sum == e.Sum || sum == e.Was }

// bytes returns the manifest as JSON with a line for each file.
func (m manifest) bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"version\":%d,\"files\":[", m.Version)
	for i, e := range m.Files {
		if i > 0 {
			b.WriteByte(',')
		}
		line, _ := json.Marshal(e) // a struct of strings always marshals
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

// file returns the manifest as a file to write.
func (m manifest) file() File { return fileOf(manifestName, m.bytes()) }

// readManifest reads the list in a folder. found is false, and the list empty,
// in a folder that has none.
func readManifest(d disk) (m manifest, found bool, err error) {
	info, err := lstat(d, manifestName)
	if info == nil || err != nil {
		return manifest{}, false, err
	}
	if !info.Mode().IsRegular() {
		return m, true, corrupt(d, errors.New("it is not a plain file"))
	}
	text, err := read(d, manifestName)
	if err != nil {
		return m, true, err
	}
	if m, err = parseManifest(text); err != nil {
		return m, true, corrupt(d, err)
	}
	return m, true, nil
}

func corrupt(d disk, err error) error {
	return fmt.Errorf("the list of what was written to %s cannot be used: %w; write to a new folder, or move this one away and build again", d.Path(manifestName), err)
}

func parseManifest(text []byte) (m manifest, err error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		if version := versionOf(text); version > manifestVersion {
			return m, fmt.Errorf("a newer commonground wrote it (version %d)", version)
		}
		return m, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return m, errors.New("something follows its end")
	}
	if m.Version != manifestVersion {
		return m, fmt.Errorf("its version is %d, not %d", m.Version, manifestVersion)
	}
	for i, e := range m.Files {
		if reason, ok := CheckName(e.Path); !ok {
			return m, fmt.Errorf("its path %q %s", e.Path, reason)
		}
		if !isSum(e.Sum) || e.Was != "" && !isSum(e.Was) {
			return m, fmt.Errorf("its path %q has no proper sum", e.Path)
		}
		if i > 0 && m.Files[i-1].Path >= e.Path {
			return m, fmt.Errorf("its path %q is not in order", e.Path)
		}
	}
	return m, nil
}

// versionOf reads the version alone, of a list that may be of a form yet to come.
func versionOf(text []byte) int {
	var m struct {
		Version int `json:"version"`
	}
	_ = json.Unmarshal(text, &m) // what cannot be read has version 0
	return m.Version
}

func isSum(s string) bool {
	return len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
}

func paths(entries []entry) []string {
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.Path
	}
	return all
}
