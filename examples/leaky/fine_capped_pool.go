package main

import (
	"bytes"
	"hash/crc32"
	"io"
	"net/http"
	"strconv"
	"sync"
)

const maxPooled = 64 << 10

var requestBuffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// checksum answers with the checksum of the request's query. Its buffers come
// from a pool that takes back small ones only: what one large request needed is
// garbage after it.
func checksum(w http.ResponseWriter, r *http.Request) {
	buffer := requestBuffers.Get().(*bytes.Buffer)
	defer func() {
		if buffer.Cap() <= maxPooled {
			buffer.Reset()
			requestBuffers.Put(buffer)
		}
	}()
	buffer.WriteString(r.URL.RawQuery)
	sum := crc32.ChecksumIEEE(buffer.Bytes())
	io.WriteString(w, strconv.FormatUint(uint64(sum), 16))
}
