// Command callgraph prints packages and all that they need, as "package",
// "file" and "import" lines, and then what golang.org/x/tools knows of their
// functions:
//
//	callgraph files PATTERN...     nothing else
//	callgraph cha PATTERN...       calls, by class hierarchy analysis
//	callgraph rta PATTERN...       calls, by rapid type analysis from main
//	callgraph noreturn PATTERN...  functions that never return
package main

import (
	"bufio"
	"fmt"
	"os"

	"golang.org/x/tools/go/packages"
)

func main() {
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	switch os.Args[1] {
	case "files":
		load(out, os.Args[2:])
	case "cha":
		printCalls(out, os.Args[2:])
	case "rta":
		printRapidCalls(out, os.Args[2:])
	case "noreturn":
		printNoReturn(out, os.Args[2:])
	default:
		fmt.Fprintln(os.Stderr, "unknown command", os.Args[1])
		os.Exit(2)
	}
}

// load loads packages and prints what they and all that they need consist of.
func load(out *bufio.Writer, patterns []string) []*packages.Package {
	config := &packages.Config{Mode: packages.LoadAllSyntax}
	initial, err := packages.Load(config, patterns...)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	packages.Visit(initial, nil, func(p *packages.Package) {
		fmt.Fprintf(out, "package\t%s\n", p.PkgPath)
		for _, name := range p.CompiledGoFiles {
			fmt.Fprintf(out, "file\t%s\n", name)
		}
		for path, imported := range p.Imports {
			fmt.Fprintf(out, "import\t%s\t%s\n", path, imported.PkgPath)
		}
	})
	return initial
}
