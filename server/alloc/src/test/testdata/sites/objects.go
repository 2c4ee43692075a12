package main

import (
	"bytes"
	"strings"
	"sync"
	"time"
)

type header struct {
	flag  bool
	count int64
	kind  uint8
}

type node struct {
	header
	name     string
	children []*node
	parent   *node
	seen     map[string]bool
}

type ends struct {
	n    int64
	last struct{}
}

type locked struct {
	sync.Mutex
	once sync.Once
	wait sync.WaitGroup
	at   time.Time
	text strings.Builder
	raw  bytes.Buffer
}

type list[T any] struct{ head *T }

type big [70 << 10]byte

var (
	headerSink *header
	nodeSink   *node
	endsSink   *ends
	lockedSink *locked
	listSink   *list[int]
	bigSink    *big
	intSink    *int
	stringSink *string
	emptySink  *struct{}
	table      = map[string]*node{} // want "composite heap 48"
	root       = &node{}
)

func objects(s string) *node {
	headerSink = &header{}                                // want "composite heap 24"
	headerSink = new(header)                              // want "new heap 24"
	nodeSink = &node{name: s}                             // want "composite heap 80"
	nodeSink.parent = &node{}                             // want "composite heap 80"
	table["x"] = new(node)                                // want "new heap 80"
	endsSink = &ends{}                                    // want "composite heap 16"
	lockedSink = &locked{}                                // want "composite heap 144"
	listSink = &list[int]{}                               // want "composite heap ?"
	bigSink = new(big)                                    // want "new heap 73728"
	emptySink = &struct{}{}                               // want "composite heap nothing"
	stringSink = new(s)                                   // want "new heap 16"
	root.children = append(root.children, &node{name: s}) // want "append heap ?" "composite heap 80"
	kept := &node{}                                       // want "composite heap 80"
	root.parent = kept
	unknown := &node{} // want "composite unknown 80"
	_ = unknown
	_ = &big{}            // want "composite heap 73728"
	return &node{name: s} // want "composite heap 80"
}

func variables(n int) {
	var buffer [200 << 10]byte // want "variable heap 204800"
	buffer[n] = 1
	count := n // want "variable heap 16"
	intSink = &count
}

func run() {
	table["x"] = root // The group of a map comes with its first key.
	objects("s")
	variables(3)
}
