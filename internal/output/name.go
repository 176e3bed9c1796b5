package output

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// How long names may be, in characters, so that a site can be unpacked a few
// folders deep on Windows, and in bytes, so that a name in any script fits.
const (
	maxSegment      = 80
	maxSegmentBytes = 240
	maxPath         = 180
)

// CheckName says whether a slash path can be written on every computer, and if
// not, why, in words that follow the path: "has a part that ends in a dot".
func CheckName(name string) (reason string, ok bool) {
	switch {
	case !utf8.ValidString(name):
		return "is not valid UTF-8", false
	case !fs.ValidPath(name) || name == ".":
		return "is not a plain path with slashes, such as lessons/book.html", false
	case utf8.RuneCountInString(name) > maxPath:
		return fmt.Sprintf("is longer than %d characters", maxPath), false
	}
	for segment := range strings.SplitSeq(name, "/") {
		if reason := checkSegment(segment); reason != "" {
			return reason, false
		}
	}
	return "", true
}

func checkSegment(s string) (reason string) {
	switch {
	case utf8.RuneCountInString(s) > maxSegment || len(s) > maxSegmentBytes:
		return fmt.Sprintf("has a part longer than %d characters", maxSegment)
	case strings.HasPrefix(s, "."):
		return "has a part that starts with a dot"
	case strings.HasSuffix(s, "."):
		return "has a part that ends in a dot"
	case strings.HasPrefix(s, " "), strings.HasSuffix(s, " "):
		return "has a part that starts or ends with a space"
	case strings.IndexFunc(s, unicode.IsControl) >= 0:
		return "has a control character"
	}
	if i := strings.IndexAny(s, `<>:"|?*\`); i >= 0 {
		return fmt.Sprintf("has the character %c", s[i])
	}
	if device(s) {
		return fmt.Sprintf("has the part %q, which Windows keeps for a device", s)
	}
	return ""
}

// device reports whether Windows takes a name, with or without an extension,
// for a device: con, nul.txt, COM1, lpt³.
func device(s string) bool {
	stem, _, _ := strings.Cut(s, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	port, isPort := strings.CutPrefix(stem, "com")
	if !isPort {
		port, isPort = strings.CutPrefix(stem, "lpt")
	}
	return isPort && utf8.RuneCountInString(port) == 1 && strings.Contains("123456789¹²³", port)
}

// Key returns a path folded as the strictest file systems fold it: by Unicode
// normal form and by case. Two paths with one Key clash.
func Key(path string) string {
	if isASCII(path) {
		return strings.ToLower(path)
	}
	folded := cases.Fold().String(norm.NFD.String(path))
	return norm.NFC.String(strings.ToLower(folded)) // lower: Cherokee folds to capitals, and they to small letters
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// TypeOf returns the media type of a file by its extension, or false for a kind
// of file that is neither made nor copied. The list is ours: what the computer
// has registered differs from one to the next.
func TypeOf(name string) (mediaType string, ok bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".css":
		return "text/css; charset=utf-8", true
	case ".html":
		return "text/html; charset=utf-8", true
	case ".ico":
		return "image/vnd.microsoft.icon", true
	case ".jpeg", ".jpg":
		return "image/jpeg", true
	case ".js":
		return "text/javascript; charset=utf-8", true
	case ".json":
		return "application/json", true
	case ".mp3":
		return "audio/mpeg", true
	case ".mp4":
		return "video/mp4", true
	case ".pdf":
		return "application/pdf", true
	case ".png":
		return "image/png", true
	case ".svg":
		return "image/svg+xml", true
	case ".txt":
		return "text/plain; charset=utf-8", true
	case ".vtt":
		return "text/vtt; charset=utf-8", true
	case ".webp":
		return "image/webp", true
	case ".xml":
		return "application/xml", true
	}
	return "", false
}
