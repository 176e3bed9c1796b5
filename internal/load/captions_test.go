package load

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"commonground/internal/diag"
	"commonground/internal/training"
)

// The numbers are those of TestNHSNumbers.
func TestNumbersInDrawings(t *testing.T) {
	const open = `<svg xmlns="http://www.w3.org/2000/svg">`
	for text, want := range map[string]string{
		`<text>NHS no. 485 777 3457</text>`:                                            "485 777 3457",
		`<title>485&#160;777&#160;3457</title>`:                                        "485\u00a0777\u00a03457",
		`<text><tspan>485</tspan> <tspan>777</tspan> <tspan>3457</tspan></text>`:       "485 777 3457",
		`<!-- 485 777 3457 --><desc>401 023 2137</desc>`:                               "485 777 3457, 401 023 2137",
		`<text>4857773457</text><text>1</text>`:                                        "4857773457",
		`<text>4857773457<!--card--></text>`:                                           "4857773457",
		`<text>999 123 4567</text>`:                                                    "",
		`<text>485</text><text> 777</text><text> 3457</text>`:                          "", // marks on a scale
		`<path d="M 485 777 3457 401 023 2137"/><style>.a{width:4857773457px}</style>`: "",
	} {
		_, f := drawing(training.Asset{Name: "content/a.svg"}, strings.NewReader(open+text+"</svg>"))
		checkNumbers(t, text, f, want)
	}
}

func TestNumbersInCaptions(t *testing.T) {
	for text, want := range map[string]string{
		"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nYour number is 485 777 3457.\n": "485 777 3457",
		"WEBVTT\r\n\r\nNOTE 4857773457 and 401 023 2137\r\n":                      "4857773457, 401 023 2137",
		strings.Repeat("a ", 50<<10) + "485 777 3457":                             "485 777 3457",
		"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n485\n777\n3457\n":               "",
	} {
		_, f := captions(training.Asset{Name: "content/a.vtt"}, strings.NewReader(text))
		checkNumbers(t, text, f, want)
	}
	broken := io.MultiReader(strings.NewReader("WEBVTT\n"), iotest.ErrReader(errors.New("the stick was pulled")))
	if _, f := captions(training.Asset{Name: "content/a.vtt"}, broken); f == nil || f.Rule != ruleUnreadable.Code {
		t.Errorf("captions that cannot be read: %+v", f)
	}
}

func checkNumbers(t *testing.T, text string, f *diag.Finding, want string) {
	t.Helper()
	if (f != nil) != (want != "") || f != nil && (f.Rule != ruleNHSNumber.Code || !strings.HasSuffix(f.Message, ": "+want) || f.Hint == "") {
		t.Errorf("%.80s: got %+v, want %q", text, f, want)
	}
}
