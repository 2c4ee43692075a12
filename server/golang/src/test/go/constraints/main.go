// Constraints prints what go/build/constraint makes of each line of its input:
//
//	"other" | "error" OFFSET MESSAGE | TEXT TAB VERSION TAB VALUES
//
// With the argument "std" it prints the constraints of Go's own source instead.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"go/build/constraint"
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
	return x.String() + "\t" + constraint.GoVersion(x) + "\t" + values
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
		fmt.Fprintln(out, describe(in.Text()))
	}
}
