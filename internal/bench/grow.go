package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"commonground/internal/bench/synthetic"
)

// series is one thing that there is more and more of.
type series struct {
	name  string
	steps []synthetic.Options
	most  float64 // how many times the CPU of a step may be that of the step before; 0 for no bound
	all   bool    // show every kind of page
}

// growing is what can be asked of the command grow.
type growing struct {
	lessons numbers
	rounds  count
	ours    string
	dir     string
}

func (g *growing) define(f *flag.FlagSet) {
	g.lessons, g.rounds = numbers{1000, 10_000}, 5
	f.Var(&g.lessons, "lessons", "the sizes of the first table, each ten times the one before")
	f.Var(&g.rounds, "rounds", "how many times each is measured")
	f.StringVar(&g.ours, "program", "", "the program to measure (default: built from here)")
	defineDir(f, &g.dir)
}

// grow measures cold builds of packages that have more and more of one thing.
func grow(args []string) error {
	var g growing
	f := flags("grow")
	g.define(f)
	if err := f.Parse(args); err != nil {
		return err
	}
	ctx, end := stoppable()
	defer end()
	return g.run(ctx)
}

func (g *growing) run(ctx context.Context) error {
	tools, err := newRoom(g.dir, toolBytes)
	if err != nil {
		return err
	}
	defer tools.close()
	programs, err := tools.programs(ctx, g.ours)
	if err != nil {
		return err
	}
	for _, s := range allSeries(g.lessons) {
		if err := s.measure(ctx, g.dir, programs.ours, int(g.rounds)); err != nil {
			return err
		}
	}
	return nil
}

func allSeries(lessons []int) []series {
	const seed, many = 1, 1000
	all := []series{{name: "lessons", most: 12, all: true}, {name: "terms in 1,000 lessons"}, {name: "lessons in one theme"}}
	for _, n := range lessons {
		all[0].steps = append(all[0].steps, synthetic.Options{Seed: seed, Lessons: n, Terms: 200})
	}
	all[1].steps = append(all[1].steps, synthetic.Options{Seed: seed, Lessons: many, Terms: 500, Unexplained: true})
	for _, n := range []int{50, 500, 5000} {
		all[1].steps = append(all[1].steps, synthetic.Options{Seed: seed, Lessons: many, Terms: n})
	}
	for _, n := range []int{10, 100, 1000} {
		all[2].steps = append(all[2].steps, synthetic.Options{Seed: seed, Lessons: n, Terms: 200, Themes: 1})
	}
	return all
}

// label says which step of a series a package is.
func (s series) label(o synthetic.Options) string {
	if s.name != "terms in 1,000 lessons" {
		return fmt.Sprint(o.Lessons)
	}
	if o.Unexplained {
		return "none"
	}
	return fmt.Sprint(o.Terms)
}

// step is what was measured of one.
type step struct {
	label   string
	costs   []cost
	size    extent
	largest map[string]int64
}

// bytes is what the packages take, and the largest site.
func (s series) bytes() int64 {
	all, most := 0, 0
	for _, o := range s.steps {
		all, most = all+o.Lessons, max(most, o.Lessons)
	}
	return int64(all)*packageBytes + int64(most)*siteBytes
}

// measure builds each package of a series as often as is asked, in turn.
func (s series) measure(ctx context.Context, dir, program string, rounds int) error {
	r, err := newRoom(dir, s.bytes())
	if err != nil {
		return err
	}
	defer r.close()
	steps := make([]step, len(s.steps))
	for i, o := range s.steps {
		steps[i].label = s.label(o)
		if err := makeIn(ctx, filepath.Join(r.dir, steps[i].label), o); err != nil {
			return err
		}
	}
	for n := range rounds {
		for i := range steps {
			if err := steps[i].build(ctx, r, program, n); err != nil {
				return err
			}
		}
	}
	s.report(steps)
	return nil
}

// build builds once more into a new folder, which is looked at the first time.
func (s *step) build(ctx context.Context, r room, program string, n int) error {
	out := filepath.Join(r.dir, fmt.Sprintf("%s-out-%d", s.label, n))
	took, err := measure(ctx, product(program, filepath.Join(r.dir, s.label))(out))
	if err != nil {
		return err
	}
	s.costs = append(s.costs, took)
	if n == 0 {
		files, err := filesOf(out)
		if err != nil {
			return err
		}
		s.size, s.largest = extentOf(files), largest(files)
	}
	return r.done(out)
}

// report prints the costs of the steps, and the largest page of each kind.
func (s series) report(steps []step) {
	fmt.Printf("### Growth with %s\n\n| %s | files | MB | wall, s | CPU, s | CPU ÷ the row above | peak, MiB |\n| --: | --: | --: | --: | --: | --: | --: |\n", s.name, s.name)
	for i, one := range steps {
		growth := ""
		if i > 0 {
			ratio := cpus(one.costs).over(cpus(steps[i-1].costs))
			growth = ratio.show("%.2f")
			if s.most > 0 {
				growth += ", " + atMost(s.most, ratio)
			}
		}
		fmt.Printf("| %s | %d | %.1f | %s | %s | %s | %s |\n", one.label, one.size.files, float64(one.size.bytes)/1e6,
			walls(one.costs).show("%.2f"), cpus(one.costs).show("%.2f"), growth, peaks(one.costs).show("%.0f"))
	}
	s.reportPages(steps)
}

// reportPages prints the largest page of each kind: of the first series all, of the
// others those that grow.
func (s series) reportPages(steps []step) {
	fmt.Printf("\nLargest of each kind, in KB, by %s:\n\n| kind |", s.name)
	for _, one := range steps {
		fmt.Printf(" %s |", one.label)
	}
	fmt.Print(" |\n| --- |" + strings.Repeat(" --: |", len(steps)) + " --- |\n")
	last := steps[len(steps)-1].largest
	for _, kind := range slices.Sorted(maps.Keys(last)) {
		verdict := grows(steps[max(0, len(steps)-2)].largest[kind], last[kind])
		if verdict == "" && !s.all {
			continue
		}
		fmt.Printf("| `%s` |", kind)
		for _, one := range steps {
			fmt.Printf(" %.1f |", float64(one.largest[kind])/1000)
		}
		fmt.Printf(" %s |\n", verdict)
	}
	fmt.Println()
}

// grows says that a page grows with the package: it is half as large again as in the
// package before.
func grows(before, now int64) string {
	if now > cmp.Or(before, now)*3/2 {
		return "grows"
	}
	return ""
}
