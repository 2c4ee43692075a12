package main

var (
	sink    func() int
	actions []func()
	wait    = make(chan bool) // want "make-chan heap 112"
)

type counter struct{ n, limit int }

func (c *counter) add() { c.n++ }

func (c counter) get() int { return c.n }

func closures(n int, s string, c *counter, flag bool) { // want "variable heap 16"
	sink = func() int { return 1 }
	sink = func() int { return n }          // want "closure heap 16"
	sink = func() int { return n + len(s) } // want "closure heap 32"
	sink = func() int {                     // want "closure heap 32"
		if flag {
			return c.n
		}
		return n
	}
	changed := n                                    // want "variable heap 16"
	sink = func() int { changed++; return changed } // want "closure heap 16"
	action := c.add                                 // want "method-value heap 16"
	actions = append(actions, action)               // want "append heap ?"
	sink = c.get                                    // want "method-value heap 24"
	go func() { wait <- n > 0 }()                   // want "closure heap 16"
	<-wait
	go answer(n, s) // want "go heap 32"
	<-wait
	for i := range 3 {
		defer answer(i, "") // want "defer heap ?"
	}
	func() { n++ }() // want "closure unknown 16"
}

func answer(n int, s string) {
	select {
	case wait <- n > 0:
	default:
	}
}

func run() {
	closures(1, "s", &counter{}, true) // want "composite unknown 16"
}
