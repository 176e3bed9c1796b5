package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"

	"commonground/internal/output"
	"commonground/internal/schema"
)

const sitemapPath = "sitemap.xml"

// mostSitemap is how many addresses one sitemap may hold, by sitemaps.org.
const mostSitemap = 50_000

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

type sitemap struct {
	XMLName xml.Name     `xml:"urlset"`
	Space   string       `xml:"xmlns,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Address string `xml:"loc"`
	Changed string `xml:"lastmod,omitempty"` // the day on which it was last checked
}

type sitemapIndex struct {
	XMLName  xml.Name     `xml:"sitemapindex"`
	Space    string       `xml:"xmlns,attr"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

// unlisted are the layouts of pages that nobody should look for: of no place, of
// what has moved, and of what the page of a lesson or a
// myth says better.
var unlisted = []string{"404", "404-bare", "moved", "handout", "handbook", "cards"}

// sitemapFiles list every page that should be found: in one sitemap, or in an
// index of several when there are more than most.
func (s *site) sitemapFiles(pages []page, most int) []output.File {
	if s.base == "" {
		return nil
	}
	reviewed := s.lastReviews()
	var urls []sitemapURL
	for _, p := range pages {
		if !slices.Contains(unlisted, p.layout) {
			urls = append(urls, sitemapURL{s.absolute(p.path), reviewed[p.path].String()})
		}
	}
	if len(urls) <= most {
		return []output.File{xmlFile(sitemapPath, sitemap{Space: sitemapSpace, URLs: urls})}
	}
	index := sitemapIndex{Space: sitemapSpace}
	var files []output.File
	for part := range slices.Chunk(urls, most) {
		path := fmt.Sprintf("sitemap-%d.xml", len(files)+1)
		index.Sitemaps = append(index.Sitemaps, sitemapURL{Address: s.absolute(path)})
		files = append(files, xmlFile(path, sitemap{Space: sitemapSpace, URLs: part}))
	}
	return append(files, xmlFile(sitemapPath, index))
}

// lastReviews returns, by path, the last day on which anything on a page was
// checked.
func (s *site) lastReviews() map[string]schema.Date {
	all := map[string]schema.Date{}
	for _, i := range s.pkg.Items {
		path := s.graph.Address(i).Path
		if d := i.Front.Date("reviewed"); all[path].Before(d) {
			all[path] = d
		}
	}
	return all
}

// xmlFile is a file that holds a value as XML, an element a line.
func xmlFile(path string, v any) output.File {
	kind, _ := output.TypeOf(path)
	return output.File{Path: path, Type: kind, Write: func(w io.Writer) error {
		if _, err := io.WriteString(w, xml.Header); err != nil {
			return err
		}
		e := xml.NewEncoder(w)
		e.Indent("", " ")
		if err := e.Encode(v); err != nil {
			return err
		}
		_, err := io.WriteString(w, "\n")
		return err
	}}
}
