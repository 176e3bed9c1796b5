package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"commonground/internal/bench/patterns"
	"commonground/internal/build"
	"commonground/internal/cores"
	"commonground/internal/diag"
	"commonground/internal/schema"
)

// Four times as much may take at most eight times as long: what is quadratic would
// take sixteen times. What takes less than the least cannot be told from what else
// goes on, so it counts as that.
const (
	mostGrowth = 8
	leastTime  = 10 * time.Millisecond
)

// pattern is content that can be slow, made once, twice and four times as large.
type pattern struct {
	name string
	make func(times int) map[string]string
}

// slow measures all patterns, or those whose names have a word of the arguments.
func slow(args []string) error {
	f := flags("patterns")
	all := f.Bool("all", false, "print those that keep the bound as well")
	if err := f.Parse(args); err != nil {
		return err
	}
	m := &meter{program: os.DirFS("."), cache: new(build.Cache)}
	if err := m.settle(); err != nil {
		return err
	}
	fmt.Print("| pattern | 1 ×, ms | 2 ×, ms | 4 ×, ms | 4 × ÷ 1 × | |\n| --- | --: | --: | --: | --: | --- |\n")
	looked, missed, refused := 0, 0, 0
	for _, p := range allPatterns() {
		if !asked(p.name, f.Args()) {
			continue
		}
		r, err := m.try(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		looked++
		if !r.kept() {
			missed++
		}
		if r.refused > 0 {
			refused++
		}
		if *all || !r.kept() {
			fmt.Println(r.row(p.name))
		}
	}
	fmt.Printf("\n%d patterns, of which %d take more than %d times as long when there is four times as much, and %d are refused when they are large.\n", looked, missed, mostGrowth, refused)
	return nil
}

func asked(name string, words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
}

// allPatterns are those of texts, whole and in paragraphs that are within the limits
// at every size, and those of packages.
func allPatterns() []pattern {
	var all []pattern
	for _, t := range slices.Concat(patterns.Texts(), patterns.Nearly()) {
		all = append(all,
			pattern{t.Name + ", in one", func(times int) map[string]string { return oneLesson(t.Make(times * 60 << 10)) }},
			pattern{t.Name + ", in paragraphs", func(times int) map[string]string {
				return oneLesson(strings.Repeat(t.Make(times*3500)+"\n\n", 16))
			}})
	}
	for _, p := range patterns.Packages() {
		all = append(all, pattern{p.Name, func(times int) map[string]string { return p.Make(times * p.Least) }})
	}
	return all
}

func oneLesson(text string) map[string]string {
	return map[string]string{"content/lessons/lesson.md": "---\ntitle: Lesson\nsummary: All there is.\nthemes: [language]\nminutes: 2\noutcome: Say one thing\n---\n\n" + text}
}

// meter measures builds in this process, so that what a program takes to start
// does not hide what its content takes.
type meter struct {
	program fs.FS
	cache   *build.Cache  // of layouts, styles and scripts: no file is built twice
	idle    time.Duration // what a package with next to nothing in it takes
	turn    int
}

// settle measures the least package.
func (m *meter) settle() (err error) {
	if _, _, err = m.best(oneLesson("a\n")); err != nil { // the first fills the cache
		return err
	}
	m.idle, _, err = m.best(oneLesson("a\n"))
	return err
}

// tries is how often a pattern may miss the bound before it is said to: other work
// on the machine may be why.
const tries = 3

// try measures a pattern until it keeps the bound.
func (m *meter) try(p pattern) (r result, err error) {
	for range tries {
		if r, err = m.measure(p); r.kept() || err != nil {
			break
		}
	}
	return r, err
}

// measure measures a pattern at three sizes.
func (m *meter) measure(p pattern) (r result, err error) {
	for i := range r.took {
		took, built, err := m.best(p.make(1 << i))
		if err != nil {
			return r, err
		}
		r.took[i] = max(took-m.idle, 0)
		if !built && r.refused == 0 {
			r.refused = 1 << i
		}
	}
	return r, nil
}

// result is what a pattern took once, twice and four times as large, and from which
// of these sizes on it is refused; 0 if at none. To refuse must not take long either.
type result struct {
	took    [3]time.Duration
	refused int
}

// ratio is how many times as long four times as much takes.
func (r result) ratio() float64 {
	return max(r.took[2], leastTime).Seconds() / max(r.took[0], leastTime).Seconds()
}

func (r result) kept() bool { return r.ratio() <= mostGrowth }

// verdict says whether the bound is kept and, since little of it was built then,
// whether the pattern is refused.
func (r result) verdict() string {
	var said []string
	if !r.kept() {
		said = append(said, "**missed**")
	}
	if r.refused > 0 {
		said = append(said, fmt.Sprintf("refused from %d ×", r.refused))
	}
	if len(said) == 0 {
		return "kept"
	}
	return strings.Join(said, ", ")
}

// row is the row of a pattern in the table.
func (r result) row(name string) string {
	return fmt.Sprintf("| %s | %.1f | %.1f | %.1f | %.1f | %s |", name, ms(r.took[0]), ms(r.took[1]), ms(r.took[2]), r.ratio(), r.verdict())
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// best is the least of the times that five builds took, and whether they gave a site.
func (m *meter) best(files map[string]string) (least time.Duration, built bool, err error) {
	least = 1 << 62
	for range 5 {
		pkg := m.fresh(files)
		runtime.GC()
		before := processorTime()
		if built, err = m.build(pkg); err != nil {
			return 0, false, err
		}
		least = min(least, processorTime()-before)
	}
	return least, built, nil
}

// fresh is a package with a home page, in which every text is new to the cache.
func (m *meter) fresh(files map[string]string) fstest.MapFS {
	m.turn++
	pkg := fstest.MapFS{"content/index.md": {Data: []byte("---\ntitle: Patterns\nsummary: Much of one kind.\nlanguage: en-GB\n---\n")}}
	for name, text := range files {
		pkg[name] = &fstest.MapFile{Data: fmt.Appendf([]byte(text), "\n\n%d\n", m.turn)}
	}
	return pkg
}

// build does all that the program does: it builds, looks for advice, prints what was
// found and writes every page. A package that is refused has none.
func (m *meter) build(pkg fs.FS) (built bool, err error) {
	r, err := build.Run(build.Options{Package: pkg, Program: m.program, Advice: true, Cache: m.cache, Today: schema.Date{Year: 2026, Month: 11, Day: 23}})
	if err != nil {
		return false, err
	}
	if err := diag.Print(io.Discard, r.Advise(context.Background(), cores.All()), diag.Text, true); err != nil || r.Site == nil {
		return false, err
	}
	for _, f := range r.Site.Files() {
		if err := f.Write(io.Discard); err != nil {
			return false, err
		}
	}
	return true, nil
}
