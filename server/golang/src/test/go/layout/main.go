// Layout prints what the running Go runtime does: the capacities that append
// chooses, and the bytes that objects take.
//
//	growth ELEMENT POINTERS CAPACITY LENGTH NEW
//	object BYTES POINTERS TAKEN
package main

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"unsafe"
)

const word = int(unsafe.Sizeof(uintptr(0)))

var keep any

func elementType(size int, pointers bool) reflect.Type {
	if pointers {
		return reflect.ArrayOf(size/word, reflect.TypeFor[*int]())
	}
	return reflect.ArrayOf(size, reflect.TypeFor[byte]())
}

func taken(t reflect.Type) uint64 {
	var before, after runtime.MemStats
	const count = 64
	values := make([]unsafe.Pointer, count)
	least := ^uint64(0)
	for range 3 {
		runtime.ReadMemStats(&before)
		for i := range values {
			values[i] = reflect.New(t).UnsafePointer()
		}
		runtime.ReadMemStats(&after)
		least = min(least, (after.TotalAlloc-before.TotalAlloc)/count)
	}
	keep = values
	return least
}

func main() {
	debug.SetGCPercent(-1)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "word", word)
	for _, element := range []int{0, 1, 2, 3, 4, 5, 8, 12, 16, 24, 32, 40, 48, 100, 128, 200, 520, 1000, 4096} {
		for _, pointers := range []bool{false, true} {
			if pointers && (element == 0 || element%word != 0) {
				continue
			}
			slice := reflect.SliceOf(elementType(element, pointers))
			for _, capacity := range []int{0, 1, 2, 3, 5, 8, 13, 31, 64, 100, 128, 255, 256, 257, 300, 511, 512, 848, 1000, 1024, 2500} {
				for _, more := range []int{1, 2, 3, 7, 50, 300, 1100, 4000} {
					s := reflect.MakeSlice(slice, capacity, capacity)
					grown := reflect.AppendSlice(s, reflect.MakeSlice(slice, more, more))
					fmt.Fprintln(out, "growth", element, pointers, capacity, capacity+more, grown.Cap())
				}
			}
			runtime.GC()
		}
	}
	for size := 16; size <= 34000; size += 8 {
		if size > 2100 && size%104 != 0 && size < 32700 {
			continue
		}
		for _, pointers := range []bool{false, true} {
			fmt.Fprintln(out, "object", size, pointers, taken(elementType(size, pointers)))
		}
		if size%1024 == 0 {
			keep = nil
			runtime.GC()
		}
	}
}
