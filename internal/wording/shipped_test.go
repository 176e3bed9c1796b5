package wording

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"commonground/internal/plain"
	"commonground/internal/schema"
)

var update = flag.Bool("update", false, "write testdata/forms.txt anew")

// TestShippedForms holds what is said of every form of every word of our lists to
// testdata/forms.txt, which people have read: a hint in broken English helps nobody.
func TestShippedForms(t *testing.T) {
	var b strings.Builder
	for _, list := range schema.ShippedWords() {
		for n := range list.Entries {
			writeForms(&b, list.Name, &list.Entries[n])
		}
	}
	const golden = "testdata/forms.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the forms are not those of %s; look at them after go test ./internal/wording -run ShippedForms -update", golden)
	}
}

// writeForms writes a line for each form of the words of an entry but the first,
// with what is said to use.
func writeForms(b *strings.Builder, name plain.ListName, e *plain.Entry) {
	if len(e.Use) == 0 {
		return
	}
	what := sought{list: name, entry: e}
	for _, w := range e.Avoid {
		for n, other := range forms(w.Text, e.As)[1:] {
			fmt.Fprintf(b, "%s: %s\n", other, what.use(form{0, n + 1}))
		}
	}
}
