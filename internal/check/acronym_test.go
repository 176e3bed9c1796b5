package check

import "testing"

func TestAcronymHint(t *testing.T) {
	for _, c := range []struct{ short, stands, want string }{
		{"ICB", "integrated care board", "at first use write integrated care board (ICB), or give it an entry in the glossary"},
		{"ECG", "electrocardiogram (a test of your heart)", "at first use write electrocardiogram (ECG), or give it an entry in the glossary"},
		{"QZX", "", "write the words at first use with QZX in brackets behind them, or give it an entry in the glossary"},
	} {
		if got := acronymHint(c.short, c.stands); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
