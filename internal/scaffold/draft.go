package scaffold

import (
	"embed"
	"path"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/output"
	"commonground/internal/schema"
	"commonground/internal/source"
)

// Request says what page is wanted. Kind, Title and Today are needed.
type Request struct {
	Kind    *schema.Kind // one of Kinds
	Title   string
	Slug    string   // the name of the file; made from the title when it is ""
	Themes  []string // slugs; needed where the kind requires a theme
	Roles   []string // slugs
	Minutes int      // 0 when they are not known
	Today   schema.Date
}

// bodies are the texts of drafts, by the name of their kind.
//
//go:embed bodies
var bodies embed.FS

// Draft returns a page that is a draft and has no mistake that stops a build:
// with the keys that are required, those that were asked for, and the others as
// remarks. What is still to be written begins with "Replace this", which check
// reports until it is done. The error is a *Mistake, or trouble of the program.
func (p *Package) Draft(r Request) (output.Text, error) {
	r.Title = strings.Join(strings.Fields(r.Title), " ")
	if err := p.accept(r); err != nil {
		return output.Text{}, err
	}
	slug, err := p.slugOf(r)
	if err != nil {
		return output.Text{}, err
	}
	body, err := bodies.ReadFile("bodies/" + r.Kind.Name + ".md")
	if err != nil {
		return output.Text{}, err
	}
	front := front{p, r}
	page := output.Text{Path: path.Join(r.Kind.Folder, slug+".md"), Text: front.String() + "\n" + string(body)}
	return page, readBack(page, r)
}

// titleKey is the key that holds the title of a kind, or nil: the first that is
// words for readers.
func titleKey(k *schema.Kind) *schema.Key {
	if first := &k.Keys[0]; first.Required && first.Type == schema.Text {
		return first
	}
	return nil
}

// readBack reads a draft as check will, so that no title can break the page.
func readBack(page output.Text, r Request) error {
	refused := mistake("type it again, without characters that cannot be shown", "the title %q cannot be used", r.Title)
	file, fault := source.Parse(page.Path, []byte(page.Text))
	if fault != nil || len(file.Strays) > 0 {
		return refused
	}
	front, findings := schema.Decode(r.Kind, file)
	if key := titleKey(r.Kind); key != nil && front.Text(key.Name) != r.Title {
		return refused
	}
	for _, f := range findings {
		if f.Severity == diag.Error {
			return mistake(f.Hint, "%s", f.Message)
		}
	}
	return nil
}
