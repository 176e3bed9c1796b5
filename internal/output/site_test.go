package output

import (
	"io"
	"strings"
	"testing"
)

// text returns a file with these bytes.
func text(path, body string) File {
	return File{Path: path, Write: func(w io.Writer) error {
		_, err := io.WriteString(w, body)
		return err
	}}
}

// siteOf returns a site of paths and their bytes, in turn.
func siteOf(t testing.TB, pairs ...string) *Site {
	t.Helper()
	var files []File
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, text(pairs[i], pairs[i+1]))
	}
	site, err := NewSite(files)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func TestNewSite(t *testing.T) {
	for _, test := range []struct {
		name  string
		paths []string
		want  string // in the error; "" for none
	}{
		{"none", nil, ""},
		{"plain", []string{"b.html", "a.html", "lessons/a.html"}, ""},
		{"one folder, many files", []string{"a/b/c.html", "a/b/d.html", "a/e.html", "z/b/c.html"}, ""},
		{"twice", []string{"a.html", "a.html"}, "same file"},
		{"case", []string{"a.html", "A.html"}, `"A.html" and "a.html" are the same file`},
		{"form", []string{"caf\u00e9.html", "cafe\u0301.html"}, "same file"},
		{"sharp s", []string{"stra\u00dfe.html", "strasse.html"}, "same file"},
		{"folders in two cases", []string{"Lessons/a.html", "lessons/b.html"}, `folders "Lessons" and "lessons"`},
		{"file and folder", []string{"a", "a/b.html"}, "both a file and the folder"},
		{"file and folder in two cases", []string{"A", "a/b/c.html"}, "both a file and the folder"},
		{"unsafe", []string{"../a.html"}, "plain path"},
		{"two mistakes", []string{"con.html", "a.html", "a.html"}, "device"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var files []File
			for _, p := range test.paths {
				files = append(files, text(p, "x"))
			}
			site, err := NewSite(files)
			if test.want != "" {
				if err == nil || !strings.Contains(err.Error(), test.want) {
					t.Fatalf("error %v, want %q", err, test.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := len(site.Files()); got != len(files) {
				t.Fatalf("%d files, want %d", got, len(files))
			}
			for i, f := range site.Files() {
				if i > 0 && site.Files()[i-1].Path >= f.Path {
					t.Errorf("%s is not in order", f.Path)
				}
				if found, ok := site.File(f.Path); !ok || found.Path != f.Path {
					t.Errorf("File(%q) finds %q, %v", f.Path, found.Path, ok)
				}
			}
		})
	}
}

func TestNewSiteTellsAllMistakes(t *testing.T) {
	_, err := NewSite([]File{{Path: "a.html"}, text("nul.html", ""), text("b", ""), text("b", "")})
	for _, want := range []string{"nothing to write", "device", "same file"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v lacks %q", err, want)
		}
	}
}

func TestFileMissing(t *testing.T) {
	site := siteOf(t, "a.html", "", "c.html", "")
	for _, path := range []string{"", "b.html", "A.html", "d.html"} {
		if f, ok := site.File(path); ok {
			t.Errorf("File(%q) finds %q", path, f.Path)
		}
	}
	if _, ok := new(Site).File("a.html"); ok {
		t.Error("the zero site has a file")
	}
}
