package training

import "testing"

func TestEnglish(t *testing.T) {
	for tag, want := range map[string]bool{
		"": true, "en": true, "en-GB": true, "EN-us": true, "en-Latn-GB": true,
		"cy": false, "ang": false, "enm": false, "ar-EG": false, "de-en": false,
	} {
		if got := (&Settings{Language: tag}).English(); got != want {
			t.Errorf("%q is English: %v, want %v", tag, got, want)
		}
	}
}
