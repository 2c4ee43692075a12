package main

import (
	"bufio"
	"fmt"
	"go/types"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/ctrlflow"
)

// printNoReturn prints a "noreturn" line for each function of which package
// ctrlflow knows that it never returns.
func printNoReturn(out *bufio.Writer, patterns []string) {
	initial := load(out, patterns)
	graph, err := checker.Analyze([]*analysis.Analyzer{ctrlflow.Analyzer}, initial, nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for action := range graph.All() {
		if action.Analyzer != ctrlflow.Analyzer {
			continue
		}
		for _, fact := range action.AllObjectFacts() {
			if function, ok := fact.Object.(*types.Func); ok && function.Pkg() == action.Package.Types {
				fmt.Fprintf(out, "noreturn\t%s\n", nameOf(function))
			}
		}
	}
}
