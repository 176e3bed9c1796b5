package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// noAddress is the problem of a link without an address.
const noAddress = "is empty"

// allowedSchemes are the only ones that are written. A list of bad ones would
// always miss some.
var allowedSchemes = [...]string{"http", "https", "mailto", "tel"}

// checkAddress returns an address as a browser reads it, without spaces, control
// characters and what cannot be seen around it and without tabs and line ends in it, or the
// empty string and what is wrong with it. The problem continues the words "the
// address … ".
func checkAddress(dest string) (clean, problem, hint string) {
	clean = cleanAddress(dest)
	switch {
	case clean == "":
		return "", noAddress, ""
	case strings.IndexFunc(clean, isControl) >= 0:
		return "", "holds a character that cannot be seen", "type the address again instead of pasting it"
	case strings.Contains(clean, `\`):
		return "", `holds a \`, "write it with / as a web address, files of the package by their place beside this file"
	case strings.HasPrefix(clean, "//"):
		return "", "does not say how to reach the site", "write https: in front of it"
	}
	scheme, rest, found := splitScheme(clean)
	switch {
	case !found:
		return clean, "", ""
	case !slices.Contains(allowedSchemes[:], scheme):
		return "", "begins with " + quote(scheme+":") + ", which is not allowed", "use https:, http:, mailto:, tel: or a file of the package; for a file name with a colon write ./ before it"
	case strings.ContainsFunc(rest, isBlank):
		return "", "holds a space, or a sign that cannot be seen", spaceHint(clean)
	case (scheme == "http" || scheme == "https") && !hasHost(rest):
		return "", "names no site", "write it in full, such as https://www.nhs.uk/"
	case (scheme == "http" || scheme == "https") && hasPassword(rest):
		return "", "holds a password", "leave out what stands before the @: whoever reads the page could use it"
	case scheme == "mailto" && !namesSomebody(rest):
		return "", "names nobody to write to", "write the whole address: mailto:name@nhs.net"
	case scheme == "tel" && !isNumber(rest):
		return "", "is no phone number", "write its digits behind tel: with + or hyphens if you like, such as tel:111"
	}
	return clean, "", ""
}

func cleanAddress(dest string) string {
	dest = strings.TrimFunc(dest, func(r rune) bool { return r <= ' ' || isBlank(r) })
	if !strings.ContainsAny(dest, "\t\n\r") {
		return dest
	}
	return strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(dest)
}

// spaceHint says how to write an address without its spaces.
func spaceHint(address string) string {
	short := strings.Join(strings.Fields(address), "")
	switch scheme, _, _ := splitScheme(address); {
	case scheme == "tel", scheme == "mailto" && strings.Contains(short, "@"):
		return "delete it: " + short
	case scheme == "mailto":
		return "write the whole address: mailto:name@nhs.net"
	}
	return "delete it; where a space belongs, write %20"
}

func isControl(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// splitScheme cuts an address at the colon that ends its scheme, in lower case.
// A colon after the first / ? or # belongs to a path.
func splitScheme(dest string) (scheme, rest string, found bool) {
	n := strings.IndexAny(dest, ":/?#")
	if n < 0 || dest[n] != ':' {
		return "", dest, false
	}
	return strings.ToLower(dest[:n]), dest[n+1:], true
}

// hasPassword says whether an address logs somebody in.
func hasPassword(rest string) bool {
	site := strings.TrimPrefix(rest, "//")
	if end := strings.IndexAny(site, "/?#"); end >= 0 {
		site = site[:end]
	}
	at := strings.LastIndexByte(site, '@')
	return at >= 0 && strings.Contains(site[:at], ":")
}

// namesSomebody says whether a mailto: address has someone to write to, or leaves
// it to the reader and gives a subject.
func namesSomebody(rest string) bool {
	to, subject, _ := strings.Cut(rest, "?")
	name, host, found := strings.Cut(strings.ReplaceAll(to, "%40", "@"), "@")
	return to == "" && subject != "" || found && name != "" && host != ""
}

// isNumber says whether a tel: address has digits and no letters. What stands
// behind a semicolon is an extension and the like.
func isNumber(rest string) bool {
	number, _, _ := strings.Cut(encoded.ReplaceAllString(rest, ""), ";")
	return strings.ContainsFunc(number, unicode.IsDigit) && !strings.ContainsFunc(number, unicode.IsLetter)
}

// encoded is a character in the way that addresses write it.
var encoded = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)

func hasHost(rest string) bool {
	host, ok := strings.CutPrefix(rest, "//")
	return ok && host != "" && !strings.ContainsRune("/?#:@", rune(host[0]))
}
