package check

import (
	"bytes"
	"net"
	"net/mail"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"commonground/internal/diag"
	"commonground/internal/schema"
	"commonground/internal/source"
)

var (
	ruleLanguage = diag.Rule{Code: "language-form", Severity: diag.Error, Title: "The language must be a BCP 47 tag, such as en-GB."}
	ruleContact  = diag.Rule{Code: "contact-form", Severity: diag.Error, Title: "The contact must be an e-mail address or a web address."}
	ruleURL      = diag.Rule{Code: "url-form", Severity: diag.Error, Title: "The address of the site must be a web address that ends in /."}
)

func languageForm(in Input, report func(diag.Finding)) {
	set := &in.Package.Settings
	v, ok := set.Front.Get("language")
	if _, err := language.Parse(v.Text); ok && (err != nil || strings.Contains(v.Text, "_")) {
		f := ruleLanguage.At(set.File, v.Span, "%q is not the code of a language", v.Text).
			WithHint("write en-GB for British English, cy for Welsh, ar for Arabic")
		report(retyped(f, v.Text, strings.ReplaceAll(v.Text, "_", "-")))
	}
}

func contactForm(in Input, report func(diag.Finding)) {
	set := &in.Package.Settings
	v, ok := set.Front.Get("contact")
	if ok && !isContact(v.Text) {
		report(ruleContact.At(set.File, v.Span, "%q is no e-mail address and no web address", v.Text).
			WithHint("write name@example.org, or an address that begins with https://"))
	}
}

func isContact(text string) bool {
	if schema.WebAddress(text) {
		return true
	}
	a, err := mail.ParseAddress(text)
	return err == nil && a.Name == "" && a.Address == text && !strings.ContainsAny(text, "?&\"<>")
}

func urlForm(in Input, report func(diag.Finding)) {
	set := &in.Package.Settings
	v, ok := set.Front.Get("url")
	if !ok {
		return
	}
	if hint := urlHint(v.Text); hint != "" {
		f := ruleURL.At(set.File, v.Span, "%q is no address at which a site can stand", v.Text).WithHint("%s", hint)
		if hint == "write "+v.Text+"/" {
			f = retyped(f, v.Text, v.Text+"/")
		}
		report(f)
	}
}

// urlHint says what to do about an address at which no site can stand; "" when
// one can. Every page repeats the address, so it must be fit for readers to see.
func urlHint(text string) string {
	u, err := url.Parse(text)
	if err != nil || !schema.WebAddress(text) || !isHost(u.Hostname()) {
		return "begin it with https:// and end it with /: https://training.example.org/digital/"
	}
	switch page := path.Base(u.Path); {
	case u.User != nil:
		return "leave out the name and the password before the @: every page would show them"
	case u.Hostname() == "localhost" || net.ParseIP(u.Hostname()).IsLoopback():
		return "this leads readers to their own computer; write the address that they will use, or leave the line out until there is one"
	case strings.ContainsAny(text, "?#,") || strings.Contains(u.Path, "//") || strings.Contains(u.Path, "/."):
		return "write one address, of the folder that holds the site: https://training.example.org/digital/"
	case strings.HasSuffix(text, "/"):
		return ""
	case len(page) > 1 && strings.Contains(page, "."):
		return "write " + strings.TrimSuffix(text, page)
	}
	return "write " + text + "/"
}

func isHost(name string) bool { return hostName.MatchString(name) || net.ParseIP(name) != nil }

// hostName is words of letters of any script, digits and hyphens between dots.
var hostName = regexp.MustCompile(`^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)*$`)

// retyped offers another text for a value that stands in the file as it is read.
func retyped(f diag.Finding, text, right string) diag.Finding {
	at := bytes.Index(f.File.Bytes(f.Span), []byte(text))
	if at < 0 || right == text {
		return f
	}
	start := f.Span.Start + at
	return f.WithEdit(source.Span{Start: start, End: start + len(text)}, right)
}
