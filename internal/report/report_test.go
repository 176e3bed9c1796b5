package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/schema"
)

var today = schema.Date{Year: 2026, Month: 11, Day: 30}

// input loads a package with two themes, two roles and the files given.
func input(t *testing.T, files map[string]string) Input {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/index.md":     "---\ntitle: Care & <share>\nsummary: S.\nlanguage: en-GB\nversion: \"2\"\n---\nWelcome.\n",
		"themes/care.md":       "---\ntitle: Care\nsummary: S.\norder: 1\n---\n",
		"themes/other.md":      "---\ntitle: Other\nsummary: S.\norder: 2\n---\n",
		"content/roles/gp.md":  "---\ntitle: GP\nsummary: S.\norder: 1\n---\n",
		"content/roles/pm.md":  "---\ntitle: Manager\nsummary: S.\norder: 2\n---\n",
		"content/lessons/a.md": lesson("A", "minutes: 4\nthemes: [care]", "One sentence."),
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := load.Package(load.Options{Package: fsys, Prose: true})
	if err != nil {
		t.Fatal(err)
	}
	if errors, _, _ := diag.Count(r.Findings); errors > 0 {
		t.Fatalf("the test's own text is wrong: %v", r.Findings)
	}
	graph, _ := link.Resolve(r.Package)
	return Input{Package: r.Package, Graph: graph, Today: today}
}

func lesson(title, keys, body string) string {
	return "---\ntitle: " + title + "\nsummary: S.\noutcome: Show it.\n" + keys + "\n---\n" + body + "\n"
}

