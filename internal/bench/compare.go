package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"commonground/internal/bench/synthetic"
)

// contestant is a program that builds the same content.
type contestant struct {
	name   string
	source string // what it reads
	floor  bool   // it does the same again whatever is there
	args   func(out string) []string
	costs  map[string][]cost // by step
}

// steps are what is measured of each: into a folder that is not there, into the
// same without a change, and after one lesson was changed.
const (
	cold   = "cold"
	again  = "again"
	edited = "one edit"
)

// race is one size of package and who builds it.
type race struct {
	room    room
	lessons []string
	who     []*contestant
}

// bound is what is promised of a cold build with so many lessons: at most so many
// times the floor, at least so many times faster than Hugo, at most so many MiB.
type bound struct{ floor, hugo, peak float64 }

func boundOf(lessons int) bound {
	switch lessons {
	case 1_000:
		return bound{floor: 1.8, hugo: 5}
	case 10_000:
		return bound{floor: 1.7, hugo: 5.5, peak: 240}
	}
	return bound{}
}

// comparison is what can be asked of the command compare.
type comparison struct {
	pkg                synthetic.Options
	sizes              numbers
	rounds             count
	ours, before, hugo string
	dir                string
}

func (c *comparison) define(f *flag.FlagSet) {
	define(f, &c.pkg)
	c.sizes, c.rounds = numbers{300, 1000, 10_000}, 5
	f.Var(&c.sizes, "sizes", "how many lessons, one package for each")
	f.Var(&c.rounds, "rounds", "how many times each is measured")
	f.StringVar(&c.ours, "program", "", "the program to measure (default: built from here)")
	f.StringVar(&c.before, "before", "", "another version of it to compare with")
	f.StringVar(&c.hugo, "hugo", "hugo", "Hugo, if there is one; an empty word for without")
	defineDir(f, &c.dir)
}

// compare builds packages of several sizes with each program in turn.
func compare(args []string) error {
	var c comparison
	f := flags("compare")
	c.define(f)
	if err := f.Parse(args); err != nil {
		return err
	}
	ctx, end := stoppable()
	defer end()
	return c.run(ctx)
}

func (c *comparison) run(ctx context.Context) error {
	tools, err := newRoom(c.dir, toolBytes)
	if err != nil {
		return err
	}
	defer tools.close()
	programs, err := tools.programs(ctx, c.ours)
	if err != nil {
		return err
	}
	programs.before = c.before
	programs.hugo, _ = exec.LookPath(c.hugo)
	for _, c.pkg.Lessons = range c.sizes {
		if err := programs.race(ctx, c.dir, c.pkg, int(c.rounds)); err != nil {
			return err
		}
	}
	return nil
}

// programs are the paths of what is measured; before and hugo may be empty.
type programs struct{ ours, before, floor, hugo string }

// programs builds what is not given.
func (r room) programs(ctx context.Context, ours string) (programs, error) {
	p := programs{ours: ours, floor: filepath.Join(r.dir, "floor")}
	if ours == "" {
		p.ours = filepath.Join(r.dir, "commonground")
		if err := goBuild(ctx, p.ours, "."); err != nil {
			return p, err
		}
	}
	return p, goBuild(ctx, p.floor, "./internal/bench/floor")
}

func goBuild(ctx context.Context, out, pkg string) error {
	if text, err := exec.CommandContext(ctx, "go", "build", "-o", out, pkg).CombinedOutput(); err != nil {
		return fmt.Errorf("build %s: %w\n%s", pkg, err, text)
	}
	return nil
}

// race writes the content, lets the product run once unmeasured, and then measures
// all programs in turn.
func (p programs) race(ctx context.Context, dir string, o synthetic.Options, rounds int) error {
	const sites, packages = 4, 2 // at once: ours, another of ours, the floor's and Hugo's
	r, err := newRoom(dir, int64(o.Lessons)*(sites*siteBytes+packages*packageBytes))
	if err != nil {
		return err
	}
	defer r.close()
	c := race{room: r, lessons: synthetic.New(o).Lessons()}
	source := filepath.Join(r.dir, "package")
	if err := makeIn(ctx, source, o); err != nil {
		return err
	}
	c.add("ours", source, product(p.ours, source))
	if p.before != "" {
		c.add("before", source, product(p.before, source))
	}
	size, err := c.trial(ctx)
	if err != nil {
		return err
	}
	c.add("floor", source, func(out string) []string { return []string{p.floor, source, out, strconv.Itoa(size.files)} }).floor = true
	if p.hugo != "" {
		if err := c.addHugo(ctx, p.hugo, o); err != nil {
			return err
		}
	}
	for i := range rounds {
		if err := c.round(ctx, i); err != nil {
			return err
		}
	}
	c.report(o, size)
	return nil
}

func (c *race) add(name, source string, args func(out string) []string) *contestant {
	one := &contestant{name: name, source: source, args: args, costs: map[string][]cost{}}
	c.who = append(c.who, one)
	return one
}

// product is how to call ours.
func product(program, source string) func(out string) []string {
	return func(out string) []string { return []string{program, "build", "-C", source, "-o", out} }
}

func (c *race) addHugo(ctx context.Context, program string, o synthetic.Options) error {
	source := filepath.Join(c.room.dir, "hugo")
	if err := makeIn(ctx, source, o, "-hugo"); err != nil {
		return err
	}
	caches := filepath.Join(c.room.dir, "hugo-caches")
	c.add("Hugo", source, func(out string) []string {
		return []string{program, "--noBuildLock", "--source", source, "--destination", out, "--cacheDir", caches}
	})
	return nil
}

// trial builds once with the product, to know what a site has.
func (c *race) trial(ctx context.Context) (extent, error) {
	out := filepath.Join(c.room.dir, "trial")
	if _, err := measure(ctx, c.who[0].args(out)); err != nil {
		return extent{}, err
	}
	files, err := filesOf(out)
	if err != nil {
		return extent{}, err
	}
	return extentOf(files), c.room.done(out)
}

// round lets each program build cold, then each again, then each after an edit.
func (c *race) round(ctx context.Context, n int) error {
	out := func(one *contestant) string { return filepath.Join(c.room.dir, fmt.Sprintf("%s-%d", one.name, n)) }
	for _, step := range []string{cold, again, edited} {
		if step == edited {
			if err := c.edit(n); err != nil {
				return err
			}
		}
		for _, one := range c.who {
			if one.floor && step != cold {
				continue
			}
			took, err := measure(ctx, one.args(out(one)))
			if err != nil {
				return err
			}
			one.costs[step] = append(one.costs[step], took)
		}
	}
	for _, one := range c.who {
		if err := c.room.done(out(one)); err != nil {
			return err
		}
	}
	return nil
}

// edit adds a sentence to a lesson, another one in each round.
func (c *race) edit(n int) error {
	done := map[string]bool{}
	for _, one := range c.who {
		if done[one.source] {
			continue
		}
		done[one.source] = true
		f, err := os.OpenFile(filepath.Join(one.source, c.lessons[n*7%len(c.lessons)]), os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(f, "\nSaved %d.\n", n); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}
