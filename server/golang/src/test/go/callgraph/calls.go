package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/callgraph"
	"golang.org/x/tools/go/callgraph/cha"
	"golang.org/x/tools/go/callgraph/rta"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"
)

// printCalls prints "set" lines that number sets of functions, and "site"
// lines: file, offset of the parenthesis, how it is known what is called, and
// what class hierarchy analysis finds.
func printCalls(out *bufio.Writer, patterns []string) {
	initial := load(out, patterns)
	program, _ := ssautil.AllPackages(initial, 0)
	program.Build()
	printGraph(out, program.Fset, cha.CallGraph(program), written)
}

// printRapidCalls prints the same of what is called from the main functions of
// some packages; generic functions are there once for each of their instances.
func printRapidCalls(out *bufio.Writer, patterns []string) {
	initial := load(out, patterns)
	program, packages := ssautil.AllPackages(initial, ssa.InstantiateGenerics)
	program.Build()
	var roots []*ssa.Function
	for _, main := range ssautil.MainPackages(packages) {
		roots = append(roots, main.Func("main"), main.Func("init"))
	}
	printGraph(out, program.Fset, rta.Analyze(roots, true).CallGraph, func(f *ssa.Function) bool {
		return written(f) || f.Origin() != nil
	})
}

func printGraph(out *bufio.Writer, fset *token.FileSet, graph *callgraph.Graph, wanted func(*ssa.Function) bool) {
	names := &naming{fset: fset, sets: map[string]int{}, out: out}
	for caller, node := range graph.Nodes {
		if caller == nil || !wanted(caller) {
			continue
		}
		callees := map[ssa.CallInstruction][]string{}
		for _, edge := range node.Out {
			callees[edge.Site] = append(callees[edge.Site], names.of(edge.Callee.Func))
		}
		for _, block := range caller.Blocks {
			for _, instruction := range block.Instrs {
				if site, ok := instruction.(ssa.CallInstruction); ok {
					names.print(site, callees[site])
				}
			}
		}
	}
}

// written reports whether a function's calls stand in the source as they are.
func written(f *ssa.Function) bool {
	return f.Synthetic == "" || f.Synthetic == "package initializer" || strings.HasPrefix(f.Synthetic, "range-over-func")
}

type naming struct {
	fset *token.FileSet
	sets map[string]int
	out  *bufio.Writer
}

func (n *naming) print(site ssa.CallInstruction, callees []string) {
	call := site.Common()
	if _, ok := call.Value.(*ssa.Builtin); ok || !call.Pos().IsValid() {
		return
	}
	kind := "value"
	switch {
	case call.IsInvoke():
		kind = "interface"
		if types.IsInterface(call.Value.Type()) {
			if _, ok := types.Unalias(call.Value.Type()).(*types.TypeParam); ok {
				kind = "generic"
			}
		}
	case call.StaticCallee() != nil:
		kind = "static"
	}
	slices.Sort(callees)
	set := strings.Join(slices.Compact(callees), " ")
	id, ok := n.sets[set]
	if !ok {
		id = len(n.sets)
		n.sets[set] = id
		fmt.Fprintf(n.out, "set\t%d\t%s\n", id, set)
	}
	fmt.Fprintf(n.out, "site\t%s\t%s\t%d\n", n.position(call.Pos()), kind, id)
}

func (n *naming) position(pos token.Pos) string {
	position := n.fset.PositionFor(pos, false)
	return fmt.Sprintf("%s:%d", position.Filename, position.Offset)
}

func (n *naming) of(f *ssa.Function) string {
	if origin := f.Origin(); origin != nil {
		f = origin
	}
	object, ok := f.Object().(*types.Func)
	if !ok {
		if _, ok := f.Syntax().(*ast.FuncLit); ok {
			return n.position(f.Syntax().Pos())
		}
		return "synthetic"
	}
	return nameOf(object)
}

// nameOf names a function by its package, the type whose method it is, and its own name.
func nameOf(object *types.Func) string {
	object = object.Origin()
	home := ""
	if object.Pkg() != nil {
		home = object.Pkg().Path()
	}
	receiver := object.Signature().Recv()
	if receiver == nil {
		return home + "." + object.Name()
	}
	t := types.Unalias(receiver.Type())
	if pointer, ok := t.(*types.Pointer); ok {
		t = types.Unalias(pointer.Elem())
	}
	if types.IsInterface(t) {
		return "interface." + object.Name()
	}
	return home + "." + t.(*types.Named).Obj().Name() + "." + object.Name()
}
