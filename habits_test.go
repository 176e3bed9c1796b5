package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestHabits holds what docs/architecture.md says of every file: no init, no
// clock but the command line's, a package comment, a comment on every exported
// name, and no rooms called util.
func TestHabits(t *testing.T) {
	for _, p := range listPackages(t) {
		name := filepath.Base(p.ImportPath)
		if strings.Contains("util helper common misc", name) {
			t.Errorf("package %s says nothing about what it holds", name)
		}
		documented := false
		for _, file := range p.GoFiles {
			path := filepath.Join(p.Dir, file)
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			documented = documented || f.Doc != nil
			checkFile(t, name, path, f)
		}
		if !documented {
			t.Errorf("package %s has no comment", name)
		}
	}
}

func checkFile(t *testing.T, pkg, path string, f *ast.File) {
	t.Helper()
	ast.Inspect(f, func(n ast.Node) bool {
		call, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := call.X.(*ast.Ident); ok && id.Name == "time" && (call.Sel.Name == "Now" || call.Sel.Name == "Since") && pkg != "cli" && pkg != "bench" {
			t.Errorf("%s reads the clock", path)
		}
		return true
	})
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				t.Errorf("%s has an init function", path)
			}
			if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) && d.Name.Name != "String" && d.Name.Name != "Error" {
				t.Errorf("%s: %s has no comment", path, d.Name.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if ts, ok := s.(*ast.TypeSpec); ok && ts.Name.IsExported() && ts.Doc == nil && d.Doc == nil {
					t.Errorf("%s: type %s has no comment", path, ts.Name.Name)
				}
			}
		}
	}
}

// exportedReceiver says whether a function is seen from outside its package.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if index, ok := t.(*ast.IndexExpr); ok {
		t = index.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}
