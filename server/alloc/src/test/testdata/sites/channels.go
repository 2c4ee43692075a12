package main

type message struct {
	id   int
	text string
}

type done chan struct{}

var sink any

func channels(n int) {
	_ = make(chan int)              // want "make-chan heap 112"
	_ = make(chan int, 1)           // want "make-chan heap 128"
	_ = make(chan struct{}, 100)    // want "make-chan heap 112"
	_ = make(done)                  // want "make-chan heap 112"
	_ = make(chan [10]byte, 100)    // want "make-chan heap 1152"
	_ = make(chan *int, 1)          // want "make-chan heap 120"
	_ = make(chan message, 10)      // want "make-chan heap 352"
	_ = make(chan message, n)       // want "make-chan heap ?"
	queue := make(chan *message, 1) // want "make-chan heap 120"
	queue <- &message{id: n}        // want "composite heap 24"
}

func run() {
	channels(3)
}
