package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// openPackage opens the folder of a package. What lies outside it cannot be
// reached through what is returned.
func openPackage(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("check the name after -C", "there is no folder %q", dir)
	}
	if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
		return nil, usage("name the folder that holds the content folder", "%q is a file, not a folder", dir)
	}
	if err != nil {
		return nil, err
	}
	if hint := noPackage(root, dir); hint != "" {
		root.Close()
		return nil, usage(hint, "%q is no package: there is no content folder in it", dir)
	}
	return root, nil
}

// noPackage says what to do when a folder holds no content folder, or "". The
// name is read from the list of the folder, for a disk may take Content for it.
func noPackage(root *os.Root, dir string) string {
	entries, _ := fs.ReadDir(root.FS(), ".")
	hint := "go to the folder of a package, or name it with -C"
	if abs, err := filepath.Abs(dir); err == nil && filepath.Base(abs) == "content" {
		hint = "this is the content folder itself; name the folder above it"
	}
	for _, e := range entries {
		switch name := e.Name(); {
		case name == "content" && e.IsDir():
			return ""
		case strings.EqualFold(name, "content") && e.IsDir():
			hint = "rename the folder " + name + " to content"
		}
	}
	return hint
}
