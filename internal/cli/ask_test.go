package cli

import (
	"bufio"
	"slices"
	"strings"
	"testing"

	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

// TestAsk holds that a question is asked again until there is an answer, or
// nobody left to give one.
func TestAsk(t *testing.T) {
	q := scaffold.Question{Of: &schema.Theme, Needed: true, Choices: []scaffold.Choice{{Slug: "language", Name: "Language"}}}
	for _, test := range []struct {
		typed string
		asked int
		want  []string
		ended bool
	}{
		{"1\n", 1, []string{"language"}, false},
		{"\n2\r\n1", 3, []string{"language"}, false},
		{"", 1, nil, true},
		{"7\n", 2, nil, true},
	} {
		var said strings.Builder
		got, ended := ask(&said, bufio.NewScanner(strings.NewReader(test.typed)), q)
		if asked := strings.Count(said.String(), "Which theme?"); asked != test.asked || !slices.Equal(got, test.want) || ended != test.ended {
			t.Errorf("%q: %q, ended %v, asked %d times, want %q, %v, %d", test.typed, got, ended, asked, test.want, test.ended, test.asked)
		}
	}
}

// TestAsking holds that nobody is asked who cannot answer.
func TestAsking(t *testing.T) {
	if asking(nil) || asking(strings.NewReader("1\n")) {
		t.Error("a reader that is no terminal would be asked")
	}
}

// TestQuoted holds that a path can be typed as it is shown.
func TestQuoted(t *testing.T) {
	for path, want := range map[string]string{"a/b": "a/b", "my training": `"my training"`, "R&D": `"R&D"`, "../x": "../x"} {
		if got := quoted(path); got != want {
			t.Errorf("%s is shown as %s, want %s", path, got, want)
		}
	}
}
