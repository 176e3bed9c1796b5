package fix

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"commonground/internal/diag"
	"commonground/internal/source"
)

var (
	soft = diag.Rule{Code: "soft", Severity: diag.Warning}
	firm = diag.Rule{Code: "firm", Severity: diag.Error}
)

// swap is a rule of a test: what it finds, and what it would write for it. A
// swap without a text finds and offers nothing.
type swap struct {
	rule  diag.Rule
	find  string
	write string
}

// looking reads all files, as a build does, and looks for swaps. What it has seen is
// their texts.
func looking(swaps ...swap) Look[map[string]string] {
	return func(pkg fs.FS) (map[string]string, []diag.Finding, error) {
		seen := map[string]string{}
		var all []diag.Finding
		err := fs.WalkDir(pkg, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			raw, err := fs.ReadFile(pkg, name)
			if err != nil {
				return err
			}
			file, fault := source.Parse(name, raw)
			if fault != nil {
				return errors.New(fault.Message)
			}
			seen[name] = string(raw)
			for _, s := range swaps {
				for _, at := range regexp.MustCompile(s.find).FindAllIndex(file.Text, -1) {
					span := source.Span{Start: at[0], End: at[1]}
					f := s.rule.At(file, span, "%s", s.find)
					if s.write != "nothing" {
						f = f.WithEdit(span, s.write)
					}
					all = append(all, f)
				}
			}
			return nil
		})
		return seen, diag.Sort(all), err
	}
}

func run(t *testing.T, files map[string]string, swaps ...swap) *Result[map[string]string] {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := Run(fsys, looking(swaps...))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Files {
		if string(f.Was) != files[f.Name] {
			t.Errorf("%s was %q, not %q", f.Name, files[f.Name], f.Was)
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Now}
	}
	for name, file := range fsys {
		if r.Seen[name] != string(file.Data) {
			t.Errorf("the look that was kept saw %q in %s, which is %q", r.Seen[name], name, file.Data)
		}
	}
	if again, err := Run(fsys, looking(swaps...)); err != nil || len(again.Files) > 0 || len(again.Made) > 0 || len(again.Left) != len(r.Left) {
		t.Errorf("a second run finds more to do: %v, %+v", err, again)
	}
	return r
}

func TestRun(t *testing.T) {
	eg := swap{soft, `\beg\b`, "for example"}
	for _, test := range []struct {
		name, text, want string
		left             int
		swaps            []swap
	}{
		{"one", "a eg b\n", "a for example b\n", 0, []swap{eg}},
		{"several on a line", "eg, eg\neg", "for example, for example\nfor example", 0, []swap{eg}},
		{"line ends and mark of the file", "\ufeffone\r\neg two\r\n", "\ufeffone\r\nfor example two\r\n", 0, []swap{eg}},
		{"both kinds of line ends", "one\neg\r\ntwo\neg\r\n", "one\nfor example\r\ntwo\nfor example\r\n", 0, []swap{eg}},
		{"a new line", "a\r\nb\r\n", "a\r\n\r\nb\r\n", 0, []swap{{soft, `a\nb`, "a\n\nb"}}},
		{"characters of many bytes", "日本 eg é eg\r\n", "日本 for example é for example\r\n", 0, []swap{eg}},
		{"a line less", "a\r\nx\r\nb\r\n", "a\r\nb\r\n", 0, []swap{{soft, "x\n", ""}}},
		{"edits that touch", "xy", "XY", 0, []swap{{soft, "x", "X"}, {soft, "y", "Y"}}},
		{"edits that overlap", "abc", "12", 0, []swap{{soft, "ab", "1"}, {soft, "bc", "2"}, {soft, "^1c", "12"}}},
		{"one brings another to light", "a", "c", 0, []swap{{soft, "a", "b"}, {soft, "b", "c"}}},
		{"not in a quotation", "> eg\n\n\"eg\" and “an eg” eg\n\n- [ ] eg\n  > eg\n", "> eg\n\n\"eg\" and “an eg” for example\n\n- [ ] for example\n  > eg\n", 4, []swap{eg}},
		{"not in a quotation of the front matter", "---\ntitle: \"eg “no, eg this” eg\"\n---\neg", "---\ntitle: \"for example “no, eg this” for example\"\n---\nfor example", 1, []swap{eg}},
		{"none", "a eg b\n", "", 0, nil},
	} {
		r := run(t, map[string]string{"x.md": test.text, "y.md": "untouched\r\n"}, test.swaps...)
		got := ""
		if len(r.Files) == 1 {
			got = string(r.Files[0].Now)
		}
		if got != test.want || len(r.Left) != test.left || len(r.Kept) != test.left || Offers(r.Left) {
			t.Errorf("%s: %q, want %q; left %v", test.name, got, test.want, r.Left)
		}
	}
}

