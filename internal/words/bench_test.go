package words

import (
	"strings"
	"testing"
)

// BenchmarkRead is about a page of text in several scripts.
func BenchmarkRead(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"English", "Open the NHS App and choose Messages, then wait. "},
		{"Welsh", "Agorwch yr ap â’ch ffôn, dewiswch y tŷ ac arhoswch. "},
		{"Ukrainian", "Відкрийте застосунок і виберіть повідомлення, потім зачекайте. "},
		{"Hindi", "ऐप खोलें और संदेश चुनें, फिर प्रतीक्षा करें। "},
	} {
		text := []byte(strings.Repeat(bb.text, 100))
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var t Text
			for b.Loop() {
				t.Read(text)
			}
		})
	}
}
