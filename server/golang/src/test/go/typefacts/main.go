// Command typefacts prints what go/types knows of packages: of every
// expression its mode, type and constant value, of every identifier its
// object, of every struct type its layout. It is the oracle of heapline's own
// type checker.
//
//	typefacts files GOOS GOARCH CGO PATH...   the files of packages and of all they import
//	typefacts facts GOOS GOARCH CGO PATH...   what is known of each package
//	typefacts time  GOOS GOARCH CGO PATH...   how long it takes to parse and check them, one by one
//	typefacts layouts GOOS GOARCH CGO PATH... the layouts of their struct types on every GOARCH
//	typefacts sizes                           word size and largest alignment of every GOARCH
//	typefacts list  STD PATTERN...            the packages that go list -deps finds for patterns, and their files
//	typefacts build STD PATTERN...            what is known of each of them
//
// The last two take settings such as GOOS from the environment and what else
// go list understands, such as -test; with STD = 0 they leave out what is known
// of Go's own packages.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
)

func main() {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	switch os.Args[1] {
	case "sizes":
		printSizes(out)
		return
	case "list":
		printList(out, os.Args[2] == "1", os.Args[3:])
		return
	case "build":
		printBuild(out, os.Args[2] == "1", os.Args[3:])
		return
	}
	l := newLoader(os.Args[2], os.Args[3], os.Args[4] == "1")
	paths := os.Args[5:]
	switch os.Args[1] {
	case "files":
		for _, path := range paths {
			l.printFiles(out, path, l.ctxt.GOROOT+"/src")
		}
	case "facts":
		for _, path := range paths {
			if p := l.load(path, l.ctxt.GOROOT+"/src"); p != nil {
				fmt.Fprintf(out, "# %s\n", p.build.ImportPath)
				l.printFacts(out, p, types.SizesFor("gc", l.ctxt.GOARCH))
			}
		}
	case "layouts":
		for _, path := range paths {
			if p := l.load(path, l.ctxt.GOROOT+"/src"); p != nil {
				fmt.Fprintf(out, "# %s\n", p.build.ImportPath)
				l.printLayouts(out, p)
			}
		}
	case "time":
		start := time.Now()
		for _, path := range paths {
			l.load(path, l.ctxt.GOROOT+"/src")
		}
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Fprintf(out, "%d packages, %d lines, %v, %d MB from the system\n",
			len(l.packages), l.lines, time.Since(start).Round(time.Millisecond), m.Sys>>20)
	}
}

var architectures = strings.Fields("386 amd64 amd64p32 arm arm64 loong64 mips mipsle mips64 mips64le ppc64 ppc64le riscv64 s390x sparc64 wasm")

type loader struct {
	ctxt     build.Context
	fset     *token.FileSet
	packages map[string]*loaded
	listed   map[string]bool
	lines    int
}

type loaded struct {
	build  *build.Package
	files  []*ast.File
	pkg    *types.Package
	info   *types.Info
	errors []error
}

func newLoader(goos, goarch string, cgo bool) *loader {
	ctxt := build.Default
	ctxt.GOOS = goos
	ctxt.GOARCH = goarch
	ctxt.CgoEnabled = cgo
	// The default context has the experiments of the machine that it runs on.
	ctxt.ToolTags = slices.DeleteFunc(slices.Clone(ctxt.ToolTags), func(tag string) bool {
		return types.SizesFor("gc", goarch).Sizeof(types.Typ[types.Uintptr]) == 4 &&
			strings.HasPrefix(tag, "goexperiment.regabi")
	})
	return &loader{
		ctxt:     ctxt,
		fset:     token.NewFileSet(),
		packages: map[string]*loaded{},
		listed:   map[string]bool{},
	}
}

func (l *loader) find(path, dir string) (*build.Package, error) {
	p, err := l.ctxt.Import(path, dir, 0)
	if err != nil {
		return nil, err
	}
	p.GoFiles = append(p.GoFiles, p.CgoFiles...)
	sort.Strings(p.GoFiles)
	return p, nil
}

