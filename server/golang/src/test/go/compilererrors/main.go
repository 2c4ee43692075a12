// Command compilererrors prints the errors that the front end of the compiler
// finds in packages: those of its parser, or else of its type checker. All of
// them, where the compiler itself stops after ten.
//
// The compiler's type checker is internal to it. So this is built as if it
// lay beside it, in cmd/compile/internal, by "go build -overlay"; it has no
// module of its own.
//
// It reads requests, each some lines of fields with tabs between them:
//
//	declare PATH LANGUAGE   or   check PATH LANGUAGE   or   define PATH LANGUAGE
//	import FROM TO          what an import path means in this package
//	file NAME               a file on the disk
//	text NAME LENGTH        a file whose bytes follow the line
//	end
//
// A package that is declared can be imported by others; its functions' bodies
// are not looked at. One that is checked or defined is answered with a line for
// each error, in the order in which the compiler prints them, and then "done":
//
//	KIND NAME LINE COLUMN "TEXT"
//
// KIND is syntax, soft or type. One that is defined can be imported, too, if it
// has no errors; one that is checked is forgotten.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cmd/compile/internal/syntax"
	"cmd/compile/internal/types2"
)

// needsVersion tells the errors to which the compiler adds where the version comes from.
var needsVersion = regexp.MustCompile(`requires go[0-9]+\.[0-9]+ or later`)

type source struct {
	name string
	text []byte
	disk bool
}

type request struct {
	command, path, language string
	imports                 map[string]string
	files                   []source
}

type finding struct {
	kind string
	pos  syntax.Pos
	text string
}

type oracle struct {
	context  *types2.Context
	declared map[string]*request
	packages map[string]*types2.Package
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	o := &oracle{types2.NewContext(), map[string]*request{}, map[string]*types2.Package{"unsafe": types2.Unsafe}}
	for {
		r := read(in)
		if r == nil {
			return
		}
		if r.command == "declare" {
			o.declared[r.path] = r
			delete(o.packages, r.path)
			continue
		}
		for _, f := range o.check(r) {
			fmt.Fprintf(out, "%s\t%s\t%d\t%d\t%q\n", f.kind, f.pos.FileBase().Filename(), f.pos.Line(), f.pos.Col(), f.text)
		}
		fmt.Fprintln(out, "done")
		out.Flush()
	}
}

func read(in *bufio.Reader) *request {
	r := &request{imports: map[string]string{}}
	for {
		line, err := in.ReadString('\n')
		if err == io.EOF {
			return nil
		}
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch fields[0] {
		case "declare", "check", "define":
			r.command, r.path, r.language = fields[0], fields[1], fields[2]
		case "import":
			r.imports[fields[1]] = fields[2]
		case "file":
			r.files = append(r.files, source{name: fields[1], disk: true})
		case "text":
			length, _ := strconv.Atoi(fields[2])
			text := make([]byte, length)
			if _, err := io.ReadFull(in, text); err != nil {
				panic(err)
			}
			r.files = append(r.files, source{name: fields[1], text: text})
		case "end":
			return r
		default:
			panic("unknown request: " + line)
		}
	}
}

func (o *oracle) check(r *request) (found []finding) {
	files, found := r.parse()
	if slices.ContainsFunc(found, finding.isSyntaxError) {
		return sorted(found)
	}
	defer func() {
		if e := recover(); e != nil {
			found = []finding{{"panic", files[0].Pos(), fmt.Sprint(e)}}
		}
	}()
	p, more := o.types(r, files, true)
	found = sorted(append(found, more...))
	if len(found) == 0 && r.command == "define" {
		o.packages[r.path] = p
	}
	return found
}

func (f finding) isSyntaxError() bool {
	return strings.HasPrefix(f.text, "syntax error")
}

func (r *request) parse() (files []*syntax.File, found []finding) {
	for _, f := range r.files {
		text := f.text
		if f.disk {
			read, err := os.ReadFile(f.name)
			if err != nil {
				panic(err)
			}
			text = read
		}
		file, _ := syntax.Parse(syntax.NewFileBase(f.name), bytes.NewReader(text), func(err error) {
			e := err.(syntax.Error)
			found = append(found, finding{"syntax", e.Pos, e.Msg})
		}, nil, syntax.CheckBranches)
		files = append(files, file)
	}
	return files, found
}

func (o *oracle) types(r *request, files []*syntax.File, bodies bool) (*types2.Package, []finding) {
	var found []finding
	byBase := map[*syntax.PosBase]*syntax.File{}
	for _, f := range files {
		byBase[f.Pos().FileBase()] = f
	}
	info := &types2.Info{FileVersions: map[*syntax.PosBase]string{}}
	if bodies {
		info = &types2.Info{
			StoreTypesInSyntax: true,
			Defs:               map[*syntax.Name]types2.Object{},
			Uses:               map[*syntax.Name]types2.Object{},
			Selections:         map[*syntax.SelectorExpr]*types2.Selection{},
			Implicits:          map[syntax.Node]types2.Object{},
			Scopes:             map[syntax.Node]*types2.Scope{},
			Instances:          map[*syntax.Name]types2.Instance{},
			FileVersions:       map[*syntax.PosBase]string{},
		}
	}
	config := types2.Config{
		Context:            o.context,
		GoVersion:          r.language,
		IgnoreFuncBodies:   !bodies,
		IgnoreBranchErrors: true,
		Importer:           importer{o, r},
		Sizes:              types2.SizesFor("gc", "amd64"),
		Error: func(err error) {
			e := err.(types2.Error)
			kind := "type"
			if e.Soft {
				kind = "soft"
			}
			text := e.Msg
			if needsVersion.MatchString(text) {
				base := e.Pos.FileBase()
				if file := byBase[base]; file != nil {
					if version := info.FileVersions[base]; file.GoVersion == version {
						text = fmt.Sprintf("%s (file declares //go:build %s)", text, version)
					} else {
						text = fmt.Sprintf("%s (-lang was set to %s; check go.mod)", text, r.language)
					}
				}
			}
			found = append(found, finding{kind, e.Pos, text})
		},
	}
	p, _ := config.Check(r.path, files, info)
	return p, found
}

// sorted returns what the compiler would print, without its limit.
func sorted(found []finding) []finding {
	var printed []finding
	var syntaxError, other finding
	for _, f := range found {
		if f.isSyntaxError() {
			if sameLine(syntaxError.pos, f.pos) {
				continue
			}
			syntaxError = f
		} else {
			if sameLine(other.pos, f.pos) && other.text == f.text {
				continue
			}
			other = f
		}
		printed = append(printed, f)
	}
	slices.SortStableFunc(printed, func(a, b finding) int {
		return a.pos.Cmp(b.pos)
	})
	return slices.CompactFunc(printed, func(a, b finding) bool {
		return a == b
	})
}

func sameLine(a, b syntax.Pos) bool {
	return a.IsKnown() && b.IsKnown() && a.Base() == b.Base() && a.Line() == b.Line()
}

type importer struct {
	oracle *oracle
	from   *request
}

// Import implements types2.Importer.
func (i importer) Import(path string) (*types2.Package, error) {
	full, ok := i.from.imports[path]
	if !ok {
		full = path
	}
	if p := i.oracle.packages[full]; p != nil {
		return p, nil
	}
	r := i.oracle.declared[full]
	if r == nil {
		return nil, fmt.Errorf("could not import %s (package %s is not in std)", path, path)
	}
	files, _ := r.parse()
	p, _ := i.oracle.types(r, files, false)
	i.oracle.packages[full] = p
	return p, nil
}
