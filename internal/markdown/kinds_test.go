package markdown

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each kind of block has a good fixture, in which nothing is found, and a bad
// one, which says on its first lines what must be: <!-- want: 5:1 say-table -->.
func TestKindFixtures(t *testing.T) {
	for _, k := range Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			good := Parse(fileOf(readFixture(t, k.Name+".good.md")))
			if len(good.Findings) > 0 {
				t.Errorf("found in the good fixture: %s", codes(good.Findings))
			}
			if len(good.Blocks) == 0 || good.Blocks[0].Kind != k.Name {
				t.Errorf("the good fixture does not begin with the block: %v", good.Blocks)
			}
			bad := readFixture(t, k.Name+".bad.md")
			if got, want := codes(Parse(fileOf(bad)).Findings), wanted(bad); got != want || want == "" {
				t.Errorf("in the bad fixture\n got %s\nwant %s", got, want)
			}
		})
	}
}

func readFixture(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata/blocks", name))
	if err != nil {
		t.Fatalf("every kind of block needs a good and a bad fixture: %v", err)
	}
	return string(text)
}

func wanted(text string) string {
	var list []string
	for _, m := range regexp.MustCompile(`<!-- want: (.*) -->`).FindAllStringSubmatch(text, -1) {
		list = append(list, m[1])
	}
	return strings.Join(list, ", ")
}

func TestKindsAreComplete(t *testing.T) {
	guide, err := os.ReadFile("../../docs/blocks.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range Kinds() {
		if k.Doc == "" || strings.HasSuffix(k.Doc, ".") {
			t.Errorf("the line that documents %s is missing or ends with a full stop", k.Name)
		}
		if !strings.Contains(string(guide), "\n### `"+k.Name+"`\n") {
			t.Errorf("docs/blocks.md has no section for %s", k.Name)
		}
		if !strings.Contains(string(guide), "::: "+k.Name) {
			t.Errorf("docs/blocks.md has no example of %s", k.Name)
		}
	}
}

// What docs/blocks.md shows must be right.
func TestGuideHasNoFindings(t *testing.T) {
	guide, err := os.ReadFile("../../docs/blocks.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile("(?s)```markdown\n(.*?)```").FindAllStringSubmatch(string(guide), -1) {
		if d := Parse(fileOf(m[1])); len(d.Findings) > 0 && !strings.Contains(m[1], "ignore") {
			t.Errorf("%s\nin the example of docs/blocks.md\n%s", codes(d.Findings), m[1])
		}
	}
}

// The class names in docs/blocks.md are all there are.
func TestClassesAreDocumented(t *testing.T) {
	guide, err := os.ReadFile("../../docs/blocks.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range htmlTests {
		d := Parse(fileOf(test.text))
		for _, m := range regexp.MustCompile(` class="(language-)?([^"]*)"`).FindAllStringSubmatch(string(d.HTML), -1) {
			if m[1] == "" && !strings.Contains(string(guide), "`"+m[2]+"`") {
				t.Errorf("docs/blocks.md does not list the class %q", m[2])
			}
		}
	}
}
