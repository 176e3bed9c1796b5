package check

import "regexp"

// citation matches what only references to works have: a year in brackets or behind
// an author, and the numbers of volumes and pages.
var citation = regexp.MustCompile(`\([^()]{0,30}\b(?:1[89]|20)\d\d[a-z]?\)|\b(?:1[89]|20)\d\d\. |\bpp?\. ?\d|\b[Nn]o\. ?\d|\b[Vv]ol\. ?\d|\b[Pp]ages? \d|\bdoi\b|\bISBN\b|§`)

// cites says whether a passage refers to a work in the way that works are listed,
// with its title and its pages: rules about form leave it alone.
func (p *Prose) cites() bool { return citation.Match(p.Text) }
