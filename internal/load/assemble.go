package load

import (
	"maps"
	"slices"

	"golang.org/x/text/unicode/norm"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// assemble puts the pages together, in the order of their names, then sorts
// every list into the order in which people see it.
func assemble(pages []page, assets []training.Asset, findings []diag.Finding, drafts bool) (*Result, error) {
	pkg := &training.Package{Assets: assets, Left: map[string]training.Reason{}}
	r := &Result{Package: pkg}
	there := map[string]bool{"": true}
	for i := range pages {
		there[norm.NFC.String(pages[i].name)] = true
	}
	leave := func(name, meant string) { // so that a link to such a file is not said to be dead as well
		pkg.Left[norm.NFC.String(name)] = training.LeftBroken
		if !there[meant] {
			pkg.Left[meant] = training.LeftBroken
		}
	}
	for _, f := range findings {
		leave(f.Path, meantPage(f.Path))
	}
	for _, a := range assets {
		delete(pkg.Left, norm.NFC.String(a.Name))
	}
	seen := map[string]string{}
	for i := range pages {
		p := &pages[i]
		name := norm.NFC.String(p.name)
		if !p.broken && !drafts && p.front.Yes(schema.Draft.Name, false) {
			pkg.Left[name] = training.LeftDraft // what is wrong with it does not matter yet
			r.Drafts++
		} else {
			findings = append(findings, p.findings...)
		}
		if p.broken {
			leave(name, p.meant())
		}
		if p.place.kind == nil {
			continue
		}
		key := p.place.kind.Name + " " + p.place.slug
		if other := seen[key]; other != "" {
			pkg.Left[name] = training.LeftBroken
			findings = append(findings, ruleTwice.In(p.name, "this lesson is there twice: %s is it as well", other).
				WithHint("keep the file or the folder, and remove the other"))
			continue
		}
		seen[key] = p.name
		add(pkg, p)
	}
	sortLists(pkg)
	number(pkg)
	r.Findings = append(findings, missing(pkg, seen)...)
	return r, nil
}

// missing reports what a package cannot do without.
func missing(pkg *training.Package, seen map[string]string) []diag.Finding {
	var found []diag.Finding
	if seen[schema.Settings.Name+" index"] == "" && pkg.Left[settingsName] == 0 {
		found = append(found, ruleSettings.In("content/index.md", "the package has no content/index.md").
			WithHint("make that file with the keys title, summary and language; its text is the home page"))
	}
	if len(pkg.Lessons) == 0 && !slices.ContainsFunc(slices.Collect(maps.Keys(pkg.Left)), isLesson) {
		found = append(found, ruleEmpty.In("content/lessons", "the package has no lesson").
			WithHint("put a Markdown file into content/lessons"))
	}
	return found
}

// isLesson says whether a path is that of a lesson, by where it lies.
func isLesson(name string) bool { return placeOf(name).kind == &schema.Lesson }

// add makes the typed item of a page. Broken pages and drafts that are left out
// make none.
func add(pkg *training.Package, p *page) {
	if pkg.Left[norm.NFC.String(p.name)] != 0 {
		return
	}
	f := p.front
	item := training.Item{Kind: p.place.kind, Slug: p.place.slug, File: p.file, Doc: p.doc, Front: f, Name: f.Text("title"), Ours: p.ours}
	switch p.place.kind {
	case &schema.Settings:
		pkg.Settings = settings(item, f)
	case &schema.Lesson:
		pkg.Lessons = append(pkg.Lessons, lesson(item, f))
	case &schema.Theme:
		pkg.Themes = append(pkg.Themes, &training.Theme{Item: item, Summary: f.Text("summary"),
			Colour: f.Text("colour"), Icon: f.Text("icon"), Order: orderOf(f)})
	case &schema.Role:
		pkg.Roles = append(pkg.Roles, &training.Role{Item: item, Summary: f.Text("summary"), Order: orderOf(f), Start: ref(f, "start")})
	case &schema.Term:
		pkg.Terms = append(pkg.Terms, term(item, f))
	case &schema.Myth:
		item.Name = f.Text("fact")
		pkg.Myths = append(pkg.Myths, myth(item, f))
	case &schema.Pathway:
		pkg.Pathways = append(pkg.Pathways, &training.Pathway{Item: item, Summary: f.Text("summary"), Lessons: f.List("lessons"), Roles: f.List("roles")})
	case &schema.Insight:
		item.Name = p.place.slug
		pkg.Insights = append(pkg.Insights, &training.Insight{Item: item, Method: f.Text("kind"), From: f.Text("from"), Themes: f.List("themes"), Role: ref(f, "role")})
	case &schema.Story:
		pkg.Stories = append(pkg.Stories, &training.Story{Item: item, Summary: f.Text("summary"), From: f.Text("from"),
			Fictional: f.Text("consent") == "fictional", Themes: f.List("themes"), Roles: f.List("roles"), Reviewed: f.Date("reviewed")})
	case &schema.Page:
		pkg.Pages = append(pkg.Pages, &training.Page{Item: item, Summary: f.Text("summary"), InMenu: f.Yes("menu", true), Order: orderOf(f)})
	}
}

func settings(item training.Item, f schema.Front) training.Settings {
	levels, _ := f.Get("rules")
	id := f.Text("id")
	if id == "" {
		id = f.Text("title")
	}
	return training.Settings{Item: item, Summary: f.Text("summary"), Language: f.Text("language"), Key: Slug(id),
		Organisation: f.Text("organisation"), Contact: f.Text("contact"), Licence: f.Text("licence"),
		URL: f.Text("url"), Version: f.Text("version"), Linking: training.Linking(f.Text("glossary")), Rules: levels.Levels}
}

func lesson(item training.Item, f schema.Front) *training.Lesson {
	sources, _ := f.Get("sources")
	return &training.Lesson{
		Item: item, Summary: f.Text("summary"), Outcome: f.Text("outcome"), Takeaway: f.Text("takeaway"),
		Level: f.Text("level"), Nation: f.Text("nation"), Owner: f.Text("owner"),
		Minutes: f.Number("minutes"), Order: orderOf(f),
		Themes: f.List("themes"), Roles: f.List("roles"), Before: f.List("before"), Myths: f.List("myths"),
		Formerly: f.List("formerly"), Linking: training.Linking(f.Text("glossary")),
		Needs: f.Texts("needs"), Authors: f.Texts("authors"), Sources: sources.Sources,
		Reviewed: f.Date("reviewed"), ReviewBy: f.Date("review_by"),
	}
}

func term(item training.Item, f schema.Front) *training.Term {
	sources, _ := f.Get("sources")
	return &training.Term{Item: item, Meaning: f.Text("meaning"), Say: f.Text("say"), Also: f.Texts("also"),
		StaffOnly: f.Text("audience") == "staff", Exact: f.Text("case") == "exact", See: f.List("see"), Sources: sources.Sources,
		Reviewed: f.Date("reviewed"), ReviewBy: f.Date("review_by")}
}

func myth(item training.Item, f schema.Front) *training.Myth {
	sources, _ := f.Get("sources")
	return &training.Myth{Item: item, Myth: f.Text("myth"), Why: f.Text("why"), Say: f.Text("say"),
		Evidence: f.Text("evidence"), Nation: f.Text("nation"), Themes: f.List("themes"), Roles: f.List("roles"),
		Sources: sources.Sources, Reviewed: f.Date("reviewed"), ReviewBy: f.Date("review_by")}
}

// ref returns the one reference of a key, or none.
func ref(f schema.Front, key string) training.Ref {
	v, _ := f.Get(key)
	return training.Ref{Text: v.Text, Span: v.Span}
}
