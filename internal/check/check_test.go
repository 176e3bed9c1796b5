package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/link"
	"commonground/internal/load"
	"commonground/internal/schema"
)

// input loads and links a package of settings, a theme, one lesson and one
// role, with the keys given added to them. Other files come as they are.
func input(t testing.TB, files map[string]string) Input {
	t.Helper()
	fsys := fstest.MapFS{"themes/care.md": page("title: Care\nsummary: S.\norder: 1\n", "")}
	for name, text := range files {
		fsys[name] = page(text, "")
	}
	for name, file := range map[string]*fstest.MapFile{
		"content/index.md":     settings(""),
		"content/lessons/a.md": lesson("outcome: Show it.\n", "Text.\n"),
	} {
		if fsys[name] == nil {
			fsys[name] = file
		}
	}
	r, err := load.Package(load.Options{Package: fsys})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, "key-") || strings.HasPrefix(f.Rule, "front-") {
			t.Fatalf("the test's own text is wrong: %s: %s", f.Path, f.Message)
		}
	}
	graph, _ := link.Resolve(r.Package)
	return Input{Package: r.Package, Graph: graph, Today: schema.Date{Year: 2026, Month: 11, Day: 22}}
}

// page makes a file of front matter and, if it is not in there yet, a body.
func page(front, body string) *fstest.MapFile {
	text := front
	if !strings.HasPrefix(text, "---\n") {
		text = "---\n" + front + "---\n" + body
	}
	return &fstest.MapFile{Data: []byte(text)}
}

func settings(keys string) *fstest.MapFile {
	if !strings.Contains(keys, "language:") {
		keys += "language: en-GB\n"
	}
	return page("title: Common Ground\nsummary: S.\n"+keys, "")
}

func lesson(keys, body string) *fstest.MapFile {
	return page("title: A\nsummary: S.\nthemes: [care]\nminutes: 5\n"+keys, body)
}

func text(f *fstest.MapFile) string { return string(f.Data) }

// found runs one check and returns what it found.
func found(t *testing.T, rule string, in Input) []diag.Finding {
	t.Helper()
	for _, c := range All() {
		if c.Rule.Code != rule {
			continue
		}
		var findings []diag.Finding
		c.Run(in, func(f diag.Finding) { findings = append(findings, f) })
		for _, f := range findings {
			if f.Rule != rule || f.Severity != c.Rule.Severity || f.Hint == "" || f.File == nil || f.Span.End <= f.Span.Start || f.Span.End > len(f.File.Text) {
				t.Errorf("%s: a finding without rule, hint or place: %+v", rule, f)
			}
		}
		return findings
	}
	t.Fatalf("no check %s", rule)
	return nil
}

// expect holds that a check finds something at exactly this text, or nothing
// when at is empty.
func expect(t *testing.T, rule, what string, in Input, at string) {
	t.Helper()
	findings := found(t, rule, in)
	var got []string
	for _, f := range findings {
		got = append(got, string(f.File.Bytes(f.Span)))
	}
	if strings.Join(got, "|") != at {
		t.Errorf("%s, %s: found at %q, want %q", rule, what, got, at)
	}
}

func TestSettingsChecks(t *testing.T) {
	for _, test := range []struct{ rule, key, value, at string }{
		{"language-form", "language", "english", "english"},
		{"language-form", "language", "en_GB", "en_GB"},
		{"language-form", "language", "e", "e"},
		{"language-form", "language", "xx-not-a-language", "xx-not-a-language"},
		{"language-form", "language", "en-GB", ""},
		{"language-form", "language", "cy", ""},
		{"language-form", "language", "zh-Hant-TW", ""},
		{"language-form", "language", "ar", ""},

		{"contact-form", "contact", "call us", "call us"},
		{"contact-form", "contact", "www.example.org", "www.example.org"},
		{"contact-form", "contact", "Ann <ann@example.org>", "Ann <ann@example.org>"},
		{"contact-form", "contact", "ann@example.org?subject=Hi", "ann@example.org?subject=Hi"},
		{"contact-form", "contact", "javascript:alert(1)", "javascript:alert(1)"},
		{"contact-form", "contact", "https://:80/", "https://:80/"},
		{"contact-form", "contact", "01234 567890", "01234 567890"},
		{"contact-form", "contact", "ann@example.org", ""},
		{"contact-form", "contact", "digital.skills+help@nhs.net", ""},
		{"contact-form", "contact", "https://example.org/help", ""},
		{"contact-form", "contact", "http://intranet/help?a=b", ""},

		{"url-form", "url", "example.org/", "example.org/"},
		{"url-form", "url", "https://example.org", "https://example.org"},
		{"url-form", "url", "https://example.org/a/index.html", "https://example.org/a/index.html"},
		{"url-form", "url", "https://example.org/?a=/", "https://example.org/?a=/"},
		{"url-form", "url", "ftp://example.org/", "ftp://example.org/"},
		{"url-form", "url", "https:///", "https:///"},
		{"url-form", "url", "https://me:secret@example.org/", "https://me:secret@example.org/"},
		{"url-form", "url", "http://localhost:1414/", "http://localhost:1414/"},
		{"url-form", "url", "http://[::1]/", "http://[::1]/"},
		{"url-form", "url", "https://example..org/", "https://example..org/"},
		{"url-form", "url", "https://example.org//", "https://example.org//"},
		{"url-form", "url", "https://example.org/a/../b/", "https://example.org/a/../b/"},
		{"url-form", "url", "https://example.org/,https://example.com/", "https://example.org/,https://example.com/"},
		{"url-form", "url", "https://müller.example/ä/", ""},
		{"url-form", "url", "https://192.168.1.1/", ""},
		{"url-form", "url", "https://example.org/", ""},
		{"url-form", "url", "http://intranet/training/", ""},
		{"url-form", "url", "https://example.org:8443/a/b/", ""},
	} {
		in := input(t, map[string]string{"content/index.md": text(settings(test.key + ": \"" + test.value + "\"\n"))})
		at := test.at
		if at != "" {
			at = `"` + at + `"` // the place of a value in quotes is the value with them
		}
		expect(t, test.rule, test.value, in, at)
	}
	for _, rule := range []string{"contact-form", "url-form"} {
		expect(t, rule, "no such key", input(t, nil), "")
	}
}

