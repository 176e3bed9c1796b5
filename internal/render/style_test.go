package render

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"commonground/internal/schema"
)

// modes are the parts of the stylesheets in which each way of looking at a page
// sets its tokens, in the order in which they apply.
var modes = map[string][]string{
	"light": {`(?s)^(.*?)\n@media`},
	"dark":  {`(?s)^(.*?)\n@media`, `(?s)prefers-color-scheme: dark\) \{(.*?)\n\}`},
	"print": {`(?s)^(.*?)\n@media`, `(?s)@media print \{\s*:root \{(.*?)\n  \}`},
}

// TestContrast computes the contrast of every pair of tokens that pages put on
// each other, as WCAG 2.2 defines it: 4.5 for text (1.4.3), 3 for the edges of
// what can be operated (1.4.11).
func TestContrast(t *testing.T) {
	for mode, blocks := range modes {
		tokens := readTokens(t, blocks)
		texts := []string{"ink", "soft", "link", "good", "bad"}
		texts = append(texts, schema.Theme.Key("colour").Values...)
		for _, ground := range []string{"ground", "raised", "note"} {
			for _, text := range texts {
				atLeast(t, mode, tokens, text, ground, 4.5)
			}
			atLeast(t, mode, tokens, "edge", ground, 3)
		}
		for _, tone := range append([]string{"good"}, schema.Theme.Key("colour").Values...) {
			for _, text := range []string{tone, "ink", "soft", "link"} {
				atLeast(t, mode, tokens, text, tone+"-tint", 4.5)
			}
			atLeast(t, mode, tokens, "raised", tone, 4.5) // the number of a step
		}
		atLeast(t, mode, tokens, "focus-ink", "focus", 4.5)
		atLeast(t, mode, tokens, "on-link", "link", 4.5) // a button
	}
}

func atLeast(t *testing.T, mode string, tokens map[string]string, text, ground string, least float64) {
	t.Helper()
	if c := contrast(luminance(t, tokens[text]), luminance(t, tokens[ground])); c < least {
		t.Errorf("%s: --%s on --%s has a contrast of %.2f, not %.1f", mode, text, ground, c, least)
	}
}

// TestContrastCanFail holds the measure to pairs whose contrast is known.
func TestContrastCanFail(t *testing.T) {
	for pair, want := range map[[2]string]float64{{"#000", "#fff"}: 21, {"#ffffff", "#ffffff"}: 1, {"#767676", "#fff"}: 4.54} {
		if got := contrast(luminance(t, pair[0]), luminance(t, pair[1])); math.Abs(got-want) > 0.005 {
			t.Errorf("%v: %.2f, want %.2f", pair, got, want)
		}
	}
}

// TestNamedLooks holds that every colour and icon that a theme may name is there.
func TestNamedLooks(t *testing.T) {
	style := readStatic(t, "css/00-tokens.css")
	for _, name := range schema.Theme.Key("colour").Values {
		if n := strings.Count(style, ".colour-"+name); n != 2 {
			t.Errorf("the colour %s has %d classes, not one for light and one for dark", name, n)
		}
	}
	for _, name := range schema.Icons() {
		if !strings.Contains(readStatic(t, "icons/"+name+".svg"), "<svg") {
			t.Errorf("no drawing for the icon %s", name)
		}
	}
}

func readStatic(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../static/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func readTokens(t *testing.T, blocks []string) map[string]string {
	t.Helper()
	style := readStatic(t, "css/00-tokens.css") + readStatic(t, "css/60-modes.css")
	tokens := map[string]string{}
	for _, block := range blocks {
		found := regexp.MustCompile(block).FindStringSubmatch(style)
		if found == nil {
			t.Fatalf("no block of tokens matches %s", block)
		}
		for _, m := range regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{3,6})`).FindAllStringSubmatch(found[1], -1) {
			tokens[m[1]] = m[2]
		}
		for _, m := range regexp.MustCompile(`\.colour-(\w+).* \{ --tone: (#\w+); --tint: (#\w+); \}`).FindAllStringSubmatch(found[1], -1) {
			tokens[m[1]], tokens[m[1]+"-tint"] = m[2], m[3]
		}
	}
	return tokens
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// luminance is the relative luminance of a colour, from 0 to 1.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		t.Fatalf("%q is no colour", colour)
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&255) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}