func (l *loader) printFiles(out *bufio.Writer, path, dir string) string {
	if path == "unsafe" || path == "C" {
		return path
	}
	p, err := l.find(path, dir)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
		return ""
	}
	if l.listed[p.ImportPath] {
		return p.ImportPath
	}
	l.listed[p.ImportPath] = true
	imports := map[string]string{}
	for _, each := range p.Imports {
		imports[each] = l.printFiles(out, each, p.Dir)
	}
	fmt.Fprintf(out, "package\t%s\n", p.ImportPath)
	for _, name := range p.GoFiles {
		fmt.Fprintf(out, "file\t%s\n", filepath.Join(p.Dir, name))
	}
	for from, to := range imports {
		if to != "" && to != "C" {
			fmt.Fprintf(out, "import\t%s\t%s\n", from, to)
		}
	}
	return p.ImportPath
}

// load parses and checks a package after those that it imports.
func (l *loader) load(path, dir string) *loaded {
	p, err := l.find(path, dir)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
		return nil
	}
	if known := l.packages[p.ImportPath]; known != nil {
		return known
	}
	result := &loaded{build: p}
	l.packages[p.ImportPath] = result
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(l.fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			result.errors = append(result.errors, err)
		}
		result.files = append(result.files, file)
		l.lines += l.fset.File(file.Pos()).LineCount()
	}
	result.info = newInfo()
	config := types.Config{
		GoVersion:   "go" + strings.Join(strings.Split(strings.TrimPrefix(runtime.Version(), "go"), ".")[:2], "."),
		FakeImportC: true,
		Importer:    importer{l, p.Dir},
		Sizes:       types.SizesFor("gc", l.ctxt.GOARCH),
		Error:       func(err error) { result.errors = append(result.errors, err) },
	}
	result.pkg, _ = config.Check(p.ImportPath, l.fset, result.files, result.info)
	if os.Args[1] == "time" {
		result.info = nil
		result.files = nil
	}
	return result
}

type importer struct {
	l   *loader
	dir string
}

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := i.l.load(path, i.dir); p != nil && p.pkg != nil {
		return p.pkg, nil
	}
	return nil, fmt.Errorf("no package %s", path)
}

func (l *loader) printFacts(out *bufio.Writer, p *loaded, sizes types.Sizes) {
	for _, err := range p.errors {
		fmt.Fprintf(out, "error\t%v\n", err)
	}
	// go/types makes some expressions of its own, such as the 1 of x++.
	written := map[ast.Node]bool{}
	for _, file := range p.files {
		ast.Inspect(file, func(n ast.Node) bool {
			written[n] = true
			return true
		})
	}
	for e, tv := range p.info.Types {
		if !written[e] {
			continue
		}
		text := "" // the constant
		if tv.Value != nil {
			text = tv.Value.ExactString()
		}
		where := l.extent(e)
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", where, mode(tv), types.TypeString(tv.Type, nil), text)
		if s, ok := tv.Type.(*types.Struct); ok && tv.IsType() {
			fmt.Fprintf(out, "%s\tlayout\t%s\n", where, layout(sizes, s))
		}
	}
	objects := map[*ast.Ident]types.Object{}
	for id, obj := range p.info.Uses {
		objects[id] = obj
	}
	for id, obj := range p.info.Defs {
		if obj != nil {
			objects[id] = obj
		}
	}
	for id, obj := range objects {
		if id.Name != "_" {
			fmt.Fprintf(out, "%s\tobject\t%s\n", l.extent(id), describe(obj))
		}
	}
}

