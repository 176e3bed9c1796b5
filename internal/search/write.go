package search

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"slices"
)

// opening is what a search begins with.
type opening struct {
	English bool        `json:"english"`
	Little  []string    `json:"little"` // keys that are only found where they name something
	Kinds   []kind      `json:"kinds"`
	Themes  [][2]string `json:"themes"`
	Groups  [][]string  `json:"groups"`
	Counts  string      `json:"counts"`
	Sizes   string      `json:"sizes"`
	PerFile int         `json:"perFile,omitempty"` // items in a file; 0 when this one has everything
	Words   *string     `json:"words,omitempty"`   // nil when other files have them
	Items   [][]any     `json:"items,omitempty"`
}

// wordsPart is the keys of one letter, with their lists.
type wordsPart struct {
	Letter int    `json:"letter"`
	Words  string `json:"words"`
}

// itemsPart is what results show of some items.
type itemsPart struct {
	Part  int     `json:"part"`
	Items [][]any `json:"items"`
}

func (x *index) opening() opening {
	o := opening{English: x.english, Little: slices.AppendSeq([]string{}, maps.Keys(littleKeys(x.english))), Kinds: x.kinds, Themes: x.titles, Groups: x.groups,
		Counts: string(x.counts), Sizes: string(x.sizes), PerFile: perFile}
	slices.Sort(o.Little)
	return o
}

// whole is an opening that leaves nothing to be loaded later.
func (x *index) whole() opening {
	o := x.opening()
	o.PerFile = 0
	words := string(appendKeys(nil, sortedKeys(x.lists, func(string) bool { return true }), x.lists))
	o.Words = &words
	o.Items = x.records(x.items)
	return o
}

func (x *index) wordsOf(n int) wordsPart {
	keys := sortedKeys(x.lists, func(key string) bool { return letter(key) == n })
	return wordsPart{n, string(appendKeys(nil, keys, x.lists))}
}

func (x *index) itemsOf(n int) itemsPart {
	return itemsPart{n, x.records(x.items[n*perFile : min((n+1)*perFile, len(x.items))])}
}

func (x *index) records(items []*item) [][]any {
	all := make([][]any, len(items))
	for n, i := range items {
		all[n] = x.record(i)
	}
	return all
}

// writePart writes a part as a script that hands it over, whether the script that
// takes it runs before this one or after.
func writePart(w io.Writer, part any) error {
	var b bytes.Buffer
	b.WriteString("(self.CGsearch=self.CGsearch||[]).push(")
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(part); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(");\n")
	_, err := w.Write(b.Bytes())
	return err
}
