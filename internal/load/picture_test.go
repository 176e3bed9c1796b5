package load

import (
	"encoding/binary"
	"strings"
	"testing"
)

// found loads a package with one picture and says what is wrong with it.
func found(t *testing.T, name, data string) (rules string, width, height int) {
	t.Helper()
	r := load(t, Options{Package: mapFS(files{"content/index.md": settingsText, "content/lessons/a.md": lessonText(""), "content/" + name: data})})
	if len(r.Package.Assets) != 1 {
		t.Fatalf("%s is not known", name)
	}
	return short(r.Findings), r.Package.Assets[0].Width, r.Package.Assets[0].Height
}

// A picture must be there to its end, wherever it breaks off; what some programs
// put behind the end does no harm.
func TestDamagedPicture(t *testing.T) {
	for _, test := range []struct{ name, format string }{{"a.png", "png"}, {"a.jpg", "jpeg"}} {
		whole := picture(t, test.format)
		for length := range len(whole) {
			if got, _, _ := found(t, test.name, whole[:length]); got != "asset-picture content/"+test.name {
				t.Errorf("the first %d bytes of %s: found %q", length, test.name, got)
			}
		}
		for _, more := range []string{"\n", strings.Repeat("\x00", 3*lastBytes)} {
			if got, _, _ := found(t, test.name, whole+more); got != "" {
				t.Errorf("%s with %d bytes behind it: found %q", test.name, len(more), got)
			}
		}
	}
}

// The small picture that a camera puts into a large one has an end of its own.
func TestPictureInPicture(t *testing.T) {
	small := picture(t, "jpeg")
	inside := "\xff\xe1" + string(binary.BigEndian.AppendUint16(nil, uint16(len(small)+2))) + small
	whole := small[:2] + inside + small[2:] + strings.Repeat("\x00", 2*lastBytes)
	if got, _, _ := found(t, "a.jpg", whole); got != "" {
		t.Errorf("the whole: found %q", got)
	}
	cut := whole[:len(inside)+len(small)-2] + strings.Repeat("\x00", 2*lastBytes)
	if got, _, _ := found(t, "a.jpg", cut); got != "asset-picture content/a.jpg" {
		t.Errorf("cut off behind the small one: found %q", got)
	}
}

// The end is found wherever a read breaks it in two.
func TestContains(t *testing.T) {
	for at := range 3 * lastBytes {
		if at%lastBytes > 8 && at%lastBytes < lastBytes-8 {
			continue
		}
		if !contains(strings.NewReader(strings.Repeat("x", at)+"end"), []byte("end")) {
			t.Fatalf("not found at %d", at)
		}
	}
	if contains(strings.NewReader(strings.Repeat("en", lastBytes)), []byte("end")) {
		t.Error("found where it is not")
	}
}

// The three forms of WebP tell their size in three ways.
func TestWebPSize(t *testing.T) {
	for _, test := range []struct {
		name, data    string
		rule          string
		width, height int
	}{
		{"extended", "RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x8f\x01\x00\x2b\x01\x00", "", 400, 300},
		{"lossless", "RIFF\x16\x00\x00\x00WEBPVP8L\x0a\x00\x00\x00\x2f\x8f\xc1\x4a\x00\x00\x00\x00\x00\x00", "", 400, 300},
		{"lossy", "RIFF\x16\x00\x00\x00WEBPVP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\x90\x01\x2c\x01", "", 400, 300},
		{"huge", "RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\xff\xff", "limit-picture content/a.webp", 1 << 24, 1 << 24},
		{"cut off", "RIFF\x17\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x8f\x01\x00\x2b\x01\x00", "asset-picture content/a.webp", 400, 300},
		{"of another form", "RIFF\x16\x00\x00\x00WEBPANIM\x0a\x00\x00\x00\x00\x00\x00\x00\x8f\x01\x00\x2b\x01\x00", "", 0, 0},
	} {
		rule, width, height := found(t, "a.webp", test.data)
		if rule != test.rule || width != test.width || height != test.height {
			t.Errorf("%s: found %q, %d by %d", test.name, rule, width, height)
		}
	}
}

// A drawing may be large neither in bytes nor in depth.
func TestLargeDrawings(t *testing.T) {
	const begin, end = `<svg xmlns="http://www.w3.org/2000/svg">`, "</svg>"
	for _, test := range []struct{ within, want string }{
		{strings.Repeat("<g>", maxOpen-1) + strings.Repeat("</g>", maxOpen-1), ""},
		{strings.Repeat("<g>", maxOpen) + strings.Repeat("</g>", maxOpen), "asset-svg content/a.svg"},
		{strings.Repeat("<g/>", 10*maxOpen), ""},
		{strings.Repeat(" ", maxDrawing-len(begin)-len(end)), "asset-large content/a.svg"},
		{strings.Repeat(" ", maxDrawing-len(begin)-len(end)+1), "limit-picture content/a.svg"},
	} {
		if got, _, _ := found(t, "a.svg", begin+test.within+end); got != test.want {
			t.Errorf("%d bytes: found %q, want %q", len(test.within), got, test.want)
		}
	}
}
