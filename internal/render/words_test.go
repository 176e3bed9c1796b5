package render

import (
	"testing"

	"commonground/internal/markdown"
	"commonground/internal/schema"
)

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		minutes(1): "1 minute", minutes(0): "0 minutes", minutes(25): "25 minutes",
		minutes(60): "1 hour", minutes(61): "1 hour 1 minute", minutes(198): "3 hours 18 minutes", minutes(7384): "123 hours 4 minutes",
		lessons(1): "1 lesson", lessons(2): "2 lessons",
		fileSize(0): "1 KB", fileSize(1): "1 KB", fileSize(1499): "1 KB", fileSize(1500): "2 KB", fileSize(999_499): "999 KB",
		fileSize(999_500): "1.0 MB", fileSize(1_000_000): "1.0 MB", fileSize(12_345_678): "12.3 MB",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDirection(t *testing.T) {
	for tag, want := range map[string]string{
		"en-GB": "ltr", "cy": "ltr", "ar": "rtl", "he": "rtl", "fa-IR": "rtl", "ur": "rtl", "ps": "rtl", "dv": "rtl", "yi": "rtl",
		"az": "ltr", "az-Arab": "rtl", "ku": "ltr", "ckb": "rtl", "zh": "ltr", "": "ltr", "nonsense!": "ltr",
	} {
		if got := direction(tag); got != want {
			t.Errorf("%s is written %s, want %s", tag, got, want)
		}
	}
}

func TestEscapePath(t *testing.T) {
	for path, want := range map[string]string{
		"lessons/a-b_c.pdf": "lessons/a-b_c.pdf", "a b.pdf": "a%20b.pdf", "50%.pdf": "50%25.pdf", "a#b?.pdf": "a%23b%3F.pdf",
		"ü.pdf": "%C3%BC.pdf", "../a.png": "../a.png", "a&b'c.png": "a&b'c.png",
	} {
		if got := escapePath(path); got != want {
			t.Errorf("%s is written %s, want %s", path, got, want)
		}
	}
}

// Each block has a name on the page, and each choice of words in front matter.
func TestNamesAreComplete(t *testing.T) {
	for _, test := range []struct {
		kind  *schema.Kind
		key   string
		names map[string]string
	}{
		{&schema.Lesson, "level", levelNames}, {&schema.Myth, "evidence", evidenceNames},
		{&schema.Insight, "kind", methodNames}, {&schema.Insight, "from", fromNames}, {&schema.Story, "from", fromNames},
	} {
		for _, value := range test.kind.Key(test.key).Values {
			if test.names[value] == "" {
				t.Errorf("%s %s of a %s has no words", test.key, value, test.kind.Name)
			}
		}
	}
}

func TestBlockNames(t *testing.T) {
	for _, k := range markdown.Kinds() {
		if blockNames[k.Name] == "" {
			t.Errorf("the block %s has no words", k.Name)
		}
	}
	if len(blockNames) != len(markdown.Kinds()) {
		t.Errorf("%d names for %d blocks", len(blockNames), len(markdown.Kinds()))
	}
}
