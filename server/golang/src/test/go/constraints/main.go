// Constraints prints what go/build/constraint makes of each line of its input:
//
//	"other" | "error" OFFSET MESSAGE | TEXT TAB VERSION TAB VALUES TAB LEGACY
//
// where LEGACY are the // +build lines that mean the same. With the argument
// "std" it prints the constraints of Go's own source instead. With "format"
// each line of its input is the lines of a file, with tabs between them, and
// so is what it prints: what gofmt makes of them.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"go/build/constraint"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// holds is any choice of tags that another program can repeat.
func holds(tag string, round int) bool {
	sum := 0
	for _, b := range []byte(tag) {
		sum = sum*31%10007 + int(b)
	}
	return sum*(2*round+1)>>round&1 == 0
}

func describe(line string) string {
	x, err := constraint.Parse(line)
	var syntax *constraint.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprint("error ", syntax.Offset, " ", syntax.Err)
	case err != nil && strings.HasPrefix(err.Error(), "not a build"):
		return "other"
	case err != nil:
		return "error -1 " + err.Error()
	}
	values := ""
	for round := range 10 {
		if x.Eval(func(tag string) bool { return holds(tag, round) }) {
			values += "1"
		} else {
			values += "0"
		}
	}
	legacy, err := constraint.PlusBuildLines(x)
	if err != nil {
		legacy = []string{err.Error()}
	}
	return x.String() + "\t" + constraint.GoVersion(x) + "\t" + values + "\t" + strings.Join(legacy, " ; ")
}

func formatted(lines string) string {
	source := strings.ReplaceAll(lines, "\t", "\n") + "\n\npackage p\n"
	out, err := format.Source([]byte(source))
	if err != nil {
		return err.Error()
	}
	header, _, _ := strings.Cut(string(out), "package p")
	return strings.ReplaceAll(strings.TrimSpace(header), "\n", "\t")
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if len(os.Args) > 2 && os.Args[1] == "std" {
		filepath.WalkDir(os.Args[2], func(path string, entry fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".go") && !entry.IsDir() {
				data, _ := os.ReadFile(path)
				for line := range strings.Lines(string(data)) {
					line = strings.TrimSuffix(line, "\n")
					if constraint.IsGoBuild(line) || constraint.IsPlusBuild(line) {
						fmt.Fprintln(out, line)
					}
					if strings.HasPrefix(line, "package ") {
						break
					}
				}
			}
			return nil
		})
		return
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if len(os.Args) > 1 && os.Args[1] == "format" {
			fmt.Fprintln(out, formatted(in.Text()))
		} else {
			fmt.Fprintln(out, describe(in.Text()))
		}
	}
}
