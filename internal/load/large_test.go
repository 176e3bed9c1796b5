package load

import (
	"strings"
	"testing"
)

// TestLargeFiles holds each limit at its last size within and its first beyond.
func TestLargeFiles(t *testing.T) {
	for _, test := range []struct {
		name string
		data string
		size int
		want string
	}{
		{"a.jpg", picture(t, "jpeg"), largePicture, ""},
		{"a.jpg", picture(t, "jpeg"), largePicture + 60_000, "asset-large: this picture has 1.1 MB, and whoever opens its page loads all of it"},
		{"a.PNG", picture(t, "png"), largePicture + 1, "asset-large: this picture has 1.0 MB, and whoever opens its page loads all of it"},
		{"a.pdf", "%PDF-1.7\n", largeFile, ""},
		{"a.pdf", "%PDF-1.7\n", largeFile + 1, "asset-large: this file has 25.0 MB"},
		{"a.mp3", "ID3", largeFile + 1, "asset-large: this file has 25.0 MB"},
		{"a.pdf", "a", largeFile + 1, "asset-picture: this is not a PDF file, or it is damaged"},
	} {
		name := "content/lessons/" + test.name
		data := test.data + strings.Repeat("\x00", test.size-len(test.data))
		r := load(t, Options{Package: mapFS(files{"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), name: data})})
		got := ""
		for _, f := range r.Findings {
			got += f.Rule + ": " + f.Message
			if f.Hint == "" || f.Path != name {
				t.Errorf("%s: %+v", test.name, f)
			}
		}
		if got != test.want || len(r.Package.Assets) != 1 {
			t.Errorf("%s of %d bytes: %q, want %q; %d assets", test.name, test.size, got, test.want, len(r.Package.Assets))
		}
	}
}
