package main

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSupply holds docs/decisions.md to what others wrote and we use: it lists every
// module of go.mod that is needed or run as a tool, and every package of
// e2e/package.json, each once and with a reason, and no others.
func TestSupply(t *testing.T) {
	listed := listedSupply(t)
	used := append(goModules(t), slices.Sorted(maps.Keys(nodePackages(t)))...)
	for _, name := range used {
		if !slices.Contains(listed, name) {
			t.Errorf("%s is used, and docs/decisions.md does not say why", name)
		}
	}
	for n, name := range listed {
		if !slices.Contains(used, name) {
			t.Errorf("docs/decisions.md lists %s, which is not used", name)
		}
		if slices.Contains(listed[:n], name) {
			t.Errorf("docs/decisions.md lists %s twice", name)
		}
	}
	for name, version := range nodePackages(t) {
		if strings.Trim(version, "0123456789.") != "" {
			t.Errorf("%s has the version %s: any later one would be taken too", name, version)
		}
	}
}

var (
	supplyRow = regexp.MustCompile(`(?m)^\| (.*) \| (\S.*) \|$`)
	quoted    = regexp.MustCompile("`([^`]+)`")
)

// listedSupply reads the first table of docs/decisions.md. What comes with the
// system has its program in brackets.
func listedSupply(t *testing.T) (names []string) {
	t.Helper()
	text, err := os.ReadFile("docs/decisions.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "## Dependencies\n")
	table, _, _ = strings.Cut(table, "\n## ")
	for _, row := range supplyRow.FindAllStringSubmatch(table, -1) {
		if strings.Contains(row[1], "from the system") {
			continue
		}
		for _, name := range quoted.FindAllStringSubmatch(row[1], -1) {
			names = append(names, name[1])
		}
	}
	return names
}

// goModules are the modules that go.mod asks for itself, and those of its tools.
func goModules(t *testing.T) (names []string) {
	t.Helper()
	out, err := exec.Command("go", "mod", "edit", "-json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Replace []any
		Tool    []struct{ Path string }
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	if len(mod.Replace) > 0 {
		t.Error("go.mod replaces a module")
	}
	for _, m := range mod.Require {
		isTool := false
		for _, tool := range mod.Tool {
			isTool = isTool || strings.HasPrefix(tool.Path, m.Path+"/")
		}
		if !m.Indirect || isTool {
			names = append(names, m.Path)
		}
	}
	return names
}

// nodePackages are what the tests in browsers ask for, with their versions.
func nodePackages(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("e2e/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Dependencies, DevDependencies map[string]string }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(file.DevDependencies)
	maps.Copy(all, file.Dependencies)
	return all
}
