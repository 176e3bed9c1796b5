package check

import (
	"net/mail"
	"strings"

	"golang.org/x/text/language"

	"commonground/internal/diag"
	"commonground/internal/schema"
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
		report(ruleLanguage.At(set.File, v.Span, "%q is not the code of a language", v.Text).
			WithHint("write en-GB for British English, cy for Welsh, ar for Arabic"))
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
	if ok && (!schema.WebAddress(v.Text) || !strings.HasSuffix(v.Text, "/") || strings.ContainsAny(v.Text, "?#")) {
		report(ruleURL.At(set.File, v.Span, "%q is no address at which a site can stand", v.Text).
			WithHint("begin it with https:// and end it with /: https://training.example.org/digital/"))
	}
}