func TestOutcomeVerb(t *testing.T) {
	for outcome, flagged := range map[string]bool{
		"The patient can book.": true, "To book online.": true, "How to book.": true, "You can book.": true, "Understanding of apps.": true, "To: book": true, "Staff can book": true,
		"Book online.": false, "Explain a form in plain words.": false, "Show how to book.": false, "Theme your page.": false, "Today, book one.": false, "Tell": false,
	} {
		at := ""
		if flagged {
			at = `"` + outcome + `"`
		}
		expect(t, "outcome-verb", outcome, input(t, map[string]string{"content/lessons/a.md": text(lesson(`outcome: "`+outcome+"\"\n", ""))}), at)
	}
}

func TestRoleStart(t *testing.T) {
	role := func(start string) string { return "title: GP\nsummary: S.\n" + start }
	other := "title: Nurse\nsummary: S.\n"
	for _, test := range []struct{ name, start, roles, at string }{
		{"for another role", "start: a\n", "roles: [nurse]\n", "a"},
		{"in quotes", "start: \"a\"\n", "roles: [nurse]\n", `"a"`},
		{"for two other roles", "start: a\n", "roles: [nurse, manager]\n", "a"},
		{"for this role", "start: a\n", "roles: [gp]\n", ""},
		{"for this one and another", "start: a\n", "roles: [nurse, gp]\n", ""},
		{"for everyone", "start: a\n", "", ""},
		{"no start", "", "roles: [nurse]\n", ""},
		{"a lesson that is not there", "start: b\n", "roles: [nurse]\n", ""},
	} {
		in := input(t, map[string]string{"content/roles/gp.md": role(test.start), "content/roles/nurse.md": other, "content/roles/manager.md": other,
			"content/lessons/a.md": text(lesson("outcome: Show it.\n"+test.roles, ""))})
		expect(t, "role-start", test.name, in, test.at)
	}
}

func TestReviews(t *testing.T) { // today is 22 November 2026
	const next = "2026-11-23"
	for _, test := range []struct{ rule, reviewed, by, at string }{
		{"review-order", "2026-11-20", "2026-11-19", "2026-11-19"},
		{"review-order", "2026-11-20", "2025-12-31", "2025-12-31"},
		{"review-order", "2027-01-01", next, next},
		{"review-order", "2026-11-20", "2026-11-20", ""},
		{"review-order", "2026-11-20", "2027-11-20", ""},
		{"review-order", "", "2020-01-01", ""},
		{"review-order", "2026-11-20", "", ""},
		{"review-ahead", "2026-11-22", "", ""},
		{"review-ahead", "2026-11-23", "2027-01-01", "2026-11-23"},
		{"review-ahead", "2072-11-20", "", "2072-11-20"},
		{"review-overdue", "", "2026-11-21", "2026-11-21"},
		{"review-overdue", "2020-01-01", "2021-01-01", "2021-01-01"},
		{"review-overdue", "", "2026-10-30", "2026-10-30"},
		{"review-overdue", "2026-11-20", "2026-01-20", ""}, // review-order says it
		{"review-overdue", "", "2026-11-22", ""},
		{"review-overdue", "", next, ""},
		{"review-overdue", "2020-01-01", "", ""},
	} {
		keys := "outcome: Show it.\n"
		if test.reviewed != "" {
			keys += "reviewed: " + test.reviewed + "\n"
		}
		if test.by != "" {
			keys += "review_by: " + test.by + "\n"
		}
		in := input(t, map[string]string{"content/lessons/a.md": text(lesson(keys, ""))})
		expect(t, test.rule, test.reviewed+" to "+test.by, in, test.at)
		in.Today = schema.Date{}
		if test.rule == "review-overdue" {
			expect(t, test.rule, "without a day", in, "")
		}
	}
	for name, front := range map[string]string{
		"content/glossary/x.md": "title: X\nmeaning: M.\nreview_by: 2020-01-01\n",
		"content/myths/x.md":    "fact: F\nmyth: M\nwhy: W\nsay: S\nevidence: law\nsources: [{title: A, reference: B}]\nreview_by: 2020-01-01\n",
	} {
		expect(t, "review-overdue", name, input(t, map[string]string{name: front}), "2020-01-01")
	}
}

// Each check has a rule of its own, which Rules lists.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if r.Code == "" || r.Title == "" || r.Severity == diag.Off && !r.Advice || seen[r.Code] {
			t.Errorf("%+v has no code, title or severity of its own", r)
		}
		seen[r.Code] = true
	}
	if len(seen) != len(All())+3 {
		t.Errorf("%d rules for %d checks and Settle", len(seen), len(All()))
	}
	if findings := Run(input(t, nil)); len(findings) != 0 {
		t.Errorf("a package without mistakes has %v", findings)
	}
}
