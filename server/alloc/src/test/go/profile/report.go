// The driver of the size tests: it runs the functions of the file beside it, every allocation
// profiled, and prints for each line what was allocated on its behalf.
package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	run()
	runtime.GC()
	runtime.GC()
	records := make([]runtime.MemProfileRecord, 10000)
	count, ok := runtime.MemProfile(records, true)
	if !ok {
		panic("too many records")
	}
	for _, record := range records[:count] {
		if record.AllocObjects == 0 {
			continue
		}
		frames := runtime.CallersFrames(record.Stack())
		for {
			frame, more := frames.Next()
			if !strings.HasPrefix(frame.Function, "runtime.") && !strings.HasPrefix(frame.Function, "internal/runtime/") {
				fmt.Println(filepath.Base(frame.File), frame.Line, record.AllocBytes/record.AllocObjects, record.AllocObjects)
				break
			}
			if !more {
				break
			}
		}
	}
}
