package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Kind is one kind of block: its name after the ::: and what is asked of it.
// Each has a file of its own; the list is kinds.
type Kind struct {
	Name  string
	Doc   string   // one line: what it is for
	Attrs []string // what may stand in { }

	list  string                        // how to begin a line of the list it holds; empty when it holds none
	check func(w *writer, d *directive) // looks at what is in the block; may be nil
	write func(w *writer, d *directive) // writes what is in the block; nil when that is nothing special
}

// kinds are all kinds of block, in the order of docs/blocks.md.
var kinds = [...]Kind{
	blockExample,
	blockTryIt,
	blockSteps,
	blockSay,
	blockPeerTip,
	blockTalk,
	blockReflect,
	blockDo,
	blockDont,
	blockNote,
	blockWarning,
	blockMore,
	blockQuiz,
	blockFacilitator,
}

// Kinds lists the kinds of block there are.
func Kinds() []Kind { return slices.Clone(kinds[:]) }

// kind finds the kind of an opening line, and reports what is wrong with the
// line. start is its offset in the body.
func (r *report) kind(f fence, start int) *Kind {
	at, end := start+f.nameAt, start+f.nameAt+len(f.name)
	k := findKind(f.name)
	if k == nil {
		r.add(ruleBlockUnknown, at, end, "there is no block called "+quote(f.name), "the blocks are: "+strings.Join(kindNames(), ", "))
		if k = findKind(strings.ToLower(f.name)); k != nil {
			r.findings[len(r.findings)-1].Hint = fmt.Sprintf("write the name in small letters: ::: %s", k.Name)
		} else if near := nearestOf(f); near != "" {
			r.findings[len(r.findings)-1].Hint = fmt.Sprintf("did you mean ::: %s?", near)
		}
	}
	if k == nil {
		return nil
	}
	if f.attrAt > 0 {
		r.attributes(k, f, start)
	}
	if strings.ContainsAny(f.title, "*_~`[<") && markedTitle.MatchString(f.title) {
		r.add(ruleBlockTitle, start+f.nameAt, start+f.width, "the title "+quote(f.title)+" has marks in it, which are shown as they are", "a title is plain words: leave out *, _, ` and links")
	}
	return k
}

// markedTitle matches a title with Markdown in it.
var markedTitle = regexp.MustCompile("\\*\\*|__|~~|\\]\\(|`[^`]+`|(?:^|\\s)[*_]\\S.*[*_](?:\\W|$)|</?[a-z]+>")

func findKind(name string) *Kind {
	for i := range kinds {
		if kinds[i].Name == name {
			return &kinds[i]
		}
	}
	return nil
}

func kindNames() (names []string) {
	for i := range kinds {
		names = append(names, kinds[i].Name)
	}
	return names
}

// attributes reports what stands in { } and does not belong there.
func (r *report) attributes(k *Kind, f fence, start int) {
	for _, pair := range splitAttrs(f.attrs) {
		switch {
		case !slices.Contains(k.Attrs, pair[0]):
			r.add(ruleBlockAttribute, start+f.attrAt, start+f.width,
				"the block "+quote(k.Name)+" takes no "+quote(pair[0]), attrHint(k))
		case pair[1] == "":
			r.add(ruleBlockAttribute, start+f.attrAt, start+f.width,
				quote("{"+f.attrs+"}")+" does not say how many minutes", "write {minutes=5}")
			return
		case parseMinutes(pair[1]) == 0:
			r.add(ruleBlockAttribute, start+f.attrAt, start+f.width,
				quote(pair[1])+" is no number of minutes", "write a whole number from 1 to 600: {minutes=5}")
		}
	}
}

func attrHint(k *Kind) string {
	if len(k.Attrs) == 0 {
		return "this block takes nothing in { }, delete it"
	}
	return "write {minutes=5}"
}

// minutes is the time given in an opening line, or 0.
func (f *fence) minutes() int {
	if f.attrAt == 0 {
		return 0
	}
	for _, pair := range splitAttrs(f.attrs) {
		if pair[0] == "minutes" {
			return parseMinutes(pair[1])
		}
	}
	return 0
}

func parseMinutes(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 600 {
		return 0
	}
	return n
}
