package main

type pair struct{ a, b int }

type single struct{ p *pair }

type flag bool

type stringer interface{ String() string }

func (p pair) String() string { return "pair" }

var (
	sink   any
	keeper stringer
	held   []any
	config struct{ value any }
)

func boxes(n int, s string, b byte, f float32, raw []byte, p pair, q *pair, long [20]int) {
	n += 1000
	sink = s    // want "box heap 16"
	sink = raw  // want "box heap 24"
	sink = p    // want "box heap 16"
	sink = long // want "box heap 160"
	keeper = p  // want "box heap 16"
	sink = b
	sink = q
	sink = single{q}
	sink = flag(n > 1)
	sink = 12
	sink = "text"
	sink = struct{}{}
	sink = pair{1, 2}
	fixed := 300
	sink = fixed
	config.value = s       // want "box heap 16"
	held = append(held, s) // want "append heap ?" "box heap 16"
	take(s)                // want "box heap 16"
}

func take(value any) {
	sink = value
}

func run() {
	boxes(1, "x", 2, 3, []byte("x"), pair{}, &pair{}, [20]int{}) // want "convert unknown 16" "composite heap 16"
}
