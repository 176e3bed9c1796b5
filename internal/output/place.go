package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// guard is the places that a target must keep away from.
type guard struct {
	target  string // as it was given
	root    string // the package's folder: the target may lie in it
	protect []string
	apart   bool // the target must not lie in a built site, which is handed on
}

// settle returns the real path of a target, or a *RefusedError when it is a place
// never to be written to. Paths are compared as they really are, after links and
// without regard to case, so that no spelling leads around it. For a file (a zip)
// only its folder is followed through links, never the file itself.
func (g guard) settle(isFile bool) (string, error) {
	if g.target == "" {
		return "", g.refuse("has no name")
	}
	place, err := g.follow(isFile)
	if err != nil {
		return "", err
	}
	if strings.Trim(place[len(filepath.VolumeName(place)):], `/\`) == "" {
		return "", g.refuse("is the root of a drive")
	}
	if holdsHome(place) {
		return "", g.refuse("is your home folder or holds it")
	}
	if g.root != "" {
		root, err := realPath(g.root)
		if err != nil {
			return "", trouble("find", g.root, err)
		}
		if holds(place, root) {
			return "", g.refuse("is the folder of the package itself or holds it")
		}
	}
	for _, p := range g.protect {
		if err := g.checkProtected(place, p); err != nil {
			return "", err
		}
	}
	if site := siteAround(place); g.apart && site != "" {
		return "", g.refuse("lies in the built site " + filepath.Base(site) + ", with which it would be handed on")
	}
	return place, g.checkKind(place, isFile)
}

func (g guard) refuse(reason string) error { return &RefusedError{Target: g.target, Reason: reason} }

func (g guard) follow(isFile bool) (place string, err error) {
	abs, err := filepath.Abs(g.target)
	if err != nil {
		return "", trouble("find", g.target, err)
	}
	if file := FileOnTheWay(abs); file != "" {
		return "", g.refuse("leads through " + filepath.Base(file) + ", which is a file, not a folder")
	}
	if isFile {
		place, err = realPath(filepath.Dir(abs))
		place = filepath.Join(place, filepath.Base(abs))
	} else {
		place, err = realPath(abs)
	}
	switch {
	case errors.Is(err, errDangling):
		return "", g.refuse("goes through a link that leads nowhere")
	case err != nil:
		return "", trouble("find", g.target, err)
	}
	return place, nil
}

func (g guard) checkProtected(place, protected string) error {
	if protected == "" {
		return nil
	}
	p, err := realPath(protected)
	switch {
	case err != nil:
		return trouble("find", protected, err)
	case holds(p, place):
		return g.refuse("is or lies in the folder " + protected)
	case holds(place, p):
		return g.refuse("holds the folder " + protected)
	}
	return nil
}

func (g guard) checkKind(place string, isFile bool) error {
	info, err := os.Lstat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return trouble("look at", place, err)
	case isFile && info.IsDir():
		return g.refuse("is a folder, not a file")
	case !isFile && !info.IsDir():
		return g.refuse("is a file, not a folder")
	}
	return nil
}

// siteAround returns the folder of the built site that a place lies in, or "".
func siteAround(place string) string {
	for at := place; at != filepath.Dir(at); {
		at = filepath.Dir(at)
		if _, err := os.Lstat(filepath.Join(at, manifestName)); err == nil {
			return at
		}
	}
	return ""
}

var errDangling = errors.New("a link leads nowhere")

// realPath returns the absolute path after links, also of what does not exist
// yet: then the links are those of the part that does.
func realPath(name string) (string, error) {
	at, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	rest := ""
	for {
		resolved, err := filepath.EvalSymlinks(at)
		if err == nil {
			return filepath.Join(resolved, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) || filepath.Dir(at) == at {
			return "", err
		}
		if _, err := os.Lstat(at); err == nil {
			return "", errDangling
		}
		at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest)
	}
}

func holdsHome(place string) bool {
	home, err := os.UserHomeDir()
	if err != nil {
		return false // there is none
	}
	home, err = realPath(home)
	return err == nil && holds(place, home)
}

// holds reports whether one real path is another or a folder above it, by name
// without regard to case and form, or by being the same folder on disk.
func holds(outer, inner string) bool {
	key := Key(outer)
	there, outerErr := os.Stat(outer)
	for at := inner; ; at = filepath.Dir(at) {
		if Key(at) == key {
			return true
		}
		if here, err := os.Stat(at); err == nil && outerErr == nil && os.SameFile(here, there) {
			return true
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}
