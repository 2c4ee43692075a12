// The oracle of the table of library calls: it calls each function with arguments that give it
// something to do, keeps no result, and prints how many objects a call allocates on the heap.
package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	htmltemplate "html/template"
	"io"
	"log"
	"maps"
	"math/rand"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime/debug"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"
)

var (
	number  = 123456
	text    = strings.Repeat("some Text ", 10)
	raw     = []byte(text)
	texts   = []string{text, text}
	raws    = [][]byte{raw, raw}
	numbers = []int{3, 1, 2}
	table   = map[string]int{"a": 1, "b": 2}
	file    = os.Args[0]
	folder  = os.TempDir()
	created = filepath.Join(folder, fmt.Sprintf("heapline-library-%d", os.Getpid()))
	parent  = context.Background()
)

func upper(r rune) rune { return unicode.ToUpper(r) }

func less(i, j int) bool { return numbers[i] < numbers[j] }

func closing(f *os.File, _ error) { f.Close() }

func cancelling(_ context.Context, cancel context.CancelFunc) { cancel() }

var calls = map[string]func(){
	"fmt.Sprint":                     func() { _ = fmt.Sprint("x", "y") },
	"fmt.Sprintf":                    func() { _ = fmt.Sprintf("x%s", "y") },
	"fmt.Sprintln":                   func() { _ = fmt.Sprintln("x") },
	"log.New":                        func() { _ = log.New(io.Discard, "", 0) },
	"strings.Fields":                 func() { _ = strings.Fields(text) },
	"strings.FieldsFunc":             func() { _ = strings.FieldsFunc(text, unicode.IsSpace) },
	"strings.Join":                   func() { _ = strings.Join(texts, ",") },
	"strings.Map":                    func() { _ = strings.Map(upper, text) },
	"strings.Repeat":                 func() { _ = strings.Repeat(text, 3) },
	"strings.Replace":                func() { _ = strings.Replace(text, "e", "ee", 2) },
	"strings.ReplaceAll":             func() { _ = strings.ReplaceAll(text, "e", "ee") },
	"strings.Split":                  func() { _ = strings.Split(text, " ") },
	"strings.SplitAfter":             func() { _ = strings.SplitAfter(text, " ") },
	"strings.SplitAfterN":            func() { _ = strings.SplitAfterN(text, " ", 3) },
	"strings.SplitN":                 func() { _ = strings.SplitN(text, " ", 3) },
	"strings.Title":                  func() { _ = strings.Title(text) },
	"strings.ToLower":                func() { _ = strings.ToLower(text) },
	"strings.ToTitle":                func() { _ = strings.ToTitle(text) },
	"strings.ToUpper":                func() { _ = strings.ToUpper(text) },
	"strings.ToValidUTF8":            func() { _ = strings.ToValidUTF8("a\xff"+text, "?") },
	"strconv.FormatFloat":            func() { _ = strconv.FormatFloat(float64(number)/7, 'g', -1, 64) },
	"strconv.FormatInt":              func() { _ = strconv.FormatInt(int64(number), 2) },
	"strconv.FormatUint":             func() { _ = strconv.FormatUint(uint64(number), 2) },
	"strconv.Itoa":                   func() { _ = strconv.Itoa(number) },
	"strconv.Unquote":                func() { _, _ = strconv.Unquote(`"a\nb` + text + `"`) },
	"bytes.Fields":                   func() { _ = bytes.Fields(raw) },
	"bytes.Join":                     func() { _ = bytes.Join(raws, raw) },
	"bytes.Map":                      func() { _ = bytes.Map(upper, raw) },
	"bytes.Repeat":                   func() { _ = bytes.Repeat(raw, 3) },
	"bytes.Replace":                  func() { _ = bytes.Replace(raw, raw[:1], raw, 2) },
	"bytes.ReplaceAll":               func() { _ = bytes.ReplaceAll(raw, raw[:1], raw) },
	"bytes.Runes":                    func() { _ = bytes.Runes(raw) },
	"bytes.Split":                    func() { _ = bytes.Split(raw, raw[:1]) },
	"bytes.SplitN":                   func() { _ = bytes.SplitN(raw, raw[:1], 3) },
	"bytes.ToLower":                  func() { _ = bytes.ToLower(raw) },
	"bytes.ToUpper":                  func() { _ = bytes.ToUpper(raw) },
	"os.Create":                      func() { closing(os.Create(created)) },
	"os.Environ":                     func() { _ = os.Environ() },
	"os.Open":                        func() { closing(os.Open(file)) },
	"os.OpenFile":                    func() { closing(os.OpenFile(file, os.O_RDONLY, 0)) },
	"os.ReadDir":                     func() { _, _ = os.ReadDir(filepath.Dir(file)) },
	"os.ReadFile":                    func() { _, _ = os.ReadFile("main.go") },
	"io.ReadAll":                     func() { _, _ = io.ReadAll(strings.NewReader(text)) },
	"encoding/json.Marshal":          func() { _, _ = json.Marshal(table) },
	"encoding/json.MarshalIndent":    func() { _, _ = json.MarshalIndent(table, "", " ") },
	"encoding/json.NewDecoder":       func() { _ = json.NewDecoder(strings.NewReader(text)) },
	"encoding/json.Unmarshal":        func() { _ = json.Unmarshal([]byte(`{"a":1}`), &table) },
	"encoding/hex.DecodeString":      func() { _, _ = hex.DecodeString("6162636465666768" + "6162636465666768") },
	"regexp.Compile":                 func() { _, _ = regexp.Compile("a+b") },
	"regexp.MustCompile":             func() { _ = regexp.MustCompile("a+b") },
	"regexp.MatchString":             func() { _, _ = regexp.MatchString("a+b", text) },
	"regexp.QuoteMeta":               func() { _ = regexp.QuoteMeta("a+b" + text) },
	"time.After":                     func() { _ = time.After(time.Hour) },
	"time.AfterFunc":                 func() { time.AfterFunc(time.Hour, func() {}).Stop() },
	"time.NewTicker":                 func() { time.NewTicker(time.Hour).Stop() },
	"time.NewTimer":                  func() { time.NewTimer(time.Hour).Stop() },
	"time.Tick":                      func() { _ = time.Tick(time.Hour) },
	"context.WithCancel":             func() { cancelling(context.WithCancel(parent)) },
	"context.WithCancelCause":        func() { _, cancel := context.WithCancelCause(parent); cancel(nil) },
	"context.WithDeadline":           func() { cancelling(context.WithDeadline(parent, time.Now().Add(time.Hour))) },
	"context.WithTimeout":            func() { cancelling(context.WithTimeout(parent, time.Hour)) },
	"context.WithValue":              func() { _ = context.WithValue(parent, "k", "v") },
	"net/http.Get":                   func() { _, _ = http.Get("none://host") },
	"net/http.NewRequest":            func() { _, _ = http.NewRequest("GET", "http://host", nil) },
	"net/http.NewRequestWithContext": func() { _, _ = http.NewRequestWithContext(parent, "GET", "http://host", nil) },
	"net/http.Post":                  func() { _, _ = http.Post("none://host", "text/plain", nil) },
	"net/url.Parse":                  func() { _, _ = url.Parse("http://host/path") },
	"net/url.QueryEscape":            func() { _ = url.QueryEscape("&" + text) },
	"sort.Slice":                     func() { sort.Slice(numbers, less) },
	"sort.SliceStable":               func() { sort.SliceStable(numbers, less) },
	"maps.Clone":                     func() { _ = maps.Clone(table) },
	"slices.Repeat":                  func() { _ = slices.Repeat(numbers, number/1000) },
	"slices.Sorted":                  func() { _ = slices.Sorted(maps.Keys(table)) },
	"path.Join":                      func() { _ = path.Join(text, "b") },
	"path/filepath.Abs":              func() { _, _ = filepath.Abs(text) },
	"path/filepath.Join":             func() { _ = filepath.Join(text, "b") },
	"math/rand.Perm":                 func() { _ = rand.Perm(number / 1000) },
	"html.EscapeString":              func() { _ = html.EscapeString("<" + text) },
	"html/template.New":              func() { _ = htmltemplate.New("x") },
	"reflect.New":                    func() { _ = reflect.New(reflect.TypeFor[[4]int]()) },
	"reflect.MakeSlice":              func() { _ = reflect.MakeSlice(reflect.TypeFor[[]int](), 4, 4) },
	"reflect.MakeMap":                func() { _ = reflect.MakeMap(reflect.TypeFor[map[string]int]()) },
	"runtime/debug.Stack":            func() { _ = debug.Stack() },
}

func main() {
	for name, call := range calls {
		fmt.Println(name, testing.AllocsPerRun(5, call))
	}
	os.Remove(created)
}