// printLayouts prints of every struct type its layouts on all architectures,
// those that are the same together.
func (l *loader) printLayouts(out *bufio.Writer, p *loaded) {
	for e, tv := range p.info.Types {
		s, ok := tv.Type.(*types.Struct)
		if !ok || !tv.IsType() {
			continue
		}
		if _, ok := e.(*ast.StructType); !ok {
			continue
		}
		var order []string
		on := map[string][]string{}
		for _, arch := range architectures {
			if sizes := types.SizesFor("gc", arch); sizes != nil {
				text := layout(sizes, s)
				if on[text] == nil {
					order = append(order, text)
				}
				on[text] = append(on[text], arch)
			}
		}
		fmt.Fprint(out, l.extent(e))
		for _, text := range order {
			fmt.Fprintf(out, "\t%s\t%s", strings.Join(on[text], " "), text)
		}
		fmt.Fprintln(out)
	}
}

func (l *loader) extent(n ast.Node) string {
	start, end := l.fset.PositionFor(n.Pos(), false), l.fset.PositionFor(n.End(), false)
	return fmt.Sprintf("%s:%d:%d-%d:%d", filepath.Base(start.Filename), start.Line, start.Column, end.Line, end.Column)
}

func mode(tv types.TypeAndValue) string {
	switch {
	case tv.IsVoid():
		return "void"
	case tv.IsType():
		return "type"
	case tv.IsBuiltin():
		return "builtin"
	case tv.Value != nil:
		return "const"
	case tv.IsNil():
		return "nil"
	case tv.Addressable():
		return "var"
	case tv.Assignable():
		return "mapindex"
	case tv.HasOk():
		return "commaok"
	default:
		return "value"
	}
}

// varies reports whether the size of a type depends on type arguments.
func varies(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return true
	case *types.Named:
		return varies(t.Underlying(), seen)
	case *types.Array:
		return varies(t.Elem(), seen)
	case *types.Struct:
		for i := range t.NumFields() {
			if varies(t.Field(i).Type(), seen) {
				return true
			}
		}
	}
	return false
}

func layout(sizes types.Sizes, s *types.Struct) string {
	if varies(s, map[types.Type]bool{}) {
		return "varies"
	}
	var fields []*types.Var
	for i := range s.NumFields() {
		fields = append(fields, s.Field(i))
	}
	text := fmt.Sprintf("%d %d", sizes.Sizeof(s), sizes.Alignof(s))
	for _, offset := range sizes.Offsetsof(fields) {
		text += " " + strconv.FormatInt(offset, 10)
	}
	return text
}

func describe(obj types.Object) string {
	name := obj.Name()
	if pkg := obj.Pkg(); pkg != nil && obj.Parent() == pkg.Scope() {
		name = pkg.Path() + "." + name
	}
	t := ""
	if obj.Type() != nil {
		t = types.TypeString(obj.Type(), nil)
	}
	switch obj := obj.(type) {
	case *types.PkgName:
		return "package " + obj.Name() + " " + obj.Imported().Path()
	case *types.Const:
		return "const " + name + " " + t
	case *types.Var:
		if obj.IsField() {
			return "field " + obj.Name() + " " + t
		}
		return "var " + name + " " + t
	case *types.TypeName:
		if _, ok := obj.Type().(*types.TypeParam); ok {
			return "typeparam " + obj.Name()
		}
		return "type " + name
	case *types.Func:
		if recv := obj.Signature().Recv(); recv != nil {
			receiver := "interface"
			base := recv.Type()
			if p, ok := base.(*types.Pointer); ok {
				base = p.Elem()
			}
			if _, ok := types.Unalias(base).(*types.Named); ok {
				receiver = types.TypeString(recv.Type(), nil)
			}
			return "method (" + receiver + ")." + obj.Name() + " " + t
		}
		return "func " + name + " " + t
	case *types.Label:
		return "label " + name
	case *types.Builtin:
		return "builtin " + obj.Name()
	case *types.Nil:
		return "nil"
	}
	return fmt.Sprintf("%T", obj)
}

func printSizes(out *bufio.Writer) {
	for _, arch := range architectures {
		s := types.SizesFor("gc", arch)
		if s == nil {
			continue
		}
		complex := s.Alignof(types.Typ[types.Complex128])
		fmt.Fprintf(out, "%s %d %d\n", arch, s.Sizeof(types.Typ[types.Uintptr]), complex)
	}
}
