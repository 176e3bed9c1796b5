package link

import (
	"path"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/source"
	"commonground/internal/training"
)

var (
	ruleMissing  = diag.Rule{Code: "link-missing", Severity: diag.Error, Title: "A link must lead to a page or a file that is there."}
	ruleHeading  = diag.Rule{Code: "link-heading", Severity: diag.Error, Title: "A link to a heading must name one that is there."}
	ruleCase     = diag.Rule{Code: "link-case", Severity: diag.Error, Title: "A link must have the same capitals as the name of the file."}
	ruleRoot     = diag.Rule{Code: "link-root", Severity: diag.Error, Title: "A link begins from the file it stands in."}
	rulePicture  = diag.Rule{Code: "picture-type", Severity: diag.Error, Title: "A picture must be a PNG, JPEG, WebP or SVG file."}
	ruleDraft    = diag.Rule{Code: "link-draft", Severity: diag.Error, Title: "A page must not lead to a draft that is left out."}
	ruleHidden   = diag.Rule{Code: "link-hidden", Severity: diag.Error, Title: "A link must not lead to a theme or role to which nothing belongs."}
	ruleRendered = diag.Rule{Code: "link-html", Severity: diag.Error, Title: "A link between pages is written to the Markdown file."}
)

// show hides the themes and roles to which nothing belongs.
func (r *resolver) show() {
	for _, t := range r.pkg.Themes {
		r.graph.hidden[t.ID] = r.graph.themes[t].Empty()
	}
	for _, role := range r.pkg.Roles {
		links := r.graph.roles[role]
		r.graph.hidden[role.ID] = len(links.Lessons)+len(links.Everyone)+len(links.Pathways)+len(links.Myths)+len(links.Stories) == 0
	}
}

// follow resolves every link and picture of every text.
func (r *resolver) follow() {
	for _, i := range r.pkg.Items {
		aside := i.Doc.Aside()
		targets := make([]Target, len(i.Doc.Links))
		for n, l := range i.Doc.Links {
			targets[n] = r.target(i, l.Dest, l.Span, aside.Links[n])
			r.give(targets[n].Copy, aside.Links[n])
		}
		r.graph.links[i.ID] = targets
		pictures := make([]Target, len(i.Doc.Images))
		for n, m := range i.Doc.Images {
			pictures[n] = r.picture(i.File, m.Dest, m.Span)
			r.give(pictures[n].Copy, aside.Images[n])
		}
		r.graph.images[i.ID] = pictures
		r.localSources(i)
	}
	for _, t := range r.pkg.Themes {
		r.icon(t)
	}
}

// icon resolves the icon of a theme: the name of a shipped drawing, or a picture.
func (r *resolver) icon(t *training.Theme) {
	v, _ := t.Front.Get("icon")
	switch {
	case t.Icon == "":
	case path.Ext(t.Icon) != "":
		if p := r.picture(t.File, t.Icon, v.Span); p.Copy != nil {
			r.graph.icons[t] = p.Copy
			r.give(p.Copy, false)
		}
	case !slices.Contains(schema.Icons(), t.Icon):
		f := ruleUnknown.At(t.File, v.Span, "no icon %q", t.Icon).
			WithHint("there are %s; or name a picture beside this file, with its ending", strings.Join(schema.Icons(), ", "))
		if near := diag.Nearest(t.Icon, schema.Icons()); near != "" {
			f = f.WithHint("did you mean %q?", near)
		}
		r.report(f)
	}
}

