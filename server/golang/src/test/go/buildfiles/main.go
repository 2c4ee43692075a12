// Buildfiles prints which files of a tree a build takes, as go/build says.
//
// Its argument is the tree. Each line of its input is a build, of fields with
// tabs between them: GOOS, GOARCH, whether cgo is on, and three lists of words
// with spaces between them: -tags, tool tags, release tags. For each folder
// with Go files it prints
//
//	FOLDER TAB NAME=KIND NAME=KIND …
//
// where KIND is G of a Go file of the package, C of one that uses cgo, T and X
// of tests inside and outside of the package, I of an ignored and B of a
// malformed one; files that go/build does not mention are left out. A line
// "end" ends each build.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/build"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

type tree struct {
	folders []string
	entries map[string][]fs.FileInfo
	files   map[string][]byte
}

func load(root string) *tree {
	t := &tree{entries: map[string][]fs.FileInfo{}, files: map[string][]byte{}}
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			panic(err)
		}
		if entry.IsDir() {
			return nil
		}
		if strings.HasSuffix(path, ".go") {
			folder := filepath.Dir(path)
			info, err := entry.Info()
			if err != nil {
				panic(err)
			}
			if t.entries[folder] == nil {
				t.folders = append(t.folders, folder)
			}
			t.entries[folder] = append(t.entries[folder], info)
			data, err := os.ReadFile(path)
			if err != nil {
				panic(err)
			}
			t.files[path] = data
		}
		return nil
	})
	slices.Sort(t.folders)
	return t
}

func (t *tree) context(line string) *build.Context {
	words := strings.Split(line, "\t")
	context := build.Default
	context.GOOS = words[0]
	context.GOARCH = words[1]
	context.CgoEnabled = words[2] == "true"
	context.BuildTags = strings.Fields(words[3])
	context.ToolTags = strings.Fields(words[4])
	context.ReleaseTags = strings.Fields(words[5])
	context.Compiler = "gc"
	context.IsDir = func(path string) bool { return t.entries[path] != nil }
	context.HasSubdir = func(root, dir string) (string, bool) { return "", false }
	context.ReadDir = func(dir string) ([]fs.FileInfo, error) { return t.entries[dir], nil }
	context.OpenFile = func(path string) (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(t.files[path])), nil
	}
	return &context
}

func main() {
	root := os.Args[1]
	t := load(root)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		context := t.context(in.Text())
		for _, folder := range t.folders {
			// Errors are for files that are there too; the lists are what counts.
			p, _ := context.ImportDir(folder, 0)
			var words []string
			seen := map[string]bool{}
			add := func(names []string, kind string) {
				for _, name := range names {
					// A file with a mistake may be taken all the same.
					if !seen[name] {
						words = append(words, name+"="+kind)
					}
					seen[name] = true
				}
			}
			add(p.GoFiles, "G")
			add(p.CgoFiles, "C")
			add(p.TestGoFiles, "T")
			add(p.XTestGoFiles, "X")
			add(p.IgnoredGoFiles, "I")
			add(p.InvalidGoFiles, "B")
			slices.Sort(words)
			name, _ := filepath.Rel(root, folder)
			fmt.Fprintln(out, filepath.ToSlash(name)+"\t"+strings.Join(words, " "))
		}
		fmt.Fprintln(out, "end")
		out.Flush()
	}
}
