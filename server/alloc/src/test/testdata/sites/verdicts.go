package main

const debug = false

type item struct {
	next  *item
	value any
}

type store interface{ keep(*item) }

var (
	first *item
	all   []*item
	byKey = map[string]*item{} // want "composite heap 48"
)

//go:noinline
func fresh() *item {
	return &item{} // want "composite heap 24"
}

func remember(i *item) { first = i }

func forward(i *item) { remember(i) }

func same(i *item) *item { return i }

func flows(s store, keep func(*item), ch chan *item, target *item, targets []*item, byName map[string]*item) {
	remember(&item{})             // want "composite heap 24"
	forward(&item{})              // want "composite heap 24"
	first = same(&item{})         // want "composite heap 24"
	s.keep(&item{})               // want "composite heap 24"
	keep(&item{})                 // want "composite heap 24"
	ch <- &item{}                 // want "composite heap 24"
	target.next = &item{}         // want "composite heap 24"
	targets[0] = &item{}          // want "composite heap 24"
	byName["x"] = &item{}         // want "composite heap 24"
	*target = item{next: &item{}} // want "composite heap 24"
	all = append(all, &item{})    // want "append heap ?" "composite heap 24"
	outer := item{}
	outer.next = &item{} // want "composite unknown 24"
	var last *item
	for range 3 {
		last = &item{} // want "composite heap 24"
	}
	_ = last
	var array [2]*item
	array[0] = &item{}           // want "composite unknown 24"
	pair := &item{next: &item{}} // want "composite heap 24" "composite heap 24"
	first = pair.next
	first = pair
	if debug {
		first = &item{}
	}
	if debug && len(all) > 1 {
		first = &item{}
	}
	return
	first = &item{}
}

func recursive(i *item, n int) {
	if n > 0 {
		recursive(&item{}, n-1) // want "composite unknown 24"
	}
}

func jumps(n int) {
	var last *item
again:
	last = &item{} // want "composite heap 24"
	if n--; n > 0 {
		goto again
	}
	_ = last
}

type keeper struct{}

func (keeper) keep(*item) {}

func run() {
	byKey["x"] = nil
	fresh()
	flows(keeper{}, func(*item) {}, make(chan *item, 1), &item{}, make([]*item, 1), map[string]*item{}) // want "make-chan heap 120" "composite unknown 24" "make-slice unknown 8" "composite unknown 48"
	recursive(nil, 1)
	jumps(2)
}
