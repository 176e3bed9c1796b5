package markdown

import (
	"bytes"
	"os"
	"testing"

	"github.com/yuin/goldmark"
)

func lesson(b *testing.B) string {
	text, err := os.ReadFile("testdata/lesson.md")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	return string(text)
}

func BenchmarkParse(b *testing.B) {
	f := fileOf(lesson(b))
	for b.Loop() {
		Parse(f)
	}
}

// BenchmarkGoldmark is the floor: goldmark as it comes, on the same text.
func BenchmarkGoldmark(b *testing.B) {
	text := []byte(lesson(b))
	md := goldmark.New()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := md.Convert(text, &out); err != nil {
			b.Fatal(err)
		}
	}
}
