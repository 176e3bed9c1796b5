package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"commonground/internal/output"
	"commonground/internal/schema"
	"commonground/internal/training"
)

const cataloguePath = "catalogue.json"

// catalogueFormat grows by one when a program that reads the catalogue must
// change with it: when a key goes or means something else, not when one is added.
const catalogueFormat = 1

// catalogueList is a list of the catalogue: its key, and the facts of item n.
type catalogueList struct {
	name  string
	count int
	facts func(n int) any
}

func listOf[T, F any](name string, items []T, facts func(T) F) catalogueList {
	return catalogueList{name, len(items), func(n int) any { return facts(items[n]) }}
}

// catalogueLists are the lists of the catalogue, in the package's order.
func (s *site) catalogueLists() []catalogueList {
	return []catalogueList{
		listOf("themes", s.themes(), s.themeFacts),
		listOf("roles", s.roles(), s.roleFacts),
		listOf("lessons", s.pkg.Lessons, s.lessonFacts),
		listOf("pathways", s.pkg.Pathways, s.pathwayFacts),
		listOf("terms", s.pkg.Terms, s.termFacts),
		listOf("myths", s.pkg.Myths, s.mythFacts),
		listOf("insights", s.pkg.Insights, s.insightFacts),
		listOf("stories", s.pkg.Stories, s.storyFacts),
		listOf("pages", s.pkg.Pages, s.pageFacts),
	}
}

func (s *site) catalogueFile() output.File {
	kind, _ := output.TypeOf(cataloguePath)
	return output.File{Path: cataloguePath, Type: kind, Write: s.writeCatalogue}
}

// writeCatalogue writes the facts of the package as JSON, an item a line, without
// holding more than one item at a time.
func (s *site) writeCatalogue(w io.Writer) error {
	b := bufio.NewWriter(w)
	settings, err := jsonLine(s.packageFacts())
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "{\n\"format\": %d,\n\"package\": %s", catalogueFormat, settings)
	for _, list := range s.catalogueLists() {
		if err := list.write(b); err != nil {
			return err
		}
	}
	b.WriteString("\n}\n")
	return b.Flush()
}

func (l catalogueList) write(b *bufio.Writer) error {
	fmt.Fprintf(b, ",\n%q: [", l.name)
	for n := range l.count {
		line, err := jsonLine(l.facts(n))
		if err != nil {
			return err
		}
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.Write(line)
	}
	b.WriteByte(']')
	return nil
}

// jsonLine writes a value as JSON on one line. In a file of its own <, > and &
// may stay as they are.
func jsonLine(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// address returns where an item stands, from the top of the site.
func (s *site) address(i *training.Item) string {
	a := s.graph.Address(i)
	if a.Fragment == "" {
		return a.Path
	}
	return a.Path + "#" + a.Fragment
}

// slugs returns the names that references give. None leads nowhere: there would
// be no site.
func slugs(refs []training.Ref) []string {
	var all []string
	for _, r := range refs {
		all = append(all, r.Text)
	}
	return all
}

func sourceFactsOf(list []schema.Source) []sourceFacts {
	var all []sourceFacts
	for _, x := range list {
		all = append(all, sourceFacts{x.Title, x.URL, x.Reference, x.Date.String()})
	}
	return all
}