func page(t *testing.T, in Input) []byte {
	t.Helper()
	text, err := Page(in)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// messy is a report with something in each of its parts.
func messy(t *testing.T) Input {
	in := input(t, map[string]string{
		"content/lessons/b.md":   lesson("B <b>", "minutes: 12\nthemes: [care, other]\nroles: [gp]\nreviewed: 2026-01-01\nreview_by: 2027-01-31\nowner: Us", "The receptionist uses a portal, electronically. Electronically too.\n\n::: facilitator\nElectronically.\n:::"),
		"content/lessons/c.md":   lesson("C", "minutes: 8\nthemes: [other]\nroles: [pm]\nreview_by: 2026-11-29", strings.Repeat("Open it electronically. ", 40)),
		"content/glossary/p.md":  "---\ntitle: portal\nmeaning: A website.\n---\n",
		"content/glossary/q.md":  "---\ntitle: QR code\nmeaning: A square.\nreview_by: 2028-01-01\n---\n",
		"content/pathways/p.md":  "---\ntitle: P\nsummary: S.\nlessons: [a, b]\n---\n",
		"content/insights/i.md":  "---\nkind: interview\nfrom: staff\nthemes: [care]\n---\nThey said so.\n",
		"content/myths/works.md": "---\nfact: It works\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\nthemes: [care]\nreview_by: 2027-05-31\n---\n",
	})
	rule := diag.Rule{Code: "link-missing", Severity: diag.Error}
	advice := diag.Rule{Code: "long", Severity: diag.Note}
	b := in.Package.Lessons[1].File
	in.Findings = []diag.Finding{
		advice.At(in.Package.Lessons[0].File, b.LineAt(0), "too <long>").WithHint("cut it"),
		rule.At(b, b.LineAt(20), "no such page"),
		advice.At(b, b.LineAt(40), "too long"),
		{Rule: "asset", Severity: diag.Warning, Path: "content/x.png", Message: "unused"},
	}
	return in
}

func TestFindings(t *testing.T) {
	v := findingsOf(messy(t))
	if v.Errors != 1 || v.Warnings != 1 || v.Notes != 2 || len(v.Rules) != 3 || len(v.Pages) != 3 {
		t.Fatalf("%+v", v)
	}
	if r := v.Rules[0]; r != (ruleRow{"long", "note", 2, 100}) {
		t.Errorf("the most frequent rule is %+v", r)
	}
	if p := v.Pages[1]; p.Path != "content/lessons/b.md" || p.Errors != 1 || p.Notes != 1 || p.Findings[0].Line != 3 {
		t.Errorf("a page: %+v", p)
	}
	if p := v.Pages[2]; p.Findings[0].Line != 0 {
		t.Errorf("a file that is no text has a line: %+v", p)
	}
}

func TestCoverage(t *testing.T) {
	in := messy(t)
	v := coverageOf(in.Package, in.Graph)
	if !slices.Equal(v.Themes, []string{"Care", "Other"}) || !slices.Equal(v.Unreached, []string{"C"}) {
		t.Errorf("%+v", v)
	}
	gp, manager := v.Roles[0], v.Roles[1]
	if gp.Minutes != 16 || gp.Lessons != 2 || gp.UpTo5 != 1 || gp.UpTo10 != 0 || gp.Longer != 1 ||
		!slices.Equal(gp.Cells, []cell{{16, 2, "depth-2"}, {12, 1, "depth-2"}}) {
		t.Errorf("GP: %+v", gp)
	}
	if manager.Minutes != 12 || !slices.Equal(manager.Cells, []cell{{4, 1, "depth-1"}, {8, 1, "depth-1"}}) {
		t.Errorf("manager: %+v", manager)
	}
	if v.Everyone.Minutes != 4 || v.Everyone.Cells[1].Look != "hole" {
		t.Errorf("everyone: %+v", v.Everyone)
	}
	if s := v.Support[0]; s.Lessons != 2 || s.Minutes != 16 || s.Insights != 1 || s.Myths != 1 || s.Stories != 0 {
		t.Errorf("care: %+v", s)
	}
	if alone := input(t, nil); coverageOf(alone.Package, alone.Graph).Unreached != nil {
		t.Error("without a pathway no lesson is missing from one")
	}
}

func TestFreshness(t *testing.T) {
	in := messy(t)
	v := freshnessOf(in.Package, in.Today)
	var counts []int
	for _, s := range v.Spans {
		counts = append(counts, s.Count)
	}
	if want := []int{1, 1, 0, 1, 1, 1}; !slices.Equal(counts, want) { // c overdue, b in January, the myth six months and a day ahead, a term later, a without a date
		t.Errorf("by span: %v, want %v", counts, want)
	}
	if !v.Due[0].Overdue || v.Due[0].Title != "C" || v.Due[1].By != "31 January 2027" || v.Due[1].Owner != "Us" || v.Due[1].Reviewed != "1 January 2026" {
		t.Errorf("in order of days: %+v", v.Due)
	}
	if len(v.Months) != monthsShown || v.Months[2].Name != "January 2027" || v.Months[2].Count != 1 || v.Months[2].Height != chartHeight || v.Months[12].Short != "Nov" {
		t.Errorf("by month: %+v", v.Months)
	}
}

// TestSpans holds where one span ends and the next begins, at the ends of months too.
func TestSpans(t *testing.T) {
	for by, want := range map[schema.Date]int{
		{Year: 2026, Month: 11, Day: 29}: 0, {Year: 2026, Month: 11, Day: 30}: 1,
		{Year: 2027, Month: 2, Day: 28}: 1, {Year: 2027, Month: 3, Day: 1}: 2,
		{Year: 2027, Month: 5, Day: 30}: 2, {Year: 2027, Month: 5, Day: 31}: 3,
		{Year: 2027, Month: 11, Day: 30}: 3, {Year: 2027, Month: 12, Day: 1}: 4,
	} {
		v := freshnessView{Due: []dueRow{{by: by, Overdue: by.Before(today)}}}
		v.spans(today)
		if at := slices.IndexFunc(v.Spans, func(s spanRow) bool { return s.Count > 0 }); at != want {
			t.Errorf("%v is in span %d, want %d", by, at, want)
		}
	}
}

func TestReading(t *testing.T) {
	in := messy(t)
	v := readingOf(in.Package)
	a, c := v.Lessons[0], v.Lessons[2]
	if a.Sentences != 1 || a.Words != 2 || a.Scored {
		t.Errorf("one sentence: %+v", a)
	}
	if c.Sentences != 40 || c.Mean != "3.0" || c.Scored { // 120 words are too few
		t.Errorf("40 short sentences: %+v", c)
	}
	if v.All.Sentences != 43 || v.All.Words != 2+6+2+120 { // nothing of the facilitator's
		t.Errorf("all: %+v", v.All)
	}
}

func TestWords(t *testing.T) {
	in := messy(t)
	v := wordsOf(in.Package, in.Graph)
	if v.Terms != 2 || !slices.Equal(v.Unused, []string{"QR code"}) || len(v.Uses) != 1 || v.Uses[0].Name != "portal" {
		t.Errorf("%+v", v)
	}
	if want := []hardRow{{"electronically", 2, 42}}; !slices.Equal(v.Hard, want) {
		t.Errorf("long words: %v, want %v", v.Hard, want)
	}
}

// TestPage reads reports back: they stand alone, run and load nothing, show what
// they are given as text, and are the same each time.
func TestPage(t *testing.T) {
	for name, in := range map[string]Input{"small": input(t, nil), "messy": messy(t)} {
		text := page(t, in)
		if !bytes.Equal(text, page(t, in)) {
			t.Errorf("%s: two reports differ", name)
		}
		if at := bytes.Index(text, []byte(Mark)); at < 0 || at > 256 {
			t.Errorf("%s: the mark stands at %d", name, at)
		}
		if bytes.Contains(text, []byte("<share>")) || bytes.Contains(text, []byte("too <long>")) {
			t.Errorf("%s: a text is read as HTML", name)
		}
		tree, err := html.Parse(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		checkAlone(t, tree)
	}
}

// checkAlone holds what a page may have that stands alone.
func checkAlone(t *testing.T, tree *html.Node) {
	t.Helper()
	ids, targets, tables := map[string]bool{}, []string{}, 0
	for n := range tree.Descendants() {
		switch n.Data {
		case "script", "link", "img", "iframe", "object", "base", "form":
			t.Errorf("there is a <%s>", n.Data)
		case "style":
			sum := sha256.Sum256([]byte(n.FirstChild.Data))
			if !strings.Contains(policy(), base64.StdEncoding.EncodeToString(sum[:])) {
				t.Error("the policy does not allow the style")
			}
		case "table":
			tables++
			if n.FirstChild.NextSibling.Data != "caption" {
				t.Error("a table has no caption")
			}
		case "th":
			if attribute(n, "scope") == "" && attribute(n, "aria-hidden") == "" {
				t.Error("a head of a table does not say of what")
			}
		}
		if attribute(n, "style") != "" {
			t.Errorf("<%s> has a style of its own", n.Data)
		}
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %s is there twice", id)
			}
			ids[id] = true
		}
		if href := attribute(n, "href"); href != "" {
			targets = append(targets, href)
		}
	}
	for _, to := range targets {
		if !strings.HasPrefix(to, "#") || !ids[to[1:]] {
			t.Errorf("a link leads to %s", to)
		}
	}
	if tables < 5 {
		t.Errorf("there are %d tables", tables)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
