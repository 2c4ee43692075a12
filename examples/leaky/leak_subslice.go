package main

import (
	"io"
	"net/http"
	"sync"
)

const maxUpload = 8 << 20

var (
	signaturesMu sync.Mutex
	signatures   [][]byte
)

// acceptUpload remembers the first eight bytes of every upload, to tell file
// types apart later.
//
// The leak: a sub-slice keeps its whole array alive. Eight bytes are wanted,
// and all of the body stays. bytes.Clone(body[:8]) would keep just the eight.
func acceptUpload(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxUpload))
	if err != nil || len(body) < 8 {
		http.Error(w, "an upload needs 8 bytes to 8 MB", http.StatusBadRequest)
		return
	}
	signaturesMu.Lock()
	defer signaturesMu.Unlock()
	signatures = append(signatures, body[:8])
	w.WriteHeader(http.StatusCreated)
}
