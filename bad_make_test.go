//go:build !race

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// makers are the words with which a case makes what a text cannot hold. The
// first argument is always the file that is made or changed.
var makers = map[string]func(t *testing.T, path string, args []string){
	"write":   func(t *testing.T, path string, args []string) { writeFile(t, path, args[0]) },               // write FILE TEXT
	"before":  func(t *testing.T, path string, args []string) { writeFile(t, path, args[0]+read(t, path)) }, // before FILE TEXT
	"replace": makeReplaced,                                                                                 // replace FILE OLD NEW
	"repeat":  makeRepeated,                                                                                 // repeat FILE N TEXT: appends
	"many":    makeMany,                                                                                     // many PATTERN N TEXT: N files; %d is the number of each
	"utf16":   makeUTF16,                                                                                    // utf16 FILE le|be
	"sparse":  makeSparse,                                                                                   // sparse FILE BYTES: as long as that, and nothing in it
	"cut":     makeCut,                                                                                      // cut FILE BYTES: leaves only the first
	"png":     makePNG,                                                                                      // png FILE WIDTH HEIGHT
	"link":    makeLink,                                                                                     // link FILE TARGET
	"mode":    makeMode,                                                                                     // mode FILE OCTAL
	"special": makeSpecial,                                                                                  // special FILE pipe|socket|device
}

// makeOne does what one line of a case says.
func makeOne(t *testing.T, dir string, words []string) {
	t.Helper()
	f := makers[words[0]]
	if f == nil || len(words) < 3 {
		t.Fatalf("no such line: %q", words)
	}
	f(t, filepath.Join(dir, filepath.FromSlash(words[1])), words[2:])
}

// makes says whether a line makes or changes a file or folder.
func makes(words []string, name string) bool {
	if before, after, ok := strings.Cut(words[1], "%d"); ok && words[0] == "many" {
		return strings.HasPrefix(name, before) && strings.HasSuffix(name, after)
	}
	return made(words[1], name)
}

// made says whether a name that was printed is that of a file, or of a folder
// around it. What a terminal would obey is not printed as it is.
func made(file, name string) bool {
	file = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, file)
	return file == name || strings.HasPrefix(file, name+"/")
}

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func makeReplaced(t *testing.T, path string, args []string) {
	text := read(t, path)
	if !strings.Contains(text, args[0]) {
		t.Fatalf("there is no %q to replace", args[0])
	}
	writeFile(t, path, strings.ReplaceAll(text, args[0], args[1]))
}

func makeRepeated(t *testing.T, path string, args []string) {
	writeFile(t, path, read(t, path)+strings.Repeat(args[1], atoi(t, args[0])))
}

func makeMany(t *testing.T, path string, args []string) {
	for i := range atoi(t, args[0]) {
		n := fmt.Sprint(i + 1)
		writeFile(t, strings.ReplaceAll(path, "%d", n), strings.ReplaceAll(args[1], "%d", n))
	}
}

func makeUTF16(t *testing.T, path string, args []string) {
	order := map[string]binary.AppendByteOrder{"le": binary.LittleEndian, "be": binary.BigEndian}[args[0]]
	var out []byte
	for _, unit := range utf16.Encode([]rune(read(t, path))) {
		out = order.AppendUint16(out, unit)
	}
	writeFile(t, path, string(out))
}

func makeSparse(t *testing.T, path string, args []string) {
	if _, err := os.Stat(path); err != nil {
		writeFile(t, path, "")
	}
	if err := os.Truncate(path, int64(atoi(t, args[0]))); err != nil {
		t.Fatal(err)
	}
}

func makeCut(t *testing.T, path string, args []string) {
	if err := os.Truncate(path, int64(atoi(t, args[0]))); err != nil {
		t.Fatal(err)
	}
}

// makePNG makes a picture that says it is of some size and holds next to nothing.
func makePNG(t *testing.T, path string, args []string) {
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, uint32(atoi(t, args[0]))), uint32(atoi(t, args[1])))
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk(&b, "IHDR", append(size, 8, 0, 0, 0, 0))
	chunk(&b, "IDAT", []byte("\x78\x9c\x63\x00\x00\x00\x01\x00\x01"))
	chunk(&b, "IEND", nil)
	writeFile(t, path, b.String())
}

func chunk(b *bytes.Buffer, kind string, data []byte) {
	body := append([]byte(kind), data...)
	b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	b.Write(body)
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
}

func makeLink(t *testing.T, path string, args []string) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.FromSlash(args[0]), path); err != nil {
		t.Skipf("links cannot be made here: %v", err)
	}
}

// makeMode takes away the right to open a file. Who may open everything cannot
// try that; internal/load does it with a file system that refuses.
func makeMode(t *testing.T, path string, args []string) {
	if os.Getuid() <= 0 {
		t.Skip("nothing is closed to this user")
	}
	var mode os.FileMode
	fmt.Sscanf(args[0], "%o", &mode)
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(path, 0o777) })
}
