package link

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/output"
)

var (
	ruleClash  = diag.Rule{Code: "name-clash", Severity: diag.Error, Title: "No two files of the site may have one name."}
	ruleUnsafe = diag.Rule{Code: "name-unsafe", Severity: diag.Error, Title: "A name must be one that every system can store."}
	ruleUnused = diag.Rule{Code: "asset-unused", Severity: diag.Warning, Title: "A file beside the pages should be used by one of them."}
)

// Rules lists what linking looks for.
func Rules() []diag.Rule {
	return []diag.Rule{ruleMissing, ruleHeading, ruleCase, ruleRoot, ruleLocal, rulePicture, ruleDraft, ruleHidden, ruleRendered,
		ruleUnknown, ruleCycle, ruleClash, ruleUnsafe, ruleMoved, ruleUnused,
		ruleTermClash, ruleTermCircular, ruleTermUnused}
}

// clashes reports names that cannot be stored, and names of which two would be
// one on a disk that does not tell capitals or accents apart.
func (r *resolver) clashes() {
	taken := map[string]string{}
	for _, name := range append([]string{Home, Lessons, Themes, Roles, Pathways, Glossary, Myths, Cards, Insights, Stories, NotFound}, reserved...) {
		taken[output.Key(name)] = "" // by the program itself
	}
	r.claimPrinted(taken)
	for _, i := range r.pkg.Items {
		if a := r.graph.addresses[i.ID]; a.Fragment == "" && a.Path != Home {
			r.claim(taken, a.Path, i.File.Name)
		}
	}
	for _, c := range r.graph.copies {
		r.claim(taken, c.Path, c.Asset.Name)
	}
	r.claimMoved(taken)
}

// claim takes a path of the site for a file of the package.
func (r *resolver) claim(taken map[string]string, at, name string) {
	if reason, ok := output.CheckName(at); !ok {
		r.report(ruleUnsafe.In(name, "this name cannot be used: it %s", reason).
			WithHint("give the file another name; letters, digits and hyphens are safe everywhere"))
		return
	}
	key := output.Key(at)
	if strings.HasPrefix(key, assets) {
		r.report(ruleClash.In(name, "the folder %s of the site is for its look", strings.TrimSuffix(assets, "/")).WithHint("give your folder another name, such as files"))
		return
	}
	if other := claimFolders(taken, at, name); other != "" {
		r.report(ruleClash.In(name, "its folder would have the same name in the site as that of %s", other).WithHint("%s", clashHint))
		return
	}
	other, clash := taken[key]
	switch {
	case !clash:
		taken[key] = name
	case other == "":
		r.report(ruleClash.In(name, "this would become %s, a page that the program makes", at).WithHint("give the file another name"))
	default:
		r.report(ruleClash.In(name, "this would have the same name in the site as %s", other).WithHint("%s", clashHint))
	}
}

// claimFolders takes the folders above a path, each as it is spelled, and
// returns the file that has one of them in another spelling, or that stands
// where a folder must be; "" when there is none.
func claimFolders(taken map[string]string, at, name string) string {
	for dir := path.Dir(at); dir != "."; dir = path.Dir(dir) {
		key := output.Key(dir)
		if other, isFile := taken[key]; isFile {
			return cmp.Or(other, dir+", which the program makes")
		}
		spelling := key + "/" // no file has such a key
		if first, ok := taken[spelling]; !ok {
			taken[spelling] = dir + "\x00" + name
		} else if spelled, other, _ := strings.Cut(first, "\x00"); spelled != dir {
			return other
		}
	}
	return ""
}

const clashHint = "names that differ only in capitals or accents are one name on many computers; rename one of the files"

// unused collects the copies, and reports assets that no page uses.
func (r *resolver) unused() {
	left := map[string]bool{} // folders of pages that were left out, which may use what lies there
	for name := range r.pkg.Left {
		left[path.Dir(name)] = true
	}
	for n := range r.pkg.Assets {
		a := &r.pkg.Assets[n]
		if r.copied[a] == nil && !left[path.Dir(a.Name)] {
			r.report(ruleUnused.In(a.Name, "no page uses this file, so it is not copied").
				WithHint("%s, or remove it", useOf(path.Base(a.Name))))
		}
	}
}

// useOf shows how a file beside a page is used.
func useOf(name string) string {
	dest := name
	if strings.ContainsAny(name, " ()") {
		dest = "<" + name + ">"
	}
	if class(name) == "picture" {
		return "show it: ![What it shows](" + dest + ")"
	}
	return "link to it: [text](" + dest + ")"
}

// collect puts the copies in the order of their paths.
func (r *resolver) collect() {
	for c := range r.given {
		r.graph.copies = append(r.graph.copies, c)
	}
	slices.SortFunc(r.graph.copies, func(a, b *Copy) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Asset.Name, b.Asset.Name))
	})
}