// An edit that makes a mistake is not made; the others are.
func TestHarmfulEdit(t *testing.T) {
	files := map[string]string{"a.md": "old old\n", "b.md": "good old\nbad\n", "c.md": "old wrong"}
	r := run(t, files, swap{soft, `\bold\b`, "new"}, swap{diag.Rule{Code: "hard", Severity: diag.Error}, "wrong", "right"}, swap{firm, "good new", "nothing"}, swap{soft, "bad", "well"})
	var now []string
	for _, f := range r.Files {
		now = append(now, f.Name+" "+string(f.Now))
	}
	if got := strings.Join(now, "|"); got != "a.md new new\n|b.md good old\nwell\n|c.md new right" {
		t.Errorf("%q", got)
	}
	if len(r.Kept) != 1 || r.Kept[0].Path != "b.md" || r.Kept[0].Brings == nil || r.Kept[0].Brings.Message != "good new" {
		t.Errorf("kept %+v", r.Kept)
	}
	if len(r.Left) != 1 || r.Left[0].Path != "b.md" || len(r.Made) != 5 {
		t.Errorf("left %v, made %v", r.Left, r.Made)
	}
}

// All edits of a finding are made, or none.
func TestEditsOfOneFinding(t *testing.T) {
	fsys := fstest.MapFS{"x.md": {Data: []byte("**a** b")}}
	look := func(pkg fs.FS) (seen int, found []diag.Finding, err error) {
		raw, err := fs.ReadFile(pkg, "x.md")
		file, _ := source.Parse("x.md", raw)
		if !strings.HasPrefix(string(raw), "**a**") {
			return 0, nil, err
		}
		return 0, []diag.Finding{
			soft.At(file, source.Span{Start: 2, End: 3}, "letter").WithEdit(source.Span{Start: 2, End: 3}, "c"),
			soft.At(file, source.Span{Start: 0, End: 5}, "bold").WithEdit(source.Span{Start: 0, End: 2}, "").WithEdit(source.Span{Start: 3, End: 5}, ""),
		}, err
	}
	r, err := Run(fsys, look)
	if err != nil || len(r.Files) != 1 || string(r.Files[0].Now) != "**c** b" || len(r.Made) != 1 {
		t.Errorf("%v, %+v", err, r)
	}
}

// TestTrouble holds that a run ends that would never end, and that a file that
// changes while it is looked at is left alone, as is one that is not in the package.
func TestTrouble(t *testing.T) {
	fsys := fstest.MapFS{"x.md": {Data: []byte("a")}}
	if r, err := Run(fsys, looking(swap{soft, "a$", "ba"})); err == nil || !strings.Contains(err.Error(), "find no end") {
		t.Errorf("%+v, %v", r, err)
	}
	calls := 0
	changing := func(pkg fs.FS) (seen map[string]string, found []diag.Finding, err error) {
		calls++
		seen, found, err = looking(swap{soft, "a", "b"})(pkg)
		fsys["x.md"] = &fstest.MapFile{Data: []byte(fmt.Sprint("a and more ", calls))}
		return seen, found, err
	}
	if r, err := Run(fsys, changing); err == nil || !strings.Contains(err.Error(), "somebody changed it") {
		t.Errorf("%+v, %v", r, err)
	}
	elsewhere := func(fs.FS) (int, []diag.Finding, error) {
		file, _ := source.Parse("themes/ours.md", []byte("eg"))
		span := source.Span{Start: 0, End: 2}
		return 0, []diag.Finding{soft.At(file, span, "eg").WithEdit(span, "for example")}, nil
	}
	if r, err := Run(fsys, elsewhere); err != nil || len(r.Files) > 0 || len(r.Made) > 0 || len(r.Left) != 1 {
		t.Errorf("a file that is not in the package: %+v, %v", r, err)
	}
	broken := func(fs.FS) (seen int, found []diag.Finding, err error) { return 0, nil, fs.ErrPermission }
	if _, err := Run(fsys, broken); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v", err)
	}
}

// TestLooks holds what edits that do harm cost: a few looks for each, however many
// others there are, and not much more than a look for each edit where every page
// has one.
func TestLooks(t *testing.T) {
	const each = 3
	for _, test := range []struct{ pages, harmful, most int }{{300, 0, 2}, {300, 1, 22}, {300, 5, 100}, {40, 40, 160}} {
		fsys := fstest.MapFS{}
		for n := range test.pages {
			text := "old old old"
			if test.harmful > 0 && (n+1)%(test.pages/test.harmful) == 0 {
				text = "old good old"
			}
			fsys[fmt.Sprintf("%03d.md", n)] = &fstest.MapFile{Data: []byte(text)}
		}
		looks, look := 0, looking(swap{soft, `\bold\b`, "new"}, swap{firm, "good new", "nothing"})
		r, err := Run(fsys, func(pkg fs.FS) (map[string]string, []diag.Finding, error) {
			looks++
			return look(pkg)
		})
		if err != nil || len(r.Left) != test.harmful || len(r.Kept) != test.harmful || len(r.Made) != test.pages*each-2*test.harmful {
			t.Fatalf("%d harmful: %v, %d made, %d left", test.harmful, err, len(r.Made), len(r.Left))
		}
		t.Logf("%d edits, %d harmful: %d looks", test.pages*each, test.harmful, looks)
		if looks > test.most {
			t.Errorf("%d edits of which %d do harm took %d looks, want at most %d", test.pages*each, test.harmful, looks, test.most)
		}
	}
}
