package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"commonground/internal/output"
	"commonground/internal/scaffold"
	"commonground/internal/schema"
)

func initCommand(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "make a small package to begin with",
		Long: `Makes a small package in a new or empty folder: settings to fill in, a lesson that
shows every block, words, myth cards, a pathway, a README and settings for editors.
It never writes over a file.`,
		Example: `  commonground init training   make the folder training with a package in it
  commonground init .          make the package in this folder, which must be empty`,
		RunE: func(_ *cobra.Command, words []string) error { return begin(env, words) },
	}
}

func begin(env Env, words []string) error {
	switch {
	case len(words) == 0 || words[0] == "":
		return usage("name a new folder: commonground init training", "say where to make the package")
	case len(words) > 1:
		return usage(fmt.Sprintf("put quotes round a name with spaces: commonground init %q", strings.Join(words, " ")), "init takes no %q", words[1])
	}
	dir := words[0]
	if file := output.FileOnTheWay(dir); file != "" {
		return usage("choose another name", "%q is a file, not a folder", filepath.ToSlash(file))
	}
	if above := aboveContent(dir); above != "" {
		return usage("choose a folder outside content", "%q lies in the content folder of another package", dir)
	}
	files, err := filesFor(dir, dayOf(env.Now()))
	if err != nil {
		return err
	}
	if err := unstopped(func() error { return env.Machine.Create(dir, files) }); err != nil {
		return err
	}
	shown := filepath.ToSlash(dir)
	fmt.Fprintf(env.Stderr, "made a package in %s: %s\n", shown, many(len(files), "file"))
	fmt.Fprintf(env.Stderr, "look:  commonground serve --open%s\n", inDir(dir))
	fmt.Fprintf(env.Stderr, "read:  %s\n", path.Join(shown, "README.md"))
	fmt.Fprintf(env.Stderr, "write: commonground new lesson \"Say it in plain words\"%s\n", inDir(dir))
	return nil
}

// filesFor returns the files to make in a folder, which is empty or one in which an
// init broke off.
func filesFor(dir string, today schema.Date) ([]output.Text, error) {
	files, err := scaffold.Starter(today)
	if err != nil {
		return nil, err
	}
	if left := scaffold.Unfinished(os.DirFS(dir), files); len(left) > 0 {
		return left, nil
	}
	return files, mustBeEmpty(dir)
}

// mustBeEmpty says what is in the way of a new package.
func mustBeEmpty(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return usage("choose another name", "%q is a file, not a folder", dir)
	}
	there, err := scaffold.InTheWay(os.DirFS(dir))
	switch {
	case err != nil:
		return err
	case slices.Contains(there, "content"):
		return usage(fmt.Sprintf("add to it with commonground new KIND TITLE%s, or choose a new folder", inDir(dir)), "%q is a package already: it holds the folder content", dir)
	case len(there) > 0:
		return usage("choose a new folder, or move what is in this one somewhere else first", "%q is not empty: it holds %s", dir, some(there))
	}
	return nil
}

// some names a few of many things.
func some(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
