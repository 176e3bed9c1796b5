package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"commonground/internal/diag"
	"commonground/internal/plain"
	"commonground/internal/schema"
	"commonground/internal/source"
)

var ruleWordFile = diag.Rule{Code: "words-file", Severity: diag.Error, Title: "A word list has the name of one of the lists that there are."}

// wordsFolder holds the word lists of a package.
const wordsFolder = "words"

// readWords reads the word lists of a package, in the order of their names.
func readWords(fsys fs.FS) ([]plain.List, []diag.Finding) {
	if info, err := fs.Lstat(fsys, wordsFolder); err != nil || !info.IsDir() {
		return nil, nil // what is wrong with it has been said
	}
	entries, _ := fs.ReadDir(fsys, wordsFolder)
	var lists []plain.List
	var findings []diag.Finding
	for _, e := range entries {
		if Ignored(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		list, found := readWordFile(fsys, e.Name())
		lists, findings = append(lists, list), append(findings, found...)
	}
	return lists, findings
}

// readWordFile reads one of them.
func readWordFile(fsys fs.FS, base string) (plain.List, []diag.Finding) {
	name := path.Join(wordsFolder, base)
	list, ok := listOf(base)
	if !ok {
		found := ruleWordFile.In(name, "no word list has this name").WithHint("the lists are %s", strings.Join(listFiles(), ", "))
		if near := diag.Nearest(base, listFiles()); near != "" {
			found = found.WithHint("did you mean %s?", near)
		}
		return plain.List{}, []diag.Finding{found}
	}
	raw, err := source.ReadFile(fsys, name)
	if err != nil {
		return plain.List{}, []diag.Finding{ruleUnreadable.In(name, "this file cannot be read: %s", cause(err)).WithHint("check that it still exists and that you may open it")}
	}
	f, fault := source.ParseData(name, raw)
	if fault != nil {
		return plain.List{}, []diag.Finding{fromFault(f, fault)}
	}
	words, found := schema.ReadWords(list, f)
	return words, append(found, strays(f)...)
}

// listOf returns the list whose file has that name.
func listOf(base string) (plain.ListName, bool) {
	n := slices.Index(listFiles(), base)
	if n < 0 {
		return "", false
	}
	return plain.ListNames()[n], true
}

// listFiles are the names that files in the folder can have.
func listFiles() []string {
	var files []string
	for _, name := range plain.ListNames() {
		files = append(files, string(name)+".yaml")
	}
	return files
}
