// Command controlflow prints what golang.org/x/tools/go/cfg knows of the
// functions of Go files, whose names it reads from standard input, one a line.
//
// Of each function it prints "func", the file and the offset of its body, and
// then of each node of its graph the extent, whether it is reached, and a sum
// over the nodes that can run after it.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"

	"golang.org/x/tools/go/cfg"
)

func main() {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, in.Text(), nil, parser.SkipObjectResolution)
		if err != nil {
			continue // go/cfg is only for sound source
		}
		fmt.Fprintf(out, "file\t%s\n", in.Text())
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					printFunction(out, fset, n.Body)
				}
			case *ast.FuncLit:
				printFunction(out, fset, n.Body)
			}
			return true
		})
	}
}

// extent is where a node is in its file.
type extent struct{ start, end int }

func (e extent) hash() uint64 {
	x := uint64(e.start)*0x9e3779b97f4a7c15 + uint64(e.end)
	x ^= x >> 31
	x *= 0xbf58476d1ce4e5b9
	return x ^ x>>29
}

func printFunction(out *bufio.Writer, fset *token.FileSet, body *ast.BlockStmt) {
	fmt.Fprintf(out, "func\t%d\n", fset.Position(body.Pos()).Offset)
	compared := comparable(body)
	graph := cfg.New(body, mayReturn)
	nodes := make([][]extent, len(graph.Blocks))
	for i, block := range graph.Blocks {
		for _, node := range block.Nodes {
			if target := compared[node]; target != nil {
				nodes[i] = append(nodes[i], extent{
					fset.Position(target.Pos()).Offset, fset.Position(target.End()).Offset})
			}
		}
	}
	for i, block := range graph.Blocks {
		if len(nodes[i]) == 0 {
			continue
		}
		sum := uint64(0)
		again := false
		for each := range reachedFrom(block) {
			again = again || each == int32(i)
			for _, n := range nodes[each] {
				sum += n.hash()
			}
		}
		for j := len(nodes[i]) - 1; j >= 0; j-- {
			fmt.Fprintf(out, "node\t%d\t%d\t%v\t%d\n", nodes[i][j].start, nodes[i][j].end, block.Live, int64(sum))
			if !again {
				sum += nodes[i][j].hash()
			}
		}
	}
}

func reachedFrom(block *cfg.Block) map[int32]bool {
	reached := map[int32]bool{}
	waiting := append([]*cfg.Block{}, block.Succs...)
	for len(waiting) > 0 {
		next := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if !reached[next.Index] {
			reached[next.Index] = true
			waiting = append(waiting, next.Succs...)
		}
	}
	return reached
}

// comparable returns the nodes that mean the same to both sides. A condition
// stands for the first of its operands that is evaluated.
func comparable(body *ast.BlockStmt) map[ast.Node]ast.Node {
	nodes := map[ast.Node]ast.Node{}
	communications := map[ast.Stmt]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CommClause:
			communications[n.Comm] = true
		case *ast.IfStmt:
			nodes[n.Cond] = first(n.Cond)
		case *ast.ForStmt:
			if n.Cond != nil {
				nodes[n.Cond] = first(n.Cond)
			}
		case *ast.RangeStmt:
			nodes[n.X] = n.X
		case *ast.SwitchStmt:
			if n.Tag != nil {
				nodes[n.Tag] = n.Tag
			}
			for _, clause := range n.Body.List {
				for _, each := range clause.(*ast.CaseClause).List {
					nodes[each] = each
					if n.Tag == nil {
						nodes[each] = first(each)
					}
				}
			}
		case *ast.ExprStmt, *ast.SendStmt, *ast.IncDecStmt, *ast.AssignStmt,
			*ast.GoStmt, *ast.DeferStmt, *ast.ReturnStmt:
			if !communications[n.(ast.Stmt)] {
				nodes[n] = n
			}
		case *ast.ValueSpec:
			nodes[n] = n
		}
		return true
	})
	return nodes
}

func first(condition ast.Expr) ast.Expr {
	for {
		switch x := condition.(type) {
		case *ast.ParenExpr:
			condition = x.X
			continue
		case *ast.UnaryExpr:
			if x.Op == token.NOT {
				condition = x.X
				continue
			}
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				condition = x.X
				continue
			}
		}
		return condition
	}
}

// mayReturn goes by names, as the other side does.
func mayReturn(call *ast.CallExpr) bool {
	switch function := call.Fun.(type) {
	case *ast.Ident:
		return function.Name != "panic"
	case *ast.SelectorExpr:
		name := function.Sel.Name
		return !strings.HasPrefix(name, "Fatal") && name != "Exit" && name != "Goexit"
	}
	return true
}
