package load

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
)

// picture draws a grey picture of 3 by 2 in a format.
func picture(t *testing.T, format string) string {
	t.Helper()
	var b bytes.Buffer
	m := image.NewGray(image.Rect(0, 0, 3, 2))
	var err error
	switch format {
	case "png":
		err = png.Encode(&b, m)
	case "jpeg":
		err = jpeg.Encode(&b, m, nil)
	case "gif":
		err = gif.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPictures(t *testing.T) {
	for _, test := range []struct{ name, format, rule string }{
		{"a.png", "png", ""}, {"a.PNG", "png", ""}, {"a.jpg", "jpeg", ""}, {"a.jpeg", "jpeg", ""}, {"a.Jpg", "jpeg", ""},
		{"a.png", "jpeg", "asset-picture"}, {"a.jpg", "png", "asset-picture"}, {"a.jpeg", "gif", "asset-picture"}, {"a.png", "gif", "asset-picture"},
		{"a.png", "", "asset-picture"}, {"a.jpg", "", "asset-picture"}, {"a.gif", "gif", "asset-type"},
	} {
		name := "content/lessons/" + test.name
		data := picture(t, test.format)
		r := load(t, Options{Package: mapFS(files{"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), name: data})})
		want := ""
		if test.rule != "" {
			want = test.rule + " " + name
		}
		if got := short(r.Findings); got != want {
			t.Errorf("%s as %s: found %q, want %q", test.format, test.name, got, want)
		}
		switch assets := r.Package.Assets; {
		case test.rule == "asset-type" && len(assets) != 0:
			t.Errorf("%s became part of the package", name)
		case test.rule == "" && (len(assets) != 1 || assets[0].Width != 3 || assets[0].Height != 2 || assets[0].Size != int64(len(data))):
			t.Errorf("%s is %+v", name, assets)
		}
	}
}

// A file that is not what its name says is told with what it is.
func TestUnlikeFiles(t *testing.T) {
	for _, test := range []struct{ name, data, want string }{
		{"a.jpg", picture(t, "png"), "this is a PNG file, and its name says JPEG; rename it to a.png, and the links to it too"},
		{"a.png", picture(t, "jpeg"), "this is a JPEG file, and its name says PNG; rename it to a.jpg, and the links to it too"},
		{"a.webp", picture(t, "png"), "this is a PNG file, and its name says WebP; rename it to a.png, and the links to it too"},
		{"a.png", picture(t, "gif"), "this is a GIF file, and its name says PNG; open it in a picture program and save it as PNG or JPEG"},
		{"a.jpg", "\x00\x00\x00\x18ftypheic", "this is a HEIC file, and its name says JPEG; open it in a picture program and save it as PNG or JPEG"},
		{"a.pdf", "PK\x03\x04", "this is not a PDF file, or it is damaged; open it in the program that made it and save it again as PDF"},
		{"a.mp4", " <HTML><script>alert(1)</script>", "this is an HTML file, and its name says MP4; open it in the program that made it and save it again as MP4"},
		{"a.vtt", "\xef\xbb\xbf<!doctype html>", "this is an HTML file, and its name says WebVTT; open it in the program that made it and save it again as WebVTT"},
		{"a.mp3", "\x00\x00\x00\x18ftypisom", "this is an MP4 file, and its name says MP3; rename it to a.mp4, and the links to it too"},
		{"a.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "this is an HTML file, and its name says PNG; open it in a picture program and save it as PNG or JPEG"},
		{"a.pdf", "<script>alert(1)</script>%PDF-1.7", "this is an HTML file, and its name says PDF; open it in the program that made it and save it again as PDF"},
		{"a.mp3", "RIFF1234WAVE", "this is a WAV file, and its name says MP3; open it in the program that made it and save it again as MP3"},
		{"a.vtt", "ID3", "this is an MP3 file, and its name says WebVTT; rename it to a.mp3, and the links to it too"},
		{"a.webp", "", "this is not a WebP file, or it is damaged; open it in the program that made it and save it again as WebP"},
	} {
		r := load(t, Options{Package: mapFS(files{"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), "content/" + test.name: test.data})})
		if len(r.Findings) != 1 || r.Findings[0].Message+"; "+r.Findings[0].Hint != test.want {
			t.Errorf("%s: found %+v, want %s", test.name, r.Findings, test.want)
		}
	}
}

func TestFileTypes(t *testing.T) {
	for name, hint := range map[string]string{
		"a.webp": "", "a.pdf": "", "a.mp3": "", "b.mp3": "", "b.mp4": "", "b.vtt": "", "a.mp4": "", "a.vtt": "", "a.PDF": "",
		"a.docx": "PDF", "a.pptx": "PDF", "a.heic": "PNG or JPEG", "a.html": "Markdown", "a.js": "static", "a.mov": "MP4", "a.zip": ".pdf", "a": ".md", "a.markdown": ".md", "a.txt": ".md",
	} {
		path := "content/lessons/" + name
		data := map[string]string{".webp": "RIFF\x16\x00\x00\x00WEBPANIM" + strings.Repeat("\x00", 14), ".pdf": "%PDF-1.7", ".mp3": "ID3", ".mp4": "\x00\x00\x00\x18ftypisom", ".vtt": "\xef\xbb\xbfWEBVTT"}[strings.ToLower(name[1:])]
		r := load(t, Options{Package: mapFS(files{"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), path: data})})
		switch {
		case hint == "" && (len(r.Findings) > 0 || len(r.Package.Assets) != 1):
			t.Errorf("%s: found %s", name, short(r.Findings))
		case hint != "" && (short(r.Findings) != "asset-type "+path || !strings.Contains(r.Findings[0].Hint, hint) || len(r.Package.Assets) != 0):
			t.Errorf("%s: want asset-type with %q, found %v", name, hint, r.Findings)
		}
	}
}
