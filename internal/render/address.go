package render

import (
	"net"
	"net/url"

	"golang.org/x/net/idna"

	"commonground/internal/link"
)

// webAddress returns an address of the settings as machines write it: in ASCII,
// a host in other letters by the name that the web knows it by, and a path in
// other letters percent-encoded. "" stays "".
func webAddress(text string) string {
	u, err := url.Parse(text)
	if err != nil {
		return text // the check of the settings has refused it
	}
	port := u.Port()
	if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil {
		u.Host = host
		if port != "" {
			u.Host = net.JoinHostPort(host, port)
		}
	}
	return u.String()
}

// absolute returns the whole address of a path in the site, perhaps with a
// fragment; "" when nobody said where the site will stand. The first page is
// what a server gives for the address in the settings.
func (s *site) absolute(path string) string {
	switch {
	case s.base == "":
		return ""
	case path == link.Home:
		return s.base
	}
	return s.base + path
}

// canonical returns the whole address of the page at path; "" when there is
// none. The page for a wrong address stands nowhere.
func (s *site) canonical(path string) string {
	if path == link.NotFound {
		return ""
	}
	return s.absolute(path)
}
