package main

type key struct {
	a int32
	b bool
}

var (
	intsSink    map[int]int
	textSink    map[string]*key
	keySink     map[key]struct{}
	stringsSink map[string]string
	bytesSink   map[byte]byte
)

func maps(n int, s string) {
	intsSink = map[int]int{}                    // want "composite heap 48"
	intsSink = make(map[int]int)                // want "make-map heap 48"
	intsSink = make(map[int]int, 8)             // want "make-map heap 48"
	intsSink = make(map[int]int, 9)             // want "make-map heap 376"
	textSink = make(map[string]*key, 1000)      // want "make-map heap 54656"
	keySink = make(map[key]struct{}, 100)       // want "make-map heap 1880"
	stringsSink = make(map[string]string, 2000) // want "make-map heap 164048"
	bytesSink = make(map[byte]byte, 20)         // want "make-map heap 184"
	intsSink = make(map[int]int, n)             // want "make-map heap ?"
	intsSink = map[int]int{1: n}                // want "composite heap 192"
	stringsSink = map[string]string{"a": s}     // want "composite heap 336"
}

func run() {
	maps(5, "x")
}
