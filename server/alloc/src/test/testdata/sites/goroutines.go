package main

var (
	done  = make(chan bool) // want "make-chan heap 112"
	large wide
	fits  narrow
	kept  any
)

type (
	wide   struct{ x [40]int64 }
	narrow struct{ x [16]int64 }
	pair   struct{ a, b int }
)

func takeWide(w wide)                { done <- w.x[0] > 0 }
func takeNarrow(n narrow)            { done <- n.x[0] > 0 }
func takePair(p pair)                { done <- p.a > 0 }
func takeSlice(s []int)              { done <- s == nil }
func takeFunction(f func())          { done <- f == nil }
func takeAny(a any, n int, _ string) { done <- a == nil }

func (w wide) method(n int) { done <- n > 0 }

func idle() {}

func held(n int, s string) {
	go takeWide(large) // want "go heap 336"
	<-done
	go takeNarrow(fits) // want "go heap 144"
	<-done
	go large.method(3) // want "go heap 336"
	<-done
	go takeWide(wide{x: [40]int64{int64(n)}}) // want "go heap 16"
	<-done
	go takePair(pair{b: n}) // want "go heap 16"
	<-done
	go takeAny(nil, n, "s") // want "go heap 16"
	<-done
	go takeAny(3, 3, "s") // want "go heap 24"
	<-done
	go takeAny(idle, 3, "s") // want "go heap 24"
	<-done
	go takeAny(s, n, s) // want "go heap 48" "box heap 16"
	<-done
}

// What is the same when the goroutine runs is not held.
func nothingHeld() {
	go takeWide(wide{})
	<-done
	go takeWide(wide{x: [40]int64{1}})
	<-done
	go takePair(pair{1, 2})
	<-done
	go takeSlice(nil)
	<-done
	go takeFunction(idle)
	<-done
	go takeFunction(nil)
	<-done
}

// For the compiler, the clause declares the variable.
func clauses(x any) {
	switch v := x.(type) {
	case *int: // want "variable heap 8"
		kept = &v
	case pair: // want "variable heap 16"
		kept = &v
	default: // want "variable heap 16"
		kept = &v
	}
}

func run() {
	held(1000, "text")
	nothingHeld()
	clauses(new(int)) // want "new unknown 16"
	clauses(pair{1, 2})
	clauses("")
}
