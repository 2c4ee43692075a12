package main

import "net/http"

// table is 2 MB that every request reads: made once, in use from the start to
// the end, and of the same size all the time. Large, but not a leak.
var table = makeTable()

func makeTable() []byte {
	entries := make([]byte, 2<<20)
	for i := range entries {
		entries[i] = byte(i * i)
	}
	return entries
}

func serveTable(w http.ResponseWriter, r *http.Request) {
	w.Write(table[:4096])
}
