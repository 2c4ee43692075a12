// Prints the type of every expression of the file on standard input: start, end and text.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"log"
	"os"
)

func main() {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "input.go", os.Stdin, parser.SkipObjectResolution)
	if err != nil {
		log.Fatal(err)
	}
	info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	if _, err := new(types.Config).Check("p", files, []*ast.File{file}, &info); err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for expression, typed := range info.Types {
		fmt.Fprintf(out, "%d %d %s\n",
			files.Position(expression.Pos()).Offset,
			files.Position(expression.End()).Offset,
			types.TypeString(typed.Type, (*types.Package).Name))
	}
}
