package build

import (
	"encoding/json"
	"strings"
	"unicode/utf16"
)

// mostSearch is what the script that searches may weigh, in bytes.
const mostSearch = 7500

// isIndex says whether a file is part of the search index: data, with a call
// around it.
func isIndex(name string) bool { return strings.HasPrefix(name, "assets/search/") }

// indexPart is what a file of the index hands over.
type indexPart struct {
	Kinds  [][3]string
	Groups [][]string
	Words  string
	Items  [][]any
}

// searchLeads holds the index to data that leads to what is there: items and
// headings that a page has, and no word that learners must not see.
func searchLeads(b *built, broken func(path, format string, args ...any)) {
	parts := map[string]indexPart{}
	var kinds [][3]string
	for name, raw := range b.files {
		if !isIndex(name) {
			continue
		}
		data, called := strings.CutPrefix(string(raw), "(self.CGsearch=self.CGsearch||[]).push(")
		data, ended := strings.CutSuffix(data, ");\n")
		var part indexPart
		if err := json.Unmarshal([]byte(data), &part); err != nil || !called || !ended {
			broken(name, "is not data alone: %v", err)
			continue
		}
		parts[name] = part
		kinds = append(kinds, part.Kinds...)
	}
	for name, part := range parts {
		for _, to := range indexLeads(kinds, part.Items) {
			if _, _, why := b.lead(b.page("index.html"), to); why != "" {
				broken(name, "the address %s %s", to, why)
			}
		}
		for _, key := range indexKeys(part.Words) {
			for _, secret := range b.secrets {
				if strings.Contains(key, strings.ToLower(secret)) {
					broken(name, "finds %q", key)
				}
			}
		}
	}
	if n := len(b.files["assets/search.js"]); n > mostSearch {
		broken("assets/search.js", "has %d bytes", n)
	}
}

// indexLeads lists the addresses of items, and of the headings in them.
func indexLeads(kinds [][3]string, items [][]any) []string {
	var all []string
	for _, i := range items {
		kind := kinds[int(i[0].(float64))]
		to := kind[1] + i[1].(string) + kind[2]
		all = append(all, to)
		sign := "#"
		if strings.Contains(to, "#") {
			sign = "."
		}
		for n := 7; n < len(i); n += 2 {
			all = append(all, to+sign+i[n].(string))
		}
	}
	return all
}

// indexKeys reads the keys that things are found by. Each begins with how much of
// it is as in the one before.
func indexKeys(words string) []string {
	var all []string
	var key []uint16
	parts := strings.Split(words, "!")
	for i := 0; i+1 < len(parts); i += 2 {
		same := int(parts[i][0]) - '#'
		if parts[i][0] > '\\' {
			same--
		}
		key = append(key[:same:same], utf16.Encode([]rune(parts[i][1:]))...)
		all = append(all, string(utf16.Decode(key)))
	}
	return all
}
