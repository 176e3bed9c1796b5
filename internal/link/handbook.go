package link

import (
	"strconv"
	"strings"

	"commonground/internal/output"
	"commonground/internal/schema"
	"commonground/internal/training"
)

// Handout returns where the sheet of a lesson stands.
func Handout(l *training.Lesson) Address { return Address{Path: "handouts/" + l.Slug + ".html"} }

// Handbook is the whole package on one page, or on several when it is large.
type Handbook struct {
	Volumes []Volume
	where   map[string]Address // by path in the site, or path#entry where several items share a page
}

// Volume is one page of the handbook: parts in the order of reading.
type Volume struct {
	Path  string // print.html, print-2.html …
	Parts []Part
}

// Part is items of one kind: those from First up to End of the ones that are
// shown, in the order of the package. When they do not fit into one volume, the
// part goes on in the next.
type Part struct {
	Kind       *schema.Kind
	ID         string // of its heading; "" where it only goes on
	First, End int
}

// MaxVolume is how much text a volume takes, in bytes of HTML, before the next
// one is begun: a hundred lessons or two, which an old computer still prints.
const MaxVolume = 1 << 20

// bookKinds are the parts of the handbook in their order.
func bookKinds() []*schema.Kind {
	return []*schema.Kind{&schema.Settings, &schema.Theme, &schema.Insight, &schema.Lesson, &schema.Pathway, &schema.Role,
		&schema.Myth, &schema.Story, &schema.Page, &schema.Term}
}

// Handbook returns the plan of the handbook.
func (g *Graph) Handbook() *Handbook { return &g.handbook }

// Find returns where the handbook has what stands at an address of the site,
// which stays as it is when the handbook does not have it.
func (h *Handbook) Find(a Address) Address {
	entry, _, _ := strings.Cut(a.Fragment, ".")
	if at, ok := h.where[a.Path+"#"+entry]; ok && a.Fragment != "" {
		return Address{at.Path, a.Fragment}
	}
	at, ok := h.where[a.Path]
	switch {
	case !ok:
		return a
	case a.Fragment == "" || strings.HasPrefix(at.Fragment, partPrefix):
		return at
	}
	return Address{at.Path, at.Fragment + "." + a.Fragment}
}

// partPrefix begins the ids of the parts.
const partPrefix = "CG-part-"

// bind plans the handbook.
func (r *resolver) bind() {
	h := &r.graph.handbook
	h.where = map[string]Address{}
	b := binding{book: h}
	for _, kind := range bookKinds() {
		for n, i := range r.shown(kind) {
			if kind != &schema.Settings || len(i.Doc.HTML) > 0 { // else there is nothing but the cover
				b.add(i, n, r.printed(i))
			}
			h.put(i, r.graph.addresses[i.ID], volumePath(max(1, len(h.Volumes))))
		}
	}
	if len(h.Volumes) == 0 {
		h.Volumes = []Volume{{Path: volumePath(1)}}
	}
}

// binding fills one volume after the other.
type binding struct {
	book *Handbook
	size int // of the last volume
}

// printed is about how much text an item is in the handbook: what its file says,
// and below a lesson the meanings of its words.
func (r *resolver) printed(i *training.Item) int {
	size := len(i.Doc.HTML) + i.File.Body
	if i.Kind == &schema.Lesson {
		for _, t := range r.graph.words[i.ID] {
			size += len(t.Name) + len(t.Meaning) + len(t.Say)
		}
	}
	return size
}

// add puts the nth item of its kind into the last volume, or into a new one.
func (b *binding) add(i *training.Item, n, size int) {
	h := b.book
	if b.size > MaxVolume || len(h.Volumes) == 0 {
		h.Volumes = append(h.Volumes, Volume{Path: volumePath(len(h.Volumes) + 1)})
		b.size = 0
	}
	b.size += size
	v := &h.Volumes[len(h.Volumes)-1]
	if last := len(v.Parts) - 1; last < 0 || v.Parts[last].Kind != i.Kind {
		v.Parts = append(v.Parts, Part{Kind: i.Kind, First: n})
	}
	part := &v.Parts[len(v.Parts)-1]
	part.End = n + 1
	if n == 0 {
		part.ID = partPrefix + i.Kind.Name
		h.where[IndexOf(i.Kind)] = Address{v.Path, part.ID}
	}
}

// put notes where an item is.
func (h *Handbook) put(i *training.Item, at Address, volume string) {
	if at.Fragment != "" {
		h.where[at.Path+"#"+at.Fragment] = Address{volume, at.Fragment}
		return
	}
	h.where[at.Path] = Address{volume, EntryPrefix(i)}
}

// shown lists the items of a kind that have a place in the site.
func (r *resolver) shown(kind *schema.Kind) []*training.Item {
	var items []*training.Item
	for _, i := range r.pkg.Items {
		if i.Kind == kind && !r.graph.hidden[i.ID] {
			items = append(items, i)
		}
	}
	return items
}

func volumePath(n int) string {
	if n == 1 {
		return "print.html"
	}
	return "print-" + strconv.Itoa(n) + ".html"
}

// claimPrinted takes the paths of what is made to be printed.
func (r *resolver) claimPrinted(taken map[string]string) {
	for _, v := range r.graph.handbook.Volumes {
		taken[output.Key(v.Path)] = ""
	}
	for _, l := range r.pkg.Lessons {
		taken[output.Key(Handout(l).Path)] = ""
	}
}
