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

// define adds the flags that say what a package is like, but for its size.
func define(f *flag.FlagSet, o *synthetic.Options) {
	f.Uint64Var(&o.Seed, "seed", 1, "another seed gives another package")
	f.IntVar(&o.Terms, "terms", 200, "how many terms")
	f.IntVar(&o.Themes, "themes", 6, "how many themes the lessons have")
	f.BoolVar(&o.Unexplained, "unexplained", false, "use the terms, but have no glossary")
}

// makePackage writes a package, file by file. With -hugo it writes the same for Hugo.
func makePackage(args []string) error {
	var o synthetic.Options
	f := flags("make")
	define(f, &o)
	f.IntVar(&o.Lessons, "lessons", 1000, "how many lessons")
	forHugo := f.Bool("hugo", false, "write it as Hugo reads it, with the layouts for it")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() != 1 {
		return fmt.Errorf("make: name one folder to write to")
	}
	put := writer(f.Arg(0))
	if !*forHugo {
		return synthetic.New(o).Write(put)
	}
	if err := writeHugoLook(put); err != nil {
		return err
	}
	return synthetic.New(o).Write(func(name string, data []byte) error { return put(hugoFile(name, data)) })
}

// writer writes files into a folder. It makes each folder once.
func writer(dir string) func(name string, data []byte) error {
	made := map[string]bool{}
	return func(name string, data []byte) error {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if in := filepath.Dir(full); !made[in] {
			if err := os.MkdirAll(in, 0o777); err != nil {
				return err
			}
			made[in] = true
		}
		return os.WriteFile(full, data, 0o666)
	}
}

// makeIn has a package written by a process of its own: what this one holds at its
// most is counted with every program that it starts.
func makeIn(ctx context.Context, dir string, o synthetic.Options, more ...string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	args := append([]string{"make", "-seed", strconv.FormatUint(o.Seed, 10), "-lessons", strconv.Itoa(o.Lessons), "-terms", strconv.Itoa(o.Terms),
		"-themes", strconv.Itoa(o.Themes), "-unexplained=" + strconv.FormatBool(o.Unexplained)}, more...)
	if out, err := exec.CommandContext(ctx, self, append(args, dir)...).CombinedOutput(); err != nil {
		return fmt.Errorf("make a package: %w\n%s", err, out)
	}
	return nil
}