// target resolves one link. One that stands aside, in a facilitator block, may
// lead to headings that stand aside as well.
func (r *resolver) target(from *training.Item, dest string, at source.Span, aside bool) Target {
	if dest == "" {
		return Target{} // markdown has said what is wrong with it
	}
	if r.local(from.File, dest, at) {
		return Target{}
	}
	if leadsAway(dest) {
		return Target{URL: dest}
	}
	name, fragment := r.locate(from.File, dest, at)
	if name == "" {
		return Target{}
	}
	if asset := r.assets[name]; asset != nil {
		return Target{Copy: r.use(asset)}
	}
	if index, ok := r.index(name); ok {
		if fragment != "" {
			r.report(ruleHeading.At(from.File, at, "a link to a whole folder cannot name a heading").
				WithHint("link to the Markdown file itself, or leave #%s out", fragment))
			return Target{}
		}
		return Target{Address: Address{Path: index}}
	}
	to := r.pages[name]
	if to == nil {
		r.nowhere(from.File, dest, name, at)
		return Target{}
	}
	if r.graph.hidden[to.ID] {
		r.report(ruleHidden.At(from.File, at, "the %s %q has no page, for nothing belongs to it yet", to.Kind.Name, to.Slug).
			WithHint("name it in a lesson, or take the link out"))
		return Target{}
	}
	address := r.graph.addresses[to.ID]
	if fragment == "" {
		return Target{Address: address}
	}
	return r.heading(from, to, address, fragment, at, aside)
}

// leadsAway says whether an address begins with a scheme. Which ones may be used
// markdown has looked at; the rest of the address is for the browser to read.
func leadsAway(dest string) bool {
	n := strings.IndexAny(dest, ":/?#")
	return n > 0 && dest[n] == ':'
}

// heading resolves the part of a link after #. Learners do not get the headings
// of facilitator blocks, so no link of theirs may lead there.
func (r *resolver) heading(from, to *training.Item, address Address, fragment string, at source.Span, aside bool) Target {
	known := r.headingsOf(to)
	hidden, found := known.aside[fragment]
	if found && hidden && !aside {
		r.report(ruleHeading.At(from.File, at, "the heading %q stands in a facilitator block, which learners do not get", fragment).
			WithHint("link to another heading, or leave #%s out", fragment))
		return Target{}
	}
	if found {
		if address.Fragment != "" {
			fragment = address.Fragment + "." + fragment
		}
		return Target{Address: Address{Path: address.Path, Fragment: fragment}}
	}
	ids := known.shown
	if aside {
		ids = known.all
	}
	f := ruleHeading.At(from.File, at, "%s has no heading %q", to.File.Name, fragment)
	if near := r.suggested.nearest(to.File.Name, fragment, ids); near != "" {
		f = f.WithHint("did you mean #%s?", near)
	} else if len(ids) > 0 {
		f = f.WithHint("its headings are %s", headingList(ids))
	} else {
		f = f.WithHint("that page has no headings; leave #%s out", fragment)
	}
	r.report(f)
	return Target{}
}

// headingList writes the first headings of a page as links name them.
func headingList(ids []string) string {
	const most = 8
	list := "#" + strings.Join(ids[:min(len(ids), most)], ", #")
	if len(ids) > most {
		list += " and others"
	}
	return list
}

var pictureTypes = []string{".png", ".jpg", ".jpeg", ".webp", ".svg"}

// picture resolves one picture.
func (r *resolver) picture(from *source.File, dest string, at source.Span) Target {
	if dest == "" {
		return Target{}
	}
	name, _ := r.locate(from, dest, at)
	if name == "" {
		return Target{}
	}
	asset := r.assets[name]
	switch {
	case asset != nil && !slices.Contains(pictureTypes, strings.ToLower(path.Ext(name))):
		r.use(asset)
		r.noPicture(from, dest, name, at)
		return Target{}
	case r.pkg.Left[name] == training.LeftBroken:
		return Target{} // what is wrong with that file is said there
	case !slices.Contains(pictureTypes, strings.ToLower(path.Ext(name))):
		r.noPicture(from, dest, name, at)
		return Target{}
	case asset == nil:
		r.nowhere(from, dest, name, at)
		return Target{}
	}
	return Target{Copy: r.use(asset)}
}

func (r *resolver) noPicture(from *source.File, dest, name string, at source.Span) {
	r.report(rulePicture.At(from, at, "%s is no picture", path.Base(name)).
		WithHint("a picture is a .png, .jpg, .webp or .svg file; link to other files with [text](%s)", dest))
}
