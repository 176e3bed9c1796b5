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
		"In 2026 401 023 2137":               "401 023 2137",
		"Born 01/02/1950 401 023 2137":       "401 023 2137",
		"On 1950-02-01 401 023 2137":         "401 023 2137",
		"At 09:00 401 023 2137":              "401 023 2137",
		"1950 4010232137":                    "4010232137",
		"Ward 4 401 023 2137":                "401 023 2137",
		"401 023 2137 1 2 1950":              "401 023 2137",
		"485 777 3457 401 023 2137":          "485 777 3457|401 023 2137",
		"4857773457 4010232137 0101900007":   "4857773457|4010232137|0101900007",
		"1950 010190 0007":                   "010190 0007",
		"4010 2321 3740 1023":                "", // a card
		"4010-2321-3740-1023":                "",
		"4010232137401023":                   "", // longer than ten
		"4010 232137":                        "",
		"40102 32137 4":                      "",
		"401 023 213 7401":                   "",
		"1-401 023 2137":                     "",
		"401 023 2137-1":                     "",
		"401-023 2137":                       "",
		"+1 401 023 2137":                    "", // a phone abroad
		"001 401 023 2137":                   "",
		"ISBN 978 4010232137":                "",
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
