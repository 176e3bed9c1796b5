package load

import (
	"strings"
	"testing"

	"commonground/internal/source"
)

// The numbers of this test are made up; they pass the proof by their last digit
// and nothing else is known of them.
func TestNHSNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"Her number is 485 777 3457.":        "485 777 3457",
		"4857773457":                         "4857773457",
		"NHS number: 485\u00a0777\u00a03457": "485\u00a0777\u00a03457",
		"| 701 000 0018 | 640 111 2220 |":    "701 000 0018|640 111 2220",
		"`code 485 777 3457`":                "485 777 3457",
		"<!-- 485 777 3457 -->":              "485 777 3457",
		"(485 777 3457)":                     "485 777 3457",
		"Northern Ireland: 320 000 0023":     "320 000 0023",
		"CHI 010190 0007 and 0101900007":     "010190 0007|0101900007",
		"485 777 3457, 485 777 3457":         "485 777 3457|485 777 3457",
		strings.Repeat("485 777 3457; ", 9):  strings.TrimSuffix(strings.Repeat("485 777 3457|", 5), "|"),
		"999 123 4567 is for training":       "",
		"999 000 0018":                       "", // passes the proof, and is kept for tests
		"943 476 5919":                       "", // begins with 9: nobody has it
		"485 777 3450":                       "", // fails the proof
		"Call 07700 900123 or 020 7946 0123": "",
		"+44 7700 900123":                    "",
		"485-777-3457 is a phone in America": "",
		"ISBN 4857773457":                    "",
		"ISBN-10: 4857773457":                "",
		"https://example.org/4857773457":     "",
		"https://example.org/?id=4857773457": "",
		"PMC4857773457":                      "",
		"4857773457x":                        "",
		"£4857773457":                        "",
		"0.4857773457":                       "",
		"48577 73457":                        "",
		"1234 485 777 3457":                  "", // more digits than ten
		"5557773452 and 8001110005":          "", // numbers that nobody is given
		"0045900000":                         "", // no birthday
	} {
		f, fault := source.Parse("content/x.md", []byte(text))
		if fault != nil {
			t.Fatal(fault.Message)
		}
		var got []string
		for _, found := range nhsNumbers(f) {
			got = append(got, string(f.Bytes(found.Span)))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}
