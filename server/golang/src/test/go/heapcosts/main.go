// Heapcosts runs functions that allocate, with every allocation recorded, and
// prints what a heap profile says of each:
//
//	NAME OBJECTS BYTES
//
// both for one run, so that they may be fractions. It also prints of types
//
//	layout TYPE SIZE ALIGNMENT POINTERBYTES
//
// The functions and types stand in other files, which a test writes.
package main

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"unsafe"
)

const runs = 32

var (
	sink     any
	sinkFunc func()
	sinkText string
	keep     unsafe.Pointer
	bytes    = make([]byte, 50000)
	text     = string(bytes)
	tests    []test
	kinds    []kind
)

type test struct {
	name string
	run  func()
}

type kind struct {
	name string
	of   reflect.Type
}

func add(name string, run func()) { tests = append(tests, test{name, run}) }

func addType(name string, of reflect.Type) { kinds = append(kinds, kind{name, of}) }

// fill makes a value one that needs an object in an interface.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(-1)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(^uint64(0) >> (64 - 8*v.Type().Size()))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Complex64, reflect.Complex128:
		v.SetComplex(complex(1.5, 1.5))
	case reflect.String:
		v.SetString("text")
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "_" {
				fill(v.Field(i))
			}
		}
	}
}

func filled[T any]() (v T) {
	fill(reflect.ValueOf(&v).Elem())
	return v
}

// pointerBytes reads the second word of a type's description.
func pointerBytes(t reflect.Type) uintptr {
	return (*[2]*[2]uintptr)(unsafe.Pointer(&t))[1][1]
}

// Before any function of this program runs.
var _ = func() int {
	runtime.MemProfileRate = 1
	return 0
}()

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, k := range kinds {
		fmt.Fprintln(out, "layout", k.name, k.of.Size(), k.of.Align(), pointerBytes(k.of))
	}
	// A collection in the middle would count what it allocates itself.
	debug.SetGCPercent(-1)
	for i := range tests {
		for range runs {
			tests[i].run()
		}
		if i%20 == 0 {
			runtime.GC()
		}
	}
	sink, sinkFunc, sinkText, keep = nil, nil, "", nil
	runtime.GC()
	runtime.GC()
	n, _ := runtime.MemProfile(nil, true)
	records := make([]runtime.MemProfileRecord, n+1000)
	n, ok := runtime.MemProfile(records, true)
	if !ok {
		panic("more records than expected")
	}
	objects := map[string]int64{}
	size := map[string]int64{}
	for _, r := range records[:n] {
		frames := runtime.CallersFrames(r.Stack())
		for {
			frame, more := frames.Next()
			if name, found := strings.CutPrefix(frame.Function, "main.measured_"); found {
				name, _, _ = strings.Cut(name, ".")
				objects[name] += r.AllocObjects
				size[name] += r.AllocBytes
				break
			}
			if !more {
				break
			}
		}
	}
	for _, t := range tests {
		fmt.Fprintln(out, t.name, float64(objects[t.name])/runs, float64(size[t.name])/runs)
	}
}

//go:noinline
func varied(n int) int { return n }

//go:noinline
func touch(int8) {}
