package main

import (
	f "fmt"
	"os"
)

type make2 struct{}

var (
	sink any
	ints = []int{1, 2}
)

func shadowed(n int) {
	make := func(n int, m int) []int { return ints }
	new := func(n int) *int { return nil }
	append := func(x ...int) int { return 0 }
	sink = make(n, 1) // want "box heap 24"
	sink = new(n)
	_ = append(1, 2)
}

type string2 = string

func conversions(s string, b []byte) {
	type string = int
	_ = string(len(b))
	_ = string2(b) // want "convert unknown len(b)"
	_ = []byte(s)  // want "convert unknown len(s)"
	for range []byte(s) {
	}
	if string2(b) == s {
	}
}

func text(s, t string) string {
	const fixed = "a" + "b"
	s += t // want "concat heap len(s)+len(t)"
	for range 2 {
		sink = s +
			fixed +
			t // want-1 "concat heap len(s)+len(t)+2" "box heap 16"
	}
	return "<" + s + ">" // want "concat heap len(s)+2"
}

func library(s string) error {
	fmt := struct{ Sprintf func(string, ...any) string }{f.Sprintf}
	_ = fmt.Sprintf("x")
	f.Fprintln(os.Stderr, s) // want "box heap 16"
	_ = f.Sprintf("%s", s)   // want "call heap ?" "box heap 16"
	return f.Errorf("%s", s) // want "call heap ?" "box heap 16"
}

func run() {
	shadowed(1)
	conversions("s", nil)
	text("s", "t")
	_ = library("s")
}
