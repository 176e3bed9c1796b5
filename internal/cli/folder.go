package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"commonground/internal/output"
)

// openPackage opens the folder of a package. What lies outside it cannot be
// reached through what is returned.
func openPackage(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("check the name after -C", "there is no folder %q", dir)
	}
	if file := output.FileOnTheWay(dir); file != "" && err != nil {
		return nil, usage("name the folder that holds the content folder", "%q is a file, not a folder", filepath.ToSlash(file))
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return nil, usage("name the folder that holds the content folder", "%q is a file, not a folder", dir)
	}
	if err != nil {
		return nil, err
	}
	if err := mustBePackage(root.FS(), dir); err != nil {
		root.Close()
		return nil, err
	}
	return root, nil
}

// called is a folder as a message names it.
func called(dir string) string {
	if dir == "." {
		return "this folder"
	}
	return strconv.Quote(dir)
}

// mustBePackage returns an error when a folder holds no content folder, with what
// to do.
func mustBePackage(folder fs.FS, dir string) error {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return fmt.Errorf("list %s: %w", called(dir), err)
	}
	if hint := noPackage(entries, dir); hint != "" {
		return usage(hint, "%s is no package: there is no content folder in it", called(dir))
	}
	return nil
}

// noPackage says what to do when a folder holds no content folder, or "". The
// name is read from the list of the folder, for a disk may take Content for it.
func noPackage(entries []fs.DirEntry, dir string) string {
	var capitals string
	var packages []string
	for _, e := range entries {
		switch name := e.Name(); {
		case name == "content" && e.IsDir():
			return ""
		case strings.EqualFold(name, "content") && e.IsDir():
			capitals = name
		case e.IsDir() && isPackage(filepath.Join(dir, name)):
			packages = append(packages, filepath.Join(dir, name))
		}
	}
	switch above := aboveContent(dir); {
	case capitals != "":
		return "rename the folder " + capitals + " to content"
	case above == ".":
		return "the package is this folder, so leave -C out"
	case above != "":
		return "the package is the folder above content: type cd " + quoted(above) + " first"
	case len(packages) == 1:
		return "there is a package in it: type cd " + quoted(packages[0]) + " first, or add" + inDir(packages[0])
	}
	return "go to the folder of a package, or name it with -C"
}

// aboveContent returns the folder of the package in whose content folder a folder
// lies, or "".
func aboveContent(dir string) string {
	abs, err := filepath.Abs(dir)
	for err == nil && abs != filepath.Dir(abs) {
		within := filepath.Base(abs) == "content"
		abs, dir = filepath.Dir(abs), filepath.Join(dir, "..")
		if within && isPackage(abs) {
			return dir
		}
	}
	return ""
}

// isPackage says whether a folder holds the settings of a package.
func isPackage(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "content", "index.md"))
	return err == nil && !info.IsDir()
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
