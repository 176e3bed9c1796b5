package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"commonground/internal/bench/synthetic"
	"commonground/internal/build"
	"commonground/internal/link"
)

func TestFigures(t *testing.T) {
	ours, floor := figures{4, 2, 9}, figures{2, 1, 3}
	if m := ours.median(); m != 4 {
		t.Error(m)
	}
	if m := (figures{4, 2, 9, 5}).median(); m != 4.5 {
		t.Error(m)
	}
	if r := ours.over(floor); !slices.Equal(r, figures{2, 2, 3}) {
		t.Error(r)
	}
	if s := ours.show("%.1f"); s != "4.0 (2.0–9.0)" {
		t.Error(s)
	}
}

// TestBounds keeps a bound, misses it by one of two figures, and has none.
func TestBounds(t *testing.T) {
	for want, got := range map[string]string{
		"≤ 1.8: kept":       atMost(1.8, figures{1, 2, 1.8}),
		"≤ 1.8: **missed**": atMost(1.8, figures{1}, figures{1.9}),
		"≥ 5: kept":         atLeast(5, figures{5}, figures{7}),
		"≥ 5: **missed**":   atLeast(5, figures{4.9}),
		"":                  atMost(0, figures{100}),
	} {
		if got != want {
			t.Errorf("%q instead of %q", got, want)
		}
	}
}

// TestMake writes a package and the same for Hugo.
func TestMake(t *testing.T) {
	ours, hugo := t.TempDir(), t.TempDir()
	if err := run([]string{"make", "-lessons", "5", "-themes", "2", ours}); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"make", "-lessons", "5", "-hugo", hugo}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		filepath.Join(ours, "content", "index.md"):                           "title: \"Synthetic training\"",
		filepath.Join(ours, "themes", "plain-words.md"):                      "\norder: 1\n",
		filepath.Join(hugo, "content", "_index.md"):                          "title: \"Synthetic training\"",
		filepath.Join(hugo, "content", "themes", "plain-words", "_index.md"): "\nweight: 1\n",
		filepath.Join(hugo, "content", "insights", "insight-1.md"):           "\nsort: interview\n",
		filepath.Join(hugo, "layouts", "_partials", "menu.html"):             "<nav>",
		filepath.Join(hugo, "static", "themes", "drawn.svg"):                 "<svg",
	} {
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains("\n"+strings.TrimPrefix(string(text), "---"), want) {
			t.Errorf("%s: %v, want %q in\n%.300s", name, err, want, text)
		}
	}
	if run([]string{"make"}) == nil || run([]string{"nothing"}) == nil || run(nil) == nil {
		t.Error("what makes no sense is done all the same")
	}
}

// TestFlags holds that what is printed as the default of a flag can be given, and
// that nothing can be asked for that would not be done.
func TestFlags(t *testing.T) {
	for name, define := range map[string]func(*flag.FlagSet){"compare": new(comparison).define, "grow": new(growing).define} {
		f := flag.NewFlagSet(name, flag.ContinueOnError)
		f.SetOutput(io.Discard)
		define(f)
		f.VisitAll(func(one *flag.Flag) {
			if err := one.Value.Set(one.DefValue); err != nil || one.Value.String() != one.DefValue {
				t.Errorf("%s -%s %q: %v, %q", name, one.Name, one.DefValue, err, one.Value)
			}
		})
		for _, args := range [][]string{{"-rounds", "0"}, {"-rounds", "many"}, {"-sizes", "300,0"}, {"-sizes", ""}, {"-lessons", "0"}} {
			if f.Parse(args) == nil {
				t.Errorf("%s takes %q", name, args)
			}
		}
		if name == "compare" && f.Parse([]string{"-lessons", "10"}) == nil {
			t.Error("compare takes a number of lessons and its own sizes")
		}
	}
}

// TestRoom measures where it is told to, and otherwise in memory only if there is
// room for it.
func TestRoom(t *testing.T) {
	asked := t.TempDir()
	t.Setenv("TMPDIR", t.TempDir())
	for _, test := range []struct {
		in    string
		bytes int64
		want  string
	}{{asked, 0, asked}, {asked, 1 << 62, asked}, {"", 1 << 62, os.TempDir()}} {
		r, err := newRoom(test.in, test.bytes)
		if err != nil || filepath.Dir(r.dir) != filepath.Clean(test.want) || r.memory {
			t.Errorf("%q, %d bytes: %+v, %v, want one in %s", test.in, test.bytes, r, err, test.want)
		}
		r.close()
	}
}

