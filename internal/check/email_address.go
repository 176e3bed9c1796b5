package check

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/markdown"
	"commonground/internal/source"
)

var ruleEmail = diag.Rule{
	Code: "email-address", Severity: diag.Warning, Advice: true,
	Title: "An e-mail address in training should be nobody's own.",
	Why:   "An address names a person, and copies of a page cannot be called back. example.org and example.com are kept for examples (RFC 2606); for questions there is the contact of the settings, or an address of a team.",
	Scope: "Addresses anywhere in a file. Not those at example.org and the like, the contact of the settings, addresses of a team such as help@ or info@, and those that a link of the page writes to, for they are meant to be found.",
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
	for at, behind := 0, 0; ; at++ {
		next := bytes.IndexByte(text[at:], '@')
		if next < 0 {
			return
		}
		at += next
		name, domain := beforeAt.Find(text[max(behind, at-longestName):at]), afterAt.Find(text[at+1:])
		if name == nil || domain == nil {
			continue
		}
		span := source.Span{Start: at - len(name), End: at + 1 + len(domain)}
		address := strings.ToLower(string(p.File.Bytes(span)))
		behind = span.End
		if isPersonal(address) && address != strings.ToLower(p.Package.Settings.Contact) && !isLogin(text[span.End:]) && !p.isWrittenTo(address) {
			report(ruleEmail.At(p.File, span, "this address can be a real person's").
				WithHint("write one that is kept for examples, such as %s@example.org; if readers are to write to it, make it a link: [%s](mailto:%s)", name, address, address))
		}
	}
}

// teams are what stands in the names of addresses that many people read.
var teams = strings.Fields(`accessib admin alert appointment booking champion comment comms communicat community complain contact data digital
	editor education enquir equality example feedback general hello help inclusion info learning librar mailbox media news no-reply noreply
	office pals patients phishing practice press privacy quer reception records report research security service skills spam
	staff support surgery team training volunteer webmaster`)

// isPersonal says whether an address may be that of one person.
func isPersonal(address string) bool {
	name, domain, _ := strings.Cut(address, "@")
	labels := strings.Split(domain, ".")
	if slices.Contains(labels, "example") || slices.Contains([]string{"test", "invalid", "localhost"}, labels[len(labels)-1]) {
		return false
	}
	return !slices.ContainsFunc(teams, func(word string) bool { return strings.Contains(name, word) })
}

// isWrittenTo says whether a link of the page writes to an address.
func (p *Page) isWrittenTo(address string) bool {
	return slices.ContainsFunc(p.Doc.Links, func(l markdown.Link) bool {
		to, writes := strings.CutPrefix(strings.ToLower(l.Dest), "mailto:")
		to, _, _ = strings.Cut(to, "?")
		return writes && to == address
	})
}

// isLogin says whether what looked like an address goes on as the address of a
// repository or a server: git@example.org:team/pages.
func isLogin(after []byte) bool {
	return len(after) > 1 && (after[0] == ':' && after[1] > ' ' || after[0] == '/')
}
