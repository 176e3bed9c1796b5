package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"time"

	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

// asking says whether there is somebody at a terminal who can answer.
func asking(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// answer asks for what a request leaves open. Without anybody to ask it leaves
// the request as it is, and Draft says which flag is missing.
func answer(env Env, pkg *scaffold.Package, r *scaffold.Request) error {
	if !asking(env.Stdin) {
		return nil
	}
	questions, err := pkg.Questions(*r)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(env.Stdin)
	for _, q := range questions {
		slugs, ended := ask(env.Stderr, lines, q)
		switch {
		case ended:
			return nil
		case q.Of == &schema.Theme:
			r.Themes = slugs
		default:
			r.Roles = slugs
		}
	}
	return nil
}

// ask asks until there is an answer that can be used, or no more input.
func ask(to io.Writer, lines *bufio.Scanner, q scaffold.Question) (slugs []string, ended bool) {
	for {
		fmt.Fprint(to, q)
		if !lines.Scan() {
			fmt.Fprintln(to)
			return nil, true
		}
		slugs, err := q.Answer(lines.Text())
		if err == nil {
			return slugs, false
		}
		fmt.Fprintf(to, "%s\n\n", err)
	}
}

// dayOf is the day of a moment, where the program runs.
func dayOf(t time.Time) schema.Date {
	return schema.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