// TestStoppedRace clears away all that it wrote.
func TestStoppedRace(t *testing.T) {
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for what, run := range map[string]func() error{
		"compare": func() error { return (&comparison{dir: dir, sizes: numbers{5}, rounds: 1}).run(ctx) },
		"race":    func() error { return programs{}.race(ctx, dir, synthetic.Options{Lessons: 5}, 1) },
		"grow":    func() error { return (&growing{dir: dir, lessons: numbers{5}, rounds: 1}).run(ctx) },
		"series":  func() error { return allSeries(numbers{5})[0].measure(ctx, dir, "", 1) },
	} {
		if err := run(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s ends with %v", what, err)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%s leaves %v, %v", what, left, err)
		}
	}
}

func TestKinds(t *testing.T) {
	for name, want := range map[string]string{
		"index.html": "index.html", "print-2.html": "print.html", "404.html": "404.html", "plan-2.html": "plan-2.html",
		link.Lessons: "lessons/index.html", link.PageOf(link.Lessons, 11): "lessons/index.html",
		link.PageOf(link.Search, 1): "search.html", link.PageOf("themes/care.html", 2): "themes/*.html",
		"lessons/one-2.html": "lessons/*.html", link.Cards: "myths/cards.html", link.PageOf(link.Cards, 1): "myths/cards.html",
		"assets/search/12.js": "assets/search/*.js",
	} {
		if got := kindOf(name); got != want {
			t.Errorf("%s: %s instead of %s", name, got, want)
		}
	}
	if grows(100, 149) != "" || grows(100, 151) == "" || grows(0, 10) != "" {
		t.Error("what grows is told wrong")
	}
}

// TestRequested reads a page for what it asks for.
func TestRequested(t *testing.T) {
	page := `<link rel="stylesheet" href="../assets/a.css"><link rel="canonical" href="x.html"><script src="../assets/a.js"></script>` +
		`<img src="a%20b.png"><img src="a%20b.png"><a href="other.html">`
	got := requested("lessons/one.html", []byte(page))
	if len(got) != 3 || !got["assets/a.css"] || !got["assets/a.js"] || !got["lessons/a b.png"] {
		t.Error(got)
	}
}

// TestVerdict judges times in milliseconds: four times as much may take eight times
// as long, and less than ten counts as ten.
func TestVerdict(t *testing.T) {
	for _, test := range []struct {
		took    [3]time.Duration
		refused int
		ratio   float64
		want    string
	}{
		{[3]time.Duration{20, 40, 80}, 0, 4, "kept"},
		{[3]time.Duration{20, 80, 160}, 0, 8, "kept"},
		{[3]time.Duration{20, 80, 320}, 0, 16, "**missed**"},
		{[3]time.Duration{1, 9, 80}, 0, 8, "kept"},
		{[3]time.Duration{1, 9, 81}, 0, 8.1, "**missed**"},
		{[3]time.Duration{0, 0, 9}, 0, 1, "kept"},
		{[3]time.Duration{20, 40, 0}, 4, 0.5, "refused from 4 ×"},
		{[3]time.Duration{20, 80, 320}, 1, 16, "**missed**, refused from 1 ×"},
	} {
		r := result{refused: test.refused}
		for i, took := range test.took {
			r.took[i] = took * time.Millisecond
		}
		if math.Abs(r.ratio()-test.ratio) > 1e-9 || r.verdict() != test.want || r.kept() == strings.Contains(test.want, "missed") {
			t.Errorf("%v, refused %d: %.1f, %s; want %.1f, %s", test.took, test.refused, r.ratio(), r.verdict(), test.ratio, test.want)
		}
	}
}

// TestRefusedIsSeen measures one that is built at each size, and one with more
// than a paragraph may have.
func TestRefusedIsSeen(t *testing.T) {
	m := &meter{program: os.DirFS("../.."), cache: new(build.Cache)}
	for refused, words := range map[int]int{0: 10, 2: 5 << 10} {
		r, err := m.measure(pattern{"words", func(times int) map[string]string { return oneLesson(strings.Repeat("a ", times*words)) }})
		if err != nil || r.refused != refused {
			t.Errorf("%d words are refused from %d ×, want %d; %v", words, r.refused, refused, err)
		}
	}
}
