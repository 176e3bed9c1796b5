package scaffold_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/build"
	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/output"
	"commonground/internal/scaffold"
	"commonground/internal/schema"
	"commonground/internal/source"
)

// program is what comes with the program.
func program() fs.FS { return os.DirFS("../..") }

func starter(t testing.TB, today schema.Date) fstest.MapFS {
	t.Helper()
	files, err := scaffold.Starter(today)
	if err != nil {
		t.Fatal(err)
	}
	return folder(files...)
}

// folder is the folder that files are written to.
func folder(files ...output.Text) fstest.MapFS {
	m := fstest.MapFS{}
	for _, f := range files {
		m[f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return m
}

// findings are those of a build, drafts included.
func findings(t testing.TB, pkg fs.FS, today schema.Date) []diag.Finding {
	t.Helper()
	r, err := build.Run(build.Options{Package: pkg, Program: program(), Drafts: true, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

func TestStarterBuilds(t *testing.T) {
	for _, test := range []struct{ today, last, late schema.Date }{
		{schema.Date{Year: 2026, Month: 11, Day: 23}, schema.Date{Year: 2027, Month: 5, Day: 23}, schema.Date{Year: 2027, Month: 5, Day: 24}},
		{schema.Date{Year: 2027, Month: 8, Day: 31}, schema.Date{Year: 2028, Month: 2, Day: 29}, schema.Date{Year: 2028, Month: 3, Day: 1}},
		{schema.Date{Year: 2026, Month: 8, Day: 29}, schema.Date{Year: 2027, Month: 2, Day: 28}, schema.Date{Year: 2027, Month: 3, Day: 1}},
		{schema.Date{Year: 2026, Month: 12, Day: 31}, schema.Date{Year: 2027, Month: 6, Day: 30}, schema.Date{Year: 2027, Month: 7, Day: 1}},
	} {
		pkg := starter(t, test.today)
		for _, day := range []schema.Date{test.today, test.last} {
			for _, f := range findings(t, pkg, day) {
				t.Errorf("made on %s, built on %s: %s: %s [%s]", test.today, day, f.Path, f.Message, f.Rule)
			}
		}
		late := findings(t, pkg, test.late)
		if len(late) == 0 || slices.ContainsFunc(late, func(f diag.Finding) bool { return f.Rule != "review-overdue" }) {
			t.Errorf("made on %s: on %s reviews are not due: %v", test.today, test.late, late)
		}
	}
}

// The files in starter build where they are, as somebody would who reads them.
func TestStarterBuildsInPlace(t *testing.T) {
	for _, f := range findings(t, os.DirFS("starter"), schema.Date{Year: 2000, Month: 1, Day: 1}) {
		t.Errorf("%s: %s [%s]", f.Path, f.Message, f.Rule)
	}
}

func TestStarterHolds(t *testing.T) {
	pkg := starter(t, schema.Date{Year: 2026, Month: 11, Day: 23})
	counts := map[string]int{}
	for name := range pkg {
		counts[path.Dir(name)]++
	}
	want := map[string]int{".": 3, ".vscode": 2, ".vscode/schemas": len(schema.Kinds()), "content": 1, "content/lessons": 1,
		"content/glossary": 3, "content/myths": 2, "content/pathways": 1}
	if !maps.Equal(counts, want) {
		t.Errorf("files by folder: %v, want %v", counts, want)
	}
	for _, k := range schema.Kinds() {
		if got := string(pkg[".vscode/schemas/"+k.Name+".json"].Data); got != string(schema.JSON(k)) {
			t.Errorf("the schema of %s is %s", k.Name, got)
		}
		if settings := string(pkg[".vscode/settings.json"].Data); !strings.Contains(settings, `".vscode/schemas/`+k.Name+`.json"`) || !strings.Contains(settings, `"`+k.Folder+`/`) {
			t.Errorf("the editor is not told of the schema of %s", k.Name)
		}
	}
	if got := string(pkg["frontmatter.json"].Data); got != string(schema.FrontMatterSettings()) {
		t.Errorf("frontmatter.json is %s", got)
	}
	if got := string(pkg[".gitignore"].Data); got != "/public/\n/.commonground-*.tmp\n" {
		t.Errorf(".gitignore is %q", got)
	}
}

// The lesson shows every block, and each once, so that it stays short.
func TestStarterShowsEveryBlock(t *testing.T) {
	lesson := string(starter(t, schema.Date{Year: 2026, Month: 11, Day: 23})["content/lessons/make-text-larger.md"].Data)
	var got, want []string
	for _, m := range regexp.MustCompile(`(?m)^::: ([a-z-]+)`).FindAllStringSubmatch(lesson, -1) {
		got = append(got, m[1])
	}
	for _, k := range markdown.Kinds() {
		want = append(want, k.Name)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("it shows %q, want %q", got, want)
	}
}

// The settings show every key with what the schema says of it.
func TestStarterSettings(t *testing.T) {
	text := string(starter(t, schema.Date{Year: 2026, Month: 11, Day: 23})["content/index.md"].Data)
	for _, k := range schema.Settings.Keys {
		remark := "# "
		if k.Required || k.Name == "language" {
			remark = ""
		}
		if !strings.Contains(text, "\n# "+k.Help+"\n"+remark+k.Name+": ") {
			t.Errorf("%s is not there with its help", k.Name)
		}
	}
	checkSpareKeys(t, &schema.Settings, "content/index.md", text)
}

var spareKey = regexp.MustCompile(`(?m)^# ([a-z_]+: )`)

// checkSpareKeys checks that a page still has nothing wrong in its front matter
// when all its remarks that are keys are put to use, and that it then has all
// keys of its kind.
func checkSpareKeys(t *testing.T, kind *schema.Kind, name, text string) {
	t.Helper()
	known := map[string]bool{}
	for _, k := range kind.Keys {
		known["# "+k.Name+": "] = true
	}
	text = spareKey.ReplaceAllStringFunc(text, func(m string) string {
		if known[m] {
			return strings.TrimPrefix(m, "# ")
		}
		return m
	})
	file, fault := source.Parse(name, []byte(text))
	if fault != nil {
		t.Fatalf("%s: %s", name, fault.Message)
	}
	front, found := schema.Decode(kind, file)
	for _, f := range found {
		t.Errorf("%s: %s\n%s", name, f.Message, text)
	}
	for _, k := range kind.Keys {
		if _, ok := front.Get(k.Name); !ok {
			t.Errorf("%s: %s is not shown", name, k.Name)
		}
	}
}

func TestInTheWay(t *testing.T) {
	for _, test := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{".git/HEAD", ".DS_Store", "Thumbs.db", "desktop.ini"}, ""},
		{[]string{".git/HEAD", "LICENSE"}, "LICENSE"},
		{[]string{"readme.md"}, "readme.md"},
		{[]string{".gitignore", ".vscode/launch.json"}, ".gitignore .vscode"},
		{[]string{"content/index.md", "public/index.html"}, "content public"},
	} {
		dir := fstest.MapFS{}
		for _, name := range test.names {
			dir[name] = &fstest.MapFile{}
		}
		got, err := scaffold.InTheWay(dir)
		if err != nil || strings.Join(got, " ") != test.want {
			t.Errorf("%q: in the way are %q, error %v, want %s", test.names, got, err, test.want)
		}
	}
}
