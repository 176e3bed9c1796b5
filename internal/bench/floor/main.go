// Floor is the least that a program can do that turns a folder of Markdown into as
// many files as a build has: it reads each page, parses it with goldmark and the
// extensions that the product has, and writes what comes out, on all cores. It reads
// no front matter, follows no link, knows no term and has no layout. What a build
// takes beyond it is the price of all that.
//
//	floor PACKAGE OUT [FILES]
//
// With FILES it writes that many: each page is parsed once and written under as many
// names as it takes. The files hold what goldmark gives and nothing around it.
package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// job is what there is to do: file i holds page i modulo the number of pages.
type job struct {
	pages []string
	out   string
	files int
	md    goldmark.Markdown
}

// garbage is how much may pile up before memory is swept, in percent of what is in
// use: what the product lets a package of up to 1,500 files have.
const garbage = 400

func run(args []string) error {
	debug.SetGCPercent(garbage)
	if len(args) < 2 {
		return fmt.Errorf("say what to read and where to write")
	}
	pages, err := pagesIn(args[0])
	if err != nil {
		return err
	}
	j := job{pages: pages, out: args[1], files: len(pages), md: goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList))}
	if len(args) > 2 {
		if j.files, err = strconv.Atoi(args[2]); err != nil {
			return err
		}
	}
	return j.do()
}

// pagesIn lists the Markdown files of a folder.
func pagesIn(dir string) (pages []string, err error) {
	err = filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(name, ".md") {
			pages = append(pages, name)
		}
		return err
	})
	return pages, err
}

// folderSize is how many files a folder of the output has.
const folderSize = 10_000

// do makes all files; each core takes the next page that none has taken.
func (j *job) do() error {
	for i := 0; i < j.files; i += folderSize {
		if err := os.MkdirAll(j.folder(i), 0o777); err != nil {
			return err
		}
	}
	var next atomic.Int64
	var group sync.WaitGroup
	errs := make([]error, runtime.GOMAXPROCS(0))
	for w := range errs {
		group.Go(func() {
			var page bytes.Buffer
			for i := int(next.Add(1)) - 1; i < len(j.pages) && errs[w] == nil; i = int(next.Add(1)) - 1 {
				errs[w] = j.make(i, &page)
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// make reads page i and writes every file that holds it.
func (j *job) make(i int, page *bytes.Buffer) error {
	text, err := os.ReadFile(j.pages[i])
	if err != nil {
		return err
	}
	page.Reset()
	if err := j.md.Convert(body(text), page); err != nil {
		return err
	}
	for n := i; n < j.files; n += len(j.pages) {
		if err := os.WriteFile(filepath.Join(j.folder(n), strconv.Itoa(n)+".html"), page.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) folder(i int) string { return filepath.Join(j.out, strconv.Itoa(i/folderSize)) }

// body is what follows the front matter.
func body(text []byte) []byte {
	if bytes.HasPrefix(text, []byte("---\n")) {
		if end := bytes.Index(text[4:], []byte("\n---\n")); end >= 0 {
			return text[4+end+5:]
		}
	}
	return text
}
