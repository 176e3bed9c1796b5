// Package plain knows what makes English text plain: where sentences end, how
// many syllables a word has, how hard a text is to read, and which words have a
// plainer one.
//
// Texts go in as words.Text, one block of prose at a time: the end of a block
// ends its last sentence, so an item of a list is a sentence of its own. Nothing
// here knows Markdown, pages or findings. All of it is about English and means
// nothing in another language.
package plain
