//go:build go1.27

package main

var kept any

type box struct{ n int }

func (b *box) fresh[T any]() *T { return new(T) } // want "new heap ?"

func run() {
	b := &box{n: 1} // want "composite unknown 16"
	kept = b.fresh[[4]int]()
	fresh := b.fresh[string] // want "method-value unknown 16"
	kept = fresh()
	kept = &[4]int{b.n} // want "composite heap 32"
}
