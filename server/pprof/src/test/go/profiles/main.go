// Command profiles writes profiles of every shape that runtime/pprof gives
// them, for the tests to read: go run . DIRECTORY RATE
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"sort"
	"strings"
	"sync"
	"time"
)

var kept []any

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: profiles DIRECTORY RATE")
	}
	directory := os.Args[1]
	if _, err := fmt.Sscan(os.Args[2], &runtime.MemProfileRate); err != nil {
		log.Fatal(err)
	}
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)

	write(directory, "cpu", func(file *os.File) error {
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		work()
		burn(300 * time.Millisecond)
		pprof.StopCPUProfile()
		return nil
	})

	stop := make(chan bool)
	for range 5 {
		go park(stop)
	}
	pprof.Do(context.Background(), pprof.Labels("worker", "one"), func(context.Context) {
		go park(stop)
	})
	contend()
	runtime.GC()
	runtime.GC()
	for _, name := range []string{"heap", "allocs", "goroutine", "threadcreate", "block", "mutex"} {
		write(directory, name, func(file *os.File) error {
			return pprof.Lookup(name).WriteTo(file, 0)
		})
		writeNamed(directory, name+".txt", func(file *os.File) error {
			return pprof.Lookup(name).WriteTo(file, 1)
		})
	}
	writeNamed(directory, "goroutine.dump", func(file *os.File) error {
		return pprof.Lookup("goroutine").WriteTo(file, 2)
	})
	close(stop)
	runtime.KeepAlive(kept)
}

func write(directory, name string, fill func(*os.File) error) {
	writeNamed(directory, name+".pb.gz", fill)
}

func writeNamed(directory, name string, fill func(*os.File) error) {
	file, err := os.Create(filepath.Join(directory, name))
	if err != nil {
		log.Fatal(err)
	}
	if err := fill(file); err != nil {
		log.Fatal(err)
	}
	if err := file.Close(); err != nil {
		log.Fatal(err)
	}
}

func work() {
	for size := 1; size < 1<<16; size *= 3 {
		leak(size)
		keep(buffer(size))
	}
	keep(tree(11))
	keep(odd(40))
	keep(Map([]int{1, 2, 3}, func(n int) string { return strings.Repeat("x", n*1000) }))
	keep(Map([]string{"a", "b"}, func(s string) []byte { return make([]byte, 3000) }))
	keep(decode())
	func() { keep(func() []byte { return make([]byte, 1<<15) }()) }()
	keep(outer(100_000))
	keep(new(stack[int]).push(7).push(8).items)
	sorted := []string{"b", "a", "c"}
	sort.Slice(sorted, func(i, j int) bool {
		keep(make([]byte, 100))
		return sorted[i] < sorted[j]
	})
	for range 3 {
		func() { defer func() { keep(recover()); keep(make([]byte, 5000)) }(); panic("expected") }()
	}
	garbage := 0
	for i := range 2000 {
		garbage += len(fmt.Sprintf("%d-%s", i, bytes.Repeat([]byte{'g'}, 600)))
	}
	keep(garbage)
}

//go:noinline
func keep(value any) { kept = append(kept, value) }

func leak(size int) {
	for range 4 {
		keep(make([]byte, size))
	}
}

// buffer is inlined, and what it calls is inlined into it.
func buffer(size int) *bytes.Buffer { return wrap(grow(size)) }

func grow(size int) []byte { return append([]byte(nil), make([]byte, size+10)...) }

func wrap(b []byte) *bytes.Buffer { return bytes.NewBuffer(b) }

type node struct {
	left, right *node
	payload     [3]int
}

// tree recurs: its line is in a stack many times.
func tree(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1)}
}

// odd and even recur through each other.
//
//go:noinline
func odd(n int) []any {
	if n == 0 {
		return []any{make([]int, 500)}
	}
	return append(even(n-1), make([]byte, n))
}

//go:noinline
func even(n int) []any {
	if n == 0 {
		return nil
	}
	return append(odd(n-1), new([100]int))
}

// Map is generic: its name in profiles is Map[...].
//
//go:noinline
func Map[T, R any](items []T, f func(T) R) []R {
	var result []R
	for _, item := range items {
		result = append(result, f(item))
	}
	return result
}

type stack[T any] struct{ items []T }

func (s *stack[T]) push(item T) *stack[T] {
	s.items = append(s.items, item)
	return s
}

func outer(size int) []byte  { return middle(size) }
func middle(size int) []byte { return inner(size) }
func inner(size int) []byte  { return make([]byte, size) }

func decode() any {
	var value any
	text := `{"list": [1, 2, {"deep": "` + strings.Repeat("long ", 5000) + `"}], "n": 1.5e3}`
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		log.Fatal(err)
	}
	return value
}

func burn(duration time.Duration) {
	sum := 0
	for start := time.Now(); time.Since(start) < duration; {
		for i := range 1_000_000 {
			sum += collatz(i % 1000)
		}
	}
	keep(sum)
}

func collatz(n int) int {
	if n%2 == 0 {
		return n / 2
	}
	return 3*n + 1
}

func park(stop chan bool) { <-stop }

func contend() {
	var mutex sync.Mutex
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				mutex.Lock()
				time.Sleep(100 * time.Microsecond)
				mutex.Unlock()
			}
		})
	}
	group.Wait()
}
