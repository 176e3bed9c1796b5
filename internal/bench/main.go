// Bench measures the program from outside: what a build costs beside a floor and
// beside Hugo, how it grows, and what Markdown made to be slow does to it. What it
// prints is Markdown for docs/performance.md. Run it in the root of the repository.
//
//	go run ./internal/bench make    DIR       write a synthetic package
//	go run ./internal/bench compare           beside the floor and Hugo
//	go run ./internal/bench grow              with lessons, terms, lessons in one theme
//	go run ./internal/bench patterns          what must not be quadratic
//	go run ./internal/bench weigh   DIR ...   pages and requests of built sites
//
// Each says with -h what it can be asked.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// command is one thing that can be asked for.
type command struct {
	name string
	run  func(args []string) error
}

func commands() []command {
	return []command{{"make", makePackage}, {"compare", compare}, {"grow", grow}, {"patterns", slow}, {"weigh", weigh}}
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var names []string
	for _, c := range commands() {
		if len(args) > 0 && c.name == args[0] {
			return c.run(args[1:])
		}
		names = append(names, c.name)
	}
	return fmt.Errorf("say one of %s", strings.Join(names, ", "))
}

// numbers is a flag with several of them: 300,1000,10000.
type numbers []int

// String writes them as Set reads them.
func (n *numbers) String() string {
	var parts []string
	for _, i := range *n {
		parts = append(parts, strconv.Itoa(i))
	}
	return strings.Join(parts, ",")
}

// Set reads them.
func (n *numbers) Set(s string) error {
	*n = nil
	for part := range strings.SplitSeq(s, ",") {
		var i count
		if err := i.Set(part); err != nil {
			return err
		}
		*n = append(*n, int(i))
	}
	return nil
}

// count is a flag with a number of things, of which there is to be one at least.
type count int

// String writes it as Set reads it.
func (c *count) String() string { return strconv.Itoa(int(*c)) }

// Set reads it.
func (c *count) Set(s string) error {
	i, err := strconv.Atoi(s)
	if err == nil && i < 1 {
		err = errors.New("the least is 1")
	}
	*c = count(i)
	return err
}

var _, _ flag.Value = (*numbers)(nil), (*count)(nil)

// defineDir adds the flag that says where to measure.
func defineDir(f *flag.FlagSet, dir *string) {
	f.StringVar(dir, "dir", "", "a folder to measure in (default: in memory where there is room, or else among temporary files)")
}

// flags begins the flags of a command.
func flags(name string) *flag.FlagSet { return flag.NewFlagSet(name, flag.ExitOnError) }
