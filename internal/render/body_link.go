package render

import (
	"path"
	"strconv"
	"strings"

	"commonground/internal/link"
	"commonground/internal/markdown"
)

// note writes the number that leads to a footnote.
func (w *bodyWriter) note(n *markdown.Note) {
	w.noted = true
	w.string(`<sup><a href="#` + w.id(n.Text) + `" id="` + w.id(n.ID) + `" role="doc-noteref">` + strconv.Itoa(n.Number) + "</a></sup>")
}

// back writes the way back from a footnote.
func (w *bodyWriter) back(b *markdown.Back) {
	if w.at.partial {
		return
	}
	count := ""
	if b.Others > 0 {
		count = " " + strconv.Itoa(b.Others+1)
	}
	w.string(` <a href="#` + w.id(b.ID) + `" aria-label="`)
	w.text(wordBack + count)
	w.string(`">↩` + count + "</a>")
}

// linkStart opens a link. One that leads nowhere, which a finding has said, is
// written as an anchor without an address: readable, and not dead.
func (w *bodyWriter) linkStart(t link.Target) {
	href := ""
	switch {
	case t.URL != "":
		href = t.URL
	case t.Copy != nil:
		href = escapePath(link.Address{Path: t.Copy.Path}.RelativeTo(w.at.page))
	case t.Address.Path != "":
		href = w.at.address(t.Address)
	default:
		w.string("<a>")
		return
	}
	w.string(`<a href="`)
	w.text(href)
	w.string(`">`)
}

// linkEnd closes a link; a link to a file says what the file is and how large.
func (w *bodyWriter) linkEnd(t link.Target) {
	if t.Copy != nil {
		kind := strings.ToUpper(strings.TrimPrefix(path.Ext(t.Copy.Path), "."))
		w.text(" (" + kind + ", " + fileSize(t.Copy.Asset.Size) + ")")
	}
	w.string("</a>")
}

func (w *bodyWriter) image(m *markdown.Image, t link.Target) {
	if t.Copy == nil {
		w.text(m.Alt)
		return
	}
	w.string(`<img src="`)
	w.text(escapePath(link.Address{Path: t.Copy.Path}.RelativeTo(w.at.page)))
	w.string(`" alt="`)
	w.text(m.Alt)
	w.string(`"`)
	if a := t.Copy.Asset; a.Width > 0 && a.Height > 0 {
		w.string(` width="` + strconv.Itoa(a.Width) + `" height="` + strconv.Itoa(a.Height) + `"`)
	}
	w.string(">")
}

// escapePath escapes what a path may hold and an address may not.
func escapePath(p string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/!$&'()*+,;=@"
	var b strings.Builder
	for i := range len(p) {
		if strings.IndexByte(plain, p[i]) >= 0 {
			b.WriteByte(p[i])
			continue
		}
		b.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(p[i])|0x100, 16)[1:]))
	}
	return b.String()
}
