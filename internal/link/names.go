package link

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/training"
)

var (
	ruleClash  = diag.Rule{Code: "name-clash", Severity: diag.Error, Title: "No two files of the site may have one name."}
	ruleUnsafe = diag.Rule{Code: "name-unsafe", Severity: diag.Error, Title: "A name must be one that every system can store."}
	ruleUnused = diag.Rule{Code: "asset-unused", Severity: diag.Warning, Title: "A file beside the pages should be used by one of them."}
)

// Rules lists what linking looks for.
func Rules() []diag.Rule {
	return []diag.Rule{ruleMissing, ruleHeading, ruleCase, ruleRoot, rulePicture, ruleDraft, ruleHidden, ruleRendered,
		ruleUnknown, ruleCycle, ruleClash, ruleUnsafe, ruleUnused}
}

// clashes reports names that cannot be stored, and names of which two would be
// one on a disk that does not tell capitals or accents apart.
func (r *resolver) clashes() {
	taken := map[string]string{}
	for _, name := range append([]string{Home, Lessons, Themes, Roles, Pathways, Glossary, Myths, Insights, Stories, NotFound}, reserved...) {
		taken[output.Key(name)] = "" // by the program itself
	}
	for _, i := range r.pkg.Items {
		if a := r.graph.addresses[i.ID]; a.Fragment == "" && a.Path != Home {
			r.claim(taken, a.Path, i.File.Name)
		}
	}
	for _, c := range r.graph.copies {
		r.claim(taken, c.Path, c.Asset.Name)
	}
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

const clashHint = "names that differ only in capitals or accents are one name on many computers; rename one of the files"

// unused collects the copies, and reports assets that no page uses.
func (r *resolver) unused() {
	for n := range r.pkg.Assets {
		a := &r.pkg.Assets[n]
		if r.copied[a] == nil && !r.besideLeft(a) {
			r.report(ruleUnused.In(a.Name, "no page uses this file, so it is not copied").
				WithHint("link to it, or remove it: [text](%s)", path.Base(a.Name)))
		}
	}
}

// besideLeft says whether a page that was left out lies in the folder of a file:
// that page may use it.
func (r *resolver) besideLeft(a *training.Asset) bool {
	for name := range r.pkg.Left {
		if path.Dir(name) == path.Dir(a.Name) {
			return true
		}
	}
	return false
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
