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
	g := &growth{program: os.DirFS("."), cache: new(build.Cache)}
	if err := g.settle(); err != nil {
		return err
	}
	fmt.Print("| pattern | 1 ×, ms | 2 ×, ms | 4 ×, ms | 4 × ÷ 1 × | |\n| --- | --: | --: | --: | --: | --- |\n")
	looked, missed := 0, 0
	for _, p := range allPatterns() {
		if !asked(p.name, f.Args()) {
			continue
		}
		row, kept, err := g.try(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		looked++
		if !kept {
			missed++
		}
		if *all || !kept {
			fmt.Println(row)
		}
	}
	fmt.Printf("\n%d patterns, of which %d take more than %d times as long when there is four times as much.\n", looked, missed, mostGrowth)
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

// growth measures builds in this process, so that what a program takes to start
// does not hide what its content takes.
type growth struct {
	program fs.FS
	cache   *build.Cache  // of layouts, styles and scripts: no file is built twice
	idle    time.Duration // what a package with next to nothing in it takes
	turn    int
}

// settle measures the least package.
func (g *growth) settle() (err error) {
	if _, err = g.best(oneLesson("a\n")); err != nil { // the first fills the cache
		return err
	}
	g.idle, err = g.best(oneLesson("a\n"))
	return err
}

// tries is how often a pattern may miss the bound before it is said to: other work
// on the machine may be why.
const tries = 3

// try measures a pattern until it keeps the bound.
func (g *growth) try(p pattern) (row string, kept bool, err error) {
	for range tries {
		if row, kept, err = g.measure(p); kept || err != nil {
			break
		}
	}
	return row, kept, err
}

// measure measures a pattern at three sizes.
func (g *growth) measure(p pattern) (row string, kept bool, err error) {
	var took [3]time.Duration
	for i := range took {
		if took[i], err = g.best(p.make(1 << i)); err != nil {
			return "", false, err
		}
		took[i] = max(took[i]-g.idle, 0)
	}
	ratio := max(took[2], leastTime).Seconds() / max(took[0], leastTime).Seconds()
	kept = ratio <= mostGrowth
	verdict := "kept"
	if !kept {
		verdict = "**missed**"
	}
	return fmt.Sprintf("| %s | %.1f | %.1f | %.1f | %.1f | %s |", p.name, ms(took[0]), ms(took[1]), ms(took[2]), ratio, verdict), kept, nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// best is the least of the times that five builds took.
func (g *growth) best(files map[string]string) (time.Duration, error) {
	least := time.Duration(1 << 62)
	for range 5 {
		pkg := g.fresh(files)
		runtime.GC()
		before := processorTime()
		if err := g.build(pkg); err != nil {
			return 0, err
		}
		least = min(least, processorTime()-before)
	}
	return least, nil
}

// fresh is a package with a home page, in which every text is new to the cache.
func (g *growth) fresh(files map[string]string) fstest.MapFS {
	g.turn++
	pkg := fstest.MapFS{"content/index.md": {Data: []byte("---\ntitle: Patterns\nsummary: Much of one kind.\nlanguage: en-GB\n---\n")}}
	for name, text := range files {
		pkg[name] = &fstest.MapFile{Data: fmt.Appendf([]byte(text), "\n\n%d\n", g.turn)}
	}
	return pkg
}

// build does all that the program does: it builds, looks for advice, prints what was
// found and writes every page.
func (g *growth) build(pkg fs.FS) error {
	r, err := build.Run(build.Options{Package: pkg, Program: g.program, Advice: true, Cache: g.cache, Today: schema.Date{Year: 2026, Month: 11, Day: 23}})
	if err != nil {
		return err
	}
	if err := diag.Print(io.Discard, r.Advise(context.Background(), cores.All()), diag.Text, true); err != nil || r.Site == nil {
		return err
	}
	for _, f := range r.Site.Files() {
		if err := f.Write(io.Discard); err != nil {
			return err
		}
	}
	return nil
}
