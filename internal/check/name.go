package check

import (
	"slices"
	"strings"
	"unicode"

	"commonground/internal/diag"
	"commonground/internal/glossary"
	"commonground/internal/schema"
	"commonground/internal/source"
	"commonground/internal/words"
)

var (
	ruleTermName   = diag.Rule{Code: "term-name", Severity: diag.Warning, Title: "A name of a term should be one name, as a text would say it."}
	ruleTermCommon = diag.Rule{Code: "term-common", Severity: diag.Warning, Title: "A term should not be found in nearly every sentence.", English: true}
)

// eachName calls a function with every name of every term, and where it stands.
func eachName(in Input, each func(t int, key, name string, at source.Span)) {
	for n, t := range in.Package.Terms {
		if v, ok := t.Front.Get("title"); ok {
			each(n, "title", v.Text, v.Span)
		}
		for _, item := range t.Front.List("also") {
			each(n, "also", item.Text, item.Span)
		}
	}
}

// termName finds names that no text can use, and those that hold several.
func termName(in Input, report func(diag.Finding)) {
	var text words.Text
	eachName(in, func(t int, key, name string, at source.Span) {
		term := in.Package.Terms[t]
		if parts := severalNames(name); parts != nil {
			report(ruleTermName.At(term.File, at, "%q is read as one name, so it is found only where a page says all of it", name).
				WithHint("%s", severalHint(key, parts, len(term.Front.List("also")) > 1)))
			return
		}
		finder, _ := glossary.New([]glossary.Term{{Names: []string{name}, Exact: term.Exact}}, false)
		text.Read([]byte(name))
		if uses := finder.Find(&text); len(uses) == 0 {
			report(ruleTermName.At(term.File, at, "%q cannot be found in any text", name).
				WithHint("give it a name in words, at most 16 of them, that is no address"))
		}
	})
}

// severalMarks are what people put between names.
var severalMarks = strings.NewReplacer(", ", "\n", "; ", "\n", " / ", "\n", " (", "\n", ")", "")

// severalNames parts a name that is a list, or one with another in brackets;
// it returns nil for one name.
func severalNames(name string) []string {
	name = severalMarks.Replace(name)
	var parts []string
	for part := range strings.SplitSeq(name, "\n") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// severalHint shows the parts as names, for a title, for the one other name or
// for one of many.
func severalHint(key string, parts []string, many bool) string {
	switch {
	case key == "title":
		return "write title: " + parts[0] + ", and give the others below it: also: [" + strings.Join(parts[1:], ", ") + "]"
	case many:
		return "write each as a name of its own: " + strings.Join(parts, " and ")
	}
	return "write also: [" + strings.Join(parts, ", ") + "]"
}

// common are words of English that nearly every text uses.
var common = strings.Fields(`a about add after aid all also am an and are as at be been but by can could did do does for from get had has have
	he her him his how i if in is it its may me might must my no not now of off on one or our out over own see she should so some
	than that the their them then there they this to under up us use was we were what when where which who why will with would you your`)

// termCommon finds terms that would be linked all over the package: IT in
// "it", for want of case: exact, and words that need no entry.
func termCommon(in Input, report func(diag.Finding)) {
	eachName(in, func(t int, _, name string, at source.Span) {
		term, lower := in.Package.Terms[t], strings.ToLower(name)
		capitals := !strings.ContainsFunc(name, unicode.IsLower)
		if !slices.Contains(common, lower) || term.Exact && capitals {
			return
		}
		found := ruleTermCommon.At(term.File, at, "%q is found wherever a page says %q", name, lower)
		if capitals {
			report(found.WithHint("add a line to find it in capitals only: case: %s", schema.Term.Key("case").Values[0]))
			return
		}
		report(found.WithHint("name it by more than this one word, or take it out"))
	})
}
