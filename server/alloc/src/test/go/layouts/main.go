// The oracle of the table of imported types: it reads names of types, package path and all, and
// prints for each its size and alignment on a 64-bit and on a 32-bit machine, and whether it holds
// pointers.
package main

import (
	"bufio"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"strings"
)

func pointers(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String || u.Kind() == types.UnsafePointer
	case *types.Array:
		return u.Len() > 0 && pointers(u.Elem())
	case *types.Struct:
		for field := range u.Fields() {
			if pointers(field.Type()) {
				return true
			}
		}
		return false
	}
	return true
}

func main() {
	source := importer.ForCompiler(token.NewFileSet(), "source", nil)
	wide, narrow := types.SizesFor("gc", "amd64"), types.SizesFor("gc", "386")
	input := bufio.NewScanner(os.Stdin)
	for input.Scan() {
		path, name := input.Text()[:strings.LastIndex(input.Text(), ".")], input.Text()[strings.LastIndex(input.Text(), ".")+1:]
		imported, err := source.Import(path)
		if err != nil {
			panic(err)
		}
		t := imported.Scope().Lookup(name).Type()
		fmt.Println(input.Text(), wide.Sizeof(t), wide.Alignof(t), narrow.Sizeof(t), narrow.Alignof(t), pointers(t))
	}
}
