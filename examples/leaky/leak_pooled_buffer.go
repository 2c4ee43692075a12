package main

import (
	"bytes"
	"fmt"
	"net/http"
	"strconv"
	"sync"
)

const maxRows = 250_000

var exportBuffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// export answers with a number of rows as CSV, written to a pooled buffer first
// so that the length is known.
//
// The leak: the buffer goes back to the pool however large it has become. One
// export of 250,000 rows makes it 16 MB, and the small exports that follow use
// that buffer often enough for the pool never to let go of it. Buffers over,
// say, 64 kB should be dropped instead (fine_capped_pool.go does it).
func export(w http.ResponseWriter, r *http.Request) {
	rows, err := strconv.Atoi(r.FormValue("rows"))
	if err != nil || rows < 0 || rows > maxRows {
		http.Error(w, "rows: a number from 0 to 250000", http.StatusBadRequest)
		return
	}
	buffer := exportBuffers.Get().(*bytes.Buffer)
	defer exportBuffers.Put(buffer)
	buffer.Reset()
	for row := range rows {
		fmt.Fprintf(buffer, "%08d,document-%08d,unread,10.00,EUR\n", row, row)
	}
	w.Header().Set("Content-Length", strconv.Itoa(buffer.Len()))
	w.Write(buffer.Bytes())
}
