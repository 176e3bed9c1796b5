package output

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzCheckName holds what a name that passes can do on any computer, and that
// one that does not is told why.
func FuzzCheckName(f *testing.F) {
	for _, test := range nameTests {
		f.Add(test.path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		if Key(Key(path)) != Key(path) {
			t.Errorf("the key of %q is not its own key", path)
		}
		reason, ok := CheckName(path)
		if ok != (reason == "") || !utf8.ValidString(reason) {
			t.Errorf("%q: %v, since it %q", path, ok, reason)
		}
		if ok {
			checkSafe(t, path)
		}
	})
}

// checkSafe holds a name to what Windows, macOS and Linux want of one.
func checkSafe(t *testing.T, path string) {
	t.Helper()
	if !utf8.ValidString(path) || !fs.ValidPath(path) || !filepath.IsLocal(path) || Key(path) == "" {
		t.Errorf("%q passed", path)
	}
	for part := range strings.SplitSeq(path, "/") {
		if part == "" || part[0] == '.' || strings.TrimRight(part, ". ") != part {
			t.Errorf("%q has the part %q", path, part)
		}
		stem, _, _ := strings.Cut(strings.ToLower(part), ".")
		if slices.Contains(strings.Fields("con prn aux nul com1 com9 lpt1 lpt9"), strings.TrimSpace(stem)) {
			t.Errorf("%q has the device %q", path, part)
		}
	}
	if strings.ContainsAny(path, `<>:"|?*\`) || strings.ContainsFunc(path, unicode.IsControl) || utf8.RuneCountInString(path) > maxPath {
		t.Errorf("%q passed", path)
	}
	for _, below := range []string{"a/" + path, path + "/a"} {
		if _, ok := CheckName(below); !ok && utf8.RuneCountInString(below) <= maxPath {
			t.Errorf("%q passes and %q does not", path, below)
		}
	}
}

// FuzzManifest holds for any bytes that they are refused, or are a list of names
// that can be written, in order, with proper sums, which is read again as it was.
func FuzzManifest(f *testing.F) {
	sum := strings.Repeat("0a", 32)
	f.Add(manifest{Version: manifestVersion, Files: []entry{{"a/b.html", sum, ""}, {"c.html", sum, sum}}}.bytes())
	for _, text := range []string{
		"", "{}", "null", `{"version":1}`, `{"version":2,"files":[]}`, `{"version":1,"files":[]} x`, `{"version":1,"files":null,"more":0}`,
		`{"version":1,"files":[{"path":"../a","sha256":"` + sum + `"}]}`, `{"version":1,"files":[{"path":"b","sha256":"` + sum + `"},{"path":"a","sha256":"` + sum + `"}]}`,
		`{"VERSION":1,"files":[{"path":"a","sha256":"` + sum + `","path":"/"}]}`, `{"version":1,"files":[{"path":"a","sha256":"","was":"x"}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		given := bytes.Clone(text)
		m, err := parseManifest(text)
		again, more := parseManifest(text)
		if (err == nil) != (more == nil) || !slices.Equal(m.Files, again.Files) || !bytes.Equal(text, given) {
			t.Fatalf("%q is read as %v, %v, and then as %v, %v", given, m, err, again, more)
		}
		if err != nil {
			if err.Error() == "" || !utf8.ValidString(err.Error()) {
				t.Errorf("%q is refused with %q", text, err)
			}
			return
		}
		if back, err := parseManifest(m.bytes()); err != nil || back.Version != m.Version || !slices.Equal(back.Files, m.Files) {
			t.Errorf("%v is read again as %v, %v", m, back, err)
		}
		for n, e := range m.Files {
			checkSafe(t, e.Path)
			if found, ok := m.find(e.Path); !ok || found != e || n > 0 && m.Files[n-1].Path >= e.Path {
				t.Errorf("%v is not in its place", e)
			}
			if !e.wrote(e.Sum) || len(e.Sum) != 64 || e.wrote(strings.ToUpper(e.Sum)) != (strings.ToUpper(e.Sum) == e.Sum) {
				t.Errorf("%v has no proper sum", e)
			}
		}
	})
}

// FuzzZip makes a site of any names, a line each, and holds that it is refused or
// that its zip holds each file once, in order, under a name that can be unpacked
// everywhere, and is the same bytes from files in any order.
func FuzzZip(f *testing.F) {
	for _, names := range []string{"a.html\nb/c.html", "a\nA", "a/b\na", "\u00e9\ne\u0301", "../a", "a\n\nb", "con", "K/x\n\u212a/y", "a/b\nA/c", "\xff"} {
		f.Add(names)
	}
	f.Fuzz(func(t *testing.T, names string) {
		files := linesAsFiles(names)
		site, err := NewSite(files)
		slices.Reverse(files)
		other, otherErr := NewSite(files)
		if (err == nil) != (otherErr == nil) {
			t.Fatalf("%q: %v, and in another order %v", names, err, otherErr)
		}
		if err != nil {
			if !utf8.ValidString(err.Error()) {
				t.Errorf("%q is not UTF-8", err)
			}
			return
		}
		one, two := packed(t, site), packed(t, other)
		if !bytes.Equal(one, two) {
			t.Errorf("%q: files in another order give another zip", names)
		}
		checkZip(t, site, one)
	})
}

// linesAsFiles makes a file of each line, that holds its own name.
func linesAsFiles(names string) (files []File) {
	for name := range strings.SplitSeq(names, "\n") {
		files = append(files, fileOf(name, []byte(name)))
	}
	return files
}

func packed(t *testing.T, site *Site) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pack(&b, site); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func checkZip(t *testing.T, site *Site, packed []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil || z.Comment != zipComment || len(z.File) != len(site.Files()) {
		t.Fatalf("the zip cannot be read, or holds too much: %v, %d files", err, len(z.File))
	}
	keys := map[string]bool{}
	for n, in := range z.File {
		r, err := in.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil || string(text) != in.Name || in.Name != site.Files()[n].Path {
			t.Errorf("file %d is %q and says %q: %v", n, in.Name, text, err)
		}
		checkSafe(t, in.Name)
		if keys[Key(in.Name)] {
			t.Errorf("%q is there twice", in.Name)
		}
		keys[Key(in.Name)] = true
		if _, ok := site.File(in.Name); !ok {
			t.Errorf("the site has no file %q", in.Name)
		}
	}
}
