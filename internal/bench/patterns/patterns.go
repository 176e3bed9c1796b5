// Package patterns makes content that is slow to read for a program that looks at
// the same text again and again: texts that have made Markdown parsers slow, and
// packages in which much is alike. Each is made in any size, so that a test can say
// how the time grows.
package patterns

import (
	"fmt"
	"strings"
)

// Text is a pattern of one text.
type Text struct {
	Name string
	Make func(n int) string // of about n bytes
}

func times(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1) }
}

func wrap(open, closing string) func(int) string {
	return func(n int) string {
		times := n/(len(open)+len(closing)) + 1
		return strings.Repeat(open, times) + strings.Repeat(closing, times)
	}
}

func numbered(format string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
}

func backticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

// deepLists are lists in lists, each line one deeper.
func deepLists(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("  ", i) + "* a\n")
	}
	return b.String()
}

// lists are so many lists in each other, as deep as is allowed with 31.
func lists(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}
