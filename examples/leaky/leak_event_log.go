package main

import (
	"net/http"
	"sync"
	"time"
)

// event is what is remembered of one request.
type event struct {
	at     time.Time
	took   time.Duration
	method string
	path   string
	remote string
	header http.Header
}

var (
	eventsMu sync.Mutex
	events   []event
)

// logged remembers every request "for debugging".
//
// The leak: the slice is appended to for ever, and each event holds a copy of
// the request's headers. A ring of the last thousand would do.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		next.ServeHTTP(w, r)
		remember(event{
			at:     start,
			took:   time.Since(start),
			method: r.Method,
			path:   r.URL.Path,
			remote: r.RemoteAddr,
			header: r.Header.Clone(),
		})
	})
}

func remember(e event) {
	eventsMu.Lock()
	defer eventsMu.Unlock()
	events = append(events, e)
}
