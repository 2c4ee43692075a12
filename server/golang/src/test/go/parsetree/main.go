// Parsetree prints what go/parser makes of files, as dev.heapline.golang.syntax.TreeDump prints it.
//
// It reads paths from standard input, one a line, and prints for each, in order,
//
//	hash sound first-error
//
// where hash is the FNV-1a hash of the detailed dump, and sound is whether there was no error.
// With -dump FILE it prints the detailed dump of one file instead, and with -time only the number
// of files that it parsed, on all cores, with nothing printed about them.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"hash/fnv"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

const mode = parser.ParseComments | parser.AllErrors | parser.SkipObjectResolution

func main() {
	dumped := flag.String("dump", "", "print the dump of this `file`")
	plain := flag.Bool("plain", false, "with -dump, without details")
	timed := flag.Bool("time", false, "only parse")
	flag.Parse()
	if *dumped != "" {
		source, err := os.ReadFile(*dumped)
		check(err)
		text, err := dump(*dumped, source, !*plain)
		os.Stdout.Write(text)
		if err != nil {
			scanner.PrintError(os.Stderr, err)
		}
		return
	}
	var paths []string
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		paths = append(paths, lines.Text())
	}
	check(lines.Err())
	results := make([]string, len(paths))
	each(len(paths), func(i int) {
		source, err := os.ReadFile(paths[i])
		check(err)
		if *timed {
			parser.ParseFile(token.NewFileSet(), paths[i], source, mode)
			return
		}
		text, err := dump(paths[i], source, true)
		hash := fnv.New64a()
		hash.Write(text)
		first := ""
		if list, ok := err.(scanner.ErrorList); ok {
			first = fmt.Sprintf("%d %s", list[0].Pos.Offset, list[0].Msg)
		}
		results[i] = fmt.Sprintf("%016x %t %s", hash.Sum64(), err == nil, strconv.Quote(first))
	})
	if *timed {
		fmt.Println(len(paths))
		return
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, each := range results {
		fmt.Fprintln(out, each)
	}
}

// each calls do for the numbers below n, on all cores.
func each(n int, do func(i int)) {
	work := make(chan int, n)
	for i := range n {
		work <- i
	}
	close(work)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := range work {
				do(i)
			}
		})
	}
	group.Wait()
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type dumper struct {
	out      []byte
	base     int
	source   []byte
	detailed bool
}

func dump(path string, source []byte, detailed bool) ([]byte, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, source, mode)
	d := &dumper{base: int(file.FileStart), source: source, detailed: detailed}
	if file.Package.IsValid() {
		ast.Inspect(file, d.node)
		if detailed {
			for _, each := range file.Comments {
				ast.Inspect(each, d.node)
			}
		}
	}
	return d.out, err
}

func (d *dumper) offset(pos token.Pos) int {
	if !pos.IsValid() {
		return -1
	}
	return int(pos) - d.base
}

func (d *dumper) node(n ast.Node) bool {
	if n == nil {
		return false
	}
	kind := strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast.")
	d.out = append(d.out, kind...)
	d.out = append(d.out, ' ')
	d.out = strconv.AppendInt(d.out, int64(d.offset(n.Pos())), 10)
	d.out = append(d.out, ' ')
	d.out = strconv.AppendInt(d.out, int64(d.end(n)), 10)
	if d.detailed {
		d.details(n)
	}
	d.out = append(d.out, '\n')
	return true
}

// end is the offset of the end of a node. A comment's text lacks the carriage returns, so where
// it ends is looked up in the source: before those at the end of its line.
func (d *dumper) end(n ast.Node) int {
	switch n := n.(type) {
	case *ast.CommentGroup:
		return d.end(n.List[len(n.List)-1])
	case *ast.Comment:
		start := d.offset(n.Slash)
		rest := d.source[start:]
		if rest[1] == '*' {
			if at := bytes.Index(rest[2:], []byte("*/")); at >= 0 {
				return start + at + 4
			}
			return len(d.source)
		}
		if at := bytes.IndexByte(rest, '\n'); at >= 0 {
			rest = rest[:at]
		}
		return start + len(bytes.TrimRight(rest, "\r"))
	}
	return d.offset(n.End())
}

func (d *dumper) details(n ast.Node) {
	switch n := n.(type) {
	case *ast.Ident:
		d.detail(n.Name)
	case *ast.BasicLit:
		d.detail(n.Kind.String())
	case *ast.CompositeLit:
		d.detail(d.offset(n.Lbrace))
	case *ast.CallExpr:
		d.detail(d.offset(n.Lparen), n.Ellipsis.IsValid())
	case *ast.UnaryExpr:
		d.detail(n.Op)
	case *ast.BinaryExpr:
		d.detail(n.Op, d.offset(n.OpPos))
	case *ast.ChanType:
		d.detail(map[ast.ChanDir]string{
			ast.SEND: "SEND", ast.RECV: "RECEIVE", ast.SEND | ast.RECV: "BOTH",
		}[n.Dir], d.offset(n.Arrow))
	case *ast.EmptyStmt:
		d.detail(n.Implicit)
	case *ast.SendStmt:
		d.detail(d.offset(n.Arrow))
	case *ast.IncDecStmt:
		d.detail(n.Tok)
	case *ast.AssignStmt:
		d.detail(n.Tok, d.offset(n.TokPos))
	case *ast.BranchStmt:
		d.detail(n.Tok)
	case *ast.RangeStmt:
		d.detail(n.Tok)
	case *ast.CaseClause:
		d.detail(n.List == nil, d.offset(n.Colon))
	case *ast.CommClause:
		d.detail(d.offset(n.Colon))
	case *ast.GenDecl:
		d.detail(n.Tok)
	case *ast.TypeSpec:
		d.detail(n.Assign.IsValid())
	}
}

func (d *dumper) detail(values ...any) {
	for _, each := range values {
		d.out = fmt.Append(d.out, " ", each)
	}
}
