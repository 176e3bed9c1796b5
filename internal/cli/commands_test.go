package cli

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var update = flag.Bool("update", false, "write docs/commands.md anew")

const commandsPath = "../../docs/commands.md"

// TestCommandsPage holds docs/commands.md to the help of the commands.
func TestCommandsPage(t *testing.T) {
	want := commandsPage()
	if *update {
		if err := os.WriteFile(commandsPath, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(commandsPath)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("docs/commands.md is not what the help says; run: go test ./internal/cli -run CommandsPage -update")
	}
}

// commandsPage writes the page: every usage at a glance, then each command.
func commandsPage() string {
	var b strings.Builder
	all := listed(newRoot(Env{}))
	b.WriteString("# Commands\n\nWhat the program says of itself with `commonground help COMMAND`.\n\n```\n")
	for _, c := range all {
		fmt.Fprintln(&b, useLine(c))
	}
	b.WriteString("```\n\n| exit code | meaning |\n|---|---|\n")
	for _, e := range endings() {
		fmt.Fprintf(&b, "| %d | %s |\n", e.code, e.meaning)
	}
	b.WriteString("\nThis page is made from the help of the commands.\n")
	for _, c := range all {
		fmt.Fprintf(&b, "\n## %s\n\n```\n", c.Name())
		help(&b, c)
		b.WriteString("```\n")
	}
	return b.String()
}

// TestCommands holds what the help of every command says.
func TestCommands(t *testing.T) {
	for _, c := range listed(newRoot(Env{})) {
		t.Run(c.Name(), func(t *testing.T) {
			if c.Short == "" || strings.ToLower(c.Short[:1]) != c.Short[:1] || strings.HasSuffix(c.Short, ".") {
				t.Errorf("its summary is %q", c.Short)
			}
			if !strings.HasSuffix(c.Long, ".") {
				t.Errorf("it is described as %q", c.Long)
			}
			if !strings.Contains(c.Example, "commonground "+c.Name()) {
				t.Errorf("its examples are %q", c.Example)
			}
			if c.RunE == nil {
				t.Error("it has no RunE, and so no exit code of its own")
			}
			if got, want := usedFlags(c.Use), definedFlags(c); !slices.Equal(got, want) {
				t.Errorf("its usage has the flags %q, and it takes %q", got, want)
			}
			for _, name := range usedFlags(c.Example) {
				if !slices.Contains(definedFlags(c), name) {
					t.Errorf("an example has %s", name)
				}
			}
		})
	}
}

var flagInText = regexp.MustCompile(`(?:^|[ \[])(--?[A-Za-z][\w-]*)`)

// usedFlags are those in the usage of a command, each once and sorted.
func usedFlags(text string) []string {
	var names []string
	for _, m := range flagInText.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// definedFlags are those that a command takes: the letter of each, or its name.
func definedFlags(c *cobra.Command) []string {
	var names []string
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		switch {
		case f.Name == "help":
		case f.Shorthand != "":
			names = append(names, "-"+f.Shorthand)
		default:
			names = append(names, "--"+f.Name)
		}
	})
	slices.Sort(names)
	return names
}

// TestDesignedFlags holds that every command has the flags that were decided,
// however its help is worded.
func TestDesignedFlags(t *testing.T) {
	root := newRoot(Env{})
	for name, want := range map[string]string{
		"build":      "-C -o --drafts --strict --today --format -q",
		"check":      "-C --drafts --strict --today --format --rules --report --fix --dry-run",
		"schema":     "--frontmatter",
		"completion": "",
		"version":    "",
	} {
		c, _, err := root.Find([]string{name})
		if err != nil || c == root {
			t.Errorf("there is no command %s", name)
			continue
		}
		if got := definedFlags(c); !slices.Equal(got, slices.Sorted(strings.FieldsSeq(want))) {
			t.Errorf("%s takes %q, want %s", name, got, want)
		}
	}
}

// TestMeanings holds that help explains every exit code.
func TestMeanings(t *testing.T) {
	for _, code := range []int{exitClean, exitFindings, exitUsage, exitTrouble, exitStopped} {
		if !slices.ContainsFunc(endings(), func(e ending) bool { return e.code == code && e.meaning != "" }) {
			t.Errorf("exit code %d means nothing", code)
		}
	}
}
