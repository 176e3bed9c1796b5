package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"image"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

type scriptCommand = func(ts *testscript.TestScript, neg bool, args []string)

func scriptCommands() map[string]scriptCommand {
	return map[string]scriptCommand{
		"package":  cmdPackage,
		"exitcode": cmdExitcode,
		"escapes":  cmdEscapes,
		"utf16":    cmdUTF16,
		"repeat":   cmdRepeat,
		"copies":   cmdCopies,
		"picture":  cmdPicture,
		"age":      cmdAge,
		"aged":     cmdAged,
		"found":    cmdFound,
		"same":     cmdSame,
		"unpack":   cmdUnpack,
	}
}

const (
	minimalSettings = "---\ntitle: Test package\nsummary: A package for a test.\nlanguage: en-GB\n---\n\nWelcome.\n"
	minimalLesson   = "---\ntitle: Say it plainly\nsummary: Words that patients know.\nthemes: [language]\nminutes: 5\noutcome: Explain it in plain words.\n---\n\n## Why\n\nPlain words help.\n"
)

// package: writes content/index.md and content/lessons/plain.md, unless the
// script brings its own.
func cmdPackage(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) == 0, "package")
	for name, text := range map[string]string{"content/index.md": minimalSettings, "content/lessons/plain.md": minimalLesson} {
		file := ts.MkAbs(name)
		if _, err := os.Lstat(file); err == nil {
			continue
		}
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o777))
		ts.Check(os.WriteFile(file, []byte(text), 0o666))
	}
}

// exitcode CODE PROGRAM ARGS...: runs a program that must end with this code.
func cmdExitcode(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) > 1, "exitcode CODE PROGRAM ARGS...")
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if want := number(ts, args[0]); code != want {
		ts.Fatalf("%s ended with %d, want %d", args[1], code, want)
	}
}

// escapes FILE...: turns \xNN, \uNNNN and the like in a file into what they stand for.
func cmdEscapes(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) > 0, "escapes FILE...")
	for _, name := range args {
		lines := strings.SplitAfter(ts.ReadFile(name), "\n")
		for i, line := range lines {
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(strings.TrimSuffix(line, "\n"), `"`, `\"`) + `"`)
			ts.Check(err)
			lines[i] = text + line[len(strings.TrimSuffix(line, "\n")):]
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(strings.Join(lines, "")), 0o666))
	}
}

// utf16 FILE: saves a file as old Windows programs do.
func cmdUTF16(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) == 1, "utf16 FILE")
	out := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(ts.ReadFile(args[0]))) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out, 0o666))
}

// repeat FILE N TEXT: appends a text N times; \n in it is a line end.
func cmdRepeat(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) == 3, "repeat FILE N TEXT")
	text := strings.ReplaceAll(args[2], `\n`, "\n")
	all := ts.ReadFile(args[0]) + strings.Repeat(text, number(ts, args[1]))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(all), 0o666))
}

// copies FILE N: makes N files of one, whose name and text have % where each has
// its number, from 1; the file itself goes.
func cmdCopies(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) == 2, "copies FILE N")
	text := ts.ReadFile(args[0])
	for n := range number(ts, args[1]) {
		own := func(s string) string { return strings.ReplaceAll(s, "%", strconv.Itoa(n+1)) }
		ts.Check(os.WriteFile(ts.MkAbs(own(args[0])), []byte(own(text)), 0o666))
	}
	ts.Check(os.Remove(ts.MkAbs(args[0])))
}

// picture FILE...: makes a PNG of 4 by 3 pixels; a name may have \uNNNN in it.
func cmdPicture(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) > 0, "picture FILE...")
	var b bytes.Buffer
	ts.Check(png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3))))
	for _, arg := range args {
		name, err := strconv.Unquote(`"` + arg + `"`)
		ts.Check(err)
		ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(name)), 0o777))
		ts.Check(os.WriteFile(ts.MkAbs(name), b.Bytes(), 0o666))
	}
}

// manifest is the list that the program keeps of what it wrote to a folder.
const manifest = ".commonground.json"

var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

// age DIR: dates every file in a folder back to 2001.
func cmdAge(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) == 1, "age DIR")
	for _, name := range append(filesIn(ts, args[0]), manifest) {
		if _, err := os.Stat(filepath.Join(ts.MkAbs(args[0]), name)); name == manifest && err != nil {
			continue
		}
		ts.Check(os.Chtimes(filepath.Join(ts.MkAbs(args[0]), name), longAgo, longAgo))
	}
}

// [!] aged FILE...: whether a file was left alone since it was dated back.
func cmdAged(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		info, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if info.ModTime().Equal(longAgo) == neg {
			ts.Fatalf("%s was last changed at %v", name, info.ModTime())
		}
	}
}

// [!] found TEXT DIR: whether any file in a folder holds a text.
func cmdFound(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: found TEXT DIR")
	}
	var in []string
	for _, name := range filesIn(ts, args[1]) {
		if strings.Contains(ts.ReadFile(filepath.Join(args[1], name)), args[0]) {
			in = append(in, name)
		}
	}
	if len(in) > 0 == neg {
		ts.Fatalf("%q is in these files of %s: %q", args[0], args[1], in)
	}
}

// [!] same DIR DIR: whether two folders hold the same files.
func cmdSame(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same DIR DIR")
	}
	differ := strings.Join(filesIn(ts, args[0]), "\n") != strings.Join(filesIn(ts, args[1]), "\n")
	for _, name := range filesIn(ts, args[0]) {
		differ = differ || ts.ReadFile(filepath.Join(args[0], name)) != ts.ReadFile(filepath.Join(args[1], name))
	}
	if differ != neg {
		ts.Fatalf("%s and %s: they differ is %v", args[0], args[1], differ)
	}
}

// unpack ZIP DIR: unpacks a zip file.
func cmdUnpack(ts *testscript.TestScript, neg bool, args []string) {
	once(ts, neg, len(args) == 2, "unpack ZIP DIR")
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), z))
}

// filesIn lists the files of a folder and of those in it, but no manifest.
func filesIn(ts *testscript.TestScript, dir string) []string {
	var names []string
	ts.Check(fs.WalkDir(os.DirFS(ts.MkAbs(dir)), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != manifest {
			names = append(names, name)
		}
		return err
	}))
	if len(names) == 0 {
		ts.Fatalf("there are no files in %s", dir)
	}
	return names
}

func number(ts *testscript.TestScript, s string) int {
	n, err := strconv.Atoi(s)
	ts.Check(err)
	return n
}

func once(ts *testscript.TestScript, neg, right bool, usage string) {
	if neg || !right {
		ts.Fatalf("usage: %s", usage)
	}
}
