package search

import (
	"strings"
	"unicode/utf8"

	"commonground/internal/words"
)

// keys turns texts into the keys that words are found by. A key is a word as
// package words folds it, in small letters, without a possessive 's; in English
// also without its ending, so that ordering, ordered and orders are one.
//
// static/search/10-words.js does the same with a query; testdata/keys.txt holds
// both to it. It is for one goroutine at a time.
//
// Keys are numbered as they are met, so that whoever counts them needs no map.
type keys struct {
	english bool
	text    words.Text
	names   []string       // the keys by number
	numbers map[string]int // of the keys
	known   map[string]int // the number of the key of a folded word
}

// longestKey is how long a word can be, in bytes. What is longer is no word.
const longestKey = 40

// read calls found with the number of the key of each word of a text in turn. Words that a
// hyphen joins are found on their own and as one: wi-fi is wi, fi and wifi.
func (k *keys) read(text []byte, found func(key int)) {
	k.text.Read(text)
	for i := range k.text.Len() {
		fold := k.text.Fold(i)
		if len(fold) > longestKey {
			continue
		}
		found(k.number(fold))
		if i > 0 && isHyphen(k.text.Gap(i)) && len(fold) <= longestKey/2 && len(k.text.Fold(i-1)) <= longestKey/2 {
			found(k.number(append([]byte(string(k.text.Fold(i-1))), fold...)))
		}
	}
}

func isHyphen(gap []byte) bool {
	switch string(gap) {
	case "-", "\u2010", "\u2011":
		return true
	}
	return false
}

// number returns the number of the key of a folded word.
func (k *keys) number(fold []byte) int {
	if n, ok := k.known[string(fold)]; ok {
		return n
	}
	if k.known == nil {
		k.known, k.numbers = map[string]int{}, map[string]int{}
	}
	key := k.key(fold)
	n, ok := k.numbers[key]
	if !ok {
		n = len(k.names)
		k.names, k.numbers[key] = append(k.names, key), n
	}
	k.known[string(fold)] = n
	return n
}

// key makes the key of a folded word.
func (k *keys) key(fold []byte) string {
	key := strings.ReplaceAll(strings.ToLower(string(fold)), "ı", "i")
	key = strings.TrimSuffix(key, "'s")
	if k.english {
		key = stem(key)
	}
	return key
}

// stem takes the common endings off an English word: a plural, ing, ed, a silent
// e. It need not give a word, only the same for all forms of one.
func stem(word string) string {
	if len(word) < 4 || strings.ContainsFunc(word, func(r rune) bool { return (r < 'a' || r > 'z') && r != '\'' }) {
		return word
	}
	word = withoutPlural(word)
	for _, ending := range []string{"ing", "ed"} {
		bare, ok := strings.CutSuffix(word, ending)
		if ok && len(bare) > 2 && strings.ContainsAny(bare, "aeiouy") && !strings.HasSuffix(word, "eed") {
			word = undouble(bare)
			break
		}
	}
	switch n := len(word); {
	case n > 3 && word[n-1] == 'e':
		return word[:n-1]
	case n > 3 && word[n-1] == 'y' && !isVowel(word[n-2]):
		return word[:n-1] + "i"
	}
	return word
}

// withoutPlural takes off an s, and the e that a hiss puts before it.
func withoutPlural(word string) string {
	n := len(word)
	switch {
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "us"), strings.HasSuffix(word, "is"), word[n-1] != 's':
		return word
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"):
		return word[:n-2]
	}
	return word[:n-1]
}

// undouble takes one of two equal letters off the end: stopp of stopping, but
// not the two of call, pass and buzz.
func undouble(word string) string {
	if n := len(word); n > 3 && word[n-1] == word[n-2] && !isVowel(word[n-1]) && strings.IndexByte("lsz", word[n-1]) < 0 {
		return word[:n-1]
	}
	return word
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// little are the words that every English text is full of. They are found where
// they name something, not in running text. Sorted.
var little = strings.Fields("a about after all also am an and any are as at be because been before but by can can't could did do does don't for from get had has have he her him his how i if in into is it its just may me more my no not of on one or our out she should so some still than that the their them then there they this to up us was we were what when where which who why will with won't would you your")

// letters is how many files the words of a large index are in.
const letters = 32

// letter is the file that a key is in: by its first letter. The letters of an
// alphabet follow each other, so they are in files of their own.
func letter(key string) int {
	r, _ := utf8.DecodeRuneInString(key)
	return int(r) % letters
}
