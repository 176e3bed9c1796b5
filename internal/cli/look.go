package cli

import (
	"io/fs"

	"commonground/internal/link"
	"commonground/internal/load"
)

// look says how a new draft is seen: at its address where a preview of the
// package runs, and else by starting one.
func (m *maker) look(env Env, pkg fs.FS, file string) string {
	preview, ok := findRunning(env, m.dir)
	if !ok {
		return "commonground serve --drafts --open" + inDir(m.dir)
	}
	address := preview.Address + addressOf(env, pkg, file)
	if !preview.Drafts {
		return address + " once the line draft: true is deleted, for serve runs without --drafts"
	}
	return address
}

// addressOf returns where in the site a file of the package is seen, or "", the
// home page, as long as nothing shows it: a role has no page before it is used.
func addressOf(env Env, pkg fs.FS, file string) string {
	loaded, err := load.Package(load.Options{Package: pkg, Themes: env.Program, Drafts: true})
	if err != nil {
		return ""
	}
	graph, _ := link.Resolve(loaded.Package)
	for _, i := range loaded.Package.Items {
		if i.File.Name == file && graph.Shown(i) {
			return graph.Address(i).RelativeTo(link.Home)
		}
	}
	return ""
}
