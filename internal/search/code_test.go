package search

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// numbers reads what appendNumber wrote, as the script does.
func numbers(codes string) []int {
	var all []int
	value, unit := 0, 1
	for _, c := range []byte(codes) {
		n := int(c) - firstSymbol
		if c > '\\' {
			n--
		}
		value += n * unit
		if n >= ending {
			unit *= going
			continue
		}
		all = append(all, value)
		value, unit = 0, 1
	}
	return all
}

// decode reads keys with their lists, as the script does.
func decode(words string) map[string][]int {
	all := map[string][]int{}
	parts, key := strings.Split(words, "!"), []uint16(nil)
	for i := 0; i+1 < len(parts); i += 2 {
		key = append(key[:numbers(parts[i][:1])[0]:numbers(parts[i][:1])[0]], utf16.Encode([]rune(parts[i][1:]))...)
		all[string(utf16.Decode(key))] = numbers(parts[i+1])
	}
	return all
}

func TestNumbers(t *testing.T) {
	var want []int
	var codes []byte
	for n := 0; n < 5_000_000; n += 1 + n/7 {
		want = append(want, n)
		codes = appendNumber(codes, n)
	}
	if got := numbers(string(codes)); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if strings.ContainsAny(string(codes), "!\"\\\n") {
		t.Errorf("%q has a character that ends something", codes)
	}
	if n := len(appendNumber(nil, 63)); n != 1 {
		t.Errorf("63 takes %d characters", n)
	}
	if n := len(appendNumber(nil, ending+going*ending-1)); n != 2 {
		t.Errorf("the largest of two takes %d characters", n)
	}
}

// FuzzCode holds that keys and their places can be read again, that they are
// sorted, are fit to stand in a string of a script as they are, come to the same
// bytes twice, and take less room than the words and a few bytes for each.
func FuzzCode(f *testing.F) {
	f.Add("app apple appointment åpp 𝒳a 𝒳b", uint(3))
	f.Add("a", uint(0))
	f.Fuzz(func(t *testing.T, text string, step uint) {
		lists, want := map[string]*list{}, map[string][]int{}
		for n, key := range (&keys{}).all(text) {
			place, at := n*int(step%1000+1), level(n%int(levels))
			if lists[key] == nil {
				lists[key] = &list{}
			}
			want[key] = append(want[key], (place-lists[key].next)*int(levels)+int(at))
			lists[key].add(place, at)
		}
		sorted := sortedKeys(lists, func(string) bool { return true })
		code := appendKeys(nil, sorted, lists)
		if again := appendKeys(nil, sorted, lists); !bytes.Equal(code, again) || !slices.IsSorted(sorted) || len(sorted) != len(lists) {
			t.Errorf("%q: %q from %q, and then %q", text, code, sorted, again)
		}
		if bytes.ContainsAny(code, "\"\\\n\r") || utf8.ValidString(text) && !utf8.Valid(code) {
			t.Errorf("%q: %q cannot stand in a script", text, code)
		}
		room := 0
		for key, places := range want {
			room += len(key) + 3 + 6*len(places)
		}
		if len(code) > room {
			t.Errorf("%q: %d bytes, of %d at most", text, len(code), room)
		}
		got := decode(string(code))
		if !maps.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	})
}
