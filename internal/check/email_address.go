package check

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var ruleEmail = diag.Rule{
	Code: "email-address", Severity: diag.Warning, Advice: true,
	Title: "An e-mail address in training should be nobody's own.",
	Why:   "An address names a person, and copies of a page cannot be called back. example.org and example.com are kept for examples (RFC 2606); for questions there is the contact of the settings, or an address of a team.",
	Scope: "Addresses anywhere in a file. Not those at example.org and the like, the contact of the settings, addresses of a team such as help@ or info@, and report@phishing.gov.uk.",
}

// address is an e-mail address around its @.
var (
	beforeAt = regexp.MustCompile(`[A-Za-z0-9][A-Za-z0-9._%+'-]*$`)
	afterAt  = regexp.MustCompile(`^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)
)

// longestName is how many bytes before an @ are looked at.
const longestName = 64

func emailAddress(p *Page, report func(diag.Finding)) {
	text := p.File.Text
	for at := 0; ; at++ {
		next := bytes.IndexByte(text[at:], '@')
		if next < 0 {
			return
		}
		at += next
		name, domain := beforeAt.Find(text[max(0, at-longestName):at]), afterAt.Find(text[at+1:])
		if name == nil || domain == nil {
			continue
		}
		span := source.Span{Start: at - len(name), End: at + 1 + len(domain)}
		address := strings.ToLower(string(p.File.Bytes(span)))
		if isPersonal(address) && address != strings.ToLower(p.Package.Settings.Contact) && !isLogin(text[span.End:]) {
			report(ruleEmail.At(p.File, span, "this address can be a real person's").
				WithHint("write one that is kept for examples, such as %s@example.org, or the address of a team", name))
		}
	}
}

// teams are names of addresses that many people read.
var teams = strings.Fields(`accessibility admin alerts appointments bookings care comms communications complaints contact data digital
	digital-skills education enquiries equality feedback foi general hello help helpdesk info inclusion it learning library mail media news newsletter
	no-reply noreply office pals patients practice press privacy queries reception report reports research security service servicedesk
	service-desk skills spam staff support surgery team training volunteering webmaster`)

// isPersonal says whether an address may be that of one person.
func isPersonal(address string) bool {
	name, domain, _ := strings.Cut(address, "@")
	labels := strings.Split(domain, ".")
	if slices.Contains(labels, "example") || slices.Contains([]string{"test", "invalid", "localhost"}, labels[len(labels)-1]) {
		return false
	}
	return !slices.ContainsFunc(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(".-_+", r) }),
		func(word string) bool { return slices.Contains(teams, word) }) && !slices.Contains(teams, name)
}

// isLogin says whether what looked like an address goes on as the address of a
// repository or a server: git@example.org:team/pages.
func isLogin(after []byte) bool {
	return len(after) > 1 && (after[0] == ':' && after[1] > ' ' || after[0] == '/')
}
