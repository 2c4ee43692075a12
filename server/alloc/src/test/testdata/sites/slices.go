package main

import "unsafe"

const (
	kilobyte = 1 << (10 * (iota + 1))
	megabyte
)

const pageSize uint16 = 4096

type point struct {
	x, y int32
	next *point
}

type wide [300]*point

var (
	bytesSink  []byte
	intsSink   []int
	pointsSink []point
	wideSink   []wide
	emptySink  []struct{}
	anySink    any
)

func slices(n int) {
	bytesSink = make([]byte, 4<<20)                     // want "make-slice heap 4194304"
	bytesSink = make([]byte, 4*megabyte+1)              // want "make-slice heap 4202496"
	bytesSink = make([]byte, 100, 1e3)                  // want "make-slice heap 1024"
	bytesSink = make([]byte, len("häuser")*kilobyte)    // want "make-slice heap 8192"
	bytesSink = make([]byte, pageSize)                  // want "make-slice heap 4096"
	bytesSink = make([]byte, ^uint8(0))                 // want "make-slice heap 256"
	bytesSink = make([]byte, unsafe.Sizeof(point{})*10) // want "make-slice heap 160"
	intsSink = make([]int, min(7, 9))                   // want "make-slice heap 64"
	pointsSink = make([]point, 64)                      // want "make-slice heap 1152"
	wideSink = make([]wide, 2)                          // want "make-slice heap 4864"
	intsSink = make([]int, n)                           // want "make-slice heap 8·n"
	pointsSink = make([]point, n+1)                     // want "make-slice heap 16·(n+1)"
	emptySink = make([]struct{}, 5)                     // want "make-slice heap nothing"
	intsSink = []int{1, 2, n}                           // want "composite heap 24"
	intsSink = []int{9: n}                              // want "composite heap 80"
	pointsSink = []point{{x: 1}, {y: int32(n)}}         // want "composite heap 32"
	anySink = &[200]int{n}                              // want "composite heap 1792"
	_ = make([]int, 8193)                               // want "make-slice heap 73728"
	local := make([]int, 8)                             // want "make-slice unknown 64"
	local[0] = n
	func(make int) { bytesSink = []byte{byte(make)} }(n) // want "composite heap 16"
}

func run() {
	slices(5)
}
