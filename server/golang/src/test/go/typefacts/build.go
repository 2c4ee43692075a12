package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/types"
	"go/version"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// listed is a package as go list prints it.
type listed struct {
	ImportPath string
	Dir        string
	ForTest    string
	Standard   bool
	GoFiles    []string
	CgoFiles   []string
	Imports    []string
	ImportMap  map[string]string
	Module     *struct{ GoVersion string }
}

// everyPackage hands on packages, their tests and all that they need, in an
// order in which each comes after what it imports. Settings such as GOOS come
// from the environment.
func everyPackage(patterns []string, do func(*listed)) {
	arguments := append([]string{"list", "-e", "-deps", "-pgo=off",
		"-json=ImportPath,Dir,ForTest,Standard,GoFiles,CgoFiles,Imports,ImportMap,Module"}, patterns...)
	command := exec.Command(filepath.Join(runtime.GOROOT(), "bin", "go"), arguments...)
	command.Stderr = os.Stderr
	pipe, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		fatal(err)
	}
	decoder := json.NewDecoder(bufio.NewReaderSize(pipe, 1<<20))
	for {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			fatal(err)
		}
		// Tests that stand outside of their package are not listed as Go's own.
		if strings.HasPrefix(p.Dir, filepath.Join(runtime.GOROOT(), "src")+string(filepath.Separator)) {
			p.Standard = true
		}
		// The program that runs tests is generated.
		if p.ImportPath != "unsafe" && !strings.HasSuffix(p.ImportPath, ".test") {
			do(&p)
		}
	}
	if err := command.Wait(); err != nil {
		fatal(err)
	}
}

func fatal(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func (p *listed) files() []string {
	var files []string
	for _, name := range slices.Concat(p.GoFiles, p.CgoFiles) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.Dir, name)
		}
		files = append(files, name)
	}
	slices.Sort(files)
	return files
}

// language returns the version of Go that a package is written in.
func (p *listed) language() string {
	switch {
	case p.Standard:
		return version.Lang(strings.Fields(runtime.Version())[0])
	case p.Module == nil || p.Module.GoVersion == "":
		return "go1.16"
	}
	return version.Lang("go" + p.Module.GoVersion)
}

// wanted reports whether facts of a package are compared: not of one that is
// only compiled again because it imports a package under test.
func (p *listed) wanted(std bool) bool {
	path, _, again := strings.Cut(p.ImportPath, " ")
	return (std || !p.Standard) && (!again || strings.TrimSuffix(path, "_test") == p.ForTest)
}

// printList prints the packages as lines.
func printList(out *bufio.Writer, std bool, patterns []string) {
	everyPackage(patterns, func(p *listed) {
		fmt.Fprintf(out, "package\t%s\t%v\n", p.ImportPath, p.wanted(std))
		for _, name := range p.files() {
			fmt.Fprintf(out, "file\t%s\t%d\n", name, minor(fileVersion(name, p.language())))
		}
		for _, path := range p.Imports {
			fmt.Fprintf(out, "import\t%s\t%s\n", path, path)
		}
		for from, to := range p.ImportMap {
			fmt.Fprintf(out, "import\t%s\t%s\n", from, to)
		}
	})
}

func minor(language string) int {
	_, text, _ := strings.Cut(language, ".")
	number, _ := strconv.Atoi(text)
	return number
}

// fileVersion returns the version that a file's build constraint asks for, or
// else that of its package; see "Go versions" of cmd/go and go/types.Config.
func fileVersion(name, language string) string {
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.PackageClauseOnly|parser.ParseComments)
	if file == nil || err != nil {
		return language
	}
	for _, group := range file.Comments {
		for _, line := range group.List {
			if group.Pos() > file.Package || !constraint.IsGoBuild(line.Text) {
				continue
			}
			if x, err := constraint.Parse(line.Text); err == nil {
				if wanted := constraint.GoVersion(x); wanted != "" {
					if version.Compare(wanted, "go1.21") < 0 {
						return "go1.21"
					}
					return version.Lang(wanted)
				}
			}
		}
	}
	return language
}

// printBuild prints what is known of each package as soon as it is checked,
// and forgets it then.
func printBuild(out *bufio.Writer, std bool, patterns []string) {
	arch := os.Getenv("GOARCH")
	if arch == "" {
		arch = runtime.GOARCH
	}
	sizes := types.SizesFor("gc", arch)
	known := map[string]*types.Package{}
	everyPackage(patterns, func(p *listed) {
		l := &loader{fset: token.NewFileSet()}
		result := &loaded{}
		for _, name := range p.files() {
			file, err := parser.ParseFile(l.fset, name, nil, parser.SkipObjectResolution)
			if err != nil {
				result.errors = append(result.errors, err)
			}
			if file != nil {
				result.files = append(result.files, file)
			}
		}
		wanted := p.wanted(std)
		if wanted {
			result.info = newInfo()
		}
		config := types.Config{
			GoVersion:        p.language(),
			FakeImportC:      true,
			IgnoreFuncBodies: !wanted,
			Importer:         imports{p.ImportMap, known},
			Sizes:            sizes,
			Error:            func(err error) { result.errors = append(result.errors, err) },
		}
		path, _, _ := strings.Cut(p.ImportPath, " ")
		result.pkg, _ = config.Check(path, l.fset, result.files, result.info)
		known[p.ImportPath] = result.pkg
		if wanted {
			fmt.Fprintf(out, "# %s\n", p.ImportPath)
			l.printFacts(out, result, sizes)
		}
	})
	fmt.Fprintln(out, "# ")
}

// imports are packages that were checked before.
type imports struct {
	mapped map[string]string
	known  map[string]*types.Package
}

func (i imports) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if target, ok := i.mapped[path]; ok {
		path = target
	}
	if p := i.known[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

func newInfo() *types.Info {
	return &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
}
